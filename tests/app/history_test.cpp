#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "document/difference.hpp"
#include "document/transaction.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::SmallTab;

namespace {

OpId last_change(const SmallTab& tab) {
  return tab.state().document.changes().back()->last_id();
}

std::string file_now(SmallTab& tab) {
  tab.run(app::SaveFile{});
  return tab.tab.files.saved().back().bytes;
}

}  // namespace

TEST_CASE("looking back shows what was, changes nothing, and returns") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  const OpId first = last_change(tab);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Two"});
  const std::string now = test::snapshot_of(tab.state().document);
  tab.run(app::LookBackTo{first});
  REQUIRE(tab.state().looking_back);
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "One");
  CHECK(tab.state().looking_back->point.find("10:42") != std::string::npos);

  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Changed the past"});
  tab.run(app::RemoveRecord{tab.small.open});
  tab.run(app::Undo{});
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "One");
  CHECK(file_now(tab) == now);
  CHECK(tab.state().saving.file_copy_is_current);

  tab.run(app::ReturnToNow{});
  CHECK_FALSE(tab.state().looking_back);
  CHECK(test::snapshot_of(tab.state().document) == now);
  tab.run(app::Undo{});
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "One");
}

TEST_CASE("from one point of the past to another, and into another workspace") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  const OpId first = last_change(tab);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Two"});
  const OpId second = last_change(tab);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Three"});
  tab.run(app::LookBackTo{first});
  tab.run(app::LookBackTo{second});
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Two");
  tab.run(app::ReturnToNow{});
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Three");
}

TEST_CASE("what another tab does while somebody looks back is there afterwards") {
  test::TwoTabs tabs;
  auto& [small, disk, one, two] = tabs;
  one.run(app::LookBackTo{one.state().document.changes().front()->last_id()});
  two.run(app::SetFieldTyped{small.open, fields::kActionOwner, "From two"});
  one.settle();
  CHECK(one.state().looking_back);
  one.run(app::ReturnToNow{});
  CHECK(std::get<std::string>(one.state().document.get(small.open, fields::kActionOwner)) ==
        "From two");
}

TEST_CASE("a record, a branch and everything can be restored, and that undone") {
  SmallTab tab;
  const std::string start = test::snapshot_of(tab.state().document);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Owner then"});
  const OpId then = last_change(tab);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Owner now"});
  tab.run(app::SetFieldTyped{tab.small.done, fields::kActionOwner, "Done now"});
  tab.run(app::RemoveRecord{tab.small.first});
  tab.run(app::AddAction{tab.small.plan});
  const std::size_t live = tab.state().document.live_count();

  tab.run(app::LookBackTo{then});
  tab.run(app::RestoreFromPoint{tab.small.open, RestoreExtent::kRecord});
  CHECK_FALSE(tab.state().looking_back);
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Owner then");
  CHECK(tab.state().document.find_live(tab.small.open) != nullptr);
  CHECK(tab.text(tab.small.done, fields::kActionOwner) == "Done now");
  CHECK(tab.state().toasts.back().offers_undo);
  tab.run(app::Undo{});
  CHECK(tab.state().document.live_count() == live);

  tab.run(app::LookBackTo{then});
  tab.run(app::RestoreFromPoint{tab.small.first, RestoreExtent::kBranch});
  CHECK(tab.text(tab.small.done, fields::kActionOwner).empty());
  CHECK(tab.state().document.find_live(tab.small.first) != nullptr);
  tab.run(app::Undo{});
  CHECK(tab.state().document.live_count() == live);

  tab.run(app::LookBackTo{then});
  tab.run(app::RestoreFromPoint{{}, RestoreExtent::kEverything});
  Document past({0x5A11, 0x1}, ReplicaId{3});
  std::vector<Change> changes;
  for (const Change* change : tab.state().document.changes()) {
    changes.push_back(*change);
    if (change->last_id() == then) break;
  }
  REQUIRE(past.integrate(std::move(changes)).ok());
  CHECK(differences(past, tab.state().document).empty());
  tab.run(app::Undo{});
  CHECK(tab.state().document.live_count() == live);
}

TEST_CASE("a restore point shows the workspace as its author saw it") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Before"});
  tab.run(app::AddRestorePoint{"Before the away day"});
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "After"});
  const auto points = tab.state().document.records_of(RecordType::kRestorePoint);
  REQUIRE(points.size() == 1);
  CHECK(title_of(tab.state().document, points[0]) == "Before the away day");
  tab.run(app::LookBackAt{points[0]});
  REQUIRE(tab.state().looking_back);
  CHECK(tab.state().looking_back->point == "Before the away day");
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Before");
}

TEST_CASE("every merge can be looked at from before") {
  SmallTab tab;
  Document theirs({0x5A11, 0x1}, ReplicaId{0xBEEF});
  REQUIRE(theirs.integrate(io::read_snapshot(test::small_snapshot()).value().changes).ok());
  Transaction transaction(theirs, "Edit", {0, "Colleague"});
  REQUIRE(transaction.set(tab.small.open, fields::kActionOwner, std::string("Theirs")).ok());
  REQUIRE(transaction.commit().ok());
  tab.tab.files.open("theirs.atlas", test::snapshot_of(theirs));
  tab.tab.settle();
  tab.run(app::DecideMerge{app::MergeChoice::kApply});
  tab.run(app::SetFieldTyped{tab.small.late, fields::kActionOwner, "Later"});
  tab.run(app::LookBackBefore{tab.state().merges.at(0).id});
  CHECK(tab.text(tab.small.open, fields::kActionOwner).empty());
  CHECK(tab.text(tab.small.late, fields::kActionOwner).empty());
}

TEST_CASE("a name is asked for until it is given or refused, and kept on the device") {
  SmallTab tab;
  CHECK_FALSE(tab.state().author_asked);
  tab.run(app::AuthorAsked{});
  CHECK(tab.state().author_asked);
  headless::Tab next(tab.disk, test::small_snapshot());
  next.start();
  CHECK(next.state().author_asked);
  CHECK(next.state().author.empty());
}

}  // namespace atlas
