// Whatever is erased, however it and what it erases arrive: every copy ends the same, byte for
// byte, as the oracle says, and nothing that was erased is in any of them.
#include "document/erasure.hpp"

#include <doctest/doctest.h>

#include <string>

#include "io/snapshot.hpp"
#include "support/dump.hpp"
#include "support/history.hpp"
#include "support/oracle.hpp"
#include "support/people.hpp"
#include "support/seeds.hpp"

namespace atlas::test {
namespace {

constexpr WorkspaceId kWorkspace{1, 2};
constexpr FieldNumber kOwner{17};
const std::string kName = "Zebedee Quux";

std::string bytes_of(const Document& document) {
  return io::write_snapshot(document).value();
}

std::string bytes_of(const std::vector<Change>& changes) {
  std::vector<const Change*> all;
  for (const Change& change : changes) all.push_back(&change);
  return io::SnapshotWriter().write(kWorkspace, all).value();
}

std::vector<Change> all_changes(const Document& document) {
  std::vector<Change> changes;
  for (const Change* change : document.changes()) changes.push_back(*change);
  for (const Change* change : document.waiting()) changes.push_back(*change);
  return changes;
}

// In pieces of any size and any order, as they were made.
Document delivered(Random& random, std::vector<Change> changes) {
  Document document(kWorkspace, {1});
  shuffle(random, changes);
  const std::uint64_t most = 1 + random.below(8);
  for (std::size_t i = 0; i < changes.size();) {
    const std::size_t end = std::min(changes.size(), i + 1 + std::size_t(random.below(most)));
    REQUIRE(document
                .integrate({changes.begin() + static_cast<std::ptrdiff_t>(i),
                            changes.begin() + static_cast<std::ptrdiff_t>(end)})
                .ok());
    i = end;
  }
  return document;
}

// What some other copy holds that knows a part of it.
std::vector<Change> part_elsewhere(Random& random, std::vector<Change> changes) {
  std::erase_if(changes, [&](const Change&) { return random.one_in(3); });
  return all_changes(delivered(random, std::move(changes)));
}

bool erases(const Change& change) {
  return std::any_of(
      change.operations.begin(), change.operations.end(),
      [](const Operation& operation) { return std::holds_alternative<EraseOp>(operation); });
}

}  // namespace

TEST_CASE("erasures in any delivery: the same bytes, and as the oracle says") {
  std::size_t erasing = 0;
  const std::uint64_t seeds = for_seeds(120, [&](Random& random) {
    const std::vector<Change> changes = random_history(random);
    erasing += static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), erases));
    const Oracle oracle(changes);
    const std::string expected = bytes_of(oracle.history());
    const std::string records = oracle.dump();
    for (int delivery = 0; delivery < 3; ++delivery) {
      Document document = delivered(random, changes);
      REQUIRE(document.waiting().empty());
      REQUIRE(bytes_of(document) == expected);
      REQUIRE(dump(document) == records);
      // Files that still hold it change nothing.
      REQUIRE(document.integrate(changes).ok());
      REQUIRE(bytes_of(document) == expected);
      REQUIRE(dump(document) == records);
    }
  });
  check_enough(erasing, seeds);
}

TEST_CASE("copies of which each knows a part of what is erased come together") {
  for_seeds(80, [](Random& random) {
    const std::vector<Change> changes = random_history(random);
    const std::string expected = bytes_of(Oracle(changes).history());
    Document document(kWorkspace, {1});
    for (int part = 0; part < 3; ++part) {
      REQUIRE(document.integrate(part_elsewhere(random, changes)).ok());
    }
    REQUIRE(document.integrate(changes).ok());
    CHECK(bytes_of(document) == expected);
  });
}

TEST_CASE("a batch that is refused erases nothing") {
  for_seeds(60, [](Random& random) {
    std::vector<Change> changes = random_history(random);
    const auto first = std::find_if(changes.begin(), changes.end(), erases);
    if (first == changes.begin() || first == changes.end()) return;
    Document document(kWorkspace, {1});
    REQUIRE(document.integrate({changes.begin(), first}).ok());
    const std::string before = bytes_of(document);
    std::vector<Change> bad(first, changes.end());
    bad.push_back(changes.front());
    bad.back().time_ms += 1;  // contradicts
    CHECK_FALSE(document.integrate(std::move(bad)).ok());
    CHECK(bytes_of(document) == before);
    CHECK(document.rewritten() == 0);
  });
}

TEST_CASE("the writer that keeps blocks writes what a fresh one does, whatever is erased") {
  for_seeds(30, [](Random& random) {
    std::vector<Change> changes = random_history(random);
    Document document(kWorkspace, {1});
    io::SnapshotWriter writer;
    for (const Change& change : changes) {
      REQUIRE(document.integrate({change}).ok());
      if (random.one_in(3)) CHECK(writer.write(document).value() == bytes_of(document));
    }
  });
}

namespace {

// One writes the name somewhere, in a field or in the words of an act.
void write_name(Random& random, Person& person) {
  const std::vector<RecordId> records = live_records(person.document);
  if (records.empty()) return;
  const RecordId record = any_of_list(random, records);
  const bool action = person.document.find(record)->type == RecordType::kAction;
  Transaction transaction(person.document, random.one_in(2) ? "Name " + kName : "Name",
                          {0, random.one_in(5) ? kName : "Somebody"});
  REQUIRE(transaction.set(record, action ? kOwner : FieldNumber{16}, "for " + kName).ok());
  const auto done = transaction.commit();
  REQUIRE(done.ok());
  if (done.value()) person.undo.committed(*done.value());
}

void erase_name(Person& person) {
  const std::vector<TextPlace> places = find_text(person.document, kName);
  REQUIRE(erase(person.document, erasing(places), {0, "Eraser"}).ok());
  CHECK(find_text(person.document, kName).empty());
  person.undo.forget_erased(person.document);
}

void work(Random& random, std::vector<Person>& people, Person& person) {
  switch (random.below(8)) {
    case 0:
    case 1:
      write_name(random, person);
      break;
    case 2:
      REQUIRE(person.undo.undo(person.document, {}).ok());
      break;
    case 3:
      REQUIRE(person.undo.redo(person.document, {}).ok());
      break;
    case 4:
      send(any_of_list(random, people), person);
      break;
    case 5:
      erase_name(person);
      break;
    default:
      act(random, person);
  }
}

}  // namespace

TEST_CASE("people write a name, undo, merge and erase it: in the end it is nowhere") {
  for_seeds(60, [](Random& random) {
    std::vector<Person> people;
    for (std::uint64_t i = 0; i < 3; ++i) people.emplace_back(100 + i);
    for (int round = 0; round < 40; ++round) work(random, people, any_of_list(random, people));
    for (Person& person : people) {
      // Undo never brings back what this copy has erased.
      erase_name(person);
      for (int i = 0; i < 10; ++i) REQUIRE(person.undo.undo(person.document, {}).ok());
      for (int i = 0; i < 10; ++i) REQUIRE(person.undo.redo(person.document, {}).ok());
      CHECK(find_text(person.document, kName).empty());
    }
    for (int round = 0; round < 2; ++round) {
      for (const Person& from : people) {
        for (Person& to : people) {
          if (&from != &to) send(from, to);
        }
      }
    }
    const std::string expected = bytes_of(people.front().document);
    for (const Person& person : people) {
      CHECK(find_text(person.document, kName).empty());
      CHECK(bytes_of(person.document) == expected);
      CHECK(dump(person.document) == Oracle(all_changes(person.document)).dump());
    }
  });
}

}  // namespace atlas::test
