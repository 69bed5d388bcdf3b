#include "app/workspaces.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "app/compaction.hpp"
#include "app/damaged_parts.hpp"
#include "app/file_copy_due.hpp"
#include "app/view_state.hpp"
#include "base/hash.hpp"
#include "base/tr.hpp"
#include "io/segment.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

std::string path_of(const std::string& folder, std::string_view name) {
  return "w/" + folder + "/" + std::string(name);
}

std::vector<StoredFile> files_of(const Context& context, const std::string& folder) {
  return context.ports.store.read_folder("w/" + folder);
}

std::set<std::string> stored_folders(const Context& context) {
  std::set<std::string> folders;
  for (const std::string& path : context.ports.store.folders("w")) {
    folders.emplace(file_name(path));
  }
  return folders;
}

// Where own changes may be missing, or are kept aside, their numbers would be given a second time;
// a fresh replica starts its own count.
bool needs_fresh_replica(const LoadedWorkspace& loaded) {
  const ReplicaId self = loaded.document.self();
  const std::vector<const Change*> waiting = loaded.document.waiting();
  return !loaded.unreadable.empty() ||
         std::any_of(waiting.begin(), waiting.end(),
                     [&](const Change* change) { return change->replica == self; }) ||
         std::any_of(loaded.aside.begin(), loaded.aside.end(),
                     [&](const Change& change) { return change.replica == self; });
}

void use_safe_replica(Context& context, const std::string& folder, LoadedWorkspace& loaded) {
  if (!needs_fresh_replica(loaded)) return;
  const ReplicaId self = loaded.document.self();
  loaded.document.write_as(replica_in({context.ports.clock.random64() ^ self.value}, folder));
}

void reset_view(State& state) {
  ++state.generation;
  state.trail = {};
  const std::uint64_t fitted = state.explore.fit_serial;
  const std::uint64_t centred = state.explore.centre_serial;
  state.explore = {};
  state.explore.line_kinds = {fields::kLineReportsTo};
  state.explore.fit_serial = fitted + 1;
  state.explore.centre_serial = centred;
  state.plan = {};
  state.selected = {};
  state.field_error.reset();
  state.undo = {};
}

// Where the built-in workspace lives. The program's own bytes that cannot be read are our mistake,
// and shown.
const std::string& built_in_folder(Context& context) {
  if (context.built_in_folder.empty()) {
    const Result<io::SnapshotContents> built_in = io::read_snapshot(context.built_in);
    if (!built_in.ok()) {
      context.state.error = built_in.error();
      context.built_in.clear();
    }
    context.built_in_folder =
        io::to_hex(built_in.ok() ? built_in.value().workspace : WorkspaceId{});
  }
  return context.built_in_folder;
}

// The program's own base, for its folder when that has none that can be read. True when added.
bool add_built_in(Context& context, const std::string& folder, std::vector<StoredFile>& files) {
  if (folder != built_in_folder(context) || context.built_in.empty()) return false;
  const std::string name = io::base_name(context.built_in);
  std::erase_if(files, [&](const StoredFile& file) { return file_name(file.name) == name; });
  files.push_back({name, context.built_in});
  context.autosave.write(path_of(folder, name), context.built_in);
  return true;
}

std::string stored_name(Context& context, const std::string& folder) {
  const auto found = context.device.find("name-" + folder);
  if (found != context.device.end()) return found->second;
  const LoadedWorkspace loaded =
      load_workspace(files_of(context, folder), workspace_in(folder), ReplicaId{1});
  return workspace_name(loaded.document);
}

}  // namespace

void open_first_workspace(Context& context) {
  for (StoredFile& file : context.ports.store.read_folder("device")) {
    context.device[std::string(file_name(file.name))] = std::move(file.bytes);
  }
  read_device(context);
  std::string folder = context.device["current"];
  if (folder.empty() || files_of(context, folder).empty()) {
    folder = built_in_folder(context);
  }
  open_folder(context, folder);
}

