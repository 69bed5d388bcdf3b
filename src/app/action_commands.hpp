// What an action of the table sends: made from the state, and where it matters from the record
// that is meant.
#pragma once

#include "app/command.hpp"
#include "app/state.hpp"

namespace atlas::app::action_commands {

[[nodiscard]] Command normal_text(const State& state);
[[nodiscard]] Command other_spacing(const State& state);
[[nodiscard]] Command all_sources(const State& state);
[[nodiscard]] Command erase_of(const State& state, RecordId about);
[[nodiscard]] Command all_history(const State& state);
[[nodiscard]] Command save_thin(const State& state);
[[nodiscard]] Command plan_of(const State& state, RecordId about);
[[nodiscard]] Command toggle_branch(const State& state, RecordId about);
[[nodiscard]] Command toggle_details(const State& state, RecordId about);
[[nodiscard]] Command add_objective(const State& state);
[[nodiscard]] Command add_action(const State& state);
[[nodiscard]] Command remove_row(const State& state);

template <ThemeChoice kChoice>
[[nodiscard]] Command use_theme(const State& state) {
  Settings settings = state.settings;
  settings.theme = kChoice;
  return ChangeSettings{settings};
}

template <int kStep>
[[nodiscard]] Command resize_text(const State& state) {
  Settings settings = state.settings;
  settings.text_percent = next_text_size(settings.text_percent, kStep);
  return ChangeSettings{settings};
}

template <Screen kScreen>
[[nodiscard]] Command show_screen(const State& /*state*/) {
  return ShowScreen{kScreen};
}

template <Dialog kDialog>
[[nodiscard]] Command show_dialog(const State& /*state*/) {
  return ShowDialog{kDialog};
}

template <typename Plain>
[[nodiscard]] Command plain(const State& /*state*/) {
  return Plain{};
}

template <int kSteps>
[[nodiscard]] Command move_row(const State& state) {
  return MoveAmongSiblings{state.plan.row, kSteps};
}

}  // namespace atlas::app::action_commands
