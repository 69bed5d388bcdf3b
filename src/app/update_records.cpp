// Commands that add, remove and reorder records.
#include <algorithm>
#include <utility>

#include "app/act.hpp"
#include "app/update.hpp"
#include "app/view_state.hpp"
#include "base/tr.hpp"
#include "partnership/delivery.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

struct NewRecord {
  RecordType type;
  RecordId parent;
  std::string_view name;
  std::string_view message;
};

bool has_type(const Document& document, RecordId id, std::initializer_list<RecordType> types) {
  const Record* record = document.find_live(id);
  return record != nullptr && std::find(types.begin(), types.end(), record->type) != types.end();
}

void show_error(Context& context, const Error& error) {
  add_toast(context, error.sentence(), ToastKind::kError);
}

// Adds at the end, selects it and asks for its name to be edited.
void add_record(Context& context, const NewRecord& made) {
  State& state = context.state;
  RecordId record;
  const Result<bool> done =
      act(context, std::string(made.message), [&](Transaction& transaction) -> Result<> {
        record = transaction.create(made.type, made.parent);
        if (made.type == RecordType::kAction) {
          Result<> set =
              transaction.set(record, fields::kActionStatus, Choice{fields::kStatusNotStarted});
          if (!set.ok()) return set;
        }
        return transaction.set(record, find_type(made.type)->title, std::string(made.name));
      });
  if (!done.ok()) {
    show_error(context, done.error());
    return;
  }
  select(state, record);
  if (made.type == RecordType::kPlan) {
    state.screen = Screen::kPlan;
    state.plan.body = made.parent;
    state.plan.row = {};
  }
  state.plan.edit_name_of = record;
}

// The row that takes the place of one that is to go: the next of its siblings, else the one before.
RecordId successor(const Document& document, RecordId record) {
  const std::vector<RecordId> siblings = movable_siblings(document, record);
  const auto at = std::find(siblings.begin(), siblings.end(), record);
  if (at == siblings.end()) return {};
  if (at + 1 != siblings.end()) return *(at + 1);
  return at == siblings.begin() ? RecordId{} : *(at - 1);
}

void choose_after_removal(State& state, const PlanView& before, RecordId selected, RecordId removed,
                          RecordId next) {
  const Document& document = state.document;
  const auto lost = [&](RecordId id) { return !id.is_null() && document.find_live(id) == nullptr; };
  if (lost(before.row)) {
    state.plan.row = next.is_null() ? before.row : next;  // tidy goes up from a row that is gone
  }
  if (lost(selected)) {
    const bool among_rows = lost(before.row) && !next.is_null();
    const Record* record = document.find(removed);
    state.selected = among_rows ? next : record->parent;
  }
  if (state.field_error && lost(state.field_error->record)) state.field_error.reset();
}

}  // namespace

void apply(Context& context, const AddPlan& command) {
  if (!has_type(context.state.document, command.body, {RecordType::kBody})) return;
  add_record(context,
             {RecordType::kPlan, command.body, tr(Text::kNewPlan), tr(Text::kChangeAddPlan)});
}

void apply(Context& context, const AddObjective& command) {
  if (!has_type(context.state.document, command.plan, {RecordType::kPlan})) return;
  add_record(context, {RecordType::kObjective, command.plan, tr(Text::kNewObjective),
                       tr(Text::kChangeAddObjective)});
}

void apply(Context& context, const AddAction& command) {
  if (!has_type(context.state.document, command.parent,
                {RecordType::kPlan, RecordType::kObjective})) {
    return;
  }
  add_record(context, {RecordType::kAction, command.parent, tr(Text::kNewAction),
                       tr(Text::kChangeAddAction)});
}

void apply(Context& context, const RemoveRecord& command) {
  State& state = context.state;
  if (state.document.find_live(command.record) == nullptr) return;
  const std::string title = quoted_title(state.document, command.record);
  const RecordId next = is_delivery_row(state.document, command.record)
                            ? successor(state.document, command.record)
                            : RecordId{};
  const PlanView before = state.plan;
  const RecordId selected = state.selected;
  const Result<bool> done =
      act(context, tr(Text::kChangeRemove, {title}),
          [&](Transaction& transaction) { return transaction.remove(command.record); });
  if (!done.ok()) {
    show_error(context, done.error());
    return;
  }
  choose_after_removal(state, before, selected, command.record, next);
  add_toast(context, tr(Text::kToastRemoved, {title}), ToastKind::kOffersUndo);
}

void apply(Context& context, const MoveAmongSiblings& command) {
  const Document& document = context.state.document;
  const std::vector<RecordId> siblings = movable_siblings(document, command.record);
  const auto at = std::find(siblings.begin(), siblings.end(), command.record);
  if (at == siblings.end()) return;
  const auto from = at - siblings.begin();
  const auto last = static_cast<std::ptrdiff_t>(siblings.size()) - 1;
  const auto to = std::clamp<std::ptrdiff_t>(from + command.steps, 0, last);
  if (to == from) return;
  // Down: behind the sibling that stands there, which is before whatever follows it.
  const std::size_t before = static_cast<std::size_t>(to < from ? to : to + 1);
  const RecordId target = before < siblings.size() ? siblings[before] : RecordId{};
  const RecordId parent = document.find(command.record)->parent;
  const std::string message = tr(to < from ? Text::kChangeMoveUp : Text::kChangeMoveDown,
                                 {quoted_title(document, command.record)});
  const Result<bool> done = act(context, message, [&](Transaction& transaction) {
    return transaction.move(command.record, parent, {target});
  });
  if (!done.ok()) show_error(context, done.error());
}

}  // namespace atlas::app
