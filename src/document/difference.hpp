// What differs between two states of a workspace, record by record, as they are shown: clashes and
// the history behind them are not compared.
#pragma once

#include <optional>
#include <vector>

#include "document/document.hpp"

namespace atlas {

enum class DifferenceKind {
  kAdded,    // live in the second only
  kRemoved,  // live in the first only
  kChanged,  // live in both, and something about it differs
};

struct FieldDifference {
  FieldNumber field;
  Value before;
  Value after;
};

struct RecordDifference {
  DifferenceKind kind{};
  RecordId record;
  RecordType type{};
  bool moved = false;      // kChanged: another parent
  bool reordered = false;  // kChanged: the same parent, another place among its siblings
  RecordId parent_before;  // kChanged and kRemoved
  RecordId parent_after;   // kChanged and kAdded
  std::vector<FieldDifference> fields;  // kChanged: by field number
};

// Of one record that is live in the second; nullopt: the same in both.
[[nodiscard]] std::optional<RecordDifference> difference_now(const Document& before,
                                                             const Document& after,
                                                             RecordId record);
// Of one that was live in the first; nullopt: it is live in the second too.
[[nodiscard]] std::optional<RecordDifference> difference_gone(const Document& before,
                                                              const Document& after,
                                                              RecordId record);

// Added and changed ones in the order of the second's outline, then removed ones in that of the
// first's. Empty when both show the same.
[[nodiscard]] std::vector<RecordDifference> differences(const Document& before,
                                                        const Document& after);

}  // namespace atlas
