// The frame: finder, crumbs, settings, details that can be made larger.
#include <doctest/doctest.h>

#include <set>

#include "io/built_in.hpp"
#include "support/small_workspace.hpp"
#include "ui/screen.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace app = atlas::app;
namespace semantics = atlas::semantics;
namespace ui = atlas::ui;

TEST_CASE("Ctrl+K finds a body by words and goes there, an action and does it") {
  Screen screen(atlas::test::small_snapshot());
  const atlas::test::SmallWorkspace small;
  screen.press_key("k", {.ctrl = true});
  REQUIRE(screen.last.text_edit);
  CHECK(screen.has(Role::kListbox, "Found"));
  for (const char* key : {"h", "e", "a", "l"}) screen.interface.push(ui::KeyPressed{key, {}});
  screen.settle();
  CHECK(screen.has(Role::kOption, "Health Group"));
  screen.press_key("Enter");
  CHECK(screen.tab.state().selected == small.health);
  CHECK_FALSE(screen.has(Role::kListbox, "Found"));
  screen.press_key("k", {.ctrl = true});
  for (const char* key : {"d", "a", "r", "k"}) screen.interface.push(ui::KeyPressed{key, {}});
  screen.settle();
  screen.click(Role::kOption, "Dark colours");
  CHECK(screen.tab.state().settings.theme == app::ThemeChoice::kDark);
  CHECK(screen.last.theme == app::Theme::kDark);
}

TEST_CASE("arrows mark another of what was found") {
  Screen screen(atlas::test::small_snapshot());
  screen.press_key("k", {.ctrl = true});
  screen.interface.push(ui::TextEdited{"group"});
  screen.settle();
  const auto marked = [&] {
    for (const semantics::Node& node : screen.tree().nodes) {
      if (node.role == Role::kOption && (node.states & semantics::kSelected) != 0) return node.name;
    }
    return std::string();
  };
  const std::string first = marked();
  screen.press_key("ArrowDown");
  const std::string second = marked();
  CHECK_FALSE(first == second);
  screen.press_key("ArrowUp");
  CHECK(marked() == first);
  screen.press_key("Escape");
  CHECK_FALSE(screen.has(Role::kListbox, "Found"));
}

TEST_CASE("what was found is told apart on a narrow page: long names take a second line") {
  const auto heights = [](float width) {
    Screen screen(atlas::test::small_snapshot(), width, 844);
    screen.press_key("k", {.ctrl = true});
    screen.tab.app.send(app::SearchFor{"o"});
    screen.settle();
    std::set<float> found;
    for (const semantics::Node& node : screen.tree().nodes) {
      if (node.role == Role::kOption) found.insert(node.rect.height);
    }
    return found.size();
  };
  CHECK(heights(1366) == 1);
  CHECK(heights(200) > 1);
}

TEST_CASE("crumbs say the way to what is selected and lead back along it") {
  Screen screen(atlas::test::small_snapshot());
  const atlas::test::SmallWorkspace small;
  screen.tab.app.send(app::SelectRecord{small.team, true});
  screen.settle();
  for (const char* name : {"Explore", "Alpha 2011", "Safety Group", "Safety Team"}) {
    CHECK(screen.has(Role::kLink, name));
  }
  screen.click(screen.node_in(Role::kNavigation, "Where you are", Role::kLink, "Safety Group"));
  CHECK(screen.tab.state().selected == small.safety);
  // Walking on within a view is one step.
  screen.click(Role::kButton, "Back");
  CHECK(screen.tab.state().screen == app::Screen::kExplore);
  CHECK(screen.tab.state().selected.is_null());
  screen.press_key("ArrowRight", {.alt = true});
  CHECK(screen.tab.state().selected == small.safety);
}

TEST_CASE("a long way is folded in the middle, and the folded places can be gone to") {
  Screen screen(atlas::test::small_snapshot(), 390, 844);
  const atlas::test::SmallWorkspace small;
  screen.tab.app.send(app::SelectRecord{small.team, true});
  screen.settle();
  REQUIRE(screen.has(Role::kButton, "Places between"));
  screen.click(Role::kButton, "Places between");
  CHECK(screen.has(Role::kMenuItem, "Alpha 2011"));
}

