#include "app/actions.hpp"

#include <doctest/doctest.h>

#include <set>

#include "app/fixture.hpp"

namespace atlas {

using app::ActionId;
using test::SmallTab;

TEST_CASE("the table has every action in its place, each shortcut once") {
  std::set<std::string> keys;
  std::size_t index = 0;
  for (const app::ActionSpec& spec : app::actions()) {
    CAPTURE(spec.text());
    CHECK(static_cast<std::size_t>(spec.id) == index++);
    CHECK_FALSE(spec.text().empty());
    CHECK(spec.shortcut.has_value() == !spec.keys().empty());
    if (!spec.shortcut) continue;
    CHECK(keys.insert(spec.keys()).second);
    const app::Shortcut& shortcut = *spec.shortcut;
    CHECK(app::find_shortcut(shortcut.key, shortcut.ctrl, shortcut.shift, shortcut.alt) == &spec);
  }
  CHECK(index == static_cast<std::size_t>(ActionId::kGoGallery) + 1);
}

TEST_CASE("a shortcut is said in words") {
  CHECK(app::action(ActionId::kUndo).keys() == "Ctrl+Z");
  CHECK(app::action(ActionId::kAddObjective).keys() == "Ctrl+Shift+Enter");
  CHECK(app::action(ActionId::kMoveRowUp).keys() == "Alt+Up");
  CHECK(app::action(ActionId::kZoomIn).keys() == "Alt+=");
  CHECK(app::action(ActionId::kKeys).keys() == "F1");
  CHECK(app::action(ActionId::kGoPlan).keys().empty());
}

TEST_CASE("no action takes a printable key by itself") {
  for (const app::ActionSpec& spec : app::actions()) {
    if (spec.shortcut && spec.shortcut->key.size() == 1) {
      CHECK((spec.shortcut->ctrl || spec.shortcut->alt));
    }
  }
}

TEST_CASE("shift tells undo from redo, and letters may come in upper case") {
  CHECK(app::find_shortcut("z", true, false, false)->id == ActionId::kUndo);
  CHECK(app::find_shortcut("Z", true, true, false)->id == ActionId::kRedo);
  CHECK(app::find_shortcut("Y", true, false, false)->id == ActionId::kRedo);
  CHECK(app::find_shortcut("=", false, true, true)->id == ActionId::kZoomIn);
  CHECK(app::find_shortcut("Enter", true, true, false)->id == ActionId::kAddObjective);
  CHECK(app::find_shortcut("Enter", true, false, false)->id == ActionId::kAddAction);
  CHECK(app::find_shortcut("z", false, false, false) == nullptr);
  CHECK(app::find_shortcut("", false, false, false) == nullptr);
}

TEST_CASE("actions are enabled when they can do something, and then do it") {
  SmallTab tab;
  const auto enabled = [&](ActionId id) { return app::action(id).enabled(tab.state()); };
  const auto run = [&](ActionId id) { tab.run(app::action(id).command(tab.state())); };
  CHECK_FALSE(enabled(ActionId::kUndo));
  CHECK_FALSE(enabled(ActionId::kPlanOfSelected));
  CHECK_FALSE(enabled(ActionId::kAddAction));
  CHECK_FALSE(enabled(ActionId::kFit));
  run(ActionId::kGoExplore);
  CHECK(enabled(ActionId::kFit));
  tab.run(app::SelectRecord{tab.small.board});
  CHECK(enabled(ActionId::kPlanOfSelected));
  run(ActionId::kPlanOfSelected);
  CHECK(tab.state().screen == app::Screen::kPlan);
  CHECK_FALSE(enabled(ActionId::kFit));
  CHECK_FALSE(enabled(ActionId::kRemoveRow));
  CHECK(enabled(ActionId::kAddAction));
  tab.run(app::SelectPlanRow{tab.small.open});
  CHECK_FALSE(enabled(ActionId::kMoveRowUp));
  CHECK(enabled(ActionId::kMoveRowDown));
  run(ActionId::kMoveRowDown);
  CHECK(enabled(ActionId::kMoveRowUp));
  CHECK(enabled(ActionId::kUndo));
  run(ActionId::kUndo);
  CHECK(enabled(ActionId::kRedo));
  run(ActionId::kAddAction);
  CHECK(tab.state().document.find(tab.state().plan.row)->parent == tab.small.first);
  run(ActionId::kAddObjective);
  CHECK(tab.state().document.find(tab.state().plan.row)->parent == tab.small.plan);
  run(ActionId::kRemoveRow);
  CHECK(tab.state().toasts.back().offers_undo);
  run(ActionId::kKeys);
  CHECK(tab.state().dialog == app::Dialog::kKeys);
  CHECK((app::action(ActionId::kSearch).command == nullptr));
}

TEST_CASE("what a context menu offers is about its record, whatever is selected") {
  SmallTab tab;
  tab.run(app::ShowScreen{app::Screen::kExplore});
  tab.run(app::SelectRecord{tab.small.team});
  const RecordId board = tab.small.board;
  const auto& fold = app::action(ActionId::kToggleBranch);
  CHECK_FALSE(fold.enabled(tab.state()));
  REQUIRE(fold.enabled(tab.state(), board));
  tab.run(fold.command(tab.state(), board));
  CHECK(tab.state().explore.collapsed.contains(board));
  const auto& details = app::action(ActionId::kToggleDetails);
  tab.run(details.command(tab.state()));
  CHECK_FALSE(tab.state().details_open);
  tab.run(details.command(tab.state(), board));
  CHECK(tab.state().details_open);
  CHECK(tab.state().selected == board);
  tab.run(details.command(tab.state(), board));
  CHECK_FALSE(tab.state().details_open);
  tab.run(app::action(ActionId::kPlanOfSelected).command(tab.state(), tab.small.team));
  CHECK(tab.state().plan.body == tab.small.team);
}

}  // namespace atlas
