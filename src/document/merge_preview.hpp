// What a merge would change in a workspace, record by record: for a person to read before anything
// is changed.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "document/difference.hpp"

namespace atlas {

struct MergePreview {
  struct Row {
    RecordDifference difference;
    std::vector<const Change*> by;  // new changes that are about the record, latest first
  };
  std::vector<Row> rows;       // as differences() sorts them
  std::vector<Clash> clashes;  // that the workspace does not have yet, or with other sides
  std::vector<Clash> settled;  // that the workspace has, and would not have any more
  std::size_t added = 0;
  std::size_t changed = 0;  // rows, moved ones that changed in nothing else left out
  std::size_t moved = 0;
  std::size_t removed = 0;

  // The latest of the new changes that set the field; nullptr when none did.
  [[nodiscard]] const Change* set_by(RecordId record, FieldNumber field) const;

  std::map<std::pair<RecordId, std::uint32_t>, const Change*> setters;
};

// `after` is `before` with the new changes, which are in the order of its log. What is given points
// into `after`.
[[nodiscard]] MergePreview preview_merge(const Document& before, const Document& after,
                                         std::span<const Change* const> new_changes);

}  // namespace atlas
