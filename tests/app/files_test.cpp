#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "document/transaction.hpp"
#include "io/segment.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

namespace {

// The small workspace with one more change by somebody else.
std::string later_copy(const std::string& owner, std::uint64_t replica = 0xBEEF) {
  const test::SmallWorkspace small;
  Document copy({0x5A11, 0x1}, ReplicaId{replica});
  REQUIRE(copy.integrate(io::read_snapshot(test::small_snapshot()).value().changes).ok());
  Transaction transaction(copy, "Change owner", {1'795'344'120'000, "Colleague"});
  REQUIRE(transaction.set(small.open, fields::kActionOwner, owner).ok());
  REQUIRE(transaction.commit().ok());
  return test::snapshot_of(copy);
}

std::string other_workspace() {
  Document other({0xAB, 0xCD}, ReplicaId{7});
  Transaction transaction(other, "Make", {1'795'344'120'000, "Stranger"});
  const RecordId record = transaction.create(RecordType::kWorkspace, kRootRecord);
  REQUIRE(transaction.set(record, fields::kWorkspaceName, std::string("Other")).ok());
  REQUIRE(transaction.commit().ok());
  return test::snapshot_of(other);
}

void open(SmallTab& tab, const std::string& bytes) {
  tab.tab.files.open("file.atlas", bytes);
  tab.tab.settle();
}

}  // namespace

TEST_CASE("saving a file hands over the snapshot under a safe name") {
  SmallTab tab;
  CHECK(tab.state().saving.last_file_copy.empty());
  tab.run(app::SaveFile{});
  REQUIRE(tab.tab.files.saved().size() == 1);
  CHECK(tab.tab.files.saved()[0].name == "Small- workspace 2026-11-22 1042.atlas");
  CHECK(tab.tab.files.saved()[0].bytes == test::small_snapshot());
  CHECK(tab.state().saving.last_file_copy == "22 November 2026, 10:42");
  CHECK(tab.state().saving.file_copy_is_current);
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  CHECK_FALSE(tab.state().saving.file_copy_is_current);
  CHECK(tab.state().saving.last_file_copy == "22 November 2026, 10:42");
}

TEST_CASE("a file copy waits until the store has what is in it, and not for ever") {
  SmallTab tab;
  const auto edit_and_save = [&](const char* owner) {
    tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, owner});
    tab.tab.app.update();
    tab.tab.app.send(app::SaveFile{});
    tab.tab.app.update();
  };
  edit_and_save("One");
  REQUIRE(tab.state().saving.state == app::SaveState::kSaving);
  CHECK(tab.tab.files.saved().empty());
  CHECK(tab.tab.app.wake_in_ms() > 0);
  tab.tab.settle();
  REQUIRE(tab.tab.files.saved().size() == 1);
  CHECK(tab.tab.files.saved()[0].bytes == test::snapshot_on(tab.disk, kSmallFolder));
  CHECK(tab.state().saving.file_copy_is_current);

  edit_and_save("Two");
  tab.tab.clock.advance_ms(1'999);
  tab.tab.app.update();
  CHECK(tab.tab.files.saved().size() == 1);
  tab.tab.clock.advance_ms(1);
  tab.tab.app.update();
  REQUIRE(tab.tab.files.saved().size() == 2);
  CHECK(tab.tab.files.saved()[1].bytes == test::snapshot_of(tab.state().document));
  tab.tab.settle();

  edit_and_save("Three");
  tab.tab.store.fail_flush("The disk is full");
  tab.tab.app.update();
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  CHECK(tab.tab.files.saved().size() == 3);
}

TEST_CASE("a file copy that waits is of the workspace for which it was asked") {
  SmallTab tab;
  open(tab, other_workspace());
  tab.run(app::DecideOpened{app::OpenedChoice::kOpenBeside});
  tab.run(app::OpenWorkspace{kSmallFolder});
  tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  tab.tab.app.send(app::SaveFile{});
  tab.tab.app.send(app::OpenWorkspace{"00000000000000ab00000000000000cd"});
  tab.tab.settle();
  REQUIRE(tab.tab.files.saved().size() == 1);
  CHECK(io::read_snapshot(tab.tab.files.saved()[0].bytes).value().workspace ==
        WorkspaceId{0x5A11, 0x1});
}

