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

bool Replica::is_same_as_known(const Change& change) const {
  const auto known = log_.find(change.first_id());
  return known && known->index == 0 && log_.change(known->change) == change;
}

Replica::Fate Replica::admit(const Candidate& candidate) {
  const Change& change = candidate.change();
  if (log_.version().has(change.first_id())) {
    return is_same_as_known(change) ? Fate::kKnown : Fate::kBroken;
  }
  if (!log_.is_ready(change)) return Fate::kWaits;
  Change copy;
  if (candidate.fresh == nullptr) copy = change;
  const auto verdict = log_.take(candidate.fresh != nullptr ? *candidate.fresh : copy);
  return verdict == ChangeLog::Verdict::kTaken ? Fate::kTaken : Fate::kBroken;
}

// False when a change of the batch cannot be right. For a broken one among those that had waited
// the batch is not to blame.
bool Replica::admit_all(const std::vector<Candidate>& candidates, std::map<OpId, Change>& late) {
  for (const Candidate& candidate : candidates) {
    const Fate fate = admit(candidate);
    if (candidate.fresh == nullptr) continue;
    if (fate == Fate::kBroken) return false;
    if (fate != Fate::kWaits) continue;
    const OpId id = candidate.fresh->first_id();
    const auto waits = waiting_.find(id);
    if (waits != waiting_.end()) {
      if (!(waits->second == *candidate.fresh)) return false;
      continue;
    }
    const auto [at, is_new] = late.try_emplace(id, Change{});
    if (!is_new && !(at->second == *candidate.fresh)) return false;
    if (is_new) at->second = std::move(*candidate.fresh);
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
  std::map<OpId, Change> late;
  if (!admit_all(candidates(changes), late)) {
    log_.give_back(mark);
    return broken_batch();
  }
  // In force now, or shown to contradict the log: a saved file that held one of these would refuse
  // itself when it is opened.
  std::erase_if(waiting_, [&](const auto& entry) {
    return log_.version().has(entry.first) || log_.is_ready(entry.second);
  });
  waiting_.merge(late);
  log_.update_order();
  records_.take_changes(mark.size);
  return std::size_t{log_.size() - mark.size};
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

void Replica::write(Operation operation) {
  if (!is_writing()) log_.open(self_, std::exchange(expected_, 0));
  records_.take_written(log_.write(std::move(operation)));
}

OpId Replica::close(std::int64_t time_ms, std::string author, std::string message) {
  assert(is_writing());
  log_.close(time_ms, std::move(author), std::move(message));
  records_.keep_written();
  return log_.change(log_.size() - 1).last_id();
}

void Replica::drop() {
  expected_ = 0;
  if (!is_writing()) return;
  records_.take_back_written();
  log_.discard();
}

}  // namespace atlas
