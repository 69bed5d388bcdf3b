#include "document/gradual_document.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "document/difference.hpp"
#include "io/snapshot.hpp"
#include "support/people.hpp"
#include "support/picks.hpp"
#include "support/seeds.hpp"

namespace atlas {
namespace {

using test::Person;

std::string bytes_of(const Document& document) {
  return io::write_snapshot(document).value();
}

// Three people who edit and hear of one another.
Document random_workspace(Random& random) {
  std::vector<std::unique_ptr<Person>> people;
  for (std::uint64_t i = 1; i <= 3; ++i) people.push_back(std::make_unique<Person>(i));
  for (int step = 0; step < 120; ++step) {
    Person& one = *test::any_of_list(random, people);
    if (random.one_in(4)) {
      test::send(*test::any_of_list(random, people), one);
    } else {
      test::act(random, one);
    }
  }
  for (std::size_t i = 1; i < 3; ++i) test::send(*people[i], *people[0]);
  return std::move(people[0]->document);
}

Document gradually(const Document& like, std::vector<const Change*> changes, std::size_t portion) {
  GradualDocument gradual(like.workspace(), {99}, std::move(changes));
  while (!gradual.done()) {
    const float before = gradual.progress();
    REQUIRE(gradual.step(portion).ok());
    CHECK(gradual.progress() > before);
  }
  return gradual.take();
}

}  // namespace

TEST_CASE("in portions of any size the document is the same") {
  test::for_seeds(6, [](Random& random) {
    const Document whole = random_workspace(random);
    for (const std::size_t portion : {1, 7, 1'000'000}) {
      CHECK(bytes_of(gradually(whole, whole.changes(), portion)) == bytes_of(whole));
    }
  });
}

TEST_CASE("every earlier point can be looked at, and is sound") {
  test::for_seeds(4, [](Random& random) {
    const Document whole = random_workspace(random);
    Document growing(whole.workspace(), {98});
    for (const Change* change : whole.changes()) {
      REQUIRE(growing.integrate({*change}).ok());
      const Document then = gradually(whole, changes_up_to(whole, change->last_id()), 50);
      CHECK(then.waiting().empty());
      CHECK(bytes_of(then) == bytes_of(growing));
      CHECK(differences(then, growing).empty());
    }
  });
}

TEST_CASE("changes are put in order, doubles dropped, contradictions found") {
  SeededRandom random(5);
  const Document whole = random_workspace(random);
  std::vector<const Change*> changes = whole.changes();
  const std::vector<const Change*> wanted = changes;
  changes.insert(changes.end(), wanted.begin(), wanted.end());
  std::reverse(changes.begin(), changes.end());
  CHECK(put_in_order(changes));
  CHECK(changes == wanted);
  Change other = *wanted.front();
  other.message += "!";
  changes.push_back(&other);
  CHECK_FALSE(put_in_order(changes));
}

TEST_CASE("a point that is not in the log is the present") {
  SeededRandom random(6);
  const Document whole = random_workspace(random);
  CHECK(changes_up_to(whole, {{77}, 1}) == whole.changes());
}

}  // namespace atlas
