// A thin file stands for the whole one in every merge, in any order; and what it left out comes
// back from any copy that has it.
#include "document/thin.hpp"

#include <doctest/doctest.h>

#include <string>

#include "io/snapshot.hpp"
#include "support/dump.hpp"
#include "support/history.hpp"
#include "support/people.hpp"
#include "support/picks.hpp"
#include "support/seeds.hpp"

namespace atlas::test {
namespace {

constexpr WorkspaceId kWorkspace{1, 2};

std::string bytes_of(const Document& document) {
  return io::write_snapshot(document).value();
}

Document document_of(std::vector<Change> changes) {
  Document document(kWorkspace, {1});
  REQUIRE(document.integrate(std::move(changes)).ok());
  return document;
}

std::vector<Change> read(const std::string& file) {
  return io::read_snapshot(file).value().changes;
}

// The changes of a copy that knows a part only; what it knows it knows whole.
std::vector<Change> part_of(Random& random, std::vector<Change> changes) {
  std::erase_if(changes, [&](const Change&) { return random.one_in(3); });
  return read(bytes_of(document_of(std::move(changes))));
}

std::size_t left_out(const std::vector<Change>& changes) {
  std::size_t count = 0;
  for (const Change& change : changes) {
    for (const Operation& operation : change.operations) {
      const auto* set = std::get_if<SetOp>(&operation);
      count += set != nullptr && is_left_out(set->value);
    }
  }
  return count;
}

}  // namespace

TEST_CASE("a thin file shows what the whole one shows, and is the same made from either") {
  std::size_t gone = 0;
  const std::uint64_t seeds = for_seeds(80, [&](Random& random) {
    const Document whole = document_of(random_history(random));
    const std::string thin = io::write_thin_snapshot(whole).value();
    gone += left_out(read(thin));
    const Document copy = document_of(read(thin));
    CHECK(dump(copy) == dump(whole));
    CHECK(copy.version() == whole.version());
    CHECK(bytes_of(copy) == thin);
    CHECK(io::write_thin_snapshot(copy).value() == thin);
    CHECK(is_thin(copy) == (left_out(read(thin)) > 0));
  });
  check_enough(gone, seeds);
}

TEST_CASE("copies of which some are thin end as they would if all were whole") {
  for_seeds(120, [](Random& random) {
    const std::vector<Change> changes = random_history(random);
    std::vector<std::vector<Change>> whole;
    std::vector<std::vector<Change>> mixed;
    for (int part = 0; part < 3; ++part) {
      whole.push_back(part_of(random, changes));
      const Document copy = document_of(whole.back());
      mixed.push_back(part == 0 || random.one_in(2) ? read(io::write_thin_snapshot(copy).value())
                                                    : whole.back());
    }
    const std::size_t turn = static_cast<std::size_t>(random.below(3));
    Document with_whole(kWorkspace, {1});
    Document with_thin(kWorkspace, {1});
    for (std::size_t i = 0; i < 3; ++i) {
      REQUIRE(with_whole.integrate(whole[(i + turn) % 3]).ok());
      REQUIRE(with_thin.integrate(mixed[(i + turn) % 3]).ok());
    }
    CHECK(dump(with_thin) == dump(with_whole));
    // What was left out comes back, whatever it comes with.
    shuffle(random, whole);
    for (const std::vector<Change>& part : whole) REQUIRE(with_thin.integrate(part).ok());
    CHECK(bytes_of(with_thin) == bytes_of(with_whole));
    CHECK(dump(with_thin) == dump(with_whole));
  });
}

TEST_CASE("whoever works on in a thin file hands back what fits the whole one") {
  for_seeds(60, [](Random& random) {
    std::vector<Person> people = people_at_work(random, 30);
    Person& home = people.front();
    Person away(77);
    REQUIRE(away.document.integrate(read(io::write_thin_snapshot(home.document).value())).ok());
    for (int i = 0; i < 10; ++i) act(random, away);
    for (int i = 0; i < 10; ++i) act(random, home);
    Person third(78);
    REQUIRE(third.document.integrate(read(io::write_thin_snapshot(away.document).value())).ok());
    send(away, home);
    send(home, third);
    CHECK(dump(third.document) == dump(home.document));
    REQUIRE(third.document.integrate(read(bytes_of(home.document))).ok());
    CHECK(bytes_of(third.document) == bytes_of(home.document));
  });
}

TEST_CASE("two copies that fill in different values contradict each other") {
  for_seeds(40, [](Random& random) {
    const Document whole = document_of(random_history(random));
    const std::vector<Change> thin = read(io::write_thin_snapshot(whole).value());
    std::vector<Change> forged = read(bytes_of(whole));
    bool changed = false;
    for (std::size_t i = 0; i < thin.size() && !changed; ++i) {
      for (std::size_t k = 0; k < thin[i].operations.size() && !changed; ++k) {
        const auto* set = std::get_if<SetOp>(&thin[i].operations[k]);
        if (set == nullptr || !is_left_out(set->value)) continue;
        std::get<SetOp>(forged[i].operations[k]).value = std::string("forged");
        changed = true;
      }
    }
    if (!changed) return;
    Document one_after_the_other = document_of(thin);
    REQUIRE(one_after_the_other.integrate(read(bytes_of(whole))).ok());
    CHECK_FALSE(one_after_the_other.integrate(forged).ok());
    // Both at once, beside what lacks it.
    Document at_once = document_of(thin);
    const std::string before = bytes_of(at_once);
    for (Change& change : read(bytes_of(whole))) forged.push_back(std::move(change));
    CHECK_FALSE(at_once.integrate(forged).ok());
    CHECK(bytes_of(at_once) == before);
  });
}

}  // namespace atlas::test
