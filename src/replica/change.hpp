// A change: a run of operations made in one act by one replica. It never changes once it is made,
// except that content of it is erased for good (erasures.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "replica/operation.hpp"

namespace atlas {

struct Change {
  ReplicaId replica;
  std::uint64_t first_counter = 0;    // operation i has id (replica, first_counter + i)
  std::uint64_t lamport = 0;          // of the first operation; operation i has lamport + i
  std::vector<OpId> parents;          // last operations of the changes it was made on; sorted
  std::int64_t time_ms = 0;           // wall clock since 1970, shown and never ordered by
  std::string author;                 // as the person gave it; may be empty
  std::string message;                // what the act was, in words: "Change status"
  std::vector<Operation> operations;  // never empty

  [[nodiscard]] OpId first_id() const { return {replica, first_counter}; }
  [[nodiscard]] OpId last_id() const { return {replica, first_counter + operations.size() - 1}; }
  [[nodiscard]] OpId id_of(std::size_t index) const { return {replica, first_counter + index}; }
  friend bool operator==(const Change&, const Change&) = default;
};

}  // namespace atlas
