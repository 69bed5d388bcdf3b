#include "replica/replica.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/tr.hpp"
#include "replica/change_check.hpp"

namespace atlas {
namespace {

Error broken_batch() {
  return error_of(ErrorCode::kDamaged, tr(Text::kErrorContradicts), tr(Text::kKeptNothingChanged),
                  tr(Text::kNextFreshCopy));
}

}  // namespace

std::vector<Replica::Candidate> Replica::candidates(std::vector<Change>& changes) const {
  std::vector<Candidate> result;
  result.reserve(changes.size() + waiting_.size());
  for (Change& change : changes) result.push_back({&change, nullptr});
  for (const auto& [id, change] : waiting_) result.push_back({nullptr, &change});
  // What a change was made on has a smaller Lamport time, so one pass in this order suffices.
  const auto before = [](const Candidate& a, const Candidate& b) {
    const Change& left = a.change();
    const Change& right = b.change();
    if (left.lamport != right.lamport) return left.lamport < right.lamport;
    return left.first_id() < right.first_id();
  };
  if (!std::is_sorted(result.begin(), result.end(), before)) {
    std::stable_sort(result.begin(), result.end(), before);
  }
  return result;
}

// The same change in the log, of which other parts may be erased or left out.
const Change* Replica::known_as(const Change& change) const {
  const auto known = log_.find(change.first_id());
  if (!known || known->index != 0) return nullptr;
  const Change& there = log_.change(known->change);
  return is_same_but_for_gone(there, change) ? &there : nullptr;
}

Replica::Fate Replica::admit(const Candidate& candidate, Findings& found) {
  const Change& change = candidate.change();
  if (log_.version().has(change.first_id())) {
    const Change* known = known_as(change);
    if (known == nullptr) return Fate::kBroken;
    found.erased.learn_difference(*known, change);
    return found.refills.learn(*known, change) ? Fate::kKnown : Fate::kBroken;
  }
  if (!log_.is_ready(change)) return Fate::kWaits;
  Change copy;
  if (candidate.fresh == nullptr) copy = change;
  const auto verdict = log_.take(candidate.fresh != nullptr ? *candidate.fresh : copy);
  return verdict == ChangeLog::Verdict::kTaken ? Fate::kTaken : Fate::kBroken;
}

// False when a change of the batch cannot be right. For a broken one among those that had waited
// the batch is not to blame.
bool Replica::admit_all(const std::vector<Candidate>& candidates, Late& late, Findings& found) {
  for (const Candidate& candidate : candidates) {
    const Fate fate = admit(candidate, found);
    if (candidate.fresh == nullptr) continue;
    if (fate == Fate::kBroken) return false;
    if (fate != Fate::kWaits) continue;
    const OpId id = candidate.fresh->first_id();
    const auto waits = waiting_.find(id);
    const auto is_late = late.find(id);
    if (waits == waiting_.end() && is_late == late.end()) {
      late.emplace(id, std::move(*candidate.fresh));
      continue;
    }
    const Change& there = waits != waiting_.end() ? waits->second : is_late->second;
    if (!is_same_but_for_gone(there, *candidate.fresh)) return false;
    found.erased.learn_difference(there, *candidate.fresh);
    if (!found.refills.learn(there, *candidate.fresh)) return false;
  }
  // One that is ready only now has a Lamport time before that of its parents.
  return std::none_of(late.begin(), late.end(), [&](const auto& entry) {
    return log_.is_ready(entry.second) || log_.version().has(entry.first);
  });
}

Result<std::size_t> Replica::integrate(std::vector<Change> changes) {
  if (is_writing()) {
    return error_of(ErrorCode::kConflict, tr(Text::kErrorEditUnderWay),
                    tr(Text::kKeptNothingChanged), tr(Text::kNextFinishEdit));
  }
  if (!std::all_of(changes.begin(), changes.end(), is_well_formed)) return broken_batch();
  const ChangeLog::Mark mark = log_.mark();
  Late late;
  Findings found;
  if (!admit_all(candidates(changes), late, found)) {
    log_.give_back(mark);
    return broken_batch();
  }
  refill(found.refills, late);
  const bool more_erased = take_note(late, mark.size, found.erased);
  // In force now, or shown to contradict the log: a saved file that held one of these would refuse
  // itself when it is opened.
  std::erase_if(waiting_, [&](const auto& entry) {
    return log_.version().has(entry.first) || log_.is_ready(entry.second);
  });
  waiting_.merge(late);
  log_.update_order();
  strike(more_erased ? 0 : mark.size);
  records_.take_changes(mark.size);
  return std::size_t{log_.size() - mark.size};
}

// True when something is erased now that was not before.
bool Replica::take_note(const Late& late, std::uint32_t first, const Erasures& found) {
  bool more = erasures_.learn(found);
  for (std::uint32_t at = first; at < log_.size(); ++at) more |= erasures_.learn(log_.change(at));
  for (const auto& [id, change] : late) more |= erasures_.learn(change);
  if (!found.empty()) ++rewritten_;
  return more;
}

// Puts in what copies of changes have that these, in force or waiting, left out.
void Replica::refill(const Refills& refills, Late& late) {
  // Whichever came first: what was stored or written before may lack it.
  if (refills.met_thin()) ++rewritten_;
  for (const auto& [id, value] : refills.values()) {
    const auto found = log_.find(id);
    if (found && refills.fill(log_.rewritable(found->change)))
      note_rewritten(log_.change(found->change));
  }
  for (Late* waiting : {&waiting_, &late}) {
    for (auto& [id, change] : *waiting) {
      if (refills.fill(change)) note_rewritten(change);
    }
  }
}

// Takes what is erased out of the changes in force from place `first` on, and of those that wait.
void Replica::strike(std::uint32_t first) {
  if (erasures_.empty()) return;
  bool more_mentioned = false;
  for (std::uint32_t at = first; at < log_.size(); ++at) {
    more_mentioned |= erasures_.learn_mentions(log_.change(at));
    if (erasures_.strike(log_.rewritable(at))) note_rewritten(log_.change(at));
  }
  for (auto& [id, change] : waiting_) {
    more_mentioned |= erasures_.learn_mentions(change);
    if (erasures_.strike(change)) note_rewritten(change);
  }
  if (erasures_.has_mentions()) strike_messages(more_mentioned ? 0 : first);
}

// What an author knew is settled once a change is in force: so every copy decides the same.
void Replica::strike_messages(std::uint32_t first) {
  for (std::uint32_t at = first; at < log_.size(); ++at) {
    Change& change = log_.rewritable(at);
    if (change.message.empty()) continue;
    const std::vector<OpId> erasers = erasures_.erasers_of_mentioned_unsorted(change);
    const bool knew_all = std::all_of(erasers.begin(), erasers.end(), [&](OpId eraser) {
      return eraser.replica == change.replica ? eraser.counter <= change.last_id().counter
                                              : log_.past(at).has(eraser);
    });
    if (knew_all) continue;
    change.message.clear();
    note_rewritten(change);
  }
}

void Replica::note_rewritten(const Change& change) {
  ++rewritten_;
  for (const Operation& operation : change.operations) {
    std::visit(
        [&](const auto& op) {
          if constexpr (requires { op.record; }) records_.take_rewritten(op.record);
        },
        operation);
  }
}

Result<> Replica::can_write() const {
  const bool own_waits = std::any_of(waiting_.begin(), waiting_.end(), [&](const auto& entry) {
    return entry.first.replica == self_;
  });
  if (!own_waits) return Ok{};
  return error_of(ErrorCode::kConflict, tr(Text::kErrorOwnEditsMissing),
                  tr(Text::kKeptNothingChanged), tr(Text::kNextOpenFileWithEdits));
}

OpId Replica::next_id() const {
  if (!is_writing()) return {self_, log_.version().known(self_) + 1};
  const Change& open = log_.change(log_.size() - 1);
  return {self_, open.first_counter + open.operations.size()};
}

Replica::Written Replica::write(Operation operation) {
  if (!is_writing()) log_.open(self_, std::exchange(expected_, 0));
  const Operation* const first = log_.last_operations().data();
  const OpRef written = log_.write(std::move(operation));
  const bool moved = written.index > 0 && log_.last_operations().data() != first;
  if (moved) records_.touch_written();
  records_.take_written(written);
  return moved ? Written::kOthersMoved : Written::kStays;
}

OpId Replica::close(std::int64_t time_ms, std::string author, std::string message) {
  assert(is_writing());
  log_.close(time_ms, std::move(author), std::move(message));
  records_.keep_written();
  const std::uint32_t written = log_.size() - 1;
  strike(erasures_.learn(log_.change(written)) ? 0 : written);
  return log_.change(log_.size() - 1).last_id();
}

void Replica::drop() {
  expected_ = 0;
  if (!is_writing()) return;
  records_.take_back_written();
  log_.discard();
}

}  // namespace atlas
