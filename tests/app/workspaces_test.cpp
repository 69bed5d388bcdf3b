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

}  // namespace atlas
