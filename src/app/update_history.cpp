// Commands about the history: looking back, and bringing back.
#include <algorithm>

#include "app/act.hpp"
#include "app/update.hpp"
#include "base/tr.hpp"
#include "document/change_words.hpp"
#include "document/restore_from.hpp"
#include "replica/version.hpp"

namespace atlas::app {
namespace {

// Changes of the present that are in a version.
std::vector<const Change*> changes_in(const Document& document, const std::vector<OpId>& known) {
  const Version version(known);
  std::vector<const Change*> changes = document.changes();
  std::erase_if(changes, [&](const Change* change) { return !version.has(change->last_id()); });
  return changes;
}

std::string restored_words(const RestoreReport& report) {
  std::string words = tr_count(Text::kToastRestoredOne, Text::kToastRestoredMany, report.records);
  if (report.refused > 0) {
    words += " " + tr_count(Text::kToastRestoreRefusedOne, Text::kToastRestoreRefusedMany,
                            report.refused);
  }
  return words;
}

std::string message_for(const State& state, const RestoreFromPoint& command) {
  const std::string& point = state.looking_back->point;
  if (command.extent == RestoreExtent::kEverything) {
    return tr(Text::kChangeRestoreAll, {point});
  }
  const Text words = command.extent == RestoreExtent::kBranch ? Text::kChangeRestoreBranch
                                                              : Text::kChangeRestoreRecord;
  return tr(words, {quoted_title(state.document, command.record), point});
}

}  // namespace

void apply(Context& context, const ShowHistory& command) {
  State& state = context.state;
  // Details are of what was chosen in the list.
  if (state.screen != Screen::kHistory) state.selected = {};
  state.screen = Screen::kHistory;
  state.history = command.view;
}

void apply(Context& context, const LookBackTo& command) {
  const Document& now = present_document(context);
  const Change* change = now.find_change(command.change);
  if (change == nullptr) return;
  const std::string when = date_and_time(context.ports.clock, change->time_ms);
  const std::string point = tr(Text::kLookingBackAfter, {when, headline_of(now, *change)});
  go_back_to(context, changes_up_to(now, command.change), point);
}

void apply(Context& context, const LookBackBefore& command) {
  const auto& notes = context.state.merges;
  const auto note = std::find_if(notes.begin(), notes.end(),
                                 [&](const MergeNote& each) { return each.id == command.merge; });
  if (note == notes.end()) return;
  const std::string when = date_and_time(context.ports.clock, note->wall_ms);
  go_back_to(context, changes_in(present_document(context), note->before),
             tr(Text::kLookingBackBeforeMerge, {when}));
}

void apply(Context& context, const LookBackAt& command) {
  const Document& now = present_document(context);
  const OpId creation{command.restore_point.replica, command.restore_point.counter};
  const std::vector<OpId> version = now.version_of(creation);
  if (version.empty()) return;
  go_back_to(context, changes_in(now, version), title_of(now, command.restore_point));
}

void apply(Context& context, const ReturnToNow& /*command*/) {
  return_to_now(context);
}

void apply(Context& context, const StopWork& /*command*/) {
  if (context.going_back) {
    context.going_back.reset();
  } else if (context.merge && !context.state.merge->ready) {
    forget_merge(context);
  }
}

void apply(Context& context, const RestoreFromPoint& command) {
  State& state = context.state;
  if (!state.looking_back) return;
  const std::string message = message_for(state, command);
  // Kept while the present takes its place again.
  Document past = std::move(state.document);
  state.document = std::move(*context.state.present);
  context.state.present.reset();
  state.looking_back.reset();
  state.document.come_after(past);
  RestoreReport report;
  const Result<bool> done = act(context, message, [&](Transaction& transaction) -> Result<> {
    const Result<RestoreReport> restored =
        restore_from(transaction, state.document, past, command.record, command.extent);
    if (!restored.ok()) return restored.error();
    report = restored.value();
    return Ok{};
  });
  if (!done.ok()) {
    add_toast(context, done.error().sentence(), ToastKind::kError);
  } else if (!done.value()) {
    add_toast(context, std::string(tr(Text::kToastRestoredNothing)));
  } else {
    add_toast(context, restored_words(report), ToastKind::kOffersUndo);
  }
}

void apply(Context& context, const AddRestorePoint& command) {
  const Result<bool> done = act(
      context, tr(Text::kChangeRestorePoint, {command.name}),
      [&](Transaction& transaction) -> Result<> {
        const RecordId record = transaction.create(RecordType::kRestorePoint, kRootRecord);
        return transaction.set(record, find_type(RecordType::kRestorePoint)->title, command.name);
      });
  if (!done.ok()) add_toast(context, done.error().sentence(), ToastKind::kError);
}

}  // namespace atlas::app
