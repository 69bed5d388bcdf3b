#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "document/transaction.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

namespace {

std::string other_workspace(const std::string& name) {
  Document other({0xAB, 0xCD}, ReplicaId{7});
  Transaction transaction(other, "Make", {});
  const RecordId record = transaction.create(RecordType::kWorkspace, kRootRecord);
  REQUIRE(transaction.set(record, fields::kWorkspaceName, name).ok());
  REQUIRE(transaction.commit().ok());
  return test::snapshot_of(other);
}

void open_beside(headless::Tab& tab, const std::string& bytes) {
  tab.files.open("file.atlas", bytes);
  tab.settle();
  REQUIRE(tab.state().merge);
  tab.run(app::OpenMergeFileBeside{0});
}

}  // namespace

TEST_CASE("switching workspaces loses nothing, even in the middle of a flush") {
  SmallTab tab;
  open_beside(tab.tab, other_workspace("Other"));
  const std::string other = tab.state().folder;
  tab.run(app::OpenWorkspace{kSmallFolder});
  tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  tab.tab.app.update();
  tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Two"});
  tab.tab.app.send(app::OpenWorkspace{other});
  tab.tab.app.update();
  CHECK(workspace_name(tab.state().document) == "Other");
  CHECK(tab.state().saving.state == app::SaveState::kSaving);
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  tab.run(app::OpenWorkspace{kSmallFolder});
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Two");
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("switching back before anything is flushed still shows the edit") {
  SmallTab tab;
  open_beside(tab.tab, other_workspace("Other"));
  const std::string other = tab.state().folder;
  tab.run(app::OpenWorkspace{kSmallFolder});
  tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "One"});
  tab.tab.app.send(app::OpenWorkspace{other});
  tab.tab.app.send(app::OpenWorkspace{kSmallFolder});
  tab.tab.app.update();
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "One");
}

TEST_CASE("the next visit opens the workspace of the last one") {
  headless::Disk disk;
  {
    headless::Tab tab(disk, test::small_snapshot());
    tab.start();
    open_beside(tab, other_workspace("Other"));
  }
  headless::Tab tab(disk, test::small_snapshot(), 2);
  tab.start();
  CHECK(workspace_name(tab.state().document) == "Other");
  REQUIRE(tab.state().workspaces.size() == 2);
  CHECK(tab.state().workspaces[0].name == "Other");
  CHECK(tab.state().workspaces[0].current);
  CHECK(tab.state().workspaces[1].name == "Small: workspace");
}

TEST_CASE("opening the same file twice opens the same workspace") {
  SmallTab tab;
  open_beside(tab.tab, other_workspace("Other"));
  const std::string first = tab.state().folder;
  tab.run(app::OpenWorkspace{kSmallFolder});
  open_beside(tab.tab, other_workspace("Other"));
  CHECK(tab.state().folder == first);
  tab.run(app::OpenWorkspace{kSmallFolder});
  open_beside(tab.tab, other_workspace("Different"));
  CHECK(tab.state().folder.starts_with(first + "-"));
  CHECK(tab.state().workspaces.size() == 3);
}

TEST_CASE("a workspace that is not there cannot be opened") {
  SmallTab tab;
  const std::uint64_t generation = tab.state().generation;
  tab.run(app::OpenWorkspace{"nowhere"});
  CHECK(tab.state().generation == generation);
  CHECK(tab.state().toasts.back().is_error);
  tab.run(app::OpenWorkspace{kSmallFolder});
  CHECK(tab.state().generation == generation);
}

TEST_CASE("a stored choice whose workspace has gone falls back to the built-in one") {
  headless::Disk disk;
  disk.files["device/current"] = "00000000000000ff00000000000000ff";
  headless::Tab tab(disk, test::small_snapshot());
  tab.start();
  CHECK(tab.state().folder == kSmallFolder);
  CHECK_FALSE(tab.state().error);
}

TEST_CASE("a foreign workspace with no readable part is kept and said") {
  headless::Disk disk;
  disk.files["device/current"] = "00000000000000ff00000000000000ff";
  disk.files["w/00000000000000ff00000000000000ff/base-1"] = "rubbish";
  headless::Tab tab(disk, test::small_snapshot());
  tab.start();
  CHECK_FALSE(test::notice_text(tab.state(), app::NoticeKind::kDamagedParts).empty());
  CHECK(tab.state().document.workspace() == WorkspaceId{0xFF, 0xFF});
  CHECK(disk.files.at("w/00000000000000ff00000000000000ff/base-1") == "rubbish");
}

namespace {

std::vector<std::string> names(const std::vector<app::WorkspaceEntry>& entries) {
  std::vector<std::string> all;
  for (const app::WorkspaceEntry& entry : entries) all.push_back(entry.name);
  return all;
}

}  // namespace

