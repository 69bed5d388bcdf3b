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

TEST_CASE(
    "a smaller file lacks what was replaced, is no copy to fall back on, and brings work back") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Replaced Person"});
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Present Person"});
  tab.run(app::SaveFile{.thin = true});
  REQUIRE(tab.tab.files.saved().size() == 1);
  const headless::SavedFile thin = tab.tab.files.saved()[0];
  CHECK(thin.name == "Small- workspace 2026-11-22 1042 smaller.atlas");
  CHECK(tab.state().saving.last_file_copy.empty());
  const auto contents = io::read_snapshot(thin.bytes);
  REQUIRE(contents.ok());
  std::size_t gone = 0;
  for (const Change& change : contents.value().changes) {
    for (const Operation& operation : change.operations) {
      const auto* set = std::get_if<SetOp>(&operation);
      if (set == nullptr) continue;
      gone += is_left_out(set->value);
      CHECK_FALSE(set->value == Value(std::string("Replaced Person")));
    }
  }
  CHECK(gone > 0);

  // A colleague opens it beside, then gets the whole file: what was left out comes back and stays.
  tab.run(app::SaveFile{});
  const std::string whole = tab.tab.files.saved()[1].bytes;
  SmallTab colleague;
  open(colleague, thin.bytes);
  colleague.run(app::DecideMerge{app::MergeChoice::kApply});
  open(colleague, whole);
  REQUIRE(colleague.state().merge.has_value());
  CHECK(colleague.state().merge->files[0].kind == app::MergeFileKind::kNews);
  CHECK(colleague.state().merge->files[0].new_changes == 0);
  CHECK(colleague.state().merge->files[0].filled_changes == 1);
  colleague.run(app::DecideMerge{app::MergeChoice::kApply});
  CHECK(io::write_snapshot(colleague.state().document).value() == whole);
  CHECK(test::snapshot_on(colleague.disk, colleague.state().folder) == whole);
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

TEST_CASE("both kinds of file can wait, each once, and come in the order they were asked for") {
  SmallTab tab;
  tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  tab.tab.app.update();
  tab.tab.app.send(app::SaveFile{.thin = true});
  tab.tab.app.send(app::SaveFile{});
  tab.tab.app.send(app::SaveFile{.thin = true});
  tab.tab.app.update();
  REQUIRE(tab.state().saving.state == app::SaveState::kSaving);
  CHECK(tab.tab.files.saved().empty());
  tab.tab.settle();
  REQUIRE(tab.tab.files.saved().size() == 2);
  CHECK(tab.tab.files.saved()[0].bytes == io::write_thin_snapshot(tab.state().document).value());
  CHECK(tab.tab.files.saved()[1].bytes == test::snapshot_of(tab.state().document));
  CHECK(tab.state().saving.file_copy_is_current);
}

TEST_CASE("a file copy that waits is of the workspace for which it was asked") {
  SmallTab tab;
  open(tab, other_workspace());
  tab.run(app::OpenMergeFileBeside{0});
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
    CHECK_FALSE(tab.state().merge);
    tab.run(app::DismissError{});
    CHECK_FALSE(tab.state().error);
  }
  CHECK(test::snapshot_of(tab.state().document) == before);
}

TEST_CASE("a file with nothing new says so") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  open(tab, test::small_snapshot());
  CHECK_FALSE(tab.state().merge);
  CHECK(tab.state().toasts.back().text == "This workspace already has everything in the file.");
}

TEST_CASE(
    "a whole file is opened beside also where a folder here holds it without earlier values") {
  Document other({0xAB, 0xCD}, ReplicaId{7});
  const auto name = [&](const char* words) {
    Transaction transaction(other, "Name", {1'795'344'120'000, "Stranger"});
    const std::vector<RecordId> there = other.records_of(RecordType::kWorkspace);
    const RecordId record =
        there.empty() ? transaction.create(RecordType::kWorkspace, kRootRecord) : there.front();
    REQUIRE(transaction.set(record, fields::kWorkspaceName, std::string(words)).ok());
    REQUIRE(transaction.commit().ok());
  };
  name("First");
  name("Second");
  SmallTab tab;
  const auto open_beside = [&](const std::string& bytes) {
    tab.run(app::OpenWorkspace{kSmallFolder});
    open(tab, bytes);
    tab.run(app::OpenMergeFileBeside{0});
    return tab.state().folder;
  };
  const std::string thin = open_beside(io::write_thin_snapshot(other).value());
  const std::string whole = open_beside(test::snapshot_of(other));
  CHECK(whole != thin);
  CHECK(test::snapshot_of(tab.state().document) == test::snapshot_of(other));
  CHECK(open_beside(test::snapshot_of(other)) == whole);
}

TEST_CASE("another workspace opens beside this one") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  const std::string mine = test::snapshot_of(tab.state().document);
  open(tab, other_workspace());
  REQUIRE(tab.state().merge);
  CHECK(tab.state().screen == app::Screen::kMerge);
  REQUIRE(tab.state().merge->files.size() == 1);
  const app::MergeFile& file = tab.state().merge->files[0];
  CHECK(file.kind == app::MergeFileKind::kOtherWorkspace);
  CHECK(file.workspace_name == "Other");
  CHECK(file.authors == std::vector<std::string>{"Stranger"});
  CHECK_FALSE(tab.state().merge->has_news());
  tab.run(app::DecideMerge{app::MergeChoice::kApply});
  CHECK(test::snapshot_of(tab.state().document) == mine);
  const std::uint64_t generation = tab.state().generation;
  tab.run(app::OpenMergeFileBeside{0});
  CHECK(tab.state().generation == generation + 1);
  CHECK(tab.state().folder == "00000000000000ab00000000000000cd");
  CHECK(workspace_name(tab.state().document) == "Other");
  CHECK(tab.disk.files.at("device/current") == tab.state().folder);
  CHECK(test::snapshot_on(tab.disk, tab.state().folder) == other_workspace());
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == mine);
  CHECK_FALSE(tab.state().undo.can_undo());
  CHECK_FALSE(tab.state().merge);
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
  REQUIRE(fresh.state().merge);
  fresh.run(app::DecideMerge{app::MergeChoice::kApply});
  fresh.run(app::SaveFile{});
  CHECK(fresh.files.saved()[0].bytes == bytes);
}

}  // namespace atlas
