// Keeping what is shown and what is selected in step with the document, and the questions about it
// that actions and screens share.
#pragma once

#include "app/state.hpp"

namespace atlas::app {

// Selections of records that are gone go to the nearest record above that is still there. Call
// after every change.
void tidy_view(State& state);

// A live model; everything else is left as it is. The selection goes when it is not in the model.
void use_model(State& state, RecordId model);
// Selects a live record (or nothing) and shows the model it is in.
void select(State& state, RecordId record);
// Selects a live objective or action, or none (null).
void select_row(State& state, RecordId row);
// Unfolds the branches above a body, or above the body that a record belongs to.
void reveal(State& state, RecordId record);
// Where the selection is inside a folded branch it goes up to the body that is folded.
void select_visible(State& state);

// Where the person is, and going there: what is gone since is left out.
[[nodiscard]] Place place_of(const State& state);
void go_to(State& state, const Place& place);

// The body whose plans the Plan screen shows: the chosen one, else the first with a plan in the
// model shown, else the first with a plan at all; null when there is none.
[[nodiscard]] RecordId shown_plan_body(const State& state);
// The plan that new objectives go to: that of the selected row, else the first of the shown body.
[[nodiscard]] RecordId shown_plan(const State& state);
// Where a new action goes: the objective of the selected row, else the plan; null: nowhere.
[[nodiscard]] RecordId new_action_parent(const State& state);

// Siblings among which MoveAmongSiblings steps: objectives and actions together, else those of the
// same type. In sibling order, the record among them.
[[nodiscard]] std::vector<RecordId> movable_siblings(const Document& document, RecordId record);

}  // namespace atlas::app
