// Commands about the workspaces of this device: new, renamed, duplicated, deleted and brought back.
#include <algorithm>
#include <utility>

#include "app/act.hpp"
#include "app/update.hpp"
#include "app/workspaces.hpp"
#include "base/text.hpp"
#include "base/tr.hpp"
#include "io/segment.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

WorkspaceId fresh_workspace(Context& context) {
  return {context.ports.clock.random64(), context.ports.clock.random64()};
}

RecordId own_record(const Document& document) {
  const std::vector<RecordId> all = document.children(kRootRecord, RecordType::kWorkspace);
  return all.empty() ? RecordId{} : all.front();
}

Result<> set_name(Transaction& transaction, const Document& document, const std::string& name) {
  RecordId record = own_record(document);
  if (record.is_null()) record = transaction.create(RecordType::kWorkspace, kRootRecord);
  return transaction.set(record, fields::kWorkspaceName, name);
}

Result<> fill(Context& context, Document& document, const NewWorkspace& command) {
  if (command.from == WorkspaceSeed::kBuiltIn) {
    Result<io::SnapshotContents> built_in = io::read_snapshot(context.built_in);
    if (!built_in.ok()) return built_in.error();
    const Result<std::size_t> taken = document.integrate(std::move(built_in.value().changes));
    if (!taken.ok()) return taken.error();
  }
  Transaction transaction(document, tr(Text::kChangeNewWorkspace, {command.name}),
                          stamp_now(context));
  const Result<> named = set_name(transaction, document, command.name);
  if (!named.ok()) return named.error();
  if (command.from == WorkspaceSeed::kEmpty) {
    const RecordId model = transaction.create(RecordType::kModel, kRootRecord);
    const Result<> set =
        transaction.set(model, fields::kModelName, std::string(tr(Text::kNewModel)));
    if (!set.ok()) return set.error();
  }
  const Result<std::optional<OpId>> done = transaction.commit();
  if (!done.ok()) return done.error();
  return Ok{};
}

// Another one to show in place of one that goes: null name for none.
std::string other_folder(const State& state, const std::string& folder) {
  const auto other =
      std::find_if(state.workspaces.begin(), state.workspaces.end(),
                   [&](const WorkspaceEntry& entry) { return entry.folder != folder; });
  return other == state.workspaces.end() ? std::string() : other->folder;
}

bool is_listed(const std::vector<WorkspaceEntry>& entries, const std::string& folder) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const WorkspaceEntry& entry) { return entry.folder == folder; });
}

}  // namespace

void apply(Context& context, const NewWorkspace& command) {
  if (!context.ready || trim(command.name).empty()) return;
  const WorkspaceId workspace = fresh_workspace(context);
  const std::string folder = free_folder(context, workspace);
  Document document(workspace, replica_in(context.tab, folder));
  const Result<> filled = fill(context, document, command);
  Result<std::string> bytes =
      filled.ok() ? io::write_snapshot(document) : Result<std::string>(filled.error());
  if (!bytes.ok()) {
    context.state.error = bytes.error();
    return;
  }
  give_copy_before_leaving(context);
  context.autosave.write("w/" + folder + "/" + io::base_name(bytes.value()), bytes.value());
  open_folder(context, folder, say_opened(Text::kToastNewWorkspace));
}

void apply(Context& context, const RenameWorkspace& command) {
  const std::string name(trim(command.name));
  if (name.empty() || name == workspace_name(present_document(context))) return;
  const Result<bool> done =
      act(context, tr(Text::kChangeRenameWorkspace, {name}), [&](Transaction& transaction) {
        return set_name(transaction, context.state.document, name);
      });
  if (!done.ok()) add_toast(context, done.error().sentence(), ToastKind::kError);
}

// The same workspace a second time: what is done in the copy can be brought in here as a file.
void apply(Context& context, const DuplicateWorkspace& command) {
  if (!context.ready) return;
  if (command.folder == context.state.folder) context.autosave.seal_now();
  const std::vector<StoredFile> files = context.ports.store.read_folder("w/" + command.folder);
  if (files.empty()) return;
  const std::string folder = free_folder(context, workspace_in(command.folder));
  for (const StoredFile& file : files) {
    const std::string name(file_name(file.name));
    context.autosave.write("w/" + folder + "/" + name, file.bytes);
  }
  const std::string when = date_and_time(context.ports.clock, context.ports.clock.wall_ms());
  write_device_file(context, "label-" + folder, tr(Text::kWorkspaceCopyOf, {when}));
  write_device_file(context, "name-" + folder, context.device["name-" + command.folder]);
  write_device_file(context, "merges-" + folder, context.device["merges-" + command.folder]);
  list_workspaces(context);
  add_toast(context, tr(Text::kToastDuplicated, {context.device["name-" + folder]}));
}

// Its files stay until somebody removes them for good.
void apply(Context& context, const DeleteWorkspace& command) {
  State& state = context.state;
  if (!context.ready || !is_listed(state.workspaces, command.folder)) return;
  const bool current = command.folder == state.folder;
  const std::string next = current ? other_folder(state, command.folder) : std::string();
  const std::string name = current ? workspace_name(present_document(context))
                                   : context.device["name-" + command.folder];
  write_device_file(context, "deleted-" + command.folder,
                    std::to_string(context.ports.clock.wall_ms()));
  const auto tell = [name, folder = command.folder](Context& told) {
    list_workspaces(told);
    add_toast(told, tr(Text::kToastDeletedWorkspace, {name}), ToastKind::kOffersUndo);
    told.state.toasts.back().brings_back = folder;
  };
  if (!current) {
    tell(context);
    return;
  }
  give_copy_before_leaving(context);
  if (next.empty()) {
    apply(context, NewWorkspace{std::string(tr(Text::kProductName)), WorkspaceSeed::kBuiltIn});
    if (context.loading) context.loading->then = tell;
  } else {
    open_folder(context, next, tell);
  }
}

void apply(Context& context, const BringWorkspaceBack& command) {
  if (!is_listed(context.state.deleted_workspaces, command.folder)) return;
  write_device_file(context, "deleted-" + command.folder, {});
  list_workspaces(context);
  add_toast(context, tr(Text::kToastWorkspaceBack, {context.device["name-" + command.folder]}));
}

void apply(Context& context, const RemoveWorkspaceForGood& command) {
  if (!is_listed(context.state.deleted_workspaces, command.folder)) return;
  const std::string path = "w/" + command.folder + "/";
  for (const StoredFile& file : context.ports.store.read_folder("w/" + command.folder)) {
    context.autosave.remove(path + std::string(file_name(file.name)));
  }
  for (const char* kind : {"name-", "label-", "merges-", "last-copy-", "unfiled-"}) {
    if (context.device.contains(kind + command.folder)) {
      write_device_file(context, kind + command.folder, {});
    }
  }
  list_workspaces(context);
  add_toast(context, std::string(tr(Text::kToastWorkspaceRemoved)));
}

}  // namespace atlas::app