namespace {

void begin_loading(Context& context, const std::string& folder, std::vector<StoredFile> files,
                   Loading::Then then, bool same_workspace) {
  context.loading.emplace(
      Loading{folder,
              WorkspaceLoader(std::move(files), workspace_in(folder),
                              replica_in(context.tab, folder), merge_notes_of(context, folder)),
              std::move(then), same_workspace});
}

void adopt(Context& context, const std::string& folder, LoadedWorkspace loaded,
           bool same_workspace) {
  State& state = context.state;
  use_safe_replica(context, folder, loaded);
  context.writer = io::SnapshotWriter();
  context.foreign = std::move(loaded.foreign);
  loaded.document.come_after(state.document);
  state.document = std::move(loaded.document);
  context.aside = std::move(loaded.aside);
  context.erased = 0;
  state.folder = folder;
  state.merges = merge_notes_of(context, folder);
  if (same_workspace) {
    state.undo = {};
    state.field_error.reset();
  } else {
    reset_view(state);
  }
  write_device_file(context, "current", folder);
  if (!context.device["deleted-" + folder].empty()) {
    write_device_file(context, "deleted-" + folder, {});
  }
  context.parts = {};
  note_parts(context, loaded);
  forget_damaged_parts(context);
  tell_damaged_parts(context, loaded);
  compact_when_due(context);
  read_last_copy(context);
  tidy_view(state);
  list_workspaces(context);
}

}  // namespace

void open_folder(Context& context, const std::string& folder, Loading::Then then) {
  forget_merge(context);
  return_to_now(context);
  // What was gathered for the workspace before goes to its own folder.
  context.autosave.use_folder(folder, workspace_in(folder));
  std::vector<StoredFile> files = files_of(context, folder);
  if (files.empty()) add_built_in(context, folder, files);
  begin_loading(context, folder, std::move(files), std::move(then), false);
}

Loading::Then say_opened(Text words) {
  return [words](Context& opened) {
    add_toast(opened, tr(words, {workspace_name(opened.state.document)}));
  };
}

void reload_folder(Context& context, Loading::Then then) {
  return_to_now(context);
  const std::string folder = context.state.folder;
  context.autosave.use_folder(folder, workspace_in(folder));
  begin_loading(context, folder, files_of(context, folder), std::move(then), true);
}

void step_loading(Context& context) {
  Loading& loading = *context.loading;
  loading.loader.step();
  if (!loading.loader.done()) return;
  LoadedWorkspace loaded = loading.loader.take();
  const std::string folder = loading.folder;
  if (loaded.bases.empty()) {
    std::vector<StoredFile> files = files_of(context, folder);
    if (add_built_in(context, folder, files)) {
      begin_loading(context, folder, std::move(files), std::move(loading.then),
                    loading.same_workspace);
      return;
    }
  }
  const Loading::Then then = std::move(loading.then);
  const bool same_workspace = loading.same_workspace;
  context.loading.reset();
  adopt(context, folder, std::move(loaded), same_workspace);
  if (then) then(context);
}

std::vector<MergeNote> merge_notes_of(Context& context, const std::string& folder) {
  return merge_notes_from(context.device["merges-" + folder]);
}

std::vector<std::string> folders_of(const Context& context, WorkspaceId workspace) {
  const std::string hex = io::to_hex(workspace);
  std::vector<std::string> folders;
  for (const std::string& folder : stored_folders(context)) {
    if (folder == hex || folder.starts_with(hex + "-")) folders.push_back(folder);
  }
  return folders;
}

std::string free_folder(Context& context, WorkspaceId workspace) {
  const std::string hex = io::to_hex(workspace);
  const std::set<std::string> taken = stored_folders(context);
  std::string folder = hex;
  while (taken.contains(folder) || folder == context.state.folder) {
    const WorkspaceId random{context.ports.clock.random64(), 0};
    folder = hex + "-" + io::to_hex(random).substr(0, 16);
  }
  return folder;
}