TEST_CASE("a save that the person does not finish is no copy") {
  SmallTab tab;
  tab.tab.files.set_saves_end(false);
  tab.run(app::SaveFile{});
  CHECK(tab.state().saving.last_file_copy.empty());
  tab.tab.app.tell(app::FileSaved{"something else.atlas"});
  tab.tab.settle();
  CHECK(tab.state().saving.last_file_copy.empty());
}

TEST_CASE("an edit made while the file leaves makes the copy old") {
  SmallTab tab;
  tab.tab.files.set_saves_end(false);
  tab.run(app::SaveFile{});
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  tab.tab.app.tell(app::FileSaved{tab.tab.files.saved()[0].name});
  tab.tab.settle();
  CHECK_FALSE(tab.state().saving.last_file_copy.empty());
  CHECK_FALSE(tab.state().saving.file_copy_is_current);
}

TEST_CASE("the last file copy is remembered on the device") {
  headless::Disk disk;
  {
    headless::Tab tab(disk, test::small_snapshot());
    tab.start();
    tab.run(app::SaveFile{});
  }
  headless::Tab tab(disk, test::small_snapshot());
  tab.start();
  CHECK(tab.state().saving.last_file_copy == "22 November 2026, 10:42");
  CHECK(tab.state().saving.file_copy_is_current);
}

TEST_CASE("opening asks the person for a file") {
  SmallTab tab;
  tab.run(app::OpenFile{});
  CHECK(tab.tab.files.open_requests() == 1);
}

TEST_CASE("bad files are refused in words and change nothing") {
  SmallTab tab;
  const std::string before = test::snapshot_of(tab.state().document);
  const std::string good = test::small_snapshot();
  std::string flipped = good;
  flipped[good.size() / 2] ^= 1;
  for (const std::string& bad :
       {std::string(), std::string("hello"), good.substr(0, 60), flipped}) {
    open(tab, bad);
    REQUIRE(tab.state().error);
    CHECK_FALSE(tab.state().error->happened.empty());
    CHECK_FALSE(tab.state().error->kept.empty());
    CHECK_FALSE(tab.state().error->next.empty());
    CHECK_FALSE(tab.state().opened);
    tab.run(app::DismissError{});
    CHECK_FALSE(tab.state().error);
  }
  CHECK(test::snapshot_of(tab.state().document) == before);
}

TEST_CASE("a file with nothing new says so") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  open(tab, test::small_snapshot());
  CHECK_FALSE(tab.state().opened);
  CHECK(tab.state().dialog == app::Dialog::kNone);
  CHECK(tab.state().toasts.back().text == "This workspace already has everything in the file.");
}

TEST_CASE("a later copy can be brought in") {
  SmallTab tab;
  open(tab, later_copy("Colleague's owner"));
  REQUIRE(tab.state().opened);
  CHECK(tab.state().opened->kind == app::OpenedKind::kLaterCopy);
  CHECK(tab.state().opened->new_changes == 1);
  CHECK(tab.state().opened->authors == std::vector<std::string>{"Colleague"});
  CHECK(tab.state().opened->latest == "22 November 2026, 10:42");
  CHECK(tab.state().opened->workspace_name == "Small: workspace");
  CHECK(tab.state().dialog == app::Dialog::kOpenedFile);
  CHECK(tab.text(tab.small.open, fields::kActionOwner).empty());
  tab.run(app::DecideOpened{app::OpenedChoice::kBringIn});
  CHECK_FALSE(tab.state().opened);
  CHECK(tab.state().dialog == app::Dialog::kNone);
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Colleague's owner");
  CHECK(tab.state().toasts.back().text == "Brought in 1 change from file.atlas");
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("cancelling and closing leave everything as it was") {
  SmallTab tab;
  const std::string before = test::snapshot_of(tab.state().document);
  for (const bool close : {false, true}) {
    open(tab, later_copy("Somebody"));
    REQUIRE(tab.state().opened);
    if (close) {
      tab.run(app::CloseDialog{});
    } else {
      tab.run(app::DecideOpened{app::OpenedChoice::kCancel});
    }
    CHECK_FALSE(tab.state().opened);
    CHECK(tab.state().dialog == app::Dialog::kNone);
    CHECK(test::snapshot_of(tab.state().document) == before);
  }
}

TEST_CASE("a copy that went its own way is never merged, only opened beside") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  const std::string mine = test::snapshot_of(tab.state().document);
  open(tab, later_copy("Theirs"));
  REQUIRE(tab.state().opened);
  CHECK(tab.state().opened->kind == app::OpenedKind::kDiverged);
  tab.run(app::DecideOpened{app::OpenedChoice::kBringIn});
  CHECK(tab.state().opened);
  CHECK(test::snapshot_of(tab.state().document) == mine);
  tab.run(app::DecideOpened{app::OpenedChoice::kOpenBeside});
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Theirs");
  CHECK(tab.state().folder.starts_with(kSmallFolder + "-"));
  CHECK(tab.state().workspaces.size() == 2);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == mine);
}

