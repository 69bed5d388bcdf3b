// Workspaces on this device: choosing, reading and switching the folders of the store.
//
// Device files: "current" (folder), "author", "settings", "name-<folder>" (its workspace's name, so
// that the list need not read it), "last-copy-<folder>" (wall clock and fingerprint of the last
// file copy), "unfiled-<folder>" (file_copy_due.hpp), "merges-<folder>" (merge_notes.hpp),
// "label-<folder>" (of a duplicate), "deleted-<folder>" (wall clock; empty: it is not).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/context.hpp"
#include "app/load_workspace.hpp"

namespace atlas::app {

// The workspace that a folder's name says it holds: "<hex of the id>" or "<hex>-<anything>".
[[nodiscard]] WorkspaceId workspace_in(std::string_view folder);

// The replica of a tab in a folder: two copies of a workspace never share one.
[[nodiscard]] ReplicaId replica_in(ReplicaId tab, std::string_view folder);

// Begins to open the folder of a session; makes the built-in workspace where there is none.
void open_first_workspace(Context& context);
// Begins to make a folder of the store the current workspace, keeping what was not yet stored of
// the one before; `then` is called when it is. The folder must have files. Until then nothing else
// is done (App::update).
void open_folder(Context& context, const std::string& folder, Loading::Then then = {});
// The same for the folder that is open, after its merge notes changed: what is looked at stays.
void reload_folder(Context& context, Loading::Then then = {});
// What `then` does where nothing but the opening is to be told: a toast with the workspace's name.
[[nodiscard]] Loading::Then say_opened(Text words);
// Some milliseconds of what was begun.
void step_loading(Context& context);
[[nodiscard]] std::vector<MergeNote> merge_notes_of(Context& context, const std::string& folder);
// A folder for a copy of a workspace whose files are not there yet.
[[nodiscard]] std::string free_folder(Context& context, WorkspaceId workspace);
// Folders whose name says that they hold this workspace, sorted.
[[nodiscard]] std::vector<std::string> folders_of(const Context& context, WorkspaceId workspace);

// Files that another tab has written. Those of the current workspace are taken in.
void take_in_files(Context& context, std::span<const StoredFile> files);

// Refreshes the list in state.
void list_workspaces(Context& context);
// Keeps the stored name of the current workspace true.
void note_workspace_name(Context& context);
// Author and settings, from the device files that are known.
void read_device(Context& context);
// Reads when the last file copy of the current workspace was made; `note` writes it for any.
void read_last_copy(Context& context);
void note_last_copy(Context& context, const LeavingFile& left);

// Last part of a path.
[[nodiscard]] std::string_view file_name(std::string_view path);

}  // namespace atlas::app
