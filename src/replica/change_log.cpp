#include "replica/change_log.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace atlas {

ChangeLog::ChangeLog() : pasts_(1) {}

LogicalTime ChangeLog::time(OpRef ref) const {
  const Change& held = change(ref.change);
  return {held.lamport + ref.index, held.replica};
}

std::span<const std::uint32_t> ChangeLog::after(ReplicaId replica, std::uint64_t counter) const {
  const auto found = of_replica_.find(replica.value);
  if (found == of_replica_.end()) return {};
  const std::vector<std::uint32_t>& places = found->second;
  // Most questions are about the newest.
  if (!places.empty() && change(places.back()).first_counter <= counter + 1) {
    const bool holds = change(places.back()).last_id().counter > counter;
    return std::span(places).last(holds ? 1 : 0);
  }
  const auto first = std::partition_point(places.begin(), places.end(), [&](std::uint32_t at) {
    return change(at).last_id().counter <= counter;
  });
  return std::span(places).subspan(static_cast<std::size_t>(first - places.begin()));
}

std::optional<OpRef> ChangeLog::find(OpId id) const {
  if (open_ && !entries_.empty()) {
    const Change& open = entries_.back().change;
    if (id.replica == open.replica && id.counter >= open.first_counter) {
      const std::uint64_t index = id.counter - open.first_counter;
      if (index >= open.operations.size()) return std::nullopt;
      return OpRef{size() - 1, static_cast<std::uint32_t>(index)};
    }
  }
  if (id.counter == 0 || !version_.has(id)) return std::nullopt;
  const std::uint32_t at = after(id.replica, id.counter - 1).front();
  return OpRef{at, static_cast<std::uint32_t>(id.counter - change(at).first_counter)};
}

bool ChangeLog::knows(OpRef later, OpId earlier) const {
  const OpId own = id(later);
  if (own.replica == earlier.replica) return earlier.counter < own.counter;
  return past(later.change).has(earlier);
}

bool ChangeLog::is_ready(const Change& change) const {
  return version_.known(change.replica) + 1 == change.first_counter &&
         std::all_of(change.parents.begin(), change.parents.end(),
                     [&](OpId parent) { return version_.has(parent); });
}

// Parents are the ends of changes, and the Lamport time is the next one after theirs: so it can
// neither run backwards nor be pushed towards its end by a hostile file.
bool ChangeLog::parents_are_sound(const Change& change) const {
  std::uint64_t lamport = 0;
  for (const OpId parent : change.parents) {
    const OpRef ref = *find(parent);
    if (this->change(ref.change).last_id() != parent) return false;
    lamport = std::max(lamport, time(ref).lamport);
  }
  return change.lamport == lamport + 1;
}

std::uint32_t ChangeLog::past_of(const Change& change) {
  if (change.parents.empty()) return 0;
  if (change.parents.size() == 1 && change.parents.front().replica == change.replica) {
    return entries_[find(change.parents.front())->change].past;
  }
  Version joined;
  for (const OpId parent : change.parents) {
    joined.join(past(find(parent)->change));
    joined.raise(parent);
  }
  pasts_.push_back(std::move(joined));
  return static_cast<std::uint32_t>(pasts_.size() - 1);
}

bool ChangeLog::saw_what_it_says(const Change& change, std::uint32_t past) const {
  const auto saw_all = [&](const std::vector<OpId>& ids, std::size_t index) {
    return std::all_of(ids.begin(), ids.end(), [&](OpId id) {
      if (id.counter == 0) return false;
      if (id.replica == change.replica) return id.counter < change.first_counter + index;
      return pasts_[past].has(id);
    });
  };
  for (std::size_t i = 0; i < change.operations.size(); ++i) {
    const Operation& operation = change.operations[i];
    const auto* set = std::get_if<SetOp>(&operation);
    if (set != nullptr && !saw_all(set->replaces, i)) return false;
    const auto* restore = std::get_if<RestoreOp>(&operation);
    if (restore != nullptr && !saw_all(restore->undoes, i)) return false;
  }
  return true;
}

