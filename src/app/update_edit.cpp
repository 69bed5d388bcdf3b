// Commands that change a field, and undo and redo.
#include <utility>

#include "app/act.hpp"
#include "app/file_copy_due.hpp"
#include "app/update.hpp"
#include "app/view_state.hpp"
#include "base/tr.hpp"
#include "partnership/delivery.hpp"

namespace atlas::app {
namespace {

// A label inside a sentence: "due date", "RAG".
std::string label_in_sentence(const FieldSpec& field) {
  std::string label(tr_word(field.label));
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool abbreviation = label.size() > 1 && is_capital(label[1]);
  if (!label.empty() && is_capital(label[0]) && !abbreviation) {
    label[0] = static_cast<char>(label[0] - 'A' + 'a');
  }
  const bool one_word = field.label.find(' ') == std::string_view::npos;
  return field.kind == FieldKind::kDate && one_word ? tr(Text::kLabelWithDate, {label}) : label;
}

std::string change_message(const Document& document, const Record& record, const FieldSpec& field) {
  const std::string title = quoted_title(document, record.id);
  const TypeSpec* type = find_type(record.type);
  if (type != nullptr && type->title == field.number && field.kind == FieldKind::kText) {
    return tr(Text::kChangeRename, {title});
  }
  if (type != nullptr && type->title == field.number) return tr(Text::kChangeReword, {title});
  return tr(Text::kChangeField, {label_in_sentence(field), title});
}

void refuse(Context& context, RecordId record, FieldNumber field, std::string typed, Error error) {
  context.state.field_error = FieldError{record, field, std::move(typed), std::move(error)};
}

Error gone_error() {
  return error_of(ErrorCode::kConflict, tr(Text::kErrorRecordRemoved), tr(Text::kKeptWhatYouTyped),
                  tr(Text::kNextUndoTheRemoval));
}

void set_field(Context& context, RecordId record_id, const FieldSpec& field, Value value,
               const std::string& typed) {
  State& state = context.state;
  const Record* record = state.document.find_live(record_id);
  const std::string message = change_message(state.document, *record, field);
  const Result<bool> done = act(context, message, [&](Transaction& transaction) {
    return transaction.set(record_id, field.number, std::move(value));
  });
  if (!done.ok()) {
    refuse(context, record_id, field.number, typed, done.error());
  } else if (state.field_error && state.field_error->record == record_id &&
             state.field_error->field == field.number) {
    state.field_error.reset();
  }
}

// The record's field where both are there; else the refusal is shown and nullptr returned.
const FieldSpec* editable_field(Context& context, RecordId record_id, FieldNumber number,
                                const std::string& typed) {
  const Record* record = context.state.document.find_live(record_id);
  if (record == nullptr) {
    refuse(context, record_id, number, typed, gone_error());
    return nullptr;
  }
  const FieldSpec* field = find_field(record->type, number);
  if (field == nullptr) {
    refuse(context, record_id, number, typed,
           error_of(ErrorCode::kInvalid, tr(Text::kErrorNewerField), tr(Text::kKeptNothingChanged),
                    tr(Text::kNextOpenWithNewer)));
  }
  return field;
}

// What came back from the bin is what a person wants to see.
void select_restored(State& state, const Change& change) {
  for (const Operation& operation : change.operations) {
    const auto* restored = std::get_if<RestoreOp>(&operation);
    if (restored == nullptr) continue;
    select(state, restored->record);
    return;
  }
}

enum class History : std::uint8_t { kUndo, kRedo };

void walk_history(Context& context, History way) {
  State& state = context.state;
  const bool undoing = way == History::kUndo;
  if (state.looking_back) return;
  if (undoing ? !state.undo.can_undo() : !state.undo.can_redo()) return;
  const std::string message =
      undoing ? state.undo.undo_message(state.document) : state.undo.redo_message(state.document);
  const Stamp stamp = stamp_now(context);
  const Result<std::optional<OpId>> done =
      undoing ? state.undo.undo(state.document, stamp) : state.undo.redo(state.document, stamp);
  if (!done.ok()) {
    state.error = done.error();
    return;
  }
  if (!done.value()) {
    const Text words = undoing ? Text::kToastUndoneInVain : Text::kToastRedoneInVain;
    add_toast(context, tr(words, {message}));
    return;
  }
  const Change* made = state.document.find_change(*done.value());
  context.autosave.add({&made, 1});
  note_unfiled_change(context);
  withdraw_undo_offers(context);
  select_restored(state, *made);
  add_toast(context, tr(undoing ? Text::kToastUndone : Text::kToastRedone, {message}));
}

}  // namespace

void apply(Context& context, const SetField& command) {
  const FieldSpec* field = editable_field(context, command.record, command.field, {});
  if (field == nullptr) return;
  const std::string typed = display_text(context.state.document, *field, command.value);
  set_field(context, command.record, *field, command.value, typed);
}

void apply(Context& context, const SetFieldTyped& command) {
  const FieldSpec* field = editable_field(context, command.record, command.field, command.text);
  if (field == nullptr) return;
  Result<Value> value = parse_typed(*field, command.text);
  if (!value.ok()) {
    refuse(context, command.record, command.field, command.text, value.error());
    return;
  }
  set_field(context, command.record, *field, std::move(value).value(), command.text);
}

void apply(Context& context, const ForgetFieldError& /*command*/) {
  context.state.field_error.reset();
}

void apply(Context& context, const Undo& /*command*/) {
  walk_history(context, History::kUndo);
}

void apply(Context& context, const Redo& /*command*/) {
  walk_history(context, History::kRedo);
}

}  // namespace atlas::app
