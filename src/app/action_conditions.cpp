#include "app/action_conditions.hpp"

#include "app/view_state.hpp"
#include "partnership/delivery.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app::action_conditions {

bool always(const State& /*state*/) {
  return true;
}

bool loaded(const State& state) {
  return state.saving.state != SaveState::kLoading;
}

bool can_undo(const State& state) {
  return state.undo.can_undo() && !state.looking_back;
}

bool can_redo(const State& state) {
  return state.undo.can_redo() && !state.looking_back;
}

bool exploring(const State& state) {
  return state.screen == Screen::kExplore && !state.explore.model.is_null();
}

bool is_in_body(const State& state, RecordId about) {
  return !body_of(state.document, about).is_null();
}

bool is_in_branch(const State& state, RecordId about) {
  const RecordId body = body_of(state.document, about);
  return exploring(state) && !body.is_null() && !bodies_below(state.document, body).empty();
}

bool planning(const State& state) {
  return state.screen == Screen::kPlan;
}

bool has_plan(const State& state) {
  return planning(state) && !state.looking_back && !shown_plan(state).is_null();
}

bool has_row(const State& state) {
  return planning(state) && !state.looking_back && is_delivery_row(state.document, state.plan.row);
}

bool row_is_not_first(const State& state) {
  if (!has_row(state)) return false;
  return !(movable_siblings(state.document, state.plan.row).front() == state.plan.row);
}

bool row_is_not_last(const State& state) {
  if (!has_row(state)) return false;
  return !(movable_siblings(state.document, state.plan.row).back() == state.plan.row);
}

bool can_go_back(const State& state) {
  return !state.trail.behind.empty();
}

bool can_go_forward(const State& state) {
  return !state.trail.ahead.empty();
}

bool has_details(const State& state) {
  return state.screen == Screen::kExplore || state.screen == Screen::kPlan ||
         state.screen == Screen::kHistory || state.screen == Screen::kClashes;
}

bool text_can_grow(const State& state) {
  return state.settings.text_percent < kTextSizes.back();
}

bool text_can_shrink(const State& state) {
  return state.settings.text_percent > kTextSizes.front();
}

bool is_now(const State& state) {
  return loaded(state) && !state.looking_back;
}

}  // namespace atlas::app::action_conditions
