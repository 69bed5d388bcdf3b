#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "app/workspaces.hpp"
#include "io/segment.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

TEST_CASE("a first visit makes the built-in workspace and stores it") {
  const SmallTab first;
  CHECK(first.state().folder == kSmallFolder);
  CHECK(first.state().saving.state == app::SaveState::kSaved);
  CHECK(first.state().saving.saved_at == "10:42");
  CHECK(first.state().explore.model == first.small.alpha);
  CHECK(first.state().explore.line_kinds == std::set<std::uint32_t>{fields::kLineReportsTo});
  CHECK(first.state().explore.fit_serial > 0);
  CHECK(first.state().generation == 1);
  CHECK_FALSE(first.state().error);
  REQUIRE(first.state().workspaces.size() == 1);
  CHECK(first.state().workspaces[0].name == "Small: workspace");
  CHECK(first.state().workspaces[0].current);
  CHECK(
      first.disk.files.contains("w/" + kSmallFolder + "/" + io::base_name(test::small_snapshot())));
  CHECK(test::snapshot_of(first.state().document) == test::small_snapshot());
}

TEST_CASE("before the store is ready nothing is claimed to be saved") {
  headless::Disk disk;
  headless::Tab tab(disk, test::small_snapshot());
  CHECK(tab.state().saving.state == app::SaveState::kLoading);
  tab.run(app::ShowScreen{app::Screen::kShare});
  tab.run(app::SaveFile{});
  CHECK(tab.state().screen == app::Screen::kShare);
  CHECK(tab.files.saved().empty());
  tab.files.open("early.atlas", test::small_snapshot());
  tab.settle();
  CHECK(tab.state().toasts.empty());
  tab.start();
  REQUIRE(tab.state().toasts.size() == 1);
  CHECK(tab.state().toasts[0].text == "This workspace already has everything in the file.");
}

TEST_CASE("a second visit finds what the first one stored") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  std::string before;
  {
    headless::Tab tab(disk, test::small_snapshot());
    tab.start();
    tab.run(app::SetFieldTyped{small.open, fields::kActionOwner, "Head of Policy"});
    before = test::snapshot_of(tab.state().document);
  }
  headless::Tab tab(disk, test::small_snapshot());
  tab.start();
  CHECK(test::snapshot_of(tab.state().document) == before);
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(tab.state().saving.saved_at.empty());
}

TEST_CASE("a refused store keeps the work in memory and says so") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  headless::Tab tab(disk, test::small_snapshot());
  tab.start_refused("This is a private window");
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  CHECK(tab.state().saving.problem == "This is a private window");
  tab.run(app::SetFieldTyped{small.open, fields::kActionOwner, "Somebody"});
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  CHECK(disk.files.empty());
  CHECK(disk.flushes == 0);
  tab.run(app::SaveFile{});
  CHECK(tab.files.saved().size() == 1);
}

TEST_CASE("a damaged segment costs only itself") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  {
    headless::Tab tab(disk, test::small_snapshot());
    tab.start();
    tab.run(app::SetFieldTyped{small.open, fields::kActionOwner, "First owner"});
    tab.run(app::SetFieldTyped{small.late, fields::kActionOwner, "Second owner"});
  }
  const std::string prefix = "w/" + kSmallFolder + "/seg-";
  const auto last = std::prev(disk.files.upper_bound(prefix + "~"));
  REQUIRE(last->first.starts_with(prefix));
  const std::string damaged_path = last->first;
  last->second[last->second.size() / 2] ^= 0x40;
  const std::string damaged = last->second;

  headless::Tab tab(disk, test::small_snapshot());
  tab.start();
  const std::string notice = test::notice_text(tab.state(), app::NoticeKind::kDamagedParts);
  CHECK(notice.find("1 of 3 stored parts") != std::string::npos);
  CHECK(notice.find("seg-") != std::string::npos);
  CHECK(disk.files.at(damaged_path) == damaged);
  CHECK(tab.state().document.find_live(small.alpha) != nullptr);
  // The numbers of the lost change are not used again: a fresh replica writes.
  const ReplicaId self = tab.state().document.self();
  tab.run(app::DismissNotice{app::NoticeKind::kDamagedParts});
  tab.run(app::SetFieldTyped{small.open, fields::kActionOwner, "Third owner"});
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  for (const Change* change : tab.state().document.changes()) {
    if (change->replica == self) CHECK(change->first_counter == 1);
  }
}

TEST_CASE("a damaged first base is made good from the program") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  {
    headless::Tab tab(disk, test::small_snapshot());
    tab.start();
    tab.run(app::SetFieldTyped{small.open, fields::kActionOwner, "First owner"});
  }
  const std::string base = "w/" + kSmallFolder + "/" + io::base_name(test::small_snapshot());
  disk.files.at(base).resize(40);
  headless::Tab tab(disk, test::small_snapshot());
  tab.start();
  CHECK(tab.state().notices.empty());
  CHECK(tab.state().damaged.empty());
  CHECK(display_text(tab.state().document, *find_field(RecordType::kAction, fields::kActionOwner),
                     tab.state().document.get(small.open, fields::kActionOwner)) == "First owner");
  CHECK(disk.files.at(base) == test::small_snapshot());
}

TEST_CASE("many segments that a tab found become one base") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  std::string before;
  {
    headless::Tab owner(disk, test::small_snapshot(), 2);  // and does nothing
    headless::Tab tab(disk, test::small_snapshot());
    owner.start();
    tab.start();
    for (int i = 0; i < 257; ++i) {
      tab.run(app::SetFieldTyped{small.open, fields::kActionOwner, "Owner " + std::to_string(i)});
    }
    before = test::snapshot_of(tab.state().document);
    CHECK(test::count_files(disk, "w/" + kSmallFolder + "/seg-") == 257);
  }
  headless::Tab tab(disk, test::small_snapshot());
  tab.start();
  CHECK(test::count_files(disk, "w/" + kSmallFolder + "/") == 1);
  CHECK(test::snapshot_on(disk, kSmallFolder) == before);
  CHECK(test::snapshot_of(tab.state().document) == before);
}

TEST_CASE("two copies of a workspace never share a replica") {
  const ReplicaId tab{42};
  CHECK_FALSE(app::replica_in(tab, "a") == app::replica_in(tab, "b"));
  CHECK_FALSE(app::replica_in(tab, "a") == app::replica_in({43}, "a"));
  CHECK(app::replica_in(tab, "a") == app::replica_in(tab, "a"));
}

TEST_CASE("a program without a built-in workspace starts empty") {
  headless::Disk disk;
  headless::Tab tab(disk, "nonsense");
  tab.start();
  CHECK(tab.state().error);
  CHECK(tab.state().explore.model.is_null());
  CHECK(tab.state().document.live_count() == 0);
}

}  // namespace atlas
