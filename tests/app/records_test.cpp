#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "app/view_state.hpp"
#include "partnership/delivery.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::SmallTab;

namespace {

std::vector<RecordId> rows(const SmallTab& tab) {
  std::vector<RecordId> ids;
  for (const DeliveryRow& row : delivery_rows(tab.state().document, tab.small.plan)) {
    ids.push_back(row.record);
  }
  return ids;
}

}  // namespace

TEST_CASE("a new action is at the end, selected, and asks for its name") {
  SmallTab tab;
  tab.run(app::ShowPlanOf{tab.small.board});
  tab.run(app::AddAction{tab.small.first});
  const RecordId made = tab.state().plan.row;
  CHECK(rows(tab).at(3) == made);
  CHECK(tab.state().selected == made);
  CHECK(tab.state().plan.edit_name_of == made);
  CHECK(tab.text(made, fields::kActionName) == "New action");
  CHECK(tab.state().document.get(made, fields::kActionStatus) == Value(Choice{1}));
  tab.run(app::NameEditStarted{});
  CHECK(tab.state().plan.edit_name_of.is_null());
  tab.run(app::SetFieldTyped{made, fields::kActionName, "Write it down"});
  tab.run(app::Undo{});
  CHECK(tab.text(made, fields::kActionName) == "New action");
  tab.run(app::Undo{});
  CHECK(tab.state().document.find_live(made) == nullptr);
  CHECK(tab.state().plan.row == tab.small.first);
  CHECK(tab.state().selected == tab.small.first);
  tab.run(app::Redo{});
  CHECK(tab.state().document.find_live(made) != nullptr);
}

TEST_CASE("objectives and plans are added where they belong only") {
  SmallTab tab;
  tab.run(app::AddObjective{tab.small.plan});
  CHECK(rows(tab).back() == tab.state().plan.row);
  const std::uint64_t revision = tab.state().document.revision();
  tab.run(app::AddObjective{tab.small.board});
  tab.run(app::AddAction{tab.small.board});
  tab.run(app::AddPlan{tab.small.plan});
  tab.run(app::AddPlan{});
  CHECK(tab.state().document.revision() == revision);
  tab.run(app::AddPlan{tab.small.health});
  CHECK(tab.state().screen == app::Screen::kPlan);
  CHECK(tab.state().plan.body == tab.small.health);
  CHECK(tab.state().plan.edit_name_of == app::shown_plan(tab.state()));
  CHECK(plans_of(tab.state().document, tab.small.health).size() == 1);
}

TEST_CASE("removing offers undo, and the row below takes the selection") {
  SmallTab tab;
  tab.run(app::SelectPlanRow{tab.small.open});
  tab.run(app::RemoveRecord{tab.small.open});
  CHECK(tab.state().plan.row == tab.small.done);
  CHECK(tab.state().selected == tab.small.done);
  REQUIRE(tab.state().toasts.size() == 1);
  CHECK(tab.state().toasts[0].text == "Removed “Open action”");
  CHECK(tab.state().toasts[0].offers_undo);
  tab.run(app::RemoveRecord{tab.small.done});
  CHECK(tab.state().plan.row == tab.small.first);
  REQUIRE(tab.state().toasts.size() == 1);  // the last act's, in place of the one before
  CHECK(tab.state().toasts[0].text == "Removed “Done action”");
  CHECK(tab.state().toasts[0].offers_undo);
  tab.run(app::Undo{});
  CHECK(tab.state().plan.row == tab.small.done);
  tab.run(app::Undo{});
  CHECK(tab.state().plan.row == tab.small.open);
  CHECK(rows(tab).size() == 6);
}

TEST_CASE("removing an objective takes its actions and no selection dangles") {
  SmallTab tab;
  tab.run(app::SelectPlanRow{tab.small.open});
  tab.run(app::RemoveRecord{tab.small.first});
  CHECK(rows(tab) == std::vector{tab.small.second, tab.small.late, tab.small.loose});
  CHECK(tab.state().plan.row == tab.small.second);
  CHECK(tab.state().selected == tab.small.second);
  tab.run(app::RemoveRecord{tab.small.alpha});
  CHECK(tab.state().explore.model == tab.small.beta);
  CHECK(tab.state().selected.is_null());
  CHECK(tab.state().plan.row.is_null());
  tab.run(app::RemoveRecord{tab.small.beta});
  CHECK(tab.state().explore.model.is_null());
  tab.run(app::Undo{});
  tab.run(app::Undo{});
  CHECK(rows(tab).size() == 3);
}

TEST_CASE("rows move among their siblings and stop at the ends") {
  SmallTab tab;
  tab.run(app::MoveAmongSiblings{tab.small.done, -1});
  CHECK(rows(tab)[1] == tab.small.done);
  CHECK(rows(tab)[2] == tab.small.open);
  const std::uint64_t revision = tab.state().document.revision();
  tab.run(app::MoveAmongSiblings{tab.small.done, -1});
  CHECK(tab.state().document.revision() == revision);
  tab.run(app::MoveAmongSiblings{tab.small.first, 1});
  CHECK(rows(tab) == std::vector{tab.small.second, tab.small.late, tab.small.first, tab.small.done,
                                 tab.small.open, tab.small.loose});
  CHECK(tab.state().document.changes().back()->message == "Move “First objective” down");
  tab.run(app::MoveAmongSiblings{tab.small.first, 100});
  CHECK(rows(tab)[2] == tab.small.loose);
  tab.run(app::MoveAmongSiblings{tab.small.loose, -100});
  CHECK(rows(tab)[0] == tab.small.loose);
}

TEST_CASE("new rows go to the plan and objective in view") {
  SmallTab tab;
  CHECK(app::shown_plan_body(tab.state()) == tab.small.board);
  CHECK(app::shown_plan(tab.state()) == tab.small.plan);
  CHECK(app::new_action_parent(tab.state()) == tab.small.plan);
  tab.run(app::SelectPlanRow{tab.small.late});
  CHECK(app::new_action_parent(tab.state()) == tab.small.second);
  tab.run(app::SelectPlanRow{tab.small.loose});
  CHECK(app::new_action_parent(tab.state()) == tab.small.plan);
  tab.run(app::ShowPlanOf{tab.small.health});
  CHECK(app::shown_plan(tab.state()).is_null());
  CHECK(app::new_action_parent(tab.state()).is_null());
}

}  // namespace atlas
