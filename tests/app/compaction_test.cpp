// Segments become one base while the work goes on, and at no moment is the only copy away.
#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

namespace {

const std::string kFolder = "w/" + kSmallFolder + "/";
constexpr int kMany = 257;  // segments, one more than are left alone

void edit(headless::Tab& tab, const test::SmallWorkspace& small, int number) {
  tab.run(app::SetFieldTyped{small.open, fields::kActionOwner, std::to_string(number)});
}

void edit_often(headless::Tab& tab, const test::SmallWorkspace& small, int times, int from = 0) {
  for (int i = 0; i < times; ++i) edit(tab, small, from + i);
}

}  // namespace

TEST_CASE("segments become one base while somebody works, when there are too many") {
  SmallTab tab;
  edit_often(tab.tab, tab.small, kMany - 1);
  CHECK(test::count_files(tab.disk, kFolder + "seg-") == kMany - 1);
  edit(tab.tab, tab.small, kMany);
  CHECK(test::count_files(tab.disk, kFolder + "seg-") == 0);
  CHECK(test::count_files(tab.disk, kFolder + "base-") == 1);
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
  edit_often(tab.tab, tab.small, 3, kMany + 1);
  CHECK(test::count_files(tab.disk, kFolder + "seg-") == 3);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("compaction is one flush: killed before its end, everything is in the old files") {
  SmallTab tab;
  edit_often(tab.tab, tab.small, kMany - 1);
  tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Last"});
  tab.tab.app.update();
  tab.tab.store.finish_flush();  // of the edit
  const std::string saved = test::snapshot_of(tab.state().document);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == saved);
  // Compacts, a block an update.
  while (tab.tab.store.flushes_under_way() == 0 && tab.tab.app.pending()) tab.tab.app.update();
  REQUIRE(tab.tab.store.flushes_under_way() == 1);
  CHECK(test::count_files(tab.disk, kFolder + "seg-") == kMany);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == saved);
  SUBCASE("killed") {
    headless::Disk left;
    left.files = tab.disk.files;
    headless::Tab next(left, test::small_snapshot(), 2);
    next.start();
    CHECK(test::snapshot_of(next.state().document) == saved);
  }
  SUBCASE("failed, then tried again") {
    tab.tab.store.fail_flush("Aborted");
    tab.tab.app.update();
    CHECK(test::snapshot_on(tab.disk, kSmallFolder) == saved);
    edit(tab.tab, tab.small, kMany + 1);
    CHECK(tab.state().saving.state == app::SaveState::kSaved);
    CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
    CHECK(test::count_files(tab.disk, kFolder + "base-") == 1);
  }
  SUBCASE("ended") {
    tab.tab.settle();
    CHECK(test::count_files(tab.disk, kFolder) == 1);
    CHECK(test::snapshot_on(tab.disk, kSmallFolder) == saved);
  }
}

TEST_CASE("only the owner compacts, and the next tab becomes it") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  auto owner = std::make_unique<headless::Tab>(disk, test::small_snapshot(), 1);
  headless::Tab other(disk, test::small_snapshot(), 2);
  owner->start();
  other.start();
  edit_often(other, small, kMany + 40);
  CHECK(test::count_files(disk, kFolder + "seg-") == kMany + 40);
  owner.reset();  // killed: what the other had told it was never read
  edit(other, small, 1000);
  CHECK(test::count_files(disk, kFolder + "seg-") == 0);
  CHECK(test::snapshot_on(disk, kSmallFolder) == test::snapshot_of(other.state().document));
}

TEST_CASE("what another tab appended and the owner has not read stays") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  headless::Tab owner(disk, test::small_snapshot(), 1);
  headless::Tab other(disk, test::small_snapshot(), 2);
  owner.start();
  other.start();
  owner.store.connect({});  // it hears nothing
  other.run(app::SetFieldTyped{small.late, fields::kActionOwner, "Not read by the owner"});
  owner.store.connect([&](app::Event event) {
    if (!std::holds_alternative<app::FilesArrived>(event)) owner.app.tell(std::move(event));
  });
  edit_often(owner, small, kMany);
  CHECK(test::count_files(disk, kFolder + "base-") == 1);
  CHECK(test::count_files(disk, kFolder + "seg-") == 1);
  // The other has not read the base yet, goes on, and nothing of either is lost.
  other.run(app::SetFieldTyped{small.late, fields::kActionOwner, "And more"});
  headless::Tab next(disk, test::small_snapshot(), 3);
  next.start();
  CHECK(next.state().damaged.empty());
  CHECK(next.state().document.waiting().empty());
  CHECK(next.state().document.get(small.late, fields::kActionOwner) ==
        Value(std::string("And more")));
  CHECK(next.state().document.get(small.open, fields::kActionOwner) ==
        Value(std::to_string(kMany - 1)));
}

TEST_CASE("three tabs editing, the owner killed again and again: nothing is lost") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  std::vector<std::unique_ptr<headless::Tab>> tabs;
  std::uint64_t seed = 1;
  const auto add_tab = [&] {
    tabs.push_back(std::make_unique<headless::Tab>(disk, test::small_snapshot(), seed++));
    tabs.back()->start();
  };
  for (int i = 0; i < 3; ++i) add_tab();
  int number = 0;
  for (int round = 0; round < 8; ++round) {
    for (int i = 0; i < 60; ++i) {
      for (auto& tab : tabs) edit(*tab, small, ++number);
      for (auto& tab : tabs) tab->settle();
    }
    CAPTURE(round);
    CHECK(test::count_files(disk, kFolder + "seg-") <= kMany + 3);
    for (auto& tab : tabs) {
      CHECK(test::snapshot_of(tab->state().document) == test::snapshot_on(disk, kSmallFolder));
    }
    tabs.erase(tabs.begin());  // the owner
    add_tab();
    CHECK(tabs.back()->state().document.get(small.open, fields::kActionOwner) ==
          Value(std::to_string(number)));
  }
}

}  // namespace atlas
