// Commands and events about files that people keep, and about the workspaces of this device.
#include <algorithm>
#include <utility>

#include "app/damaged_parts.hpp"
#include "app/opened_file.hpp"
#include "app/update.hpp"
#include "app/workspaces.hpp"
#include "base/text.hpp"
#include "base/tr.hpp"
#include "io/segment.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

constexpr std::string_view kMime = "application/octet-stream";
constexpr std::size_t kNameLength = 80;
// Longer than a flush takes; a store that never answers keeps nobody from a copy.
constexpr std::int64_t kLongestWaitMs = 2'000;

// Without what some file system refuses.
std::string safe_file_name(std::string_view name) {
  std::string safe;
  for (const char c : shortened(name, kNameLength)) {
    const bool bad = static_cast<unsigned char>(c) < 0x20U || c == 0x7F ||
                     std::string_view("\\/:*?\"<>|").find(c) != std::string_view::npos;
    safe += bad ? '-' : c;
  }
  while (!safe.empty() && (safe.back() == '.' || safe.back() == ' ')) safe.pop_back();
  safe.erase(0, safe.find_first_not_of(". "));
  return safe.empty() ? std::string(tr(Text::kFileNameUnnamed)) : safe;
}

// "Durham and Darlington 2026-11-22 1042.atlas"
std::string copy_name(const Context& context) {
  const ClockPort& clock = context.ports.clock;
  const std::int64_t now = clock.wall_ms();
  std::string time = clock.local_time(now);
  std::erase(time, ':');
  return safe_file_name(workspace_name(context.state.document)) + " " + clock.local_date(now) +
         " " + time + ".atlas";
}

void forget_opened(Context& context) {
  context.opened.reset();
  context.state.opened.reset();
  if (context.state.dialog == Dialog::kOpenedFile) context.state.dialog = Dialog::kNone;
  if (context.more_opened.empty()) return;
  const FileOpened next = std::move(context.more_opened.front());
  context.more_opened.pop_front();
  apply(context, next);
}

bool folder_holds_just_this(const Context& context, const std::string& folder,
                            const WaitingFile& file) {
  const std::vector<StoredFile> files = context.ports.store.read_folder("w/" + folder);
  const LoadedWorkspace loaded = load_workspace(files, workspace_in(folder), ReplicaId{1});
  const Comparison comparison = compare_with_file(loaded.document, file.contents);
  return comparison.only_there.empty() && comparison.only_here == 0 && !comparison.contradicts;
}

void open_beside(Context& context) {
  const WaitingFile& file = *context.opened;
  for (const std::string& folder : folders_of(context, file.contents.workspace)) {
    if (folder == context.state.folder || !folder_holds_just_this(context, folder, file)) continue;
    open_folder(context, folder);
    return;
  }
  const std::string folder = free_folder(context, file.contents.workspace);
  context.autosave.write("w/" + folder + "/" + io::base_name(file.bytes), file.bytes);
  open_folder(context, folder);
}

// True when done. Only a later copy can be brought in without a decision on each difference.
bool bring_in(Context& context) {
  State& state = context.state;
  const WaitingFile& file = *context.opened;
  std::optional<OpenedFile> now = describe_file(context, file);
  if (!now) return true;  // another tab has brought it in meanwhile
  if (now->kind != OpenedKind::kLaterCopy) {
    state.opened = std::move(now);  // the workspace went on while the question stood
    return false;
  }
  const Comparison comparison = compare_with_file(state.document, file.contents);
  const Result<std::size_t> taken = state.document.integrate(file.contents.changes);
  if (!taken.ok()) {
    state.error = taken.error();
    return true;
  }
  std::vector<io::ForeignChunk> foreign;
  for (const io::ForeignChunk& chunk : file.contents.foreign) {
    const auto end = context.foreign.end();
    if (std::find(context.foreign.begin(), end, chunk) == end) foreign.push_back(chunk);
  }
  context.foreign.insert(context.foreign.end(), foreign.begin(), foreign.end());
  context.autosave.add(comparison.only_there, foreign);
  const std::string changes =
      tr_count(Text::kChangesOne, Text::kChangesMany, comparison.only_there.size());
  add_toast(context, tr(Text::kToastBroughtIn, {changes, file.name}));
  return true;
}

