#include "app/view_state.hpp"

#include <algorithm>

#include "app/search.hpp"
#include "partnership/delivery.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

// The record where it is live, else the nearest one above that is; null when there is none.
RecordId live_or_above(const Document& document, RecordId record) {
  const Record* at = document.find(record);
  while (at != nullptr && document.find_live(at->id) == nullptr) {
    at = at->parent == kRootRecord ? nullptr : document.find(at->parent);
  }
  return at == nullptr ? RecordId{} : at->id;
}

RecordId row_or_above(const Document& document, RecordId row) {
  const RecordId live = live_or_above(document, row);
  return is_delivery_row(document, live) ? live : RecordId{};
}

void find_again(State& state) {
  state.explore.hits = search_bodies(state.document, state.explore.model, state.explore.query);
}

}  // namespace

void tidy_view(State& state) {
  const Document& document = state.document;
  ExploreView& explore = state.explore;
  const auto is_live = [&](RecordId id, RecordType type) {
    const Record* record = document.find_live(id);
    return record != nullptr && record->type == type;
  };
  if (!is_live(explore.model, RecordType::kModel)) {
    const std::vector<RecordId> all = models(document);
    const RecordId model = all.empty() ? RecordId{} : all.front();
    if (!(model == explore.model)) ++explore.fit_serial;
    explore.model = model;
  }
  std::erase_if(explore.collapsed, [&](RecordId id) { return !is_live(id, RecordType::kBody); });
  find_again(state);
  state.selected = live_or_above(document, state.selected);
  PlanView& plan = state.plan;
  if (!is_live(plan.body, RecordType::kBody)) plan.body = {};
  plan.row = row_or_above(document, plan.row);
  if (document.find_live(plan.edit_name_of) == nullptr) plan.edit_name_of = {};
}

void use_model(State& state, RecordId model) {
  const Record* record = state.document.find_live(model);
  if (record == nullptr || record->type != RecordType::kModel) return;
  if (state.explore.model == model) return;
  state.explore.model = model;
  ++state.explore.fit_serial;
  if (!(model_of(state.document, state.selected) == model)) state.selected = {};
  find_again(state);
}

void select(State& state, RecordId record) {
  if (!record.is_null() && state.document.find_live(record) == nullptr) return;
  const RecordId model = model_of(state.document, record);
  if (!model.is_null()) use_model(state, model);
  state.selected = record;
  if (is_delivery_row(state.document, record)) {
    state.plan.row = record;
    state.plan.body = body_of(state.document, record);
  }
}

void select_row(State& state, RecordId row) {
  if (row.is_null()) {
    state.plan.row = {};
  } else if (is_delivery_row(state.document, row)) {
    select(state, row);
  }
}

void reveal(State& state, RecordId record) {
  const RecordId body = body_of(state.document, record);
  std::erase_if(state.explore.collapsed,
                [&](RecordId folded) { return is_below(state.document, body, folded); });
}

void select_visible(State& state) {
  const RecordId body = body_of(state.document, state.selected);
  // The highest folded body above: everything under it is out of sight.
  RecordId at = body;
  while (!at.is_null()) {
    const Record* record = state.document.find(at);
    const RecordId above = body_of(state.document, record->parent);
    if (state.explore.collapsed.contains(above)) state.selected = above;
    at = above;
  }
}

Place place_of(const State& state) {
  return {state.screen, state.explore.model, state.selected, state.plan.body, state.sources};
}

void go_to(State& state, const Place& place) {
  state.screen = place.screen;
  use_model(state, place.model);
  const bool there = state.document.find_live(place.selected) != nullptr;
  select(state, there ? place.selected : RecordId{});
  state.plan.body = place.plan_body;
  state.sources = place.sources;
  if (!there) return;
  reveal(state, place.selected);
  ++state.explore.centre_serial;
}

RecordId shown_plan_body(const State& state) {
  const Document& document = state.document;
  if (document.find_live(state.plan.body) != nullptr) return state.plan.body;
  const RecordId chosen = body_of(document, state.selected);
  if (!chosen.is_null() && !plans_of(document, chosen).empty()) return chosen;
  // One with something in its plan, of the shown model before others.
  std::vector<RecordId> bodies = bodies_with_plans(document, state.explore.model);
  const std::vector<RecordId> all = bodies_with_plans(document);
  bodies.insert(bodies.end(), all.begin(), all.end());
  const auto filled = std::find_if(bodies.begin(), bodies.end(), [&](RecordId body) {
    const auto plans = plans_of(document, body);
    return std::any_of(plans.begin(), plans.end(),
                       [&](RecordId plan) { return !delivery_rows(document, plan).empty(); });
  });
  if (filled != bodies.end()) return *filled;
  return bodies.empty() ? RecordId{} : bodies.front();
}

RecordId shown_plan(const State& state) {
  const RecordId body = shown_plan_body(state);
  const RecordId of_row = nearest(state.document, state.plan.row, RecordType::kPlan);
  if (!of_row.is_null() && body_of(state.document, of_row) == body) return of_row;
  const std::vector<RecordId> plans = plans_of(state.document, body);
  return body.is_null() || plans.empty() ? RecordId{} : plans.front();
}

RecordId new_action_parent(const State& state) {
  const RecordId plan = shown_plan(state);
  const RecordId objective = nearest(state.document, state.plan.row, RecordType::kObjective);
  const bool in_plan = nearest(state.document, objective, RecordType::kPlan) == plan;
  return !objective.is_null() && in_plan ? objective : plan;
}

std::vector<RecordId> movable_siblings(const Document& document, RecordId record) {
  const Record* found = document.find_live(record);
  if (found == nullptr) return {};
  const bool row = is_delivery_row(document, record);
  std::vector<RecordId> siblings = document.children(found->parent);
  std::erase_if(siblings, [&](RecordId id) {
    return row ? !is_delivery_row(document, id) : document.find(id)->type != found->type;
  });
  return siblings;
}

}  // namespace atlas::app
