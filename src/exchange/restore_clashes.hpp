// Clashes of a file as clashes of a workspace: the changes that people would have made apart.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "exchange/importer.hpp"

namespace atlas::exchange {

// One value beside the one that is shown.
struct ClashValue {
  std::size_t line = 0;
  RecordId record;
  RecordType type{};
  const FieldSpec* spec = nullptr;
  Value value;
  bool shown_is_unset = false;  // nothing is shown: somebody cleared the field last
};

// Of records with an id; a new record of a table has none. In the order of the file.
[[nodiscard]] std::vector<ClashValue> clash_values(const std::vector<IncomingRecord>& records);

// The one change of `plain` in two, its records and their fields, and beside the second a change
// for each value, by a replica of its own. Put together they show what `plain` shows, in a clash.
[[nodiscard]] Result<std::vector<Change>> changes_with_clashes(
    const Document& plain, const std::vector<ClashValue>& clashes);

}  // namespace atlas::exchange
