#include "support/history.hpp"

#include <algorithm>

#include "base/order_key.hpp"
#include "support/picks.hpp"

namespace atlas::test {
namespace {

constexpr std::uint64_t kKeyed = 3;  // records that anybody may create, as built-in ones are
constexpr ReplicaId kKeys{900};
constexpr std::uint32_t kFields = 3;

}  // namespace

HistoryMaker::HistoryMaker(Random& random, std::size_t replicas)
    : random_(random), last_key_(order_key_between(std::nullopt, std::nullopt, OrderTag{1})) {
  for (std::size_t i = 0; i < replicas; ++i) authors_.push_back({{10 + i}, {}, 0});
}

void HistoryMaker::step() {
  Author& author = any_of_list(random_, authors_);
  if (random_.below(3) == 0) {
    hear(author);
  } else {
    write(author);
  }
}

// All that another one knows, or one change with what it was made on.
void HistoryMaker::hear(Author& author) {
  const Author& other = any_of_list(random_, authors_);
  if (other.known.empty()) return;
  if (random_.one_in(2)) {
    author.known.insert(other.known.begin(), other.known.end());
    return;
  }
  std::vector<std::size_t> open{*std::next(
      other.known.begin(), static_cast<std::ptrdiff_t>(random_.below(other.known.size())))};
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (!author.known.insert(at).second) continue;
    for (std::size_t i = 0; i < at; ++i) {
      const auto& parents = changes_[at].parents;
      if (std::binary_search(parents.begin(), parents.end(), changes_[i].last_id())) {
        open.push_back(i);
      }
    }
  }
}

void HistoryMaker::write(Author& author) {
  Change change;
  change.replica = author.id;
  change.first_counter = author.counter + 1;
  std::set<OpId> heads;
  for (const std::size_t at : author.known) heads.insert(changes_[at].last_id());
  for (const std::size_t at : author.known) {
    const Change& known = changes_[at];
    change.lamport = std::max(change.lamport, known.lamport + known.operations.size() - 1);
    for (const OpId parent : known.parents) heads.erase(parent);
  }
  ++change.lamport;
  change.parents.assign(heads.begin(), heads.end());
  for (std::uint64_t i = random_.below(3); i < 3; ++i) {
    change.operations.push_back(operation(author, change));
  }
  change.author = "author " + std::to_string(author.id.value);
  change.message = "message " + std::to_string(changes_.size());
  author.counter += change.operations.size();
  author.known.insert(changes_.size());
  changes_.push_back(std::move(change));
}

Operation HistoryMaker::operation(const Author& author, const Change& so_far) {
  const RecordId record = any_record(author, so_far);
  const RecordId other = any_record(author, so_far);
  const auto field = static_cast<std::uint32_t>(random_.below(kFields)) + 1;
  switch (record.is_null() ? 0 : random_.below(10)) {
    case 0:
    case 1: {
      RecordId created{author.id, so_far.first_counter + so_far.operations.size()};
      if (random_.one_in(4)) created = {kKeys, 1 + random_.below(kKeyed)};
      last_key_ = order_key_between(last_key_, std::nullopt, order_tag(author.id));
      const RecordId parent = other == created ? kRootRecord : other;
      return CreateOp{created, static_cast<std::uint32_t>(random_.below(3)) + 2, parent, last_key_};
    }
    case 2:
    case 3:
    case 4: {
      Value value = Unset{};
      if (!random_.one_in(5)) value = std::string(1, static_cast<char>('a' + random_.below(4)));
      return SetOp{record, field, value, some_of(sets(author, so_far, record, field))};
    }
    case 5:
    case 6:
    case 7:
      return MoveOp{record, other, last_key_};
    case 8:
      if (random_.one_in(2)) return DeleteOp{record};
      return RestoreOp{record, some_of(deletes(author, so_far, record))};
    default:
      if (random_.one_in(2)) return UnknownOp{7, "later"};
      return erasing();
  }
}

// Of anybody's sets and words, known to the author or not, and of what nobody has made yet.
EraseOp HistoryMaker::erasing() {
  std::vector<OpId> sets;
  std::vector<OpId> all;
  for (const Change& change : changes_) {
    all.push_back(change.first_id());
    for (std::size_t i = 0; i < change.operations.size(); ++i) {
      if (std::holds_alternative<SetOp>(change.operations[i])) sets.push_back(change.id_of(i));
    }
  }
  const auto few = [&](std::vector<OpId> ids) {
    std::sort(ids.begin(), ids.end());
    std::erase_if(ids, [&](OpId) { return !random_.one_in(6); });
    return ids;
  };
  EraseOp what{few(sets), few(all), few(all)};
  if (random_.one_in(4) ||
      (what.targets.empty() && what.messages.empty() && what.authors.empty())) {
    what.targets = {{any_of_list(random_, authors_).id, 1 + random_.below(60)}};
  }
  return what;
}

std::vector<const Operation*> HistoryMaker::known_operations(const Author& author,
                                                             const Change& so_far) const {
  std::vector<const Operation*> operations;
  for (const std::size_t at : author.known) {
    for (const Operation& known : changes_[at].operations) operations.push_back(&known);
  }
  for (const Operation& own : so_far.operations) operations.push_back(&own);
  return operations;
}

// Mostly one that the author knows, seldom one that nobody may know yet.
RecordId HistoryMaker::any_record(const Author& author, const Change& so_far) {
  std::vector<RecordId> records;
  for (const Operation* known : known_operations(author, so_far)) {
    const auto* create = std::get_if<CreateOp>(known);
    if (create != nullptr) records.push_back(create->record);
  }
  if (random_.one_in(12)) return {kKeys, 1 + random_.below(kKeyed)};
  if (records.empty() || random_.one_in(6)) return kRootRecord;
  return any_of_list(random_, records);
}

// All of them, as the app would write it, or by chance a part.
std::vector<OpId> HistoryMaker::some_of(std::vector<OpId> ids) {
  std::sort(ids.begin(), ids.end());
  if (random_.one_in(4)) std::erase_if(ids, [&](OpId) { return random_.one_in(2); });
  return ids;
}

std::vector<OpId> HistoryMaker::sets(const Author& author, const Change& so_far, RecordId record,
                                     std::uint32_t field) const {
  std::vector<OpId> ids;
  const auto look = [&](const Change& change) {
    for (std::size_t i = 0; i < change.operations.size(); ++i) {
      const auto* set = std::get_if<SetOp>(&change.operations[i]);
      if (set != nullptr && set->record == record && set->field == field) {
        ids.push_back(change.id_of(i));
      }
    }
  };
  for (const std::size_t at : author.known) look(changes_[at]);
  look(so_far);
  return ids;
}

std::vector<OpId> HistoryMaker::deletes(const Author& author, const Change& so_far,
                                        RecordId record) const {
  std::vector<OpId> ids;
  const auto look = [&](const Change& change) {
    for (std::size_t i = 0; i < change.operations.size(); ++i) {
      const auto* removal = std::get_if<DeleteOp>(&change.operations[i]);
      if (removal != nullptr && removal->record == record) ids.push_back(change.id_of(i));
    }
  };
  for (const std::size_t at : author.known) look(changes_[at]);
  look(so_far);
  return ids;
}

std::vector<Change> random_history(Random& random) {
  HistoryMaker maker(random, 2 + static_cast<std::size_t>(random.below(4)));
  const std::uint64_t steps = 10 + random.below(50);
  for (std::uint64_t i = 0; i < steps; ++i) maker.step();
  return maker.changes();
}

}  // namespace atlas::test
