#include <doctest/doctest.h>

#include "io/built_in.hpp"
#include "partnership/hierarchy.hpp"
#include "support/small_workspace.hpp"
#include "ui/screen.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace app = atlas::app;
namespace semantics = atlas::semantics;
namespace ui = atlas::ui;

// Every frame that `settle` draws is checked for nodes without a name and ids used twice.
TEST_CASE("every screen and dialogue of the built-in workspace, wide and narrow, is well formed") {
  for (const float width : {1920.0F, 1366.0F, 820.0F, 480.0F}) {
    CAPTURE(width);
    Screen screen(atlas::built_in_snapshot(), width);
    for (const atlas::RecordId model : atlas::models(screen.tab.state().document)) {
      screen.tab.app.send(app::ShowModel{model});
      screen.settle();
      const auto below = atlas::bodies_below(screen.tab.state().document, model);
      REQUIRE_FALSE(below.empty());
      screen.tab.app.send(app::SelectRecord{below.front(), true});
      screen.tab.app.send(app::ShowAllLines{true});
      screen.settle();
    }
    screen.click(Role::kButton, "Show empty fields");
    screen.click(Role::kButton, "Plan");
    screen.click(Role::kButton, "Share");
    screen.choose_in_menu(width < 640 ? "More" : "Help", "Keys");
    CHECK(screen.has(Role::kDialog, "Keys"));
    screen.press_key("Escape");
    CHECK_FALSE(screen.has(Role::kDialog, "Keys"));
    screen.choose_in_menu(width < 640 ? "More" : "Help", "About");
    screen.click(Role::kButton, "Close");
    CHECK_FALSE(screen.has(Role::kDialog, "About Partnership Atlas"));
  }
}

TEST_CASE("a dialogue keeps Tab to itself and gives the keyboard back") {
  Screen screen(atlas::test::small_snapshot());
  screen.click(Role::kButton, "Share");
  screen.activate(Role::kButton, "Help");
  screen.activate(Role::kMenuItem, "About");
  REQUIRE(screen.has(Role::kDialog, "About Partnership Atlas"));
  for (int i = 0; i < 5; ++i) {
    screen.press_key("Tab");
    REQUIRE(screen.focused() != nullptr);
    CHECK(screen.focused()->name == "Close");
  }
  screen.press_key("Escape");
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "Help");
}

TEST_CASE("storage that is refused is said for as long as it lasts, with a way to keep the work") {
  Screen screen(atlas::test::small_snapshot());
  screen.tab.store.refuse("The disk is full.");
  screen.click(Role::kButton, "Plan");
  atlas::test::SmallWorkspace small;
  screen.tab.app.send(app::SetField{small.board, {22}, std::string("Somebody else")});
  screen.settle();
  CHECK(screen.has(Role::kButton, "Save a file now"));
  screen.click(Role::kButton, "Save a file now");
  CHECK(screen.tab.files.saved().size() == 1);
}

TEST_CASE("a file that is not ours is refused in a sentence and changes nothing") {
  Screen screen(atlas::test::small_snapshot());
  const auto before = screen.tab.state().document.version();
  screen.tab.files.open("holiday.jpg", "not an atlas file at all");
  screen.settle();
  bool alert = false;
  for (const semantics::Node& node : screen.tree().nodes) alert |= node.role == Role::kAlert;
  CHECK(alert);
  CHECK(screen.tab.state().document.version() == before);
  screen.click(Role::kButton, "Close");
}

TEST_CASE("keys typed before the input is laid over the field are not lost") {
  Screen screen(atlas::test::small_snapshot());
  screen.click(Role::kButton, "Plan");
  screen.press_key("k", {.ctrl = true});
  for (const char* key : {"t", "e", "a", "m"}) screen.interface.push(ui::KeyPressed{key, {}});
  screen.settle();
  REQUIRE(screen.last.text_edit);
  CHECK(screen.last.text_edit->value == "team");
  CHECK(screen.tab.state().explore.query == "team");
}

TEST_CASE("Escape before the input is laid over the field ends the edit") {
  Screen screen(atlas::test::small_snapshot());
  screen.press_key("k", {.ctrl = true});
  REQUIRE(screen.last.text_edit);
  screen.press_key("Escape");
  CHECK_FALSE(screen.last.text_edit);
}

TEST_CASE("Tab and Enter before the input is laid over the field commit what was typed") {
  Screen screen(atlas::test::small_snapshot());
  screen.click(Role::kButton, "Plan");
  const atlas::test::SmallWorkspace small;
  const std::string row = atlas::title_of(screen.tab.state().document, small.open);
  screen.click(screen.node_in(Role::kRow, row, Role::kTextbox, "Owner"));
  REQUIRE(screen.last.text_edit);
  const std::string before = screen.last.text_edit->value;
  for (const char* key : {"A", "b", "Tab"}) screen.interface.push(ui::KeyPressed{key, {}});
  screen.settle();
  CHECK(screen.node_in(Role::kRow, row, Role::kTextbox, "Owner").value == before + "Ab");
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "Due");
}

TEST_CASE("a key that comes right after the focus is wanted") {
  Screen screen(atlas::test::small_snapshot());
  const ui::KeyPressed down{"ArrowDown", {}};
  const bool before = screen.interface.wants_key(down);
  screen.interface.push(
      ui::MirrorAction{screen.node(Role::kTreeItem, "Alpha Board").id, ui::MirrorVerb::kFocus, {}});
  CHECK_FALSE(before);
  CHECK(screen.interface.wants_key(down));
}