// A replica knows all that it did itself.
bool ChangeLog::continues_itself(const Change& change, std::uint32_t past) const {
  std::uint64_t own = pasts_[past].known(change.replica);
  for (const OpId parent : change.parents) {
    if (parent.replica == change.replica) own = std::max(own, parent.counter);
  }
  return own + 1 == change.first_counter;
}

ChangeLog::Verdict ChangeLog::take(Change& change) {
  assert(!open_);
  if (!is_ready(change)) return Verdict::kWaits;
  if (!parents_are_sound(change)) return Verdict::kBroken;
  const std::size_t pasts = pasts_.size();
  const std::uint32_t past = past_of(change);
  if (!continues_itself(change, past) || !saw_what_it_says(change, past)) {
    pasts_.resize(pasts);
    return Verdict::kBroken;
  }
  entries_.push_back({std::move(change), past});
  count(entries_.back().change, size() - 1);
  return Verdict::kTaken;
}

void ChangeLog::count(const Change& change, std::uint32_t at) {
  of_replica_[change.replica.value].push_back(at);
  version_.raise(change.last_id());
  std::erase_if(heads_, [&](OpId head) {
    return std::binary_search(change.parents.begin(), change.parents.end(), head);
  });
  const OpId last = change.last_id();
  heads_.insert(std::lower_bound(heads_.begin(), heads_.end(), last), last);
  lamport_ = std::max(lamport_, change.lamport + change.operations.size() - 1);
}

ChangeLog::Mark ChangeLog::mark() const {
  return {size(), version_, heads_, lamport_, pasts_.size()};
}

void ChangeLog::give_back(const Mark& mark) {
  while (size() > mark.size) {
    of_replica_[entries_.back().change.replica.value].pop_back();
    entries_.pop_back();
  }
  version_ = mark.version;
  heads_ = mark.heads;
  lamport_ = mark.lamport;
  pasts_.resize(mark.pasts);
}

void ChangeLog::update_order() {
  const auto before = [&](std::uint32_t a, std::uint32_t b) { return time({a, 0}) < time({b, 0}); };
  const std::size_t old = order_.size();
  for (auto at = static_cast<std::uint32_t>(old); at < size(); ++at) order_.push_back(at);
  const auto middle = order_.begin() + static_cast<std::ptrdiff_t>(old);
  std::sort(middle, order_.end(), before);
  if (old > 0 && middle != order_.end() && before(*middle, *(middle - 1))) {
    std::inplace_merge(order_.begin(), middle, order_.end(), before);
  }
}

void ChangeLog::open(ReplicaId self, std::size_t expected) {
  assert(!open_);
  Change change;
  change.replica = self;
  change.operations.reserve(expected);
  change.first_counter = version_.known(self) + 1;
  change.lamport = lamport_ + 1;
  change.parents = heads_;
  pasts_before_open_ = pasts_.size();
  const std::uint32_t past = past_of(change);
  entries_.push_back({std::move(change), past});
  open_ = true;
}

OpRef ChangeLog::write(Operation operation) {
  assert(open_);
  std::vector<Operation>& operations = entries_.back().change.operations;
  operations.push_back(std::move(operation));
  return {size() - 1, static_cast<std::uint32_t>(operations.size() - 1)};
}

void ChangeLog::close(std::int64_t time_ms, std::string author, std::string message) {
  assert(open_ && !entries_.back().change.operations.empty());
  Change& change = entries_.back().change;
  change.time_ms = time_ms;
  change.author = std::move(author);
  change.message = std::move(message);
  open_ = false;
  count(change, size() - 1);
  update_order();
}

void ChangeLog::discard() {
  assert(open_);
  pasts_.resize(pasts_before_open_);
  entries_.pop_back();
  open_ = false;
}

}  // namespace atlas
