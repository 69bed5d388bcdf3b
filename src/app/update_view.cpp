// Commands that change only what is shown.
#include "app/search.hpp"
#include "app/update.hpp"
#include "app/view_state.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

const FieldSpec* line_kind_field() {
  return find_field_by_key(RecordType::kLine, "kind");
}

bool is_body(const Document& document, RecordId id) {
  const Record* record = document.find_live(id);
  return record != nullptr && record->type == RecordType::kBody;
}

}  // namespace

void apply(Context& context, const ShowScreen& command) {
  State& state = context.state;
  // There, details are of what was chosen there.
  if (command.screen == Screen::kClashes && state.screen != Screen::kClashes) state.selected = {};
  state.screen = command.screen;
}

void apply(Context& context, const ShowSources& command) {
  State& state = context.state;
  state.screen = Screen::kSources;
  state.sources = command.view;
  // Details there are of what was chosen in the list.
  state.selected = {};
}

void apply(Context& context, const SelectRecord& command) {
  State& state = context.state;
  select(state, command.record);
  if (!command.centre || !(state.selected == command.record) || command.record.is_null()) return;
  reveal(state, command.record);
  ++state.explore.centre_serial;
}

void apply(Context& context, const GoToRecord& command) {
  State& state = context.state;
  const Record* record = state.document.find_live(command.record);
  if (record == nullptr) return;
  const bool planned = !nearest(state.document, record->id, RecordType::kPlan).is_null();
  state.screen = planned ? Screen::kPlan : Screen::kExplore;
  if (record->type == RecordType::kModel) {
    use_model(state, record->id);
    state.selected = record->id;
  } else {
    apply(context, SelectRecord{record->id, true});
  }
  if (planned) state.plan.body = body_of(state.document, record->id);
  state.details_open = true;
}

void apply(Context& context, const ShowModel& command) {
  use_model(context.state, command.model);
}

void apply(Context& context, const ToggleBranch& command) {
  State& state = context.state;
  if (!is_body(state.document, command.body)) return;
  if (state.explore.collapsed.erase(command.body) > 0) return;
  state.explore.collapsed.insert(command.body);
  select_visible(state);
}

void apply(Context& context, const ExpandAll& /*command*/) {
  context.state.explore.collapsed.clear();
}

void apply(Context& context, const CollapseAll& /*command*/) {
  State& state = context.state;
  for (const HierarchyEntry& entry : hierarchy(state.document, state.explore.model)) {
    if (entry.level == 1) state.explore.collapsed.erase(entry.body);
    if (entry.level > 1 && entry.has_children) state.explore.collapsed.insert(entry.body);
  }
  select_visible(state);
}

void apply(Context& context, const ToggleLineKind& command) {
  const FieldSpec* field = line_kind_field();
  if (field == nullptr || find_option(*field, command.kind) == nullptr) return;
  std::set<std::uint32_t>& kinds = context.state.explore.line_kinds;
  if (kinds.erase(command.kind) == 0) kinds.insert(command.kind);
}

void apply(Context& context, const ShowAllLines& command) {
  std::set<std::uint32_t>& kinds = context.state.explore.line_kinds;
  kinds.clear();
  const FieldSpec* field = line_kind_field();
  if (!command.shown || field == nullptr) return;
  for (const ChoiceOption& option : field->choices) kinds.insert(option.number);
}

void apply(Context& context, const FitModel& /*command*/) {
  ++context.state.explore.fit_serial;
}

void apply(Context& context, const SearchFor& command) {
  ExploreView& explore = context.state.explore;
  explore.query = command.text;
  explore.hits = search_bodies(context.state.document, explore.model, explore.query);
}

void apply(Context& context, const ShowPlanOf& command) {
  State& state = context.state;
  const RecordId body = body_of(state.document, command.body);
  if (body.is_null()) return;
  state.screen = Screen::kPlan;
  select(state, body);
  if (!(body_of(state.document, state.plan.row) == body)) state.plan.row = {};
  state.plan.body = body;
}

void apply(Context& context, const SelectPlanRow& command) {
  select_row(context.state, command.row);
}

void apply(Context& context, const NameEditStarted& /*command*/) {
  context.state.plan.edit_name_of = {};
}

void apply(Context& context, const ToggleDetails& /*command*/) {
  context.state.details_open = !context.state.details_open;
}

void apply(Context& context, const ShowDetails& command) {
  select(context.state, command.record);
  context.state.details_open = true;
}

void apply(Context& context, const GoBack& /*command*/) {
  State& state = context.state;
  go_to(state, step_back(state.trail, place_of(state)));
}

void apply(Context& context, const GoForward& /*command*/) {
  State& state = context.state;
  go_to(state, step_forward(state.trail, place_of(state)));
}

void apply(Context& context, const ChangeSettings& command) {
  context.state.settings = in_range(command.settings);
  if (context.ready) write_device_file(context, "settings", to_text(context.state.settings));
}

void apply(Context& context, const ShowDialog& command) {
  context.state.dialog = command.dialog;
}

void apply(Context& context, const CloseDialog& /*command*/) {
  context.state.dialog = Dialog::kNone;
  context.state.erase.reset();
}

void apply(Context& context, const DismissToast& command) {
  std::erase_if(context.state.toasts, [&](const Toast& toast) { return toast.id == command.id; });
}

void apply(Context& context, const DismissError& /*command*/) {
  context.state.error.reset();
}

}  // namespace atlas::app
