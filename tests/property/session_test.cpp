// People work through transactions: undo and redo, dropped transactions, merging in any order.
#include <doctest/doctest.h>

#include <vector>

#include "support/dump.hpp"
#include "support/oracle.hpp"
#include "support/people.hpp"
#include "support/seeds.hpp"
#include "support/structure.hpp"

namespace atlas::test {
namespace {

std::string oracle_dump(const Document& document) {
  std::vector<Change> changes;
  for (const Change* change : document.changes()) changes.push_back(*change);
  return Oracle(std::move(changes)).dump();
}

void undo_then_redo_is_nothing(Random& random) {
  std::vector<Person> people = people_at_work(random, 25);
  if (random.one_in(2)) meet(people);
  for (Person& person : people) {
    const std::string before = dump_live(person.document);
    const auto undone = person.undo.undo(person.document, {});
    REQUIRE(undone.ok());
    if (!undone.value()) continue;  // nothing was left of it to take back
    CHECK(structural_faults(person.document) == "");
    REQUIRE(person.undo.redo(person.document, {}).ok());
    CHECK(dump_live(person.document) == before);
    CHECK(dump(person.document) == oracle_dump(person.document));
  }
}

}  // namespace

TEST_CASE("people who work apart and come together hold the same, and what the oracle says") {
  for_seeds(60, [](Random& random) {
    std::vector<Person> people = people_at_work(random, 25);
    for (Person& person : people) {
      REQUIRE(dump(person.document) == oracle_dump(person.document));
      REQUIRE(structural_faults(person.document) == "");
    }
    shuffle(random, people);
    // What was sent in part waits; once more, and it is there.
    meet(people);
    meet(people);
    const std::string expected = oracle_dump(people.front().document);
    for (const Person& person : people) {
      CHECK(dump(person.document) == expected);
      CHECK(person.document.waiting().empty());
    }
    CHECK(structural_faults(people.front().document) == "");
  });
}

TEST_CASE("a transaction that is dropped leaves nothing") {
  for_seeds(80, [](Random& random) {
    std::vector<Person> people = people_at_work(random, 12);
    Person& person = people.front();
    const std::string before = dump(person.document);
    const std::vector<OpId> version = person.document.version();
    act(random, person, Ending::kDrop);
    REQUIRE(dump(person.document) == before);
    CHECK(person.document.version() == version);
    // And what is done afterwards is as if the dropped one had never been.
    act(random, person);
    CHECK(dump(person.document) == oracle_dump(person.document));
  });
}

TEST_CASE("undo then redo is nothing, also where others have worked in between") {
  for_seeds(80, undo_then_redo_is_nothing);
}

TEST_CASE("undo then redo is nothing where somebody deleted what the record was moved into") {
  for (const std::uint64_t seed : {1795508040027025U, 1795508040008036U}) {
    for_seed(seed, undo_then_redo_is_nothing);
  }
}

TEST_CASE("undo then redo is nothing, undo of everything is the start") {
  for_seeds(80, [](Random& random) {
    std::vector<Person> people = people_at_work(random, 15);
    Person person(500);
    for (const Person& other : people) send(other, person);
    std::vector<std::string> states{dump_live(person.document)};
    for (int i = 0; i < 6; ++i) {
      if (act(random, person)) states.push_back(dump_live(person.document));
    }
    std::vector<std::string> redone;  // latest first
    for (std::size_t i = states.size() - 1; i > 0; --i) {
      const auto undone = person.undo.undo(person.document, {});
      REQUIRE(undone.ok());
      CHECK(dump_live(person.document) == states[i - 1]);
      // Nothing to undo, nothing to redo: an act that only kept what had returned.
      if (undone.value()) redone.push_back(states[i]);
    }
    CHECK_FALSE(person.undo.can_undo());
    for (; !redone.empty(); redone.pop_back()) {
      CHECK(person.undo.redo(person.document, {}).ok());
      CHECK(dump_live(person.document) == redone.back());
    }
    CHECK_FALSE(person.undo.can_redo());
    CHECK(dump(person.document) == oracle_dump(person.document));
  });
}

}  // namespace atlas::test