void hand_over_copy(Context& context) {
  context.copy_asked_ms.reset();
  const Result<std::string> bytes = context.writer.write(context.state.document, context.foreign);
  if (!bytes.ok()) {
    context.state.error = bytes.error();
    return;
  }
  const std::string name = copy_name(context);
  context.leaving[name] = {context.state.folder, fingerprint(context.state.document)};
  context.ports.files.save_file(name, kMime, bytes.value());
}

// It was asked for of this workspace.
void give_copy_before_leaving(Context& context) {
  if (context.copy_asked_ms) hand_over_copy(context);
}

}  // namespace

// A file never knows of work that the store may still lose: the next visit would give the numbers
// of those operations to others.
void apply(Context& context, const SaveFile& /*command*/) {
  if (context.ready && !context.copy_asked_ms)
    context.copy_asked_ms = context.ports.clock.wall_ms();
}

double copy_waits_ms(const Context& context) {
  if (!context.copy_asked_ms) return -1;
  if (context.autosave.save_state() != SaveState::kSaving) return 0;
  const std::int64_t waited = context.ports.clock.wall_ms() - *context.copy_asked_ms;
  // A clock that was set back ends the wait.
  return waited < 0 ? 0 : static_cast<double>(std::max<std::int64_t>(0, kLongestWaitMs - waited));
}

bool give_copy(Context& context) {
  if (copy_waits_ms(context) != 0) return false;
  hand_over_copy(context);
  return true;
}

void apply(Context& context, const FileSaved& event) {
  if (note_damaged_part_saved(context, event.name)) return;
  const auto found = context.leaving.find(event.name);
  if (found == context.leaving.end()) return;
  const LeavingFile left = std::move(found->second);
  context.leaving.erase(found);
  note_last_copy(context, left);
  add_toast(context, tr(Text::kToastSavedCopy, {event.name}));
}

void apply(Context& context, const OpenFile& /*command*/) {
  context.ports.files.request_open();
}

void apply(Context& context, const FileOpened& event) {
  State& state = context.state;
  if (context.opened) {
    context.more_opened.push_back(event);
    return;
  }
  Result<io::SnapshotContents> contents = io::read_snapshot(event.bytes);
  if (!contents.ok()) {
    state.error = contents.error();
    return;
  }
  Document trial(contents.value().workspace, ReplicaId{1});
  const Result<std::size_t> holds = trial.integrate(contents.value().changes);
  if (!holds.ok()) {
    state.error = holds.error();
    return;
  }
  context.opened = WaitingFile{event.name, event.bytes, std::move(contents).value()};
  state.opened = describe_file(context, *context.opened);
  if (!state.opened) {
    add_toast(context, std::string(tr(Text::kToastNothingNew)));
    forget_opened(context);
    return;
  }
  state.dialog = Dialog::kOpenedFile;
}

void apply(Context& context, const DecideOpened& command) {
  if (!context.opened) return;
  switch (command.choice) {
    case OpenedChoice::kOpenBeside:
      give_copy_before_leaving(context);
      open_beside(context);
      add_toast(context, tr(Text::kToastOpenedBeside, {workspace_name(context.state.document)}));
      break;
    case OpenedChoice::kBringIn:
      if (context.state.opened->kind != OpenedKind::kLaterCopy || !bring_in(context)) return;
      break;
    case OpenedChoice::kCancel:
      break;
  }
  forget_opened(context);
}

void apply(Context& context, const OpenWorkspace& command) {
  if (!context.ready || command.folder == context.state.folder) return;
  if (context.ports.store.read_folder("w/" + command.folder).empty()) {
    add_toast(context, std::string(tr(Text::kToastWorkspaceGone)), ToastKind::kError);
    list_workspaces(context);
    return;
  }
  give_copy_before_leaving(context);
  open_folder(context, command.folder);
  add_toast(context, tr(Text::kToastOpened, {workspace_name(context.state.document)}));
}

void apply(Context& context, const SetAuthor& command) {
  context.state.author = std::string(trim(command.name));
  if (context.ready) write_device_file(context, "author", context.state.author);
}

}  // namespace atlas::app
