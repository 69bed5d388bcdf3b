// Identities. Ids are types, never bare integers; they order by value so that every list built from
// them is the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace atlas {

// One copy of a workspace in one browser profile: random 64 bits, never zero.
struct ReplicaId {
  std::uint64_t value = 0;
  friend bool operator==(ReplicaId, ReplicaId) = default;
  friend bool operator<(ReplicaId a, ReplicaId b) { return a.value < b.value; }
};

// The n-th operation of a replica; counters start at 1 and are never reused.
struct OpId {
  ReplicaId replica;
  std::uint64_t counter = 0;
  [[nodiscard]] bool is_null() const { return counter == 0 && replica.value == 0; }
  friend bool operator==(OpId, OpId) = default;
  friend bool operator<(OpId a, OpId b) {
    return a.replica == b.replica ? a.counter < b.counter : a.replica < b.replica;
  }
};

// A record. For a record made by a person it is the id of the operation that created it; built-in
// records have ids derived from their key in shared/models. Null means "no record".
struct RecordId {
  ReplicaId replica;
  std::uint64_t counter = 0;
  [[nodiscard]] bool is_null() const { return counter == 0 && replica.value == 0; }
  friend bool operator==(RecordId, RecordId) = default;
  friend bool operator<(RecordId a, RecordId b) {
    return a.replica == b.replica ? a.counter < b.counter : a.replica < b.replica;
  }
};

// The parent of everything at the top of a workspace.
inline constexpr RecordId kRootRecord{};

}  // namespace atlas

template <>
struct std::hash<atlas::RecordId> {
  std::size_t operator()(atlas::RecordId id) const noexcept {
    const std::uint64_t mixed =
        (id.replica.value ^ (id.counter + 0x9E3779B97F4A7C15U)) * 0xBF58476D1CE4E5B9U;
    return static_cast<std::size_t>(mixed ^ (mixed >> 29U));
  }
};
