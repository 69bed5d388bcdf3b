#include "app/action_commands.hpp"

#include "app/view_state.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app::action_commands {

Command normal_text(const State& state) {
  Settings settings = state.settings;
  settings.text_percent = kTextSizes.front();
  return ChangeSettings{settings};
}

Command other_spacing(const State& state) {
  Settings settings = state.settings;
  const bool compact = settings.spacing == Spacing::kCompact;
  settings.spacing = compact ? Spacing::kComfortable : Spacing::kCompact;
  return ChangeSettings{settings};
}

Command all_sources(const State& /*state*/) {
  return ShowSources{};
}

Command erase_of(const State& /*state*/, RecordId about) {
  return ShowErase{about};
}

Command save_thin(const State& /*state*/) {
  return SaveFile{.thin = true};
}
Command all_history(const State& /*state*/) {
  return ShowHistory{};
}

Command plan_of(const State& state, RecordId about) {
  return ShowPlanOf{body_of(state.document, about)};
}

Command toggle_branch(const State& state, RecordId about) {
  return ToggleBranch{body_of(state.document, about)};
}

Command toggle_details(const State& state, RecordId about) {
  if (about == state.selected) return ToggleDetails{};
  return ShowDetails{about};
}

Command add_objective(const State& state) {
  return AddObjective{shown_plan(state)};
}

Command add_action(const State& state) {
  return AddAction{new_action_parent(state)};
}

Command remove_row(const State& state) {
  return RemoveRecord{state.plan.row};
}

}  // namespace atlas::app::action_commands
