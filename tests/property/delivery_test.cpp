// Whatever the history and however it arrives, every copy ends the same, and as the oracle says.
#include <doctest/doctest.h>

#include <string>

#include "document/document.hpp"
#include "support/dump.hpp"
#include "support/history.hpp"
#include "support/oracle.hpp"
#include "support/seeds.hpp"
#include "support/structure.hpp"

namespace atlas::test {
namespace {

constexpr WorkspaceId kWorkspace{1, 2};

std::vector<Change> random_history(Random& random, std::size_t steps) {
  HistoryMaker maker(random, 2 + static_cast<std::size_t>(random.below(5)));
  for (std::size_t i = 0; i < steps; ++i) maker.step();
  return maker.changes();
}

// Shuffled, some of them more than once, in pieces of any size.
Document delivered(Random& random, std::vector<Change> changes) {
  Document document(kWorkspace, {1});
  const std::size_t once = changes.size();
  for (std::size_t i = 0; i < once; ++i) {
    if (random.one_in(4)) changes.push_back(Change(changes[i]));
  }
  shuffle(random, changes);
  const std::uint64_t most = random.one_in(3) ? changes.size() : 1 + random.below(6);
  for (std::size_t i = 0; i < changes.size();) {
    const std::size_t end = std::min(changes.size(), i + 1 + std::size_t(random.below(most)));
    const auto taken = document.integrate({changes.begin() + static_cast<std::ptrdiff_t>(i),
                                           changes.begin() + static_cast<std::ptrdiff_t>(end)});
    REQUIRE(taken.ok());
    i = end;
  }
  return document;
}

}  // namespace

TEST_CASE("any delivery gives what the oracle says") {
  for_seeds(150, [](Random& random) {
    const std::vector<Change> changes = random_history(random, 8 + std::size_t(random.below(50)));
    const std::string expected = Oracle(changes).dump();
    for (int delivery = 0; delivery < 3; ++delivery) {
      const Document document = delivered(random, changes);
      REQUIRE(document.waiting().empty());
      REQUIRE(document.changes().size() == changes.size());
      REQUIRE(dump(document) == expected);
      REQUIRE(structural_faults(document) == "");
    }
  });
}

TEST_CASE("every part of a history, as far as it can be in force, equals the oracle") {
  for_seeds(60, [](Random& random) {
    std::vector<Change> changes = random_history(random, 30);
    shuffle(random, changes);
    Document document(kWorkspace, {1});
    for (const Change& change : changes) {
      REQUIRE(document.integrate({change}).ok());
      std::vector<Change> in_force;
      for (const Change* known : document.changes()) in_force.push_back(*known);
      if (random.one_in(5)) REQUIRE(dump(document) == Oracle(in_force).dump());
    }
  });
}

TEST_CASE("importing twice is once") {
  for_seeds(40, [](Random& random) {
    const std::vector<Change> changes = random_history(random, 30);
    Document document = delivered(random, changes);
    const std::string before = dump(document);
    const std::uint64_t revision = document.revision();
    const auto again = document.integrate(changes);
    REQUIRE(again.ok());
    CHECK(again.value() == 0);
    CHECK(document.revision() == revision);
    CHECK(dump(document) == before);
  });
}

TEST_CASE("a copy needs only what it lacks") {
  for_seeds(40, [](Random& random) {
    const std::vector<Change> changes = random_history(random, 40);
    const Document whole = delivered(random, changes);
    Document part(kWorkspace, {2});
    for (const Change* change : whole.changes()) {
      if (!random.one_in(3)) REQUIRE(part.integrate({*change}).ok());
    }
    std::vector<Change> lacking;
    for (const Change* change : whole.changes_since(part.version())) lacking.push_back(*change);
    REQUIRE(part.integrate(lacking).ok());
    CHECK(dump(part) == dump(whole));
    CHECK(part.version() == whole.version());
    CHECK(whole.changes_since(part.version()).empty());
  });
}

}  // namespace atlas::test
