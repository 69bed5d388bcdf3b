#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::kSmallFolder;

namespace {

struct TwoTabs {
  TwoTabs() : one(disk, test::small_snapshot(), 1), two(disk, test::small_snapshot(), 2) {
    one.start();
    two.start();
  }
  void settle() {
    do {
      one.settle();
      two.settle();
    } while (one.app.pending() || two.app.pending());
  }

  test::SmallWorkspace small;
  headless::Disk disk;
  headless::Tab one;
  headless::Tab two;
};

}  // namespace

TEST_CASE("two tabs editing in turn both see all, and the disk has all") {
  TwoTabs tabs;
  for (int i = 0; i < 10; ++i) {
    headless::Tab& tab = i % 2 == 0 ? tabs.one : tabs.two;
    tab.run(app::SetFieldTyped{i % 3 == 0 ? tabs.small.open : tabs.small.late, fields::kActionOwner,
                               "Owner " + std::to_string(i)});
    tabs.settle();
  }
  const std::string one = test::snapshot_of(tabs.one.state().document);
  CHECK(one == test::snapshot_of(tabs.two.state().document));
  CHECK(one == test::snapshot_on(tabs.disk, kSmallFolder));
  CHECK(tabs.one.state().saving.state == app::SaveState::kSaved);
  CHECK(tabs.two.state().saving.state == app::SaveState::kSaved);
}

TEST_CASE("two tabs editing the same field at once keep both values") {
  TwoTabs tabs;
  tabs.one.app.send(app::SetFieldTyped{tabs.small.open, fields::kActionOwner, "One"});
  tabs.two.app.send(app::SetFieldTyped{tabs.small.open, fields::kActionOwner, "Two"});
  tabs.one.app.update();
  tabs.two.app.update();
  tabs.settle();
  const std::string one = test::snapshot_of(tabs.one.state().document);
  CHECK(one == test::snapshot_of(tabs.two.state().document));
  CHECK(one == test::snapshot_on(tabs.disk, kSmallFolder));
  const Record* record = tabs.one.state().document.find(tabs.small.open);
  CHECK(record->fields.find(fields::kActionOwner.value)->second.others().size() == 1);
}

TEST_CASE("what another tab wrote is not written again") {
  TwoTabs tabs;
  tabs.one.run(app::SetFieldTyped{tabs.small.open, fields::kActionOwner, "One"});
  const std::size_t flushes = tabs.disk.flushes;
  tabs.settle();
  CHECK(tabs.two.state().document.get(tabs.small.open, fields::kActionOwner) ==
        Value(std::string("One")));
  CHECK(tabs.disk.flushes == flushes);
  CHECK(tabs.two.state().saving.state == app::SaveState::kSaved);
}

TEST_CASE("a selection that another tab removes goes up") {
  TwoTabs tabs;
  tabs.two.run(app::SelectPlanRow{tabs.small.open});
  tabs.one.run(app::RemoveRecord{tabs.small.first});
  tabs.settle();
  CHECK(tabs.two.state().selected == tabs.small.plan);
  CHECK(tabs.two.state().plan.row.is_null());
}

TEST_CASE("a rename is seen in the list of the other tab without an endless exchange") {
  TwoTabs tabs;
  tabs.one.run(app::SetFieldTyped{tabs.small.workspace, fields::kWorkspaceName, "Renamed"});
  tabs.settle();
  REQUIRE(tabs.two.state().workspaces.size() == 1);
  CHECK(tabs.two.state().workspaces[0].name == "Renamed");
  const std::size_t flushes = tabs.disk.flushes;
  tabs.settle();
  CHECK(tabs.disk.flushes == flushes);
}

TEST_CASE("a damaged file from another tab is told and changes nothing") {
  TwoTabs tabs;
  const std::string before = test::snapshot_of(tabs.one.state().document);
  tabs.one.app.tell(
      app::FilesArrived{{{"w/" + kSmallFolder + "/seg-1-1-1", "not a segment at all"}}});
  tabs.settle();
  CHECK_FALSE(test::notice_text(tabs.one.state(), app::NoticeKind::kDamagedParts).empty());
  CHECK(test::snapshot_of(tabs.one.state().document) == before);
}

TEST_CASE("a tab that starts while another works has a replica of its own") {
  TwoTabs tabs;
  CHECK_FALSE(tabs.one.state().document.self() == tabs.two.state().document.self());
}

}  // namespace atlas
