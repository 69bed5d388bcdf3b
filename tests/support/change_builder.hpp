// Builds changes by hand, as another copy of the workspace would have made them.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/order_key.hpp"
#include "replica/change.hpp"

namespace atlas::test {

inline const std::string kFirstKey = order_key_between(std::nullopt, std::nullopt, OrderTag{1});
inline const std::string kSecondKey = order_key_between(kFirstKey, std::nullopt, OrderTag{1});

// A change of the replica on top of the given ones (all of their pasts included); continues the
// counters of `own`, its previous change, when there is one.
inline Change change_on(ReplicaId replica, std::initializer_list<const Change*> parents,
                        std::vector<Operation> operations) {
  Change change;
  change.replica = replica;
  change.first_counter = 1;
  change.operations = std::move(operations);
  for (const Change* parent : parents) {
    change.parents.push_back(parent->last_id());
    const std::uint64_t last = parent->lamport + parent->operations.size() - 1;
    if (last > change.lamport) change.lamport = last;
    if (parent->replica == replica) change.first_counter = parent->last_id().counter + 1;
  }
  ++change.lamport;
  for (std::size_t i = 1; i < change.parents.size(); ++i) {
    for (std::size_t j = i; j > 0 && change.parents[j] < change.parents[j - 1]; --j) {
      std::swap(change.parents[j], change.parents[j - 1]);
    }
  }
  return change;
}

inline RecordId record_of(OpId id) {
  return {id.replica, id.counter};
}

inline CreateOp create(RecordId record, RecordId parent = kRootRecord,
                       std::string order = kFirstKey) {
  return {record, 3, parent, std::move(order)};
}

}  // namespace atlas::test