TEST_CASE("settings change what is drawn at once and are kept") {
  Screen screen(atlas::test::small_snapshot());
  screen.click(Role::kButton, "Settings");
  REQUIRE(screen.has(Role::kDialog, "Settings"));
  const float before = screen.node(Role::kButton, "Close").rect.height;
  screen.click(Role::kRadio, "200%");
  CHECK(screen.tab.state().settings.text_percent == 200);
  CHECK(screen.node(Role::kButton, "Close").rect.height == doctest::Approx(2 * before));
  // Large as it is now, what lies further down has to be scrolled to.
  screen.activate(Role::kRadio, "Compact");
  CHECK(screen.node(Role::kButton, "Close").rect.height < 2 * before);
  screen.activate(Role::kRadio, "High contrast");
  CHECK(screen.last.theme == app::Theme::kContrast);
  screen.press_key("Escape");
  CHECK_FALSE(screen.has(Role::kDialog, "Settings"));
}

TEST_CASE("a press lands where it was aimed at, whatever the text size") {
  Screen screen(atlas::test::small_snapshot(), 1920, 1080);
  app::Settings settings;
  settings.text_percent = 175;
  screen.tab.app.send(app::ChangeSettings{settings});
  screen.settle();
  screen.click(Role::kButton, "Plan");
  CHECK(screen.tab.state().screen == app::Screen::kPlan);
  const atlas::test::SmallWorkspace small;
  const std::string row = atlas::title_of(screen.tab.state().document, small.open);
  screen.click(screen.node_in(Role::kRow, row, Role::kTextbox, "Owner"));
  REQUIRE(screen.last.text_edit);
  const semantics::Rect cell = screen.node_in(Role::kRow, row, Role::kTextbox, "Owner").rect;
  CHECK(screen.last.text_edit->rect.x == doctest::Approx(cell.x));
  CHECK(screen.last.text_edit->font_px == doctest::Approx(14 * 1.75));
}

TEST_CASE("the details are made wider by the splitter, which is remembered") {
  Screen screen(atlas::test::small_snapshot(), 1600);
  const atlas::test::SmallWorkspace small;
  screen.tab.app.send(app::SelectRecord{small.board});
  screen.settle();
  const float before = screen.node(Role::kComplementary, "Details").rect.width;
  screen.interface.push(ui::MirrorAction{
      screen.node(Role::kSeparator, "Size of the details").id, ui::MirrorVerb::kFocus, {}});
  screen.settle();
  screen.press_key("ArrowLeft");
  screen.press_key("ArrowLeft");
  CHECK(screen.node(Role::kComplementary, "Details").rect.width == doctest::Approx(before + 32));
  CHECK(screen.tab.state().settings.details_width == doctest::Approx(before + 32));
}

TEST_CASE("Home leads to the screens, the models, and what happened last") {
  Screen screen(atlas::test::small_snapshot());
  const atlas::test::SmallWorkspace small;
  screen.tab.app.send(app::SetField{small.board, {22}, std::string("Somebody else")});
  screen.tab.app.send(app::ShowScreen{app::Screen::kHome});
  screen.settle();
  screen.click(Role::kLink, "Alpha Board");
  CHECK(screen.tab.state().selected == small.board);
  screen.tab.app.send(app::ShowScreen{app::Screen::kHome});
  screen.settle();
  screen.click(Role::kLink, "Beta 2012");
  CHECK(screen.tab.state().explore.model == small.beta);
  screen.tab.app.send(app::ShowScreen{app::Screen::kHome});
  screen.settle();
  screen.click(Role::kButton, "Bring a plan up to date");
  CHECK(screen.tab.state().screen == app::Screen::kPlan);
}

TEST_CASE("a card and a row have a menu of what can be done with them") {
  Screen screen(atlas::test::small_snapshot());
  screen.activate(Role::kTreeItem, "Alpha Board");
  screen.press_key("F10", {.shift = true});
  CHECK(screen.has(Role::kMenuItem, "Fold or unfold"));
  screen.click(Role::kMenuItem, "Open plan");
  CHECK(screen.tab.state().screen == app::Screen::kPlan);
  const atlas::test::SmallWorkspace small;
  const std::string row = atlas::title_of(screen.tab.state().document, small.late);
  screen.click(screen.node_in(Role::kRow, row, Role::kTextbox, "Owner"));
  screen.press_key("Escape");
  screen.press_key("F10", {.shift = true});
  screen.click(Role::kMenuItem, "Remove");
  CHECK_FALSE(screen.has(Role::kRow, row));
}
