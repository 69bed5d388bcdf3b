#include "document/restore_from.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/tr.hpp"
#include "document/outline.hpp"

namespace atlas {
namespace {

class Restorer {
 public:
  Restorer(Transaction& transaction, const Document& now, const Document& past)
      : transaction_(transaction), now_(now), past_(past) {}

  // `wanted`: each after what it stood in, siblings in their order.
  Result<> bring_back(const std::vector<RecordId>& wanted) {
    for (const RecordId record : wanted) {
      Result<> back = out_of_bin(record);
      if (!back) return back;
    }
    Result<> placed = put_all_in_place(wanted);
    if (!placed) return placed;
    for (const RecordId record : wanted) set_fields(record);
    return Ok{};
  }

  Result<> remove(const std::vector<RecordId>& records) {
    for (const RecordId record : records) {
      if (now_.find_live(record) == nullptr) continue;  // with what it stood in
      Result<> removed = transaction_.remove(record);
      if (!removed) return removed;
      touched_.insert(record);
    }
    return Ok{};
  }

  [[nodiscard]] RestoreReport report() const { return {touched_.size(), refused_}; }

 private:
  // Also what it stands in, where that is in the bin.
  Result<> out_of_bin(RecordId record) {
    for (const Record* at = now_.find(record); at != nullptr && !now_.find_live(record);
         at = at->parent == kRootRecord ? nullptr : now_.find(at->parent)) {
      if (!at->deleted) continue;
      const RecordId id = at->id;
      Result<> restored = transaction_.restore(id);
      if (!restored) return restored;
      touched_.insert(id);
      at = now_.find(id);
    }
    return Ok{};
  }

  // What stands above goes first, so that nothing has to go inside itself; of some siblings the
  // last first, so that each can be put before the one that follows.
  Result<> put_all_in_place(const std::vector<RecordId>& wanted) {
    std::vector<RecordId> parents;
    std::map<RecordId, std::vector<RecordId>> children;
    for (const RecordId record : wanted) {
      const RecordId parent = past_.find_live(record)->parent;
      std::vector<RecordId>& siblings = children[parent];
      if (siblings.empty()) parents.push_back(parent);
      siblings.push_back(record);
    }
    for (const RecordId parent : parents) {
      const std::vector<RecordId>& siblings = children[parent];
      for (auto record = siblings.rbegin(); record != siblings.rend(); ++record) {
        Result<> placed = put_in_place(*record);
        if (!placed) return placed;
      }
    }
    return Ok{};
  }

  // The sibling that follows it in the past and stands under the same parent now; null: none.
  [[nodiscard]] RecordId follower(RecordId record, RecordId parent) const {
    const std::vector<RecordId> siblings = past_.children(parent);
    auto at = std::find(siblings.begin(), siblings.end(), record);
    while (at != siblings.end() && ++at != siblings.end()) {
      const Record* sibling = now_.find_live(*at);
      if (sibling != nullptr && sibling->parent == parent) return *at;
    }
    return {};
  }

  Result<> put_in_place(RecordId record) {
    const Record& then = *past_.find_live(record);
    const Record* current = now_.find_live(record);
    if (current == nullptr) return Ok{};
    if (current->parent == then.parent && current->order == then.order) return Ok{};
    const bool parent_is_here = then.parent == kRootRecord || now_.find_live(then.parent);
    if (!parent_is_here) return Ok{};
    touched_.insert(record);
    return transaction_.move(record, then.parent, {follower(record, then.parent)});
  }

  void set_fields(RecordId record) {
    const Record* current = now_.find_live(record);
    if (current == nullptr) return;
    const Record& then = *past_.find_live(record);
    std::vector<Transaction::FieldValue> values;
    for (const auto& [number, state] : then.fields) {
      if (current->fields.shown(number) == state.shown()) continue;
      values.emplace_back(FieldNumber{number}, state.shown());
    }
    for (const auto& [number, state] : current->fields) {
      if (then.fields.contains(number) || is_unset(state.shown())) continue;
      values.emplace_back(FieldNumber{number}, Unset{});
    }
    if (values.empty()) return;
    const std::size_t asked = values.size();
    const std::size_t refused = transaction_.set_all(record, std::move(values)).size();
    refused_ += refused;
    if (refused < asked) touched_.insert(record);
  }

  Transaction& transaction_;
  const Document& now_;
  const Document& past_;
  std::set<RecordId> touched_;
  std::size_t refused_ = 0;
};

std::vector<RecordId> branch(const Document& document, RecordId top) {
  std::vector<RecordId> records;
  if (!(top == kRootRecord)) records.push_back(top);
  for (const OutlineEntry& entry : outline(document, top)) records.push_back(entry.record);
  return records;
}

// Live below the record now, and then nowhere. Those that stood elsewhere then are left where they
// are: they belong to another branch.
std::vector<RecordId> come_since(const Document& now, const Document& past, RecordId top) {
  std::vector<RecordId> records;
  if (!(top == kRootRecord) && now.find_live(top) == nullptr) return records;
  for (const OutlineEntry& entry : outline(now, top)) {
    if (past.find_live(entry.record) == nullptr) records.push_back(entry.record);
  }
  return records;
}

}  // namespace

Result<RestoreReport> restore_from(Transaction& transaction, const Document& now,
                                   const Document& past, RecordId record, RestoreExtent extent) {
  const RecordId top = extent == RestoreExtent::kEverything ? kRootRecord : record;
  if (!(top == kRootRecord) && past.find_live(top) == nullptr) {
    return error_of(ErrorCode::kConflict, tr(Text::kErrorNotThereThen),
                    tr(Text::kKeptNothingChanged), tr(Text::kNextLookAtLaterPoint));
  }
  Restorer restorer(transaction, now, past);
  const bool alone = extent == RestoreExtent::kRecord;
  const Result<> back =
      restorer.bring_back(alone ? std::vector<RecordId>{record} : branch(past, top));
  if (!back) return back.error();
  if (!alone) {
    // What was moved out of the branch is back in it by now.
    const Result<> removed = restorer.remove(come_since(now, past, top));
    if (!removed) return removed.error();
  }
  return restorer.report();
}

}  // namespace atlas
