#include "document/thin.hpp"

#include <algorithm>

namespace atlas {
namespace {

// What takes no room can stay.
bool is_small(const Value& value) {
  return is_unset(value) || is_gone(value) || std::holds_alternative<NotStated>(value) ||
         std::holds_alternative<bool>(value);
}

void leave_out_replaced(const Document& document, Change& change) {
  for (std::size_t i = 0; i < change.operations.size(); ++i) {
    auto* set = std::get_if<SetOp>(&change.operations[i]);
    if (set == nullptr || is_small(set->value) || document.stands(change.id_of(i))) continue;
    set->value = LeftOut{};
  }
}

bool leaves_out(const Change& change) {
  return std::any_of(change.operations.begin(), change.operations.end(),
                     [](const Operation& operation) {
                       const auto* set = std::get_if<SetOp>(&operation);
                       return set != nullptr && is_left_out(set->value);
                     });
}

}  // namespace

Change thin_change(const Document& document, const Change& change) {
  Change thin = change;
  // What waits is not in force, so nothing can be said of it.
  if (document.find_change(change.first_id()) != nullptr) leave_out_replaced(document, thin);
  return thin;
}

bool is_thin(const Document& document) {
  const std::vector<const Change*> changes = document.changes();
  return std::any_of(changes.begin(), changes.end(),
                     [](const Change* change) { return leaves_out(*change); });
}

}  // namespace atlas
