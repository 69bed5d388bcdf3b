// Commands and events about files that people keep, and about the workspaces of this device.
#include <algorithm>
#include <utility>

#include "app/damaged_parts.hpp"
#include "app/update.hpp"
#include "app/workspaces.hpp"
#include "base/text.hpp"
#include "base/tr.hpp"
#include "io/segment.hpp"
#include "io/snapshot.hpp"
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

// "Durham and Darlington 2026-11-22 1042.atlas"; a thin one says so.
std::string copy_name(const Context& context, bool is_thin) {
  const ClockPort& clock = context.ports.clock;
  const std::int64_t now = clock.wall_ms();
  std::string time = clock.local_time(now);
  std::erase(time, ':');
  return safe_file_name(workspace_name(present_document(context))) + " " + clock.local_date(now) +
         " " + time + (is_thin ? " " + std::string(tr(Text::kFileNameThin)) : "") + ".atlas";
}

io::SnapshotWriter& copy_writer(Context& context) {
  return context.copies_asked.front().is_thin ? context.thin_writer : context.writer;
}

// The one that waits longest.
void hand_over_copy(Context& context) {
  const bool is_thin = context.copies_asked.front().is_thin;
  const Document& document = present_document(context);
  const Result<std::string> bytes = copy_writer(context).write(document, context.foreign);
  context.copies_asked.erase(context.copies_asked.begin());
  context.thin_writer =
      io::SnapshotWriter(io::Values::kStanding);  // what stands changes with every edit
  if (!bytes.ok()) {
    context.state.error = bytes.error();
    return;
  }
  const std::string name = copy_name(context, is_thin);
  context.leaving[name] = {context.state.folder, fingerprint(document), is_thin};
  context.ports.files.save_file(name, kMime, bytes.value());
}

}  // namespace

// They were asked for of this workspace.
void give_copy_before_leaving(Context& context) {
  while (!context.copies_asked.empty()) hand_over_copy(context);
}

// A file never knows of work that the store may still lose: the next visit would give the numbers
// of those operations to others.
void apply(Context& context, const SaveFile& command) {
  const bool waits =
      std::any_of(context.copies_asked.begin(), context.copies_asked.end(),
                  [&](const CopyAsked& asked) { return asked.is_thin == command.thin; });
  if (!context.ready || waits) return;
  context.copies_asked.push_back({context.ports.clock.wall_ms(), command.thin});
}

double copy_waits_ms(const Context& context) {
  if (context.copies_asked.empty()) return -1;
  if (context.autosave.save_state() != SaveState::kSaving) return 0;
  const std::int64_t waited = context.ports.clock.wall_ms() - context.copies_asked.front().at_ms;
  // A clock that was set back ends the wait.
  return waited < 0 ? 0 : static_cast<double>(std::max<std::int64_t>(0, kLongestWaitMs - waited));
}

bool is_packing_copy(const Context& context) {
  return copy_waits_ms(context) == 0;
}

float packing_progress(const Context& context) {
  return context.copies_asked.front().is_thin ? context.thin_writer.progress()
                                              : context.writer.progress();
}

bool pack_copy(Context& context) {
  // What cannot be packed is told of by handing it over.
  const Result<bool> more = copy_writer(context).prepare(present_document(context));
  if (more.ok() && more.value()) return false;
  hand_over_copy(context);
  return true;
}

void apply(Context& context, const FileSaved& event) {
  if (note_damaged_part_saved(context, event.name)) return;
  const auto found = context.leaving.find(event.name);
  if (found == context.leaving.end()) return;
  const LeavingFile left = std::move(found->second);
  context.leaving.erase(found);
  if (!left.is_thin) note_last_copy(context, left);
  add_toast(context, tr(Text::kToastSavedCopy, {event.name}));
}

void apply(Context& context, const OpenFile& /*command*/) {
  context.ports.files.request_open();
}

void apply(Context& context, const OpenFolder& /*command*/) {
  context.ports.files.request_open_folder();
}

void apply(Context& context, const OpenWorkspace& command) {
  if (!context.ready || command.folder == context.state.folder) return;
  if (context.ports.store.read_folder("w/" + command.folder).empty()) {
    add_toast(context, std::string(tr(Text::kToastWorkspaceGone)), ToastKind::kError);
    list_workspaces(context);
    return;
  }
  give_copy_before_leaving(context);
  open_folder(context, command.folder, say_opened(Text::kToastOpened));
}

void apply(Context& context, const AuthorAsked& /*command*/) {
  context.state.author_asked = true;
  if (context.ready) write_device_file(context, "author-asked", "1");
}

void apply(Context& context, const SetAuthor& command) {
  context.state.author = std::string(trim(command.name));
  if (context.ready) write_device_file(context, "author", context.state.author);
}

}  // namespace atlas::app
