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

// Documents give clashes in this order.
bool stands_before(const Clash& a, const Clash& b) {
  if (!(a.record == b.record)) return a.record < b.record;
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.field < b.field;
}

// Those of the first that the second has not at the same place, in the same way.
template <typename Same>
std::vector<Clash> without(std::vector<Clash> clashes, const std::vector<Clash>& others,
                           const Same& same) {
  std::erase_if(clashes, [&](const Clash& clash) {
    const auto [first, last] = std::equal_range(others.begin(), others.end(), clash, stands_before);
    return std::any_of(first, last, [&](const Clash& other) { return same(clash, other); });
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

MergePreviewer::MergePreviewer(const Document& before, const Document& after,
                               std::span<const Change* const> new_changes)
    : before_(before),
      after_(after),
      changes_(new_changes),
      now_(outline(after, kRootRecord)),
      then_(outline(before, kRootRecord)) {}

void MergePreviewer::look_at_change(const Change* change) {
  for (const RecordId record : records_in(*change)) by_[record].push_back(change);
  for (const Operation& operation : change->operations) {
    const auto* set = std::get_if<SetOp>(&operation);
    if (set != nullptr) preview_.setters[{set->record, set->field}] = change;
  }
}

void MergePreviewer::look_at_record(std::size_t at) {
  std::optional<RecordDifference> difference =
      at < now_.size() ? difference_now(before_, after_, now_[at].record)
                       : difference_gone(before_, after_, then_[at - now_.size()].record);
  if (!difference) return;
  count(preview_, *difference);
  const auto found = by_.find(difference->record);
  std::vector<const Change*> changes;
  if (found != by_.end()) changes.assign(found->second.rbegin(), found->second.rend());
  preview_.rows.push_back({std::move(*difference), std::move(changes)});
}

void MergePreviewer::finish() {
  const std::vector<Clash> old_clashes = before_.clashes();
  const std::vector<Clash> new_clashes = after_.clashes();
  preview_.clashes = without(new_clashes, old_clashes, same_sides);
  preview_.settled =
      without(old_clashes, new_clashes, [](const Clash&, const Clash&) { return true; });
}

bool MergePreviewer::step(std::size_t portion) {
  const std::size_t records = now_.size() + then_.size();
  for (; portion > 0; --portion) {
    if (changes_done_ < changes_.size()) {
      look_at_change(changes_[changes_done_++]);
    } else if (records_done_ < records) {
      look_at_record(records_done_++);
    } else {
      finish();
      return true;
    }
  }
  return false;
}

float MergePreviewer::progress() const {
  const std::size_t all = changes_.size() + now_.size() + then_.size();
  if (all == 0) return 1;
  return static_cast<float>(changes_done_ + records_done_) / static_cast<float>(all);
}

MergePreview preview_merge(const Document& before, const Document& after,
                           std::span<const Change* const> new_changes) {
  MergePreviewer previewer(before, after, new_changes);
  while (!previewer.step(new_changes.size() + 1'000)) {
  }
  return previewer.take();
}

}  // namespace atlas