TEST_CASE("a later copy that has been overtaken by an edit is asked about again") {
  SmallTab tab;
  open(tab, later_copy("Theirs"));
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  tab.run(app::DecideOpened{app::OpenedChoice::kBringIn});
  REQUIRE(tab.state().opened);
  CHECK(tab.state().opened->kind == app::OpenedKind::kDiverged);
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Mine");
}

TEST_CASE("one change with two contents is never taken in") {
  SmallTab tab;
  open(tab, later_copy("One version"));
  tab.run(app::DecideOpened{app::OpenedChoice::kBringIn});
  open(tab, later_copy("Another version"));
  REQUIRE(tab.state().opened);
  CHECK(tab.state().opened->kind == app::OpenedKind::kDiverged);
}

TEST_CASE("another workspace opens beside this one") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  const std::string mine = test::snapshot_of(tab.state().document);
  open(tab, other_workspace());
  REQUIRE(tab.state().opened);
  CHECK(tab.state().opened->kind == app::OpenedKind::kOtherWorkspace);
  CHECK(tab.state().opened->workspace_name == "Other");
  CHECK(tab.state().opened->authors == std::vector<std::string>{"Stranger"});
  const std::uint64_t generation = tab.state().generation;
  tab.run(app::DecideOpened{app::OpenedChoice::kOpenBeside});
  CHECK(tab.state().generation == generation + 1);
  CHECK(tab.state().folder == "00000000000000ab00000000000000cd");
  CHECK(workspace_name(tab.state().document) == "Other");
  CHECK(tab.disk.files.at("device/current") == tab.state().folder);
  CHECK(test::snapshot_on(tab.disk, tab.state().folder) == other_workspace());
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == mine);
  CHECK_FALSE(tab.state().undo.can_undo());
}

TEST_CASE("files opened together are asked about one after the other") {
  SmallTab tab;
  tab.tab.files.open("one.atlas", later_copy("One", 0xA1));
  tab.tab.files.open("two.atlas", other_workspace());
  tab.tab.settle();
  REQUIRE(tab.state().opened);
  CHECK(tab.state().opened->file_name == "one.atlas");
  tab.run(app::DecideOpened{app::OpenedChoice::kCancel});
  REQUIRE(tab.state().opened);
  CHECK(tab.state().opened->file_name == "two.atlas");
  tab.run(app::DecideOpened{app::OpenedChoice::kCancel});
  CHECK_FALSE(tab.state().opened);
}

TEST_CASE("a file saved here and opened in a fresh profile gives the same bytes again") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  tab.run(app::AddAction{tab.small.plan});
  tab.run(app::SaveFile{});
  const std::string bytes = tab.tab.files.saved()[0].bytes;
  headless::Disk disk;
  headless::Tab fresh(disk, test::small_snapshot(), 99);
  fresh.start();
  fresh.files.open("copy.atlas", bytes);
  fresh.settle();
  REQUIRE(fresh.state().opened);
  CHECK(fresh.state().opened->kind == app::OpenedKind::kLaterCopy);
  fresh.run(app::DecideOpened{app::OpenedChoice::kBringIn});
  fresh.run(app::SaveFile{});
  CHECK(fresh.files.saved()[0].bytes == bytes);
}

}  // namespace atlas
