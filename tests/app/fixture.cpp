#include "app/fixture.hpp"

#include "app/workspaces.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"

namespace atlas::test {

SmallTab::SmallTab() : tab(disk, small_snapshot()) {
  tab.start();
}

std::string SmallTab::text(RecordId record, FieldNumber field) const {
  const auto* text = std::get_if<std::string>(&state().document.get(record, field));
  return text == nullptr ? std::string() : *text;
}

void edit(SmallTab& tab, const std::string& owner) {
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, owner});
}

TwoTabs::TwoTabs() : one(disk, small_snapshot(), 1), two(disk, small_snapshot(), 2) {
  one.start();
  two.start();
}

std::string snapshot_of(const Document& document) {
  return io::write_snapshot(document).value();
}

std::string snapshot_on(const headless::Disk& disk, const std::string& folder) {
  std::vector<app::StoredFile> files;
  const std::string prefix = "w/" + folder + "/";
  for (const auto& [path, bytes] : disk.files) {
    if (path.starts_with(prefix)) files.push_back({path.substr(prefix.size()), bytes});
  }
  const app::LoadedWorkspace loaded =
      app::load_workspace(files, app::workspace_in(folder), ReplicaId{1});
  return snapshot_of(loaded.document);
}

std::string notice_text(const app::State& state, app::NoticeKind kind) {
  for (const app::Notice& notice : state.notices) {
    if (notice.kind == kind) return notice.text;
  }
  return {};
}

std::size_t count_files(const headless::Disk& disk, const std::string& prefix) {
  std::size_t count = 0;
  for (const auto& [path, bytes] : disk.files) count += path.starts_with(prefix) ? 1 : 0;
  return count;
}

}  // namespace atlas::test
