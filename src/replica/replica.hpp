// One copy of a workspace, below any word of partnerships: the log, the changes that wait for
// others, and the records that follow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "replica/change_log.hpp"
#include "replica/erasures.hpp"
#include "replica/records.hpp"
#include "replica/refills.hpp"

namespace atlas {

class Replica {
 public:
  explicit Replica(ReplicaId self) : self_(self), records_(log_) {}
  Replica(const Replica&) = delete;
  Replica& operator=(const Replica&) = delete;

  [[nodiscard]] ReplicaId self() const { return self_; }
  [[nodiscard]] const ChangeLog& log() const { return log_; }
  [[nodiscard]] const Records& records() const { return records_; }
  // By (replica, first counter).
  [[nodiscard]] const std::map<OpId, Change>& waiting() const { return waiting_; }

  [[nodiscard]] const Erasures& erasures() const { return erasures_; }
  // Grows when content of changes was found to be other than it was held before: something erased
  // was met, in a change that came or that was here, or a value came back that was left out.
  [[nodiscard]] std::uint64_t rewritten() const { return rewritten_; }

  // Changes in any order, any number of times. All or nothing; the number of changes that came into
  // force, those that had waited included. Not while a change is open (kConflict).
  Result<std::size_t> integrate(std::vector<Change> changes);

  // Writing: each operation takes effect at once, in a change that is open until it is closed or
  // dropped. Whether an operation is sensible is for the caller to know.
  [[nodiscard]] bool is_writing() const { return log_.is_open(); }
  // kConflict when this copy's own later changes are waiting: its numbers would be used twice.
  [[nodiscard]] Result<> can_write() const;
  [[nodiscard]] OpId next_id() const;
  // kOthersMoved: values of operations written before in this change stand elsewhere now.
  enum class Written : std::uint8_t { kStays, kOthersMoved };
  Written write(Operation operation);
  // Not while a change is open.
  void write_as(ReplicaId self) { self_ = self; }
  // That so many writes will come in the next change.
  void expect(std::size_t operations) { expected_ = operations; }
  OpId close(std::int64_t time_ms, std::string author, std::string message);
  void drop();

  // What may look different since the last call.
  [[nodiscard]] Records::Touched take_touched() { return records_.take_touched(); }

 private:
  struct Candidate {
    Change* fresh = nullptr;         // of the batch: moved from when taken
    const Change* waited = nullptr;  // otherwise: stays where it is
    [[nodiscard]] const Change& change() const { return fresh != nullptr ? *fresh : *waited; }
  };
  enum class Fate { kTaken, kKnown, kWaits, kBroken };
  [[nodiscard]] std::vector<Candidate> candidates(std::vector<Change>& changes) const;
  using Late = std::map<OpId, Change>;
  // What copies of changes that are here tell of them.
  struct Findings {
    Erasures erased;
    Refills refills;
  };
  [[nodiscard]] Fate admit(const Candidate& candidate, Findings& found);
  [[nodiscard]] const Change* known_as(const Change& change) const;
  bool admit_all(const std::vector<Candidate>& candidates, Late& late, Findings& found);
  bool take_note(const Late& late, std::uint32_t first, const Erasures& found);
  void refill(const Refills& refills, Late& late);
  void strike(std::uint32_t first);
  void strike_messages(std::uint32_t first);
  void note_rewritten(const Change& change);

  ReplicaId self_;
  std::size_t expected_ = 0;
  ChangeLog log_;
  std::map<OpId, Change> waiting_;
  Records records_;
  Erasures erasures_;
  std::uint64_t rewritten_ = 0;
};

}  // namespace atlas
