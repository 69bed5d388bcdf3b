#include "replica/refills.hpp"

namespace atlas {
namespace {

// The value of the operation in `copy` that `held` left out; nullptr when there is none.
const Value* value_for(const Operation& held, const Operation& copy) {
  const auto* lacking = std::get_if<SetOp>(&held);
  const auto* having = std::get_if<SetOp>(&copy);
  if (lacking == nullptr || having == nullptr) return nullptr;
  return is_left_out(lacking->value) && !is_gone(having->value) ? &having->value : nullptr;
}

}  // namespace

bool Refills::learn(const Change& held, const Change& copy) {
  for (std::size_t i = 0; i < held.operations.size(); ++i) {
    const Value* value = value_for(held.operations[i], copy.operations[i]);
    met_thin_ |= value != nullptr || value_for(copy.operations[i], held.operations[i]) != nullptr;
    if (value == nullptr) continue;
    const auto [known, is_new] = values_.try_emplace(held.id_of(i), *value);
    if (!is_new && !(known->second == *value)) return false;
  }
  return true;
}

bool Refills::fill(Change& change) const {
  bool filled = false;
  const OpId last = change.last_id();
  for (auto at = values_.lower_bound(change.first_id()); at != values_.end() && !(last < at->first);
       ++at) {
    const auto index = static_cast<std::size_t>(at->first.counter - change.first_counter);
    auto* set = std::get_if<SetOp>(&change.operations[index]);
    if (set == nullptr || !is_left_out(set->value)) continue;
    set->value = at->second;
    filled = true;
  }
  return filled;
}

bool fills_in(const Change& held, const Change& copy) {
  for (std::size_t i = 0; i < held.operations.size(); ++i) {
    if (value_for(held.operations[i], copy.operations[i]) != nullptr) return true;
  }
  return false;
}

}  // namespace atlas
