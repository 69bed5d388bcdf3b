// All live records as one list, each before those below it, siblings in their order.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace atlas {

struct OutlineEntry {
  RecordId record;
  int level = 0;  // 0 at the top
};

// Those below `top`, without it; everything for kRootRecord. Depth is bounded by memory only.
[[nodiscard]] std::vector<OutlineEntry> outline(const Document& document, RecordId top);

}  // namespace atlas
