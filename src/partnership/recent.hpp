// What happened last in a workspace: records that people changed, newest first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas {

struct RecentEdit {
  RecordId record;       // live
  std::int64_t wall_ms;  // since 1970, by the clock of whoever made it
  std::string author;    // empty: no name was given
  std::string message;   // what the act was: "Change status"
};
// At most `most` records, each once, with its newest change. Changes without a time (those of the
// built-in data) are left out.
[[nodiscard]] std::vector<RecentEdit> recent_edits(const Document& document, std::size_t most);

}  // namespace atlas
