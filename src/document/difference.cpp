#include "document/difference.hpp"

#include <utility>

#include "document/outline.hpp"

namespace atlas {
namespace {

std::vector<FieldDifference> field_differences(const Record& before, const Record& after) {
  std::vector<FieldDifference> found;
  const auto add = [&](std::uint32_t number, const Value& old_value, const Value& new_value) {
    if (!(old_value == new_value)) found.push_back({FieldNumber{number}, old_value, new_value});
  };
  auto left = before.fields.begin();
  auto right = after.fields.begin();
  while (left != before.fields.end() || right != after.fields.end()) {
    const bool left_first =
        right == after.fields.end() || (left != before.fields.end() && left->first < right->first);
    if (left_first) {
      add(left->first, left->second.shown(), Unset{});
      ++left;
    } else if (left == before.fields.end() || right->first < left->first) {
      add(right->first, Unset{}, right->second.shown());
      ++right;
    } else {
      add(left->first, left->second.shown(), right->second.shown());
      ++left;
      ++right;
    }
  }
  return found;
}

}  // namespace

std::optional<RecordDifference> difference_now(const Document& before, const Document& after,
                                               RecordId record) {
  const Record& now = *after.find_live(record);
  const Record* old = before.find_live(record);
  RecordDifference difference{
      DifferenceKind::kAdded, now.id, now.type, false, false, {}, now.parent, {}};
  if (old == nullptr) return difference;
  difference.kind = DifferenceKind::kChanged;
  difference.parent_before = old->parent;
  difference.moved = !(old->parent == now.parent);
  difference.reordered = !difference.moved && old->order != now.order;
  difference.fields = field_differences(*old, now);
  if (!difference.moved && !difference.reordered && difference.fields.empty()) return std::nullopt;
  return difference;
}

std::optional<RecordDifference> difference_gone(const Document& before, const Document& after,
                                                RecordId record) {
  if (after.find_live(record) != nullptr) return std::nullopt;
  const Record& old = *before.find_live(record);
  return RecordDifference{
      DifferenceKind::kRemoved, old.id, old.type, false, false, old.parent, {}, {}};
}

std::vector<RecordDifference> differences(const Document& before, const Document& after) {
  std::vector<RecordDifference> found;
  for (const OutlineEntry& entry : outline(after, kRootRecord)) {
    if (auto difference = difference_now(before, after, entry.record)) {
      found.push_back(std::move(*difference));
    }
  }
  for (const OutlineEntry& entry : outline(before, kRootRecord)) {
    if (auto difference = difference_gone(before, after, entry.record)) {
      found.push_back(std::move(*difference));
    }
  }
  return found;
}

}  // namespace atlas
