#include <algorithm>
#include <optional>
#include <utility>

#include "app/workspaces.hpp"
#include "base/hash.hpp"
#include "base/tr.hpp"
#include "io/segment.hpp"

namespace atlas::app {
namespace {

struct ReadFile {
  std::string name;
  bool base = false;
  io::SnapshotContents contents;
};

struct ReadFolder {
  std::vector<ReadFile> files;
  std::vector<std::pair<std::string, std::string>> unreadable;  // name, why
};

ReadFolder read_all(std::span<const StoredFile> files) {
  ReadFolder folder;
  for (const StoredFile& file : files) {
    const std::string name(file_name(file.name));
    const bool base = name.starts_with("base-");
    if (!base && !name.starts_with("seg-")) continue;
    Result<io::SnapshotContents> contents =
        base ? io::read_snapshot(file.bytes) : io::read_segment(file.bytes);
    if (contents.ok()) {
      folder.files.push_back({name, base, std::move(contents).value()});
    } else {
      folder.unreadable.emplace_back(name, contents.error().happened);
    }
  }
  return folder;
}

void drop_strangers(ReadFolder& folder, WorkspaceId workspace) {
  std::erase_if(folder.files, [&](const ReadFile& file) {
    if (file.contents.workspace == workspace) return false;
    folder.unreadable.emplace_back(file.name, tr(Text::kWhyOtherWorkspace));
    return true;
  });
}

// All at once; file by file only when one of them breaks the log.
void integrate_all(ReadFolder& folder, Document& document) {
  std::vector<Change> all;
  for (const ReadFile& file : folder.files) {
    all.insert(all.end(), file.contents.changes.begin(), file.contents.changes.end());
  }
  if (document.integrate(std::move(all)).ok()) return;
  std::erase_if(folder.files, [&](ReadFile& file) {
    const Result<std::size_t> taken = document.integrate(std::move(file.contents.changes));
    if (!taken.ok()) folder.unreadable.emplace_back(file.name, taken.error().happened);
    return !taken.ok();
  });
}

void add_foreign(std::vector<io::ForeignChunk>& all, std::vector<io::ForeignChunk>& more) {
  for (io::ForeignChunk& chunk : more) {
    if (std::find(all.begin(), all.end(), chunk) == all.end()) all.push_back(std::move(chunk));
  }
}

}  // namespace

LoadedWorkspace load_workspace(std::span<const StoredFile> files, WorkspaceId workspace,
                               ReplicaId self) {
  ReadFolder folder = read_all(files);
  drop_strangers(folder, workspace);
  LoadedWorkspace loaded;
  loaded.document = Document(workspace, self);
  integrate_all(folder, loaded.document);
  for (ReadFile& file : folder.files) {
    (file.base ? loaded.bases : loaded.segments).push_back(file.name);
    add_foreign(loaded.foreign, file.contents.foreign);
  }
  std::sort(folder.unreadable.begin(), folder.unreadable.end());
  for (auto& [name, why] : folder.unreadable) {
    loaded.unreadable.push_back(std::move(name));
    loaded.reasons.push_back(std::move(why));
  }
  return loaded;
}

ReplicaId replica_in(ReplicaId tab, std::string_view folder) {
  const std::uint64_t mixed = mixed_64(tab.value ^ fnv1a64(folder));
  return {mixed == 0 ? 1 : mixed};
}

WorkspaceId workspace_in(std::string_view folder) {
  WorkspaceId id;
  for (std::size_t i = 0; i < 32 && i < folder.size(); ++i) {
    const char c = folder[i];
    const unsigned digit =
        c >= 'a' ? static_cast<unsigned>(c - 'a') + 10U : static_cast<unsigned>(c - '0');
    if (digit > 15U) return {};
    std::uint64_t& half = i < 16 ? id.high : id.low;
    half = (half << 4U) | digit;
  }
  return id;
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0: a bare name
}

}  // namespace atlas::app
