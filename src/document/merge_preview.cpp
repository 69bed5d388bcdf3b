#include "document/merge_preview.hpp"

#include <algorithm>

#include "document/change_words.hpp"

namespace atlas {
namespace {

bool same_sides(const Clash& a, const Clash& b) {
  return std::equal(a.sides.begin(), a.sides.end(), b.sides.begin(), b.sides.end(),
                    [](const ClashSide& left, const ClashSide& right) {
                      return left.operation == right.operation;
                    });
}

bool same_place(const Clash& a, const Clash& b) {
  return a.kind == b.kind && a.record == b.record && a.field == b.field;
}

// Those of the first that the second has not in the same way.
template <typename Same>
std::vector<Clash> without(std::vector<Clash> clashes, const std::vector<Clash>& others,
                           const Same& same) {
  std::erase_if(clashes, [&](const Clash& clash) {
    return std::any_of(others.begin(), others.end(),
                       [&](const Clash& other) { return same(clash, other); });
  });
  return clashes;
}

void count(MergePreview& preview, const RecordDifference& difference) {
  switch (difference.kind) {
    case DifferenceKind::kAdded:
      ++preview.added;
      return;
    case DifferenceKind::kRemoved:
      ++preview.removed;
      return;
    case DifferenceKind::kChanged:
      break;
  }
  if (difference.moved || difference.reordered) ++preview.moved;
  if (!difference.fields.empty()) ++preview.changed;
}

}  // namespace

const Change* MergePreview::set_by(RecordId record, FieldNumber field) const {
  const auto found = setters.find({record, field.value});
  return found == setters.end() ? nullptr : found->second;
}

MergePreview preview_merge(const Document& before, const Document& after,
                           std::span<const Change* const> new_changes) {
  MergePreview preview;
  std::map<RecordId, std::vector<const Change*>> by;
  for (const Change* change : new_changes) {
    for (const RecordId record : records_in(*change)) by[record].push_back(change);
    for (const Operation& operation : change->operations) {
      const auto* set = std::get_if<SetOp>(&operation);
      if (set != nullptr) preview.setters[{set->record, set->field}] = change;
    }
  }
  for (RecordDifference& difference : differences(before, after)) {
    count(preview, difference);
    const auto found = by.find(difference.record);
    std::vector<const Change*> changes;
    if (found != by.end()) changes.assign(found->second.rbegin(), found->second.rend());
    preview.rows.push_back({std::move(difference), std::move(changes)});
  }
  const std::vector<Clash> old_clashes = before.clashes();
  const std::vector<Clash> new_clashes = after.clashes();
  preview.clashes = without(new_clashes, old_clashes, [](const Clash& a, const Clash& b) {
    return same_place(a, b) && same_sides(a, b);
  });
  preview.settled = without(old_clashes, new_clashes, same_place);
  return preview;
}

}  // namespace atlas
