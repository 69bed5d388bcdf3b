#include "document/difference.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "document/outline.hpp"
#include "document/soundness.hpp"
#include "support/people.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

using test::commit;
using test::copy_of;
namespace field = test::field;

TEST_CASE("an outline gives each record once, parents first, siblings in order") {
  const test::SmallWorkspace small;
  const auto entries = outline(small.document, kRootRecord);
  CHECK(entries.size() == small.document.live_count());
  std::map<RecordId, std::size_t> places;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const RecordId parent = small.document.find(entries[i].record)->parent;
    CHECK(places.emplace(entries[i].record, i).second);
    if (parent.is_null()) {
      CHECK(entries[i].level == 0);
    } else {
      REQUIRE(places.count(parent) == 1);
      CHECK(entries[i].level == entries[places[parent]].level + 1);
    }
  }
  CHECK(outline(small.document, small.health).empty());
}

TEST_CASE("a copy differs in nothing") {
  const test::SmallWorkspace small;
  CHECK(differences(small.document, copy_of(small.document, 9)).empty());
}

TEST_CASE("each kind of difference is found once") {
  const test::SmallWorkspace small;
  Document after = copy_of(small.document, 9);
  RecordId made;
  commit(after, "Change much", [&](Transaction& transaction) {
    made = transaction.create(RecordType::kBody, small.board);
    REQUIRE(transaction.set(made, field::kName, std::string("New")).ok());
    REQUIRE(transaction.set(small.open, field::kOwner, std::string("Head")).ok());
    REQUIRE(transaction.move(small.team, small.health).ok());
    REQUIRE(transaction.remove(small.loose).ok());
    REQUIRE(transaction.move(small.safety, small.board, {small.health}).ok());
  });
  const auto found = differences(small.document, after);
  std::map<RecordId, RecordDifference> by_record;
  for (const RecordDifference& difference : found) {
    CHECK(by_record.emplace(difference.record, difference).second);
  }
  CHECK(by_record.size() == 5);
  CHECK(by_record[made].kind == DifferenceKind::kAdded);
  CHECK(by_record[made].parent_after == small.board);
  CHECK(by_record[small.loose].kind == DifferenceKind::kRemoved);
  CHECK(by_record[small.team].moved);
  CHECK(by_record[small.team].parent_before == small.safety);
  CHECK(by_record[small.team].parent_after == small.health);
  CHECK(by_record[small.safety].reordered);
  CHECK_FALSE(by_record[small.safety].moved);
  REQUIRE(by_record[small.open].fields.size() == 1);
  CHECK(by_record[small.open].fields.front().field == field::kOwner);
  CHECK(by_record[small.open].fields.front().after == Value(std::string("Head")));
}

TEST_CASE("differences of random work turn round when the sides do") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    test::Person person(7);
    for (int i = 0; i < 30; ++i) test::act(random, person);
    const Document before = copy_of(person.document, 8);
    for (int i = 0; i < 10; ++i) test::act(random, person);
    const auto there = differences(before, person.document);
    const auto back = differences(person.document, before);
    CHECK(there.size() == back.size());
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const auto& difference : there) added += difference.kind == DifferenceKind::kAdded;
    for (const auto& difference : back) removed += difference.kind == DifferenceKind::kRemoved;
    CHECK(added == removed);
  }
}

TEST_CASE("a sound workspace has no faults; a reference that merging left hanging is one") {
  const test::SmallWorkspace small;
  CHECK(unsound_parts(small.document).empty());
  Document one = copy_of(small.document, 21);
  Document other = copy_of(small.document, 22);
  commit(one, "Delete",
         [&](Transaction& transaction) { REQUIRE(transaction.remove(small.beta_board).ok()); });
  commit(other, "Point", [&](Transaction& transaction) {
    REQUIRE(transaction.set(small.advises, field::kLineTo, small.beta_board).ok());
  });
  REQUIRE(one.integrate(test::changes_of(other)).ok());
  const auto faults = unsound_parts(one);
  REQUIRE_FALSE(faults.empty());
  CHECK(std::any_of(faults.begin(), faults.end(), [&](const Unsound& fault) {
    return fault.record == small.advises && fault.field == field::kLineTo;
  }));
}

}  // namespace
}  // namespace atlas
