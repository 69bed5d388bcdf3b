#include "replica/change_check.hpp"

#include <algorithm>

#include "base/order_key.hpp"

namespace atlas {
namespace {

// Exact in every reader of the format, also one that counts in doubles.
constexpr std::uint64_t kLargestNumber = (std::uint64_t{1} << 53U) - 1;

bool is_rising(const std::vector<OpId>& ids) {
  return std::adjacent_find(ids.begin(), ids.end(), [](OpId a, OpId b) { return !(a < b); }) ==
         ids.end();
}

bool names_ids(const std::vector<OpId>& ids) {
  return is_rising(ids) && std::all_of(ids.begin(), ids.end(), [](OpId id) {
           return id.replica.value != 0 && id.counter != 0 && id.counter <= kLargestNumber;
         });
}

struct Check {
  bool operator()(const CreateOp& op) const {
    return !op.record.is_null() && op.record != op.parent && is_order_key(op.order);
  }
  bool operator()(const SetOp& op) const { return !op.record.is_null() && is_rising(op.replaces); }
  bool operator()(const MoveOp& op) const { return !op.record.is_null() && is_order_key(op.order); }
  bool operator()(DeleteOp op) const { return !op.record.is_null(); }
  bool operator()(const RestoreOp& op) const {
    return !op.record.is_null() && is_rising(op.undoes);
  }
  bool operator()(const EraseOp& op) const {
    const bool names = !op.targets.empty() || !op.messages.empty() || !op.authors.empty();
    return names && names_ids(op.targets) && names_ids(op.messages) && names_ids(op.authors);
  }
  bool operator()(const UnknownOp& op) const {
    return op.kind >= std::variant_size_v<Operation> - 1;
  }
};

}  // namespace

bool is_well_formed(const Change& change) {
  const std::size_t count = change.operations.size();
  if (change.replica.value == 0 || count == 0 || change.first_counter == 0) return false;
  if (change.first_counter > kLargestNumber - count || change.lamport == 0 ||
      change.lamport > kLargestNumber - count) {
    return false;
  }
  // Counters begin at 1: an id with none is of no operation, though every version reaches so far.
  const bool has_parents = std::all_of(change.parents.begin(), change.parents.end(),
                                       [](OpId parent) { return parent.counter != 0; });
  return has_parents && is_rising(change.parents) &&
         std::all_of(change.operations.begin(), change.operations.end(),
                     [](const Operation& operation) { return std::visit(Check{}, operation); });
}

}  // namespace atlas
