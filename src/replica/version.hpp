// A version vector: how far the operations of each replica are known. Counters of a replica have no
// gaps, so one number a replica says it all.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/ids.hpp"

namespace atlas {

class Version {
 public:
  Version() = default;
  // Entries in any order, as a holder of a copy reports them; the highest of a replica counts.
  explicit Version(std::span<const OpId> entries);

  // The highest counter known of the replica; 0 when none.
  [[nodiscard]] std::uint64_t known(ReplicaId replica) const;
  [[nodiscard]] bool has(OpId id) const { return id.counter <= known(id.replica); }
  void raise(OpId id);
  void join(const Version& other);
  // (replica, highest counter), sorted by replica.
  [[nodiscard]] const std::vector<OpId>& entries() const { return entries_; }

 private:
  std::vector<OpId> entries_;
};

}  // namespace atlas
