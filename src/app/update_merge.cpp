// Commands and events about files that were opened: what they would change here, and what becomes
// of it.
#include <algorithm>
#include <set>
#include <utility>

#include "app/act.hpp"
#include "app/erased.hpp"
#include "app/update.hpp"
#include "app/workspaces.hpp"
#include "base/tr.hpp"
#include "io/segment.hpp"
#include "partnership/hierarchy.hpp"
#include "replica/erasures.hpp"
#include "replica/refills.hpp"

namespace atlas::app {
namespace {

// What is brought in and is more than this is stored as the file that it came in: nothing has to be
// compressed again.
constexpr std::size_t kMostInSegment = 5'000;  // operations

std::string path_in(const std::string& folder, const std::string& name) {
  return "w/" + folder + "/" + name;
}

std::string names_of(const MergeView& view, MergeFileKind kind) {
  std::string names;
  for (const MergeFile& file : view.files) {
    if (file.kind != kind) continue;
    names = names.empty() ? file.name : tr(Text::kJoined, {names, file.name});
  }
  return names;
}

std::size_t operations_of(const std::vector<const Change*>& changes) {
  std::size_t count = 0;
  for (const Change* change : changes) count += change->operations.size();
  return count;
}

void save_notes(Context& context) {
  write_device_file(context, "merges-" + context.state.folder, to_text(context.state.merges));
}

MergeNote note_of(Context& context, const MergeView& view,
                  const std::vector<const Change*>& brought) {
  MergeNote note;
  note.id = context.ports.clock.random64();
  note.wall_ms = context.ports.clock.wall_ms();
  for (const MergeFile& file : view.files) {
    if (file.kind == MergeFileKind::kNews) note.files.push_back(file.name);
  }
  note.changes = brought.size();
  note.before = present_document(context).version();
  for (const Change* change : brought) note.brought.add(*change);
  return note;
}

// The changes themselves, or the files that they came in.
void store(Context& context, const MergeView& view, const std::vector<const Change*>& brought) {
  std::vector<io::ForeignChunk> foreign;
  const bool few = operations_of(brought) <= kMostInSegment;
  for (std::size_t i = 0; i < view.files.size(); ++i) {
    if (view.files[i].kind != MergeFileKind::kNews) continue;
    const MergeSet::File& file = context.merge->file(i);
    for (const io::ForeignChunk& chunk : file.contents.foreign) {
      const auto known = [&](const std::vector<io::ForeignChunk>& all) {
        return std::find(all.begin(), all.end(), chunk) != all.end();
      };
      if (!known(context.foreign) && !known(foreign)) foreign.push_back(chunk);
    }
    const std::string& bytes = file.reader.file();
    if (few) continue;
    const std::string name = io::base_name(bytes);
    context.autosave.write(path_in(context.state.folder, name), bytes);
    context.parts.bases.insert(name);
  }
  context.foreign.insert(context.foreign.end(), foreign.begin(), foreign.end());
  if (few) context.autosave.add(brought, foreign);
}

void settle_chosen(Context& context, const std::map<ClashKey, Settlement>& settlements) {
  if (settlements.empty()) return;
  const std::string message =
      tr_count(Text::kChangeSettleOne, Text::kChangeSettleMany, settlements.size());
  const Result<bool> done = act(
      context, message, [&](Transaction& transaction) { return settle(transaction, settlements); });
  if (!done.ok()) context.state.error = done.error();
}

// What was set aside and comes with the files again is brought back.
bool lifts_aside(Context& context, const std::vector<const Change*>& brought) {
  bool lifted = false;
  for (MergeNote& note : context.state.merges) {
    const bool again =
        note.aside && std::any_of(brought.begin(), brought.end(), [&](const Change* change) {
          return note.brought.has(change->first_id());
        });
    if (!again) continue;
    note.aside = false;
    note.resting = 0;
    note.aside_too = {};
    lifted = true;
  }
  return lifted;
}

void bring_in(Context& context) {
  return_to_now(context);
  State& state = context.state;
  MergeView view = std::move(*state.merge);
  const std::vector<const Change*> brought = context.merge->new_changes();
  MergeNote note = note_of(context, view, brought);
  store(context, view, brought);
  view.merged->come_after(state.document);
  state.document = std::move(*view.merged);
  context.erased = 0;
  const bool lifted = lifts_aside(context, brought);
  state.merges.push_back(std::move(note));
  save_notes(context);
  withdraw_undo_offers(context);
  settle_chosen(context, view.settlements);
  const std::string changes = tr_count(Text::kChangesOne, Text::kChangesMany, view.new_changes);
  const std::string words =
      tr(Text::kToastBroughtIn, {changes, names_of(view, MergeFileKind::kNews)});
  forget_merge(context);
  if (lifted) reload_folder(context);
  add_toast(context, words);
}

void open_separate(Context& context, const std::vector<std::size_t>& files) {
  give_copy_before_leaving(context);
  const WorkspaceId workspace = context.merge->file(files.front()).contents.workspace;
  const std::string folder = free_folder(context, workspace);
  for (const std::size_t index : files) {
    const MergeSet::File& file = context.merge->file(index);
    const Result<std::string> bytes = without_erased(context, file.contents, file.reader.file());
    if (!bytes.ok()) {
      context.state.error = bytes.error();
      return;
    }
    context.autosave.write(path_in(folder, io::base_name(bytes.value())), bytes.value());
  }
  open_folder(context, folder, say_opened(Text::kToastOpenedBeside));
}

bool erases(const Change& change) {
  return std::any_of(change.operations.begin(), change.operations.end(),
                     [](const Operation& each) { return std::holds_alternative<EraseOp>(each); });
}

// The folder of a workspace that holds just what the file holds, but for what was erased in it
// since; empty: none.
std::string folder_with(const Context& context, const MergeSet::File& file) {
  for (const std::string& folder : folders_of(context, file.contents.workspace)) {
    if (folder == context.state.folder) continue;
    const LoadedWorkspace loaded = load_workspace(context.ports.store.read_folder("w/" + folder),
                                                  workspace_in(folder), ReplicaId{1});
    std::vector<const Change*> there = loaded.document.changes();
    const std::vector<const Change*> waiting = loaded.document.waiting();
    there.insert(there.end(), waiting.begin(), waiting.end());
    std::set<OpId> in_file;
    for (const Change& change : file.contents.changes) in_file.insert(change.first_id());
    std::erase_if(there, [&](const Change* change) {
      return erases(*change) && !in_file.contains(change->first_id());
    });
    // A file that has values which the folder left out is more than what is there.
    const auto same = [](const Change* a, const Change& b) {
      return is_same_but_for_gone(*a, b) && !fills_in(*a, b);
    };
    if (put_in_order(there) && std::equal(there.begin(), there.end(), file.contents.changes.begin(),
                                          file.contents.changes.end(), same)) {
      return folder;
    }
  }
  return {};
}

// One file alone may have been opened before.
void keep_separate(Context& context, const std::vector<std::size_t>& files) {
  const std::string there =
      files.size() == 1 ? folder_with(context, context.merge->file(files.front())) : std::string();
  if (there.empty()) {
    open_separate(context, files);
    return;
  }
  give_copy_before_leaving(context);
  open_folder(context, there, say_opened(Text::kToastOpenedBeside));
}

MergeNote* find_note(Context& context, std::uint64_t id) {
  auto& notes = context.state.merges;
  const auto at = std::find_if(notes.begin(), notes.end(),
                               [&](const MergeNote& note) { return note.id == id; });
  return at == notes.end() ? nullptr : &*at;
}

}  // namespace

void apply(Context& context, const FileOpened& event) {
  State& state = context.state;
  if (!context.merge) {
    context.merge = std::make_unique<MergeSet>();
    state.merge.emplace();
    context.before_merge = state.screen;
  }
  context.merge->add(*state.merge, event.name, event.bytes);
}

// One file alone that cannot be used, or has nothing new, is said at once. Else a person decides.
void conclude_merge(Context& context) {
  State& state = context.state;
  if (!state.merge || !state.merge->ready) return;
  MergeView& view = *state.merge;
  const auto has = [&](MergeFileKind kind) {
    return std::any_of(view.files.begin(), view.files.end(),
                       [&](const MergeFile& file) { return file.kind == kind; });
  };
  if (has(MergeFileKind::kNews) || has(MergeFileKind::kOtherWorkspace)) {
    if (!view.seen) state.screen = Screen::kMerge;
    view.seen = true;
    return;
  }
  if (view.seen && state.screen == Screen::kMerge && view.files.size() > 1) return;
  for (const MergeFile& file : view.files) {
    if (file.kind == MergeFileKind::kRefused) state.error = file.why;
  }
  if (!has(MergeFileKind::kRefused)) {
    const Text words =
        view.files.size() == 1 ? Text::kToastNothingNew : Text::kToastNothingNewFiles;
    add_toast(context, std::string(tr(words)));
  }
  forget_merge(context);
}

void apply(Context& context, const DecideMerge& command) {
  if (!context.merge) return;
  switch (command.choice) {
    case MergeChoice::kApply:
      // Not on what was shown before the workspace went on.
      if (!context.state.merge->ready || !context.state.merge->has_news() ||
          context.merge->is_stale(present_document(context))) {
        return;
      }
      bring_in(context);
      break;
    case MergeChoice::kKeepSeparate: {
      std::vector<std::size_t> files;
      for (std::size_t i = 0; i < context.state.merge->files.size(); ++i) {
        if (context.state.merge->files[i].kind == MergeFileKind::kNews) files.push_back(i);
      }
      if (!files.empty()) keep_separate(context, files);
      break;
    }
    case MergeChoice::kCancel:
      forget_merge(context);
      break;
  }
}

void apply(Context& context, const ForgetMergeFile& command) {
  if (!context.merge || command.index >= context.state.merge->files.size()) return;
  context.merge->forget(*context.state.merge, command.index);
  if (context.state.merge->files.empty()) forget_merge(context);
}

void apply(Context& context, const OpenMergeFileBeside& command) {
  if (!context.merge || command.index >= context.state.merge->files.size()) return;
  if (context.state.merge->files[command.index].kind != MergeFileKind::kOtherWorkspace) return;
  keep_separate(context, {command.index});
}

void apply(Context& context, const FilterMerge& command) {
  if (!context.state.merge || !context.state.merge->ready) return;
  context.state.merge->filter = command.filter;
  filter_rows(*context.state.merge);
}

void apply(Context& context, const ChooseSettlement& command) {
  if (!context.state.merge) return;
  if (command.settlement) {
    context.state.merge->settlements[command.clash] = *command.settlement;
  } else {
    context.state.merge->settlements.erase(command.clash);
  }
}

// What was made on the changes of the merge cannot stay without them: it goes with them.
void apply(Context& context, const SetMergeAside& command) {
  MergeNote* note = find_note(context, command.id);
  if (note == nullptr || note->aside) return;
  return_to_now(context);
  const Document& document = context.state.document;
  std::map<ReplicaId, std::uint64_t> cut;  // the first counter that goes, by replica
  for (const Change* change : document.changes()) {
    const OpId id = change->first_id();
    const auto goes = [&](OpId op) {
      const auto from = cut.find(op.replica);
      return from != cut.end() && from->second <= op.counter;
    };
    const bool brought = note->brought.has(id);
    const bool rests =
        goes(id) || std::any_of(change->parents.begin(), change->parents.end(), goes);
    if (!brought && !rests) continue;
    cut.emplace(id.replica, id.counter);
    if (brought) continue;
    note->aside_too.add(*change);
    ++note->resting;
  }
  note->aside = true;
  save_notes(context);
  std::string words = tr_count(Text::kToastSetAsideOne, Text::kToastSetAsideMany, note->changes);
  if (note->resting > 0) {
    words += " " + tr_count(Text::kToastRestingOne, Text::kToastRestingMany, note->resting);
  }
  reload_folder(context, [words](Context& reloaded) { add_toast(reloaded, words); });
}

void apply(Context& context, const BringMergeBack& command) {
  MergeNote* note = find_note(context, command.id);
  if (note == nullptr || !note->aside) return;
  const std::string words = tr_count(Text::kToastBroughtBackOne, Text::kToastBroughtBackMany,
                                     note->changes + note->resting);
  note->aside = false;
  note->resting = 0;
  note->aside_too = {};
  save_notes(context);
  reload_folder(context, [words](Context& reloaded) { add_toast(reloaded, words); });
}

}  // namespace atlas::app
