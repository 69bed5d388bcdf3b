// Merging as mathematics has it, by the state and by the bytes; and what was once can be had again.
#include <doctest/doctest.h>

#include <string>

#include "io/segment.hpp"
#include "io/snapshot.hpp"
#include "support/dump.hpp"
#include "support/history.hpp"
#include "support/oracle.hpp"
#include "support/people.hpp"
#include "support/seeds.hpp"
#include "support/structure.hpp"
#include "support/workspace.hpp"

namespace atlas::test {
namespace {

constexpr WorkspaceId kWorkspace{1, 2};

std::vector<Change> random_history(Random& random, std::size_t steps) {
  HistoryMaker maker(random, 2 + static_cast<std::size_t>(random.below(5)));
  for (std::size_t i = 0; i < steps; ++i) maker.step();
  return maker.changes();
}

// A copy that has heard of some, those that wait for others included.
Document part_of(Random& random, const std::vector<Change>& changes, std::uint64_t self) {
  Document document(kWorkspace, {self});
  for (const Change& change : changes) {
    if (!random.one_in(3)) REQUIRE(document.integrate({change}).ok());
  }
  return document;
}

std::vector<Change> all_of(const Document& document) {
  std::vector<Change> changes = changes_of(document);
  for (const Change* change : document.waiting()) changes.push_back(*change);
  return changes;
}

Document merged(const Document& a, const Document& b) {
  Document document(a.workspace(), a.self());
  REQUIRE(document.integrate(all_of(a)).ok());
  REQUIRE(document.integrate(all_of(b)).ok());
  return document;
}

std::string bytes_of(const Document& document) {
  const auto file = io::write_snapshot(document);
  REQUIRE(file.ok());
  return file.value();
}

Document opened(const std::string& file) {
  auto contents = io::read_snapshot(file);
  REQUIRE(contents.ok());
  Document document(contents.value().workspace, ReplicaId{1});
  REQUIRE(document.integrate(std::move(contents.value().changes)).ok());
  return document;
}

std::string oracle_dump(const Document& document) {
  return Oracle(changes_of(document)).dump();
}

bool same(const Document& a, const Document& b) {
  return dump(a) == dump(b) && bytes_of(a) == bytes_of(b);
}

}  // namespace

TEST_CASE("merging is idempotent, commutative and associative, also in the bytes") {
  for_seeds(50, [](Random& random) {
    const std::vector<Change> changes = random_history(random, 12 + std::size_t(random.below(30)));
    const Document a = part_of(random, changes, 51);
    const Document b = part_of(random, changes, 52);
    const Document c = part_of(random, changes, 53);
    CHECK(same(merged(a, a), a));
    CHECK(same(merged(a, b), merged(b, a)));
    CHECK(same(merged(merged(a, b), c), merged(a, merged(b, c))));
    CHECK(structural_faults(merged(a, b)) == "");
  });
}

TEST_CASE("what is saved is what is opened, and the same document has the same bytes") {
  for_seeds(40, [](Random& random) {
    const std::vector<Change> changes = random_history(random, 30);
    const Document part = part_of(random, changes, 51);
    const std::string file = bytes_of(part);
    const Document copy = opened(file);
    CHECK(dump(copy) == dump(part));
    CHECK(copy.waiting().size() == part.waiting().size());
    CHECK(bytes_of(copy) == file);
    // The same through pieces of storage, cut anywhere and in any order.
    std::vector<Change> shuffled = all_of(part);
    shuffle(random, shuffled);
    Document pieces(kWorkspace, {54});
    for (std::size_t i = 0; i < shuffled.size();) {
      std::vector<const Change*> piece;
      for (std::uint64_t n = random.below(5) + 1; n > 0 && i < shuffled.size(); --n) {
        piece.push_back(&shuffled[i++]);
      }
      const auto segment = io::write_segment(kWorkspace, piece);
      REQUIRE(segment.ok());
      REQUIRE(io::name_fits(segment.value().name, segment.value().bytes));
      auto read = io::read_segment(segment.value().bytes);
      REQUIRE(read.ok());
      REQUIRE(pieces.integrate(std::move(read.value().changes)).ok());
    }
    CHECK(bytes_of(pieces) == file);
  });
}

TEST_CASE("every earlier version of a person's work can be had again") {
  for_seeds(30, [](Random& random) {
    std::vector<Person> people = people_at_work(random, 12);
    Person& person = any_of_list(random, people);
    struct Version {
      std::vector<OpId> known;
      std::string state;
    };
    std::vector<Version> versions;
    for (int i = 0; i < 8; ++i) {
      if (random.one_in(3)) send(any_of_list(random, people), person);
      act(random, person);
      versions.push_back({person.document.version(), dump(person.document)});
    }
    meet(people);
    for (const Version& version : versions) {
      Document then(person.document.workspace(), {1});
      std::vector<Change> known;
      for (const Change* change : person.document.changes()) {
        const OpId last = change->last_id();
        for (const OpId id : version.known) {
          if (id.replica == last.replica && last.counter <= id.counter) known.push_back(*change);
        }
      }
      REQUIRE(then.integrate(known).ok());
      CHECK(dump(then) == version.state);
    }
  });
}

TEST_CASE("every prefix of the log, and every part closed under its past, is a document") {
  for_seeds(30, [](Random& random) {
    const std::vector<Change> changes = random_history(random, 30);
    Document whole(kWorkspace, {1});
    REQUIRE(whole.integrate(changes).ok());
    // In the log's own order, as if it had been so all along.
    Document growing(kWorkspace, {1});
    std::vector<Change> prefix;
    for (const Change* change : whole.changes()) {
      prefix.push_back(*change);
      REQUIRE(growing.integrate({*change}).ok());
      REQUIRE(growing.waiting().empty());
      if (!random.one_in(5)) continue;
      Document fresh(kWorkspace, {2});
      REQUIRE(fresh.integrate(prefix).ok());
      CHECK(dump(fresh) == dump(growing));
      CHECK(dump(fresh) == Oracle(prefix).dump());
    }
    // What a random few were made on, and nothing else: none of it waits.
    for (int i = 0; i < 3; ++i) {
      const Document part = part_of(random, changes, 3);
      Document closed(kWorkspace, {4});
      REQUIRE(closed.integrate(changes_of(part)).ok());
      REQUIRE(closed.waiting().empty());
      CHECK(dump(closed) == dump(part));
      CHECK(dump(closed) == oracle_dump(closed));
    }
  });
}

}  // namespace atlas::test
