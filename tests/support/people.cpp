#include "support/people.hpp"

#include <doctest/doctest.h>

#include "support/seeds.hpp"
#include "support/structure.hpp"

namespace atlas::test {
namespace {

constexpr FieldNumber kName{16};
constexpr FieldNumber kOwner{17};
constexpr FieldNumber kDue{19};
constexpr FieldNumber kStatus{20};
constexpr FieldNumber kServes{24};

Position any_position(Random& random, const Document& document, RecordId parent) {
  const std::vector<RecordId> children = document.children(parent);
  if (children.empty() || random.one_in(2)) return {};
  return {any_of_list(random, children)};
}

void add(Random& random, const Document& document, Transaction& transaction, RecordId parent) {
  const bool objective = random.one_in(3);
  const RecordId made = transaction.create(objective ? RecordType::kObjective : RecordType::kAction,
                                           parent, any_position(random, document, parent));
  const Result<> named = transaction.set(made, kName, "Do " + std::to_string(random.below(100)));
  REQUIRE(named.ok());
}

void edit(Random& random, const Document& document, Transaction& transaction, RecordId record) {
  Result<> done = Ok{};
  const bool is_action = document.find(record)->type == RecordType::kAction;
  switch (is_action ? random.below(4) : 4 + random.below(2)) {
    case 0:
      done = transaction.set(record, kOwner, std::string(1, char('A' + random.below(5))));
      break;
    case 1:
      done = transaction.set(record, kStatus, Choice{1 + std::uint32_t(random.below(6))});
      break;
    case 2:
      done = transaction.set(record, kDue, Date{std::int32_t(14'000 + random.below(9))});
      break;
    case 3:
      done = transaction.set(record, kOwner, Unset{});
      break;
    case 4:
      done = transaction.set(record, kName, "Goal " + std::to_string(random.below(9)));
      break;
    default: {
      const std::vector<RecordId> outcomes = document.records_of(RecordType::kOutcome);
      if (!outcomes.empty()) {
        done = transaction.set(record, kServes, any_of_list(random, outcomes));
      }
    }
  }
  REQUIRE(done.ok());
}

void add_outcome(Transaction& transaction) {
  const RecordId made = transaction.create(RecordType::kOutcome, kRootRecord);
  REQUIRE(transaction.set(made, kName, std::string("Outcome")).ok());
}

void settle(Random& random, const Document& document, Transaction& transaction) {
  const std::vector<Clash> clashes = document.clashes();
  if (clashes.empty()) return;
  const Clash& clash = any_of_list(random, clashes);
  Result<> done = Ok{};
  switch (clash.kind) {
    case ClashKind::kField: {
      // A value that may not stand there any more is refused; that is no failure here.
      const Value value = any_of_list(random, clash.sides).value;
      (void)transaction.settle(clash.record, clash.field, value).ok();
      break;
    }
    case ClashKind::kMovedApart:
    case ClashKind::kCircle:
      done = transaction.move(clash.record, document.find(clash.record)->parent);
      break;
    case ClashKind::kDeletedAndEdited:
      done =
          random.one_in(2) ? transaction.restore(clash.record) : transaction.remove(clash.record);
      break;
  }
  REQUIRE(done.ok());
}

// Out of the bin again, where there is anything in it.
void restore(Random& random, const Document& document, Transaction& transaction) {
  std::vector<RecordId> in_bin = created_records(document);
  std::erase_if(in_bin, [&](RecordId id) { return !document.find(id)->deleted; });
  if (in_bin.empty()) return;
  REQUIRE(transaction.restore(any_of_list(random, in_bin)).ok());
}

// The first two records, one under the other: somebody else may do it the other way round.
void move_across(Random& random, const std::vector<RecordId>& records, Transaction& transaction) {
  const std::size_t lower = random.one_in(2) ? 1 : 0;
  (void)transaction.move(records[lower], records[1 - lower]).ok();
}

void step(Random& random, const Document& document, Transaction& transaction) {
  const std::vector<RecordId> records = live_records(document);
  if (records.size() < 3 || random.one_in(5)) {
    add(random, document, transaction,
        records.empty() || random.one_in(3) ? kRootRecord : any_of_list(random, records));
    return;
  }
  const RecordId record = any_of_list(random, records);
  switch (random.below(12)) {
    case 0:
      REQUIRE(transaction.remove(record).ok());
      break;
    case 10:
      restore(random, document, transaction);
      break;
    case 11:
      move_across(random, records, transaction);
      break;
    case 1:
      settle(random, document, transaction);
      break;
    case 2:
      add_outcome(transaction);
      break;
    case 3:
    case 4: {
      const RecordId parent = any_of_list(random, records);
      // Moves under oneself are refused and change nothing.
      (void)transaction.move(record, parent, any_position(random, document, parent)).ok();
      break;
    }
    default:
      if (document.find(record)->type != RecordType::kOutcome) {
        edit(random, document, transaction, record);
      }
  }
}

std::vector<Change> lacking(const Person& from, const Person& to) {
  std::vector<Change> changes;
  for (const Change* change : from.document.changes_since(to.document.version())) {
    changes.push_back(*change);
  }
  return changes;
}

}  // namespace

std::vector<RecordId> live_records(const Document& document) {
  std::vector<RecordId> records;
  for (const RecordType type :
       {RecordType::kAction, RecordType::kObjective, RecordType::kOutcome}) {
    const std::vector<RecordId> more = document.records_of(type);
    records.insert(records.end(), more.begin(), more.end());
  }
  return records;
}

std::optional<OpId> act(Random& random, Person& person, Ending ending) {
  Transaction transaction(person.document, "Work", {0, "Somebody"});
  for (std::uint64_t i = random.below(4); i < 4; ++i) {
    step(random, person.document, transaction);
  }
  if (ending == Ending::kDrop) return std::nullopt;
  const Result<std::optional<OpId>> committed = transaction.commit();
  REQUIRE(committed.ok());
  if (committed.value()) person.undo.committed(*committed.value());
  return committed.value();
}

void send(const Person& from, Person& to) {
  REQUIRE(to.document.integrate(lacking(from, to)).ok());
}

void send_in_pieces(Random& random, const Person& from, Person& to) {
  std::vector<Change> changes = lacking(from, to);
  const std::size_t once = changes.size();
  for (std::size_t i = 0; i < once; ++i) {
    if (random.one_in(4)) changes.push_back(Change(changes[i]));
  }
  shuffle(random, changes);
  for (const Change& change : changes) {
    if (!random.one_in(4)) REQUIRE(to.document.integrate({change}).ok());
  }
}

std::vector<Person> people_at_work(Random& random, int rounds) {
  std::vector<Person> people;
  const std::uint64_t count = 2 + random.below(5);
  for (std::uint64_t i = 0; i < count; ++i) people.emplace_back(100 + i);
  for (int round = 0; round < rounds; ++round) {
    Person& person = any_of_list(random, people);
    switch (random.below(9)) {
      case 0:
        send(any_of_list(random, people), person);
        break;
      case 1:
        REQUIRE(person.undo.undo(person.document, {}).ok());
        break;
      case 2:
        REQUIRE(person.undo.redo(person.document, {}).ok());
        break;
      case 3:
        act(random, person, Ending::kDrop);
        break;
      case 4:
        send_in_pieces(random, any_of_list(random, people), person);
        break;
      default:
        act(random, person);
    }
  }
  return people;
}

void meet(std::vector<Person>& people) {
  for (const Person& from : people) {
    for (Person& to : people) {
      if (&from != &to) send(from, to);
    }
  }
}

}  // namespace atlas::test
