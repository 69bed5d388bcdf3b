#include "app/erased.hpp"

#include <algorithm>
#include <utility>

#include "app/compaction.hpp"
#include "app/workspaces.hpp"
#include "base/tr.hpp"
#include "document/erasure.hpp"
#include "document/gradual_document.hpp"
#include "io/segment.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

std::vector<Change> all_changes(const Document& document) {
  std::vector<Change> changes;
  for (const Change* change : document.changes()) changes.push_back(*change);
  for (const Change* change : document.waiting()) changes.push_back(*change);
  return changes;
}

std::size_t count_changes(const Document& document) {
  return document.changes().size() + document.waiting().size();
}

std::vector<StoredFile> files_in(const Context& context, const std::string& folder) {
  return context.ports.store.read_folder("w/" + folder);
}

void report(Context& context, const Error& why) {
  const std::string happened = std::string(tr(Text::kErrorNotErasedInStore)) + " " + why.happened;
  context.state.error = error_of(why.code, happened, tr(Text::kKeptOldStore), why.next);
}

// One base that holds everything takes the place of the parts that were read.
bool replace_parts(Context& context, const std::string& folder, const LoadedWorkspace& parts,
                   const Result<std::string>& aside, const Result<std::string>& base) {
  for (const Result<std::string>* part : {&aside, &base}) {
    if (part->ok()) continue;
    report(context, part->error());
    return false;
  }
  const std::string path = "w/" + folder + "/";
  const std::string name = io::base_name(base.value());
  const bool is_there =
      std::find(parts.bases.begin(), parts.bases.end(), name) != parts.bases.end();
  if (!is_there) context.autosave.write(path + name, base.value());
  for (const std::string& segment : parts.segments) {
    if (segment != aside.value()) context.autosave.remove(path + segment);
  }
  for (const std::string& old : parts.bases) {
    if (old != name) context.autosave.remove(path + old);
  }
  return true;
}

// By any folder of the workspace; copies of one change may be among them.
std::vector<Change> erasing_known(Context& context, WorkspaceId workspace) {
  std::vector<Change> erasing;
  const auto add = [&](const Document& document) {
    for (Change& change : erasing_changes(document)) erasing.push_back(std::move(change));
  };
  if (workspace == present_document(context).workspace()) add(present_document(context));
  for (const std::string& folder : folders_of(context, workspace)) {
    if (folder == context.state.folder) continue;
    add(load_workspace(files_in(context, folder), workspace, ReplicaId{1}).document);
  }
  return erasing;
}

// What is set aside, without what is erased.
Result<std::vector<Change>> cleaned_aside(const Document& document, std::vector<Change> aside) {
  if (aside.empty()) return aside;
  Document whole(document.workspace(), ReplicaId{1});
  for (const std::vector<Change>& changes : {all_changes(document), aside}) {
    const Result<std::size_t> taken = whole.integrate(changes);
    if (!taken.ok()) return taken.error();
  }
  for (Change& change : aside) {
    const Change* struck = whole.find_change(change.first_id());
    if (struck != nullptr) change = *struck;
  }
  return aside;
}

// Writes its segment; its name, empty where nothing is aside.
Result<std::string> write_aside(Context& context, const std::string& folder, WorkspaceId workspace,
                                const Result<std::vector<Change>>& aside) {
  if (!aside.ok()) return aside.error();
  Result<io::NamedFile> segment = aside_segment(workspace, aside.value());
  if (!segment.ok()) return segment.error();
  const std::string name = segment.value().name;
  if (!name.empty()) {
    context.autosave.write("w/" + folder + "/" + name, std::move(segment.value().bytes));
  }
  return name;
}

void rewrite_open_folder(Context& context) {
  State& state = context.state;
  const LoadedWorkspace parts = load_workspace(
      files_in(context, state.folder), state.document.workspace(), ReplicaId{1}, state.merges);
  // What is only in the store must not go with its part.
  const Result<std::size_t> taken = state.document.integrate(all_changes(parts.document));
  if (!taken.ok()) {
    report(context, taken.error());
    return;
  }
  const Result<std::vector<Change>> cleaned = cleaned_aside(state.document, parts.aside);
  const Result<std::string> aside =
      write_aside(context, state.folder, state.document.workspace(), cleaned);
  const Result<std::string> base = context.writer.write(state.document, context.foreign);
  if (!replace_parts(context, state.folder, parts, aside, base)) return;
  context.autosave.drop_gathered();
  context.aside = cleaned.value();
  context.parts = {{io::base_name(base.value())}, {}};
  if (!aside.value().empty()) context.parts.segments.insert(aside.value());
}

void rewrite_folder(Context& context, const std::string& folder,
                    const std::vector<Change>& erasing) {
  LoadedWorkspace other = load_workspace(files_in(context, folder), workspace_in(folder),
                                         ReplicaId{1}, merge_notes_of(context, folder));
  const std::size_t before = count_changes(other.document);
  const Result<std::size_t> taken = other.document.integrate(erasing);
  if (!taken.ok()) {
    report(context, taken.error());
    return;
  }
  const bool same = other.document.rewritten() == 0 && count_changes(other.document) == before;
  if (same && other.aside.empty()) return;
  const Result<std::string> base = io::write_snapshot(other.document, other.foreign);
  const Result<std::string> aside = write_aside(context, folder, other.document.workspace(),
                                                cleaned_aside(other.document, other.aside));
  if (!replace_parts(context, folder, other, aside, base)) return;
  write_device_file(context, "name-" + folder, workspace_name(other.document));
}

}  // namespace

void follow_erasures(Context& context) {
  if (!context.ready || context.loading ||
      present_document(context).rewritten() == context.erased) {
    return;
  }
  // What was may show what is erased.
  return_to_now(context);
  State& state = context.state;
  state.undo.forget_erased(state.document);
  state.field_error.reset();
  rewrite_open_folder(context);
  const std::vector<Change> erasing = erasing_changes(state.document);
  for (const std::string& folder : folders_of(context, state.document.workspace())) {
    if (folder != state.folder) rewrite_folder(context, folder, erasing);
  }
  context.erased = state.document.rewritten();
}

Result<std::string> without_erased(Context& context, const io::SnapshotContents& contents,
                                   const std::string& bytes) {
  const std::vector<Change> erasing = erasing_known(context, contents.workspace);
  if (erasing.empty()) return bytes;
  Document copy(contents.workspace, ReplicaId{1});
  for (const std::vector<Change>& changes : {contents.changes, erasing}) {
    const Result<std::size_t> taken = copy.integrate(changes);
    if (!taken.ok()) return taken.error();
  }
  if (copy.rewritten() == 0) return bytes;
  return io::write_snapshot(copy, contents.foreign);
}

Result<> take_out_erased(Context& context, Document& other) {
  for (const std::vector<Change>& erasing :
       {erasing_known(context, other.workspace()), erasing_changes(present_document(context))}) {
    const Result<std::size_t> taken = other.integrate(erasing);
    if (!taken.ok()) return taken.error();
  }
  return Ok{};
}

std::string erased_words(const ClockPort& clock, const Document& document, RecordId record,
                         FieldNumber field) {
  const std::optional<Erasure> erasure = erasure_of(document, record, field);
  if (!erasure) return std::string(tr(Text::kValueErased));
  const std::string when = date_and_time(clock, erasure->time_ms);
  return erasure->author.empty() ? tr(Text::kErasedWhen, {when})
                                 : tr(Text::kErasedByWhen, {erasure->author, when});
}

}  // namespace atlas::app
