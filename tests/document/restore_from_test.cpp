#include "document/restore_from.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "document/difference.hpp"
#include "document/gradual_document.hpp"
#include "document/outline.hpp"
#include "support/people.hpp"
#include "support/seeds.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

using test::commit;
using test::copy_of;
namespace field = test::field;

RestoreReport restore(Document& now, const Document& past, RecordId record, RestoreExtent extent) {
  RestoreReport report;
  Transaction transaction(now, "Restore", {});
  const Result<RestoreReport> done = restore_from(transaction, now, past, record, extent);
  REQUIRE(done.ok());
  report = done.value();
  REQUIRE(transaction.commit().ok());
  return report;
}

}  // namespace

TEST_CASE("one record gets its fields and place back, its neighbours keep theirs") {
  const test::SmallWorkspace small;
  Document now = copy_of(small.document, 9);
  commit(now, "Change much", [&](Transaction& transaction) {
    REQUIRE(transaction.set(small.team, field::kName, std::string("Renamed")).ok());
    REQUIRE(transaction.set(small.health, field::kName, std::string("Also renamed")).ok());
    REQUIRE(transaction.move(small.team, small.health).ok());
  });
  const RestoreReport report = restore(now, small.document, small.team, RestoreExtent::kRecord);
  CHECK(report.records == 1);
  CHECK(report.refused == 0);
  CHECK(title_of(now, small.team) == title_of(small.document, small.team));
  CHECK(now.find(small.team)->parent == small.safety);
  CHECK(title_of(now, small.health) == "Also renamed");
}

TEST_CASE("a record in the bin comes back with what it stands in") {
  const test::SmallWorkspace small;
  Document now = copy_of(small.document, 9);
  commit(now, "Remove", [&](Transaction& transaction) {
    REQUIRE(transaction.remove(small.team).ok());
    REQUIRE(transaction.remove(small.safety).ok());
  });
  restore(now, small.document, small.team, RestoreExtent::kRecord);
  CHECK(now.find_live(small.team) != nullptr);
  CHECK(now.find_live(small.safety) != nullptr);
}

TEST_CASE("a branch loses what came into it since, and gets back what left it") {
  const test::SmallWorkspace small;
  Document now = copy_of(small.document, 9);
  RecordId added;
  commit(now, "Change", [&](Transaction& transaction) {
    added = transaction.create(RecordType::kAction, small.first);
    REQUIRE(transaction.set(added, field::kName, std::string("Added")).ok());
    REQUIRE(transaction.move(small.done, small.second).ok());
    REQUIRE(transaction.move(small.late, small.first).ok());
    REQUIRE(transaction.set(small.late, field::kOwner, std::string("Kept")).ok());
  });
  restore(now, small.document, small.first, RestoreExtent::kBranch);
  CHECK(now.find_live(added) == nullptr);
  CHECK(now.find(small.done)->parent == small.first);
  CHECK(now.children(small.first).front() == small.open);
  // It belonged elsewhere then: nothing of it is touched.
  CHECK(now.find(small.late)->parent == small.first);
  CHECK(std::get<std::string>(now.get(small.late, field::kOwner)) == "Kept");
}

TEST_CASE("what was not there then cannot be restored from then, and says so") {
  const test::SmallWorkspace small;
  Document now = copy_of(small.document, 9);
  const RecordId made = test::add(now, RecordType::kBody, "New", small.board);
  Transaction transaction(now, "Restore", {});
  const auto done = restore_from(transaction, now, small.document, made, RestoreExtent::kRecord);
  REQUIRE_FALSE(done.ok());
  CHECK_FALSE(done.error().next.empty());
  CHECK(transaction.empty());
}

TEST_CASE("two that have changed places, one inside the other, change back") {
  const test::SmallWorkspace small;
  Document now = copy_of(small.document, 9);
  commit(now, "Turn over", [&](Transaction& transaction) {
    REQUIRE(transaction.move(small.team, small.board).ok());
    REQUIRE(transaction.move(small.safety, small.team).ok());
    REQUIRE(transaction.move(small.health, small.safety).ok());
  });
  restore(now, small.document, small.board, RestoreExtent::kBranch);
  CHECK(differences(small.document, now).size() <= 3);
  CHECK(now.find(small.team)->parent == small.safety);
  CHECK(now.children(small.board, RecordType::kBody) ==
        small.document.children(small.board, RecordType::kBody));
}

TEST_CASE("everything restored shows what was, whatever people did in between") {
  test::for_seeds(150, [](Random& random) {
    test::Person person(1);
    for (int i = 0; i < 60; ++i) test::act(random, person);
    Document& now = person.document;
    const std::vector<const Change*> all = now.changes();
    if (all.empty()) return;
    const OpId point = all[static_cast<std::size_t>(random.below(all.size()))]->last_id();
    GradualDocument gradual(now.workspace(), {2}, changes_up_to(now, point));
    while (!gradual.done()) REQUIRE(gradual.step(100).ok());
    const Document past = gradual.take();
    const RestoreReport report = restore(now, past, {}, RestoreExtent::kEverything);
    std::size_t values = 0;
    for (const RecordDifference& difference : differences(past, now)) {
      CHECK(difference.kind == DifferenceKind::kChanged);
      CHECK_FALSE(difference.moved);
      // A key between two others is another one each time; the order that it gives is the same.
      CHECK(past.children(difference.parent_after) == now.children(difference.parent_after));
      values += difference.fields.size();
    }
    CHECK(values <= report.refused);
  });
}

}  // namespace atlas