TEST_CASE("a new workspace starts from the built-in data or empty, with an id of its own") {
  SmallTab tab;
  const std::string before = test::snapshot_of(tab.state().document);
  tab.run(app::NewWorkspace{"Next year", app::WorkspaceSeed::kBuiltIn});
  CHECK(workspace_name(tab.state().document) == "Next year");
  CHECK_FALSE(tab.state().document.workspace() == WorkspaceId{0x5A11, 0x1});
  CHECK(models(tab.state().document).size() == 2);
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::snapshot_on(tab.disk, tab.state().folder) == test::snapshot_of(tab.state().document));
  tab.run(app::NewWorkspace{"Blank", app::WorkspaceSeed::kEmpty});
  CHECK(models(tab.state().document).size() == 1);
  CHECK(names(tab.state().workspaces) ==
        std::vector<std::string>{"Blank", "Next year", "Small: workspace"});
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == before);
  tab.run(app::NewWorkspace{"  ", app::WorkspaceSeed::kEmpty});
  CHECK(tab.state().workspaces.size() == 3);
  // Work goes on in it under numbers that follow.
  tab.run(app::RenameWorkspace{"Blank no more"});
  CHECK(workspace_name(tab.state().document) == "Blank no more");
  CHECK(test::snapshot_on(tab.disk, tab.state().folder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("renaming is a change that can be undone") {
  SmallTab tab;
  tab.run(app::RenameWorkspace{"Another name"});
  CHECK(names(tab.state().workspaces) == std::vector<std::string>{"Another name"});
  tab.run(app::Undo{});
  CHECK(names(tab.state().workspaces) == std::vector<std::string>{"Small: workspace"});
  const std::size_t changes = tab.state().document.changes().size();
  tab.run(app::RenameWorkspace{""});
  tab.run(app::RenameWorkspace{"Small: workspace"});
  CHECK(tab.state().document.changes().size() == changes);
}

TEST_CASE("a duplicate goes its own way and can be brought in again") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Before"});
  tab.run(app::DuplicateWorkspace{kSmallFolder});
  REQUIRE(tab.state().workspaces.size() == 2);
  const app::WorkspaceEntry& copy =
      tab.state().workspaces[tab.state().workspaces[0].current ? 1 : 0];
  CHECK(copy.label.find("22 November 2026") != std::string::npos);
  const std::string folder = copy.folder;
  tab.run(app::OpenWorkspace{folder});
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Before");
  tab.run(app::SetFieldTyped{tab.small.late, fields::kActionOwner, "In the copy"});
  tab.run(app::SaveFile{});
  tab.run(app::OpenWorkspace{kSmallFolder});
  CHECK(tab.text(tab.small.late, fields::kActionOwner).empty());
  tab.tab.files.open("copy.atlas", tab.tab.files.saved().back().bytes);
  tab.tab.settle();
  tab.run(app::DecideMerge{app::MergeChoice::kApply});
  CHECK(tab.text(tab.small.late, fields::kActionOwner) == "In the copy");
}

TEST_CASE("a deleted workspace can be brought back until it is removed for good") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  const std::string mine = test::snapshot_of(tab.state().document);
  tab.run(app::NewWorkspace{"Second", app::WorkspaceSeed::kEmpty});
  const std::string second = tab.state().folder;
  tab.run(app::DeleteWorkspace{kSmallFolder});
  CHECK(names(tab.state().workspaces) == std::vector<std::string>{"Second"});
  CHECK(names(tab.state().deleted_workspaces) == std::vector<std::string>{"Small: workspace"});
  REQUIRE(tab.state().toasts.back().offers_undo);
  CHECK(tab.state().toasts.back().brings_back == kSmallFolder);
  {
    headless::Tab next(tab.disk, test::small_snapshot(), 5);
    next.start();
    CHECK(next.state().workspaces.size() == 1);
    CHECK(next.state().deleted_workspaces.size() == 1);
  }
  tab.run(app::BringWorkspaceBack{kSmallFolder});
  CHECK(tab.state().workspaces.size() == 2);
  tab.run(app::OpenWorkspace{kSmallFolder});
  CHECK(test::snapshot_of(tab.state().document) == mine);

  // The one that is open: another takes its place.
  tab.run(app::DeleteWorkspace{kSmallFolder});
  CHECK(tab.state().folder == second);
  tab.run(app::RemoveWorkspaceForGood{second});
  CHECK(test::count_files(tab.disk, "w/" + second + "/") > 0);
  tab.run(app::RemoveWorkspaceForGood{kSmallFolder});
  CHECK(test::count_files(tab.disk, "w/" + kSmallFolder + "/") == 0);
  CHECK(tab.state().deleted_workspaces.empty());
  tab.run(app::BringWorkspaceBack{kSmallFolder});
  CHECK(tab.state().workspaces.size() == 1);
}

TEST_CASE("when the last workspace is deleted a new one is there") {
  SmallTab tab;
  tab.run(app::DeleteWorkspace{kSmallFolder});
  CHECK_FALSE(tab.state().folder == kSmallFolder);
  CHECK(models(tab.state().document).size() == 2);
  CHECK(tab.state().workspaces.size() == 1);
  CHECK(names(tab.state().deleted_workspaces) == std::vector<std::string>{"Small: workspace"});
  CHECK(tab.state().toasts.back().brings_back == kSmallFolder);
}

}  // namespace atlas