void take_in_files(Context& context, std::span<const StoredFile> files) {
  State& state = context.state;
  const std::string here = "w/" + state.folder + "/";
  std::vector<StoredFile> ours;
  for (const StoredFile& file : files) {
    if (file.name.starts_with("device/")) {
      context.device[std::string(file_name(file.name))] = file.bytes;
    } else if (file.name.starts_with(here)) {
      ours.push_back(file);
    }
  }
  read_device(context);
  const LoadedWorkspace loaded = load_workspace(ours, state.document.workspace(), ReplicaId{1});
  note_parts(context, loaded);
  tell_damaged_parts(context, loaded);
  if (!ours.empty()) {
    std::vector<Change> changes;
    for (const Change* change : loaded.document.changes()) changes.push_back(*change);
    for (const Change* change : loaded.document.waiting()) changes.push_back(*change);
    const Result<std::size_t> taken = present_document(context).integrate(std::move(changes));
    if (!taken.ok()) state.error = taken.error();
    for (const io::ForeignChunk& chunk : loaded.foreign) {
      const auto end = context.foreign.end();
      if (std::find(context.foreign.begin(), end, chunk) == end) context.foreign.push_back(chunk);
    }
  }
  read_last_copy(context);
  list_workspaces(context);
}

void list_workspaces(Context& context) {
  std::set<std::string> folders = stored_folders(context);
  folders.insert(context.state.folder);
  std::vector<WorkspaceEntry> entries;
  std::vector<WorkspaceEntry> deleted;
  for (const std::string& folder : folders) {
    const bool current = folder == context.state.folder;
    std::string name =
        current ? workspace_name(present_document(context)) : stored_name(context, folder);
    const bool is_deleted = !current && !context.device["deleted-" + folder].empty();
    (is_deleted ? deleted : entries)
        .push_back({folder, std::move(name), context.device["label-" + folder], current});
  }
  for (std::vector<WorkspaceEntry>* list : {&entries, &deleted}) {
    std::sort(list->begin(), list->end(), [](const WorkspaceEntry& a, const WorkspaceEntry& b) {
      return a.name == b.name ? a.folder < b.folder : a.name < b.name;
    });
  }
  context.state.workspaces = std::move(entries);
  context.state.deleted_workspaces = std::move(deleted);
}

void note_workspace_name(Context& context) {
  const std::string key = "name-" + context.state.folder;
  std::string name = workspace_name(present_document(context));
  // Not compared with the stored name: two tabs that disagree would write in turn without end.
  std::string noted = key + "/" + name;
  if (context.noted_name == noted) return;
  context.noted_name = std::move(noted);
  write_device_file(context, key, std::move(name));
  list_workspaces(context);
}

void read_device(Context& context) {
  context.state.author = context.device["author"];
  context.state.author_asked = !context.device["author-asked"].empty();
  context.state.settings = settings_from(context.device["settings"]);
}

void read_last_copy(Context& context) {
  context.exported = 0;
  context.state.saving.last_file_copy.clear();
  const std::string& stored = context.device["last-copy-" + context.state.folder];
  const std::size_t space = stored.find(' ');
  if (space == std::string::npos) return;
  const std::int64_t wall_ms = std::strtoll(stored.c_str(), nullptr, 10);
  context.exported = std::strtoull(stored.c_str() + space, nullptr, 10);
  context.state.saving.last_file_copy = date_and_time(context.ports.clock, wall_ms);
}

void note_last_copy(Context& context, const LeavingFile& left) {
  const std::int64_t now = context.ports.clock.wall_ms();
  write_device_file(context, "last-copy-" + left.folder,
                    std::to_string(now) + " " + std::to_string(left.fingerprint));
  read_last_copy(context);
  note_filed(context, left);
}

}  // namespace atlas::app
