#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::SmallTab;

TEST_CASE("selecting a record shows its model") {
  SmallTab tab;
  tab.run(app::SelectRecord{tab.small.health});
  CHECK(tab.state().selected == tab.small.health);
  const std::uint64_t fitted = tab.state().explore.fit_serial;
  tab.run(app::SelectRecord{tab.small.beta_board});
  CHECK(tab.state().explore.model == tab.small.beta);
  CHECK(tab.state().explore.fit_serial == fitted + 1);
  tab.run(app::SelectRecord{RecordId{{9}, 9}});
  CHECK(tab.state().selected == tab.small.beta_board);
  tab.run(app::SelectRecord{});
  CHECK(tab.state().selected.is_null());
}

TEST_CASE("centring unfolds what hides the record") {
  SmallTab tab;
  tab.run(app::ToggleBranch{tab.small.safety});
  tab.run(app::ToggleBranch{tab.small.board});
  CHECK(tab.state().explore.collapsed.size() == 2);
  const std::uint64_t centred = tab.state().explore.centre_serial;
  tab.run(app::SelectRecord{tab.small.team, true});
  CHECK(tab.state().explore.collapsed.empty());
  CHECK(tab.state().explore.centre_serial == centred + 1);
}

TEST_CASE("changing the model keeps the selection only when it is in it") {
  SmallTab tab;
  tab.run(app::SelectRecord{tab.small.health});
  tab.run(app::ShowModel{tab.small.alpha});
  CHECK(tab.state().selected == tab.small.health);
  tab.run(app::ShowModel{tab.small.beta});
  CHECK(tab.state().selected.is_null());
  tab.run(app::ShowModel{tab.small.board});
  CHECK(tab.state().explore.model == tab.small.beta);
}

TEST_CASE("folding a branch takes the selection up to what is still seen") {
  SmallTab tab;
  tab.run(app::SelectRecord{tab.small.team});
  tab.run(app::ToggleBranch{tab.small.board});
  CHECK(tab.state().selected == tab.small.board);
  tab.run(app::ToggleBranch{tab.small.board});
  CHECK(tab.state().explore.collapsed.empty());
  tab.run(app::SelectRecord{tab.small.team});
  tab.run(app::CollapseAll{});
  CHECK(tab.state().explore.collapsed == std::set{tab.small.safety});
  CHECK(tab.state().selected == tab.small.safety);
  tab.run(app::ExpandAll{});
  CHECK(tab.state().explore.collapsed.empty());
}

TEST_CASE("line kinds are switched one by one or all") {
  SmallTab tab;
  tab.run(app::ToggleLineKind{1});
  CHECK(tab.state().explore.line_kinds.empty());
  tab.run(app::ToggleLineKind{3});
  tab.run(app::ToggleLineKind{77});
  CHECK(tab.state().explore.line_kinds == std::set<std::uint32_t>{3});
  tab.run(app::ShowAllLines{true});
  CHECK(tab.state().explore.line_kinds.size() == 8);
  tab.run(app::ShowAllLines{false});
  CHECK(tab.state().explore.line_kinds.empty());
}

TEST_CASE("fit, details, screens and dialogs") {
  SmallTab tab;
  const std::uint64_t fitted = tab.state().explore.fit_serial;
  tab.run(app::FitModel{});
  CHECK(tab.state().explore.fit_serial == fitted + 1);
  tab.run(app::ToggleDetails{});
  CHECK_FALSE(tab.state().details_open);
  tab.run(app::ShowScreen{app::Screen::kShare});
  CHECK(tab.state().screen == app::Screen::kShare);
  tab.run(app::ShowDialog{app::Dialog::kKeys});
  CHECK(tab.state().dialog == app::Dialog::kKeys);
  tab.run(app::CloseDialog{});
  CHECK(tab.state().dialog == app::Dialog::kNone);
}

TEST_CASE("searching gives hits of the model shown") {
  SmallTab tab;
  tab.run(app::SearchFor{"safety"});
  CHECK(tab.state().explore.hits == std::vector{tab.small.safety, tab.small.team, tab.small.board});
  tab.run(app::ShowModel{tab.small.beta});
  CHECK(tab.state().explore.hits.empty());
  tab.run(app::SearchFor{"DWR"});
  CHECK(tab.state().explore.hits == std::vector{tab.small.beta_board});
  tab.run(app::SearchFor{""});
  CHECK(tab.state().explore.hits.empty());
}

TEST_CASE("the plan of a body opens on the plan screen") {
  SmallTab tab;
  tab.run(app::ShowPlanOf{tab.small.board});
  CHECK(tab.state().screen == app::Screen::kPlan);
  CHECK(tab.state().plan.body == tab.small.board);
  tab.run(app::SelectPlanRow{tab.small.late});
  CHECK(tab.state().plan.row == tab.small.late);
  CHECK(tab.state().selected == tab.small.late);
  tab.run(app::SelectPlanRow{tab.small.board});
  CHECK(tab.state().plan.row == tab.small.late);
  tab.run(app::ShowPlanOf{tab.small.board});
  CHECK(tab.state().plan.row == tab.small.late);
  tab.run(app::ShowPlanOf{tab.small.health});
  CHECK(tab.state().plan.row.is_null());
  tab.run(app::SelectPlanRow{});
  CHECK(tab.state().plan.row.is_null());
}

TEST_CASE("what is only shown is never stored") {
  SmallTab tab;
  const std::uint64_t revision = tab.state().document.revision();
  const std::size_t flushes = tab.disk.flushes;
  tab.run(app::SelectRecord{tab.small.team, true});
  tab.run(app::ShowPlanOf{tab.small.board});
  tab.run(app::SearchFor{"board"});
  tab.run(app::CollapseAll{});
  CHECK(tab.state().document.revision() == revision);
  CHECK(tab.disk.flushes == flushes);
}

TEST_CASE("the network's state is shown") {
  SmallTab tab;
  tab.tab.app.tell(app::NetworkChanged{true, true});
  tab.tab.settle();
  CHECK(tab.state().offline_ready);
  CHECK(tab.state().update_waiting);
}

}  // namespace atlas
