// The log: all changes that are in force, each after everything it was made on. It answers what an
// author knew. Changes stay at their address until they are taken back.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/ids.hpp"
#include "replica/change.hpp"
#include "replica/version.hpp"

namespace atlas {

// An operation by its place in the log. Places depend on the order of arrival: never compare them,
// never store them in a file.
struct OpRef {
  std::uint32_t change = 0;
  std::uint32_t index = 0;
  friend bool operator==(OpRef, OpRef) = default;
};

// The order of everything: Lamport time, then replica. An operation comes after all it knew.
struct LogicalTime {
  std::uint64_t lamport = 0;
  ReplicaId replica;
  friend bool operator==(LogicalTime, LogicalTime) = default;
  friend bool operator<(LogicalTime a, LogicalTime b) {
    return a.lamport == b.lamport ? a.replica < b.replica : a.lamport < b.lamport;
  }
};

class ChangeLog {
 public:
  ChangeLog();

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  [[nodiscard]] const Change& change(std::uint32_t at) const { return entries_[at].change; }
  // For erasing content and putting in what was left out, the only ways in which a change in the
  // log ever changes.
  [[nodiscard]] Change& rewritable(std::uint32_t at) { return entries_[at].change; }
  [[nodiscard]] OpId id(OpRef ref) const { return change(ref.change).id_of(ref.index); }
  [[nodiscard]] LogicalTime time(OpRef ref) const;
  [[nodiscard]] const Operation& operation(OpRef ref) const {
    return change(ref.change).operations[ref.index];
  }
  [[nodiscard]] std::optional<OpRef> find(OpId id) const;

  // Whether the author of `later` knew `earlier` when writing it. Two operations of which neither
  // knows the other are concurrent; those of one replica never are.
  [[nodiscard]] bool knows(OpRef later, OpId earlier) const;
  [[nodiscard]] bool knows(OpRef later, OpRef earlier) const { return knows(later, id(earlier)); }
  // How far the author of the change knew each other replica.
  [[nodiscard]] const Version& past(std::uint32_t at) const { return pasts_[entries_[at].past]; }

  [[nodiscard]] const Version& version() const { return version_; }
  // Places of the changes of a replica that hold operations above the counter, oldest first.
  [[nodiscard]] std::span<const std::uint32_t> after(ReplicaId replica,
                                                     std::uint64_t counter) const;
  // In (Lamport, replica) order; without the open change.
  [[nodiscard]] const std::vector<std::uint32_t>& in_order() const { return order_; }

  // Takes the change in when all it was made on is here. kBroken: it contradicts itself or the log
  // (Lamport time, parents, what it says it saw). Moves from `change` only when kTaken.
  enum class Verdict { kTaken, kWaits, kBroken };
  Verdict take(Change& change);
  // Whether what it was made on is here.
  [[nodiscard]] bool is_ready(const Change& change) const;

  // Taking in a batch: what was taken since the mark can be given back; then the order is brought
  // up to date.
  struct Mark {
    std::uint32_t size = 0;
    Version version;
    std::vector<OpId> heads;
    std::uint64_t lamport = 0;
    std::size_t pasts = 0;
  };
  [[nodiscard]] Mark mark() const;
  void give_back(const Mark& mark);
  void update_order();

  // The change that is being written: it is in the log for readers of single operations, but counts
  // for nothing else until it is closed.
  [[nodiscard]] bool is_open() const { return open_; }
  // `expected` operations: memory for them is taken at once.
  void open(ReplicaId self, std::size_t expected = 0);
  // Operations written before in this change may stand elsewhere after it.
  OpRef write(Operation operation);
  [[nodiscard]] const std::vector<Operation>& last_operations() const {
    return entries_.back().change.operations;
  }
  void close(std::int64_t time_ms, std::string author, std::string message);
  void discard();

 private:
  struct Entry {
    Change change;
    std::uint32_t past = 0;
  };

  [[nodiscard]] bool parents_are_sound(const Change& change) const;
  [[nodiscard]] std::uint32_t past_of(const Change& change);
  [[nodiscard]] bool continues_itself(const Change& change, std::uint32_t past) const;
  [[nodiscard]] bool saw_what_it_says(const Change& change, std::uint32_t past) const;
  void count(const Change& change, std::uint32_t at);

  std::deque<Entry> entries_;  // each stays where it is
  // Shared by changes that one replica made one after the other without hearing of others; the
  // replica's own counter is left to the change itself.
  std::vector<Version> pasts_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> of_replica_;
  Version version_;
  std::vector<OpId> heads_;  // last operations of changes that no other was made on; sorted
  std::uint64_t lamport_ = 0;
  std::vector<std::uint32_t> order_;
  bool open_ = false;
  std::size_t pasts_before_open_ = 0;
};

}  // namespace atlas
