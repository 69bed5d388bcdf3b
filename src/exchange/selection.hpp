// Which records go out, and what is told about those that could not.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas::exchange {

// Which records to write. Both empty: all. In the order of the outline in any case.
struct Selection {
  RecordId top;                   // this record and those below it; kRootRecord: everything
  std::vector<RecordType> types;  // only these; empty: every type
};

[[nodiscard]] std::vector<RecordId> selected(const Document& document, const Selection& selection);

// A reference to a record that is not live: other programs have no bin.
[[nodiscard]] bool is_hanging(const Document& document, const Value& value);

struct Written {
  std::string text;
  std::size_t left_out = 0;  // records and values that only a newer version understands
  std::size_t hanging = 0;   // references left out, to records that are in the bin
  std::size_t clashes = 0;   // fields of which only the shown value is in the file
};

}  // namespace atlas::exchange
