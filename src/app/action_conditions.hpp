// When an action of the table can be done: read from the state, and where it matters from the
// record that is meant.
#pragma once

#include "app/state.hpp"

namespace atlas::app::action_conditions {

[[nodiscard]] bool always(const State& state);
[[nodiscard]] bool loaded(const State& state);
[[nodiscard]] bool can_undo(const State& state);
[[nodiscard]] bool can_redo(const State& state);
[[nodiscard]] bool exploring(const State& state);
[[nodiscard]] bool is_in_body(const State& state, RecordId about);
[[nodiscard]] bool is_in_branch(const State& state, RecordId about);
[[nodiscard]] bool planning(const State& state);
[[nodiscard]] bool has_plan(const State& state);
[[nodiscard]] bool has_row(const State& state);
[[nodiscard]] bool row_is_not_first(const State& state);
[[nodiscard]] bool row_is_not_last(const State& state);
[[nodiscard]] bool can_go_back(const State& state);
[[nodiscard]] bool can_go_forward(const State& state);
[[nodiscard]] bool has_details(const State& state);
[[nodiscard]] bool text_can_grow(const State& state);
[[nodiscard]] bool text_can_shrink(const State& state);
[[nodiscard]] bool is_now(const State& state);

template <ThemeChoice kChoice>
[[nodiscard]] bool theme_is_not(const State& state) {
  return state.settings.theme != kChoice;
}

}  // namespace atlas::app::action_conditions
