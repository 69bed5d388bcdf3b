// The store is deleted underneath: nothing that a tab holds is lost, and a person is told.
#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::kSmallFolder;
using test::notice_text;
using test::SmallTab;

TEST_CASE("what was stored is stored again without a further edit, and that is said") {
  SmallTab tab;
  edit(tab, "One");
  edit(tab, "Two");
  headless::Store::delete_all(tab.disk);
  tab.tab.app.update();
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  CHECK_FALSE(tab.state().saving.problem.empty());
  CHECK(tab.state().notices.empty());
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK_FALSE(notice_text(tab.state(), app::NoticeKind::kStoreLost).empty());
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
  tab.run(app::DismissNotice{app::NoticeKind::kStoreLost});
  CHECK(tab.state().notices.empty());
  headless::Tab next(tab.disk, test::small_snapshot(), 2);
  next.start();
  CHECK(next.state().document.get(tab.small.open, fields::kActionOwner) ==
        Value(std::string("Two")));
}

TEST_CASE("it is called saved only when everything is there again") {
  SmallTab tab;
  edit(tab, "One");
  headless::Store::delete_all(tab.disk);
  tab.tab.store.refuse("The disk is full");
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  CHECK(tab.state().saving.problem == "The disk is full");
  CHECK(tab.state().notices.empty());
  CHECK(tab.tab.app.wake_in_ms() > 0);
  tab.tab.clock.advance_ms(60'000);
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
}

TEST_CASE("a deletion in the middle of a flush: that flush's end proves nothing") {
  SmallTab tab;
  edit(tab, "One");
  tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Two"});
  tab.tab.app.update();
  REQUIRE(tab.tab.store.flushes_under_way() == 1);
  headless::Store::delete_all(tab.disk);
  tab.tab.store.finish_flush();
  tab.tab.app.update();
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("two tabs on a deleted store bring all of both back") {
  test::TwoTabs tabs;
  auto& [small, disk, one, two] = tabs;
  one.run(app::SetFieldTyped{small.open, fields::kActionOwner, "One"});
  two.run(app::SetFieldTyped{small.late, fields::kActionOwner, "Two"});
  headless::Store::delete_all(disk);
  for (int i = 0; i < 3; ++i) {
    one.settle();
    two.settle();
  }
  CHECK(one.state().saving.state == app::SaveState::kSaved);
  CHECK(two.state().saving.state == app::SaveState::kSaved);
  headless::Tab next(disk, test::small_snapshot(), 3);
  next.start();
  CHECK(next.state().document.get(small.open, fields::kActionOwner) == Value(std::string("One")));
  CHECK(next.state().document.get(small.late, fields::kActionOwner) == Value(std::string("Two")));
}

TEST_CASE("where nothing is stored nothing can be lost from it") {
  headless::Disk disk;
  headless::Tab tab(disk, test::small_snapshot());
  tab.start_refused("This is a private window");
  tab.app.tell(app::StoreLost{});
  tab.settle();
  CHECK(tab.state().saving.problem == "This is a private window");
  CHECK(tab.state().notices.empty());
  CHECK(disk.files.empty());
}

}  // namespace atlas
