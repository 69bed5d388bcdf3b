#include "replica/version.hpp"

#include <algorithm>

namespace atlas {
namespace {

bool replica_before(OpId entry, ReplicaId replica) {
  return entry.replica < replica;
}

}  // namespace

Version::Version(std::span<const OpId> entries) {
  for (const OpId entry : entries) raise(entry);
}

std::uint64_t Version::known(ReplicaId replica) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), replica, replica_before);
  return at != entries_.end() && at->replica == replica ? at->counter : 0;
}

void Version::raise(OpId id) {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), id.replica, replica_before);
  if (at == entries_.end() || at->replica != id.replica) {
    entries_.insert(at, id);
  } else {
    at->counter = std::max(at->counter, id.counter);
  }
}

void Version::join(const Version& other) {
  for (const OpId entry : other.entries_) raise(entry);
}

}  // namespace atlas
