#include "replica/erasures.hpp"

#include <algorithm>

namespace atlas {
namespace {

bool agree(const Operation& a, const Operation& b) {
  const auto* left = std::get_if<SetOp>(&a);
  const auto* right = std::get_if<SetOp>(&b);
  if (left == nullptr || right == nullptr) return a == b;
  const bool values = left->value == right->value || is_gone(left->value) || is_gone(right->value);
  return values && left->record == right->record && left->field == right->field &&
         left->replaces == right->replaces;
}

bool agree(const std::string& a, const std::string& b) {
  return a == b || a.empty() || b.empty();
}

// Of an operation that the change holds.
std::size_t place_in(const Change& change, OpId id) {
  return static_cast<std::size_t>(id.counter - change.first_counter);
}

// The record of an operation and the parent it is put under, which may be null. Not what it refers
// to: that may be erased itself, and then the answer would depend on what came first.
struct RecordsOf {
  std::vector<RecordId>& records;
  void operator()(const CreateOp& op) const {
    records.insert(records.end(), {op.record, op.parent});
  }
  void operator()(const SetOp& op) const { records.push_back(op.record); }
  void operator()(const MoveOp& op) const { records.insert(records.end(), {op.record, op.parent}); }
  void operator()(DeleteOp op) const { records.push_back(op.record); }
  void operator()(const RestoreOp& op) const { records.push_back(op.record); }
  void operator()(const EraseOp&) const {}
  void operator()(const UnknownOp&) const {}
};

}  // namespace

bool is_same_but_for_gone(const Change& a, const Change& b) {
  return a.replica == b.replica && a.first_counter == b.first_counter && a.lamport == b.lamport &&
         a.parents == b.parents && a.time_ms == b.time_ms && agree(a.author, b.author) &&
         agree(a.message, b.message) &&
         std::equal(a.operations.begin(), a.operations.end(), b.operations.begin(),
                    b.operations.end(),
                    [](const Operation& x, const Operation& y) { return agree(x, y); });
}

bool Erasures::learn(const Change& change) {
  bool grew = false;
  for (std::size_t i = 0; i < change.operations.size(); ++i) {
    const auto* erase = std::get_if<EraseOp>(&change.operations[i]);
    if (erase == nullptr) continue;
    for (const OpId set : erase->targets) grew |= values_.insert({set, change.id_of(i)}).second;
    for (const OpId at : erase->messages) grew |= messages_.insert(at).second;
    for (const OpId at : erase->authors) grew |= authors_.insert(at).second;
  }
  return grew;
}

void Erasures::learn_difference(const Change& a, const Change& b) {
  if (a.author != b.author) authors_.insert(a.first_id());
  if (a.message != b.message) messages_.insert(a.first_id());
  for (std::size_t i = 0; i < a.operations.size(); ++i) {
    const auto* left = std::get_if<SetOp>(&a.operations[i]);
    const auto* right = std::get_if<SetOp>(&b.operations[i]);
    if (left == nullptr || right == nullptr) continue;
    if (is_erased(left->value) != is_erased(right->value)) values_.insert({a.id_of(i), OpId{}});
  }
}

bool Erasures::learn(const Erasures& other) {
  const std::size_t before = values_.size() + messages_.size() + authors_.size();
  values_.insert(other.values_.begin(), other.values_.end());
  messages_.insert(other.messages_.begin(), other.messages_.end());
  authors_.insert(other.authors_.begin(), other.authors_.end());
  return before != values_.size() + messages_.size() + authors_.size();
}

bool Erasures::strike(Change& change) const {
  bool struck = false;
  const auto empty = [&](std::string& words) {
    struck = struck || !words.empty();
    words.clear();
  };
  if (messages_.contains(change.first_id())) empty(change.message);
  if (authors_.contains(change.first_id())) empty(change.author);
  const OpId last = change.last_id();
  for (auto at = values_.lower_bound({change.first_id(), OpId{}});
       at != values_.end() && !(last < at->first); ++at) {
    auto* set = std::get_if<SetOp>(&change.operations[place_in(change, at->first)]);
    if (set == nullptr || is_erased(set->value)) continue;
    set->value = Erased{};
    struck = true;
  }
  return struck;
}

std::vector<OpId> Erasures::erasers_of(OpId set) const {
  std::vector<OpId> erasers;
  for (auto at = values_.lower_bound({set, OpId{}}); at != values_.end() && at->first == set;
       ++at) {
    erasers.push_back(at->second);
  }
  return erasers;
}

bool Erasures::learn_mentions(const Change& change) {
  bool grew = false;
  const OpId last = change.last_id();
  for (auto at = values_.lower_bound({change.first_id(), OpId{}});
       at != values_.end() && !(last < at->first); ++at) {
    const auto* set = std::get_if<SetOp>(&change.operations[place_in(change, at->first)]);
    if (set == nullptr || at->second.is_null()) continue;
    grew |= mentions_.insert({set->record, at->second}).second;
  }
  return grew;
}

std::vector<OpId> Erasures::erasers_of_mentioned_unsorted(const Change& change) const {
  std::vector<RecordId> records;
  std::vector<OpId> erasers;
  for (const Operation& operation : change.operations) {
    records.clear();
    std::visit(RecordsOf{records}, operation);
    for (const RecordId record : records) {
      for (auto at = mentions_.lower_bound({record, OpId{}});
           at != mentions_.end() && at->record == record; ++at) {
        erasers.push_back(at->eraser);
      }
    }
  }
  return erasers;
}

}  // namespace atlas
