// What a merge would change in a workspace, record by record: for a person to read before anything
// is changed.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/difference.hpp"
#include "document/outline.hpp"

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

// Makes a preview a portion at a time. The documents and the changes must outlive it and stay as
// they are.
class MergePreviewer {
 public:
  MergePreviewer(const Document& before, const Document& after,
                 std::span<const Change* const> new_changes);
  // Looks at so many changes or records. True when it is ready.
  bool step(std::size_t portion);
  // From 0 to 1.
  [[nodiscard]] float progress() const;
  // When ready.
  [[nodiscard]] MergePreview take() { return std::move(preview_); }

 private:
  void look_at_change(const Change* change);
  void look_at_record(std::size_t at);
  void finish();

  const Document& before_;
  const Document& after_;
  std::span<const Change* const> changes_;
  std::vector<OutlineEntry> now_;
  std::vector<OutlineEntry> then_;
  std::size_t changes_done_ = 0;
  std::size_t records_done_ = 0;
  std::unordered_map<RecordId, std::vector<const Change*>> by_;
  MergePreview preview_;
};

// `after` is `before` with the new changes, which are in the order of its log. What is given points
// into `after`.
[[nodiscard]] MergePreview preview_merge(const Document& before, const Document& after,
                                         std::span<const Change* const> new_changes);

}  // namespace atlas
