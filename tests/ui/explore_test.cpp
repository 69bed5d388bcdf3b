#include <doctest/doctest.h>

#include <algorithm>

#include "support/small_workspace.hpp"
#include "ui/explore/scene.hpp"
#include "ui/screen.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace semantics = atlas::semantics;
namespace app = atlas::app;
namespace explore = atlas::ui::explore;
namespace layout = atlas::layout;
namespace ui = atlas::ui;

TEST_CASE("the first screen shows a model's hierarchy, and comes to rest") {
  Screen screen(atlas::test::small_snapshot());
  CHECK(screen.has(Role::kTree, "Hierarchy of Alpha 2011"));
  CHECK(screen.has(Role::kTreeItem, "Alpha Board"));
  CHECK(screen.last.next_frame_ms < 0);
}

TEST_CASE("a card is chosen by pointer and by mirror alike") {
  Screen screen(atlas::test::small_snapshot());
  screen.click(Role::kTreeItem, "Safety Group");
  CHECK((screen.node(Role::kTreeItem, "Safety Group").states & semantics::kSelected) != 0);
  screen.activate(Role::kTreeItem, "Alpha Board");
  CHECK((screen.node(Role::kTreeItem, "Alpha Board").states & semantics::kSelected) != 0);
  CHECK((screen.node(Role::kTreeItem, "Safety Group").states & semantics::kSelected) == 0);
}

TEST_CASE("what is chosen shows at once, and the details follow with the next picture") {
  Screen screen(atlas::test::small_snapshot());
  screen.click(Role::kTreeItem, "Alpha Board");
  const auto details = [&](std::string_view name) { return screen.has(Role::kHeading, name); };
  REQUIRE(details("Alpha Board"));
  screen.press_key("ArrowDown");
  REQUIRE(details("Health Group"));
  screen.interface.push(ui::KeyPressed{"ArrowRight"});
  // Steps of one picture have one time.
  for (int step = 0; step < 4; ++step) {
    screen.last = screen.interface.frame(screen.now_ms);
    atlas::test::take_textures();
  }
  CHECK((screen.node(Role::kTreeItem, "Safety Group").states & semantics::kSelected) != 0);
  CHECK(details("Health Group"));
  CHECK(screen.last.next_frame_ms == 0);
  screen.last = screen.interface.frame(screen.now_ms + 16);
  atlas::test::take_textures();
  CHECK(details("Safety Group"));
}

TEST_CASE("another record's details are read from their beginning") {
  Screen screen(atlas::test::small_snapshot(), 1366, 330);
  screen.click(Role::kTreeItem, "Alpha Board");
  const float top = screen.node(Role::kHeading, "Alpha Board").rect.y;
  const auto panel = screen.node(Role::kComplementary, "Details").rect;
  screen.interface.push(ui::Wheel{.dy = 90, .x = panel.x + 60, .y = panel.y + 60});
  screen.settle();
  CHECK(screen.node(Role::kHeading, "Alpha Board").rect.y < top);
  screen.activate(Role::kTreeItem, "Safety Group");
  CHECK(screen.node(Role::kHeading, "Safety Group").rect.y == top);
}

TEST_CASE("a sheet of details is put away when a person goes to another screen") {
  for (const float width : {390.0F, 1366.0F}) {
    Screen screen(atlas::test::small_snapshot(), width, 844);
    screen.activate(Role::kTreeItem, "Alpha Board");
    REQUIRE(screen.has(Role::kComplementary, "Details"));
    screen.click(Role::kButton, "Plan");
    CHECK(screen.has(Role::kGrid, "Delivery plan"));
    CHECK(screen.has(Role::kComplementary, "Details") == (width > 1000));
    // What is chosen from elsewhere is shown.
    const atlas::test::SmallWorkspace small;
    screen.tab.app.send(app::GoToRecord{small.safety});
    screen.settle();
    CHECK(screen.has(Role::kComplementary, "Details"));
  }
}

TEST_CASE("an error is said above details that lie over the whole screen") {
  Screen screen(atlas::test::small_snapshot(), 390, 500);
  screen.activate(Role::kTreeItem, "Alpha Board");
  REQUIRE(screen.has(Role::kComplementary, "Details"));
  REQUIRE_FALSE(screen.has(Role::kTree, "Hierarchy of Alpha 2011"));
  const float top = screen.node(Role::kComplementary, "Details").rect.y;
  screen.tab.files.open("holiday.jpg", "not an atlas file at all");
  screen.settle();
  CHECK(screen.node(Role::kComplementary, "Details").rect.y > top);
  const auto& nodes = screen.tree().nodes;
  const auto alert = std::find_if(nodes.begin(), nodes.end(), [](const semantics::Node& node) {
    return node.role == Role::kAlert;
  });
  REQUIRE(alert != nodes.end());
  screen.click(screen.node_in(Role::kAlert, alert->name, Role::kButton, "Close"));
  CHECK(screen.node(Role::kComplementary, "Details").rect.y == top);
}

TEST_CASE("arrow keys walk from the board to a group and back") {
  Screen screen(atlas::test::small_snapshot());
  screen.activate(Role::kTreeItem, "Alpha Board");
  screen.press_key("ArrowDown");
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "Health Group");
  screen.press_key("ArrowRight");
  CHECK(screen.focused()->name == "Safety Group");
  screen.press_key("ArrowDown");
  CHECK(screen.focused()->name == "Safety Team");
  screen.press_key("ArrowUp");
  screen.press_key("ArrowUp");
  CHECK(screen.focused()->name == "Alpha Board");
}

TEST_CASE("Space folds a branch away and brings it back") {
  Screen screen(atlas::test::small_snapshot());
  screen.activate(Role::kTreeItem, "Alpha Board");
  screen.press_key(" ");
  CHECK_FALSE(screen.has(Role::kTreeItem, "Health Group"));
  CHECK((screen.node(Role::kTreeItem, "Alpha Board").states & semantics::kCollapsed) != 0);
  screen.press_key(" ");
  CHECK(screen.has(Role::kTreeItem, "Health Group"));
}

TEST_CASE("another model is opened from its tab") {
  Screen screen(atlas::test::small_snapshot());
  const auto tabs = screen.tree();
  for (const semantics::Node& node : tabs.nodes) {
    if (node.role == Role::kTab && (node.states & semantics::kSelected) == 0) {
      screen.click(Role::kTab, node.name);
      break;
    }
  }
  CHECK(screen.has(Role::kTree, "Hierarchy of Beta 2012"));
  CHECK(screen.has(Role::kTreeItem, "Beta Board"));
}

TEST_CASE("line kinds are switched on in a menu that Esc closes") {
  Screen screen(atlas::test::small_snapshot());
  screen.click(Role::kButton, "Lines");
  CHECK(screen.has(Role::kCheckbox, "Scrutinised by"));
  screen.click(Role::kCheckbox, "Scrutinised by");
  CHECK((screen.node(Role::kCheckbox, "Scrutinised by").states & semantics::kChecked) != 0);
  screen.press_key("Escape");
  CHECK_FALSE(screen.has(Role::kCheckbox, "Scrutinised by"));
  CHECK(screen.tab.state().explore.line_kinds.contains(2));
}

TEST_CASE(
    "a menu closes when the keyboard is taken from below it, and its button still toggles it") {
  Screen screen(atlas::test::small_snapshot());
  screen.activate(Role::kButton, "Lines");
  CHECK(screen.has(Role::kCheckbox, "Scrutinised by"));
  screen.interface.push(atlas::ui::MirrorAction{
      screen.node(Role::kButton, "Fit").id, atlas::ui::MirrorVerb::kFocus, {}});
  screen.settle();
  CHECK_FALSE(screen.has(Role::kCheckbox, "Scrutinised by"));
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "Fit");
  screen.activate(Role::kButton, "Lines");
  CHECK(screen.has(Role::kCheckbox, "Scrutinised by"));
  screen.activate(Role::kButton, "Lines");
  CHECK_FALSE(screen.has(Role::kCheckbox, "Scrutinised by"));
}

TEST_CASE("search as one types; Enter goes to the body") {
  Screen screen(atlas::test::small_snapshot());
  screen.press_key("k", {.ctrl = true});
  REQUIRE(screen.last.text_edit);
  CHECK(screen.last.text_edit->search);
  screen.interface.push(atlas::ui::TextEdited{"team"});
  screen.settle();
  CHECK(screen.has(Role::kOption, "Safety Team"));
  screen.type("team");
  CHECK((screen.node(Role::kTreeItem, "Safety Team").states & semantics::kSelected) != 0);
  CHECK_FALSE(screen.has(Role::kOption, "Safety Team"));
}

TEST_CASE("dragging the canvas moves it and chooses nothing") {
  Screen screen(atlas::test::small_snapshot());
  const semantics::Rect before = screen.node(Role::kTreeItem, "Alpha Board").rect;
  const float x = before.x + 10;
  const float y = before.y + 10;
  screen.interface.push(atlas::ui::PointerMoved{x, y});
  screen.interface.push(atlas::ui::PointerButton{.down = true, .x = x, .y = y});
  screen.settle();
  screen.interface.push(atlas::ui::PointerMoved{x + 60, y + 20});
  screen.settle();
  screen.interface.push(atlas::ui::PointerButton{.x = x + 60, .y = y + 20});
  screen.settle();
  CHECK(screen.node(Role::kTreeItem, "Alpha Board").rect.x == doctest::Approx(before.x + 60));
  CHECK(screen.tab.state().selected.is_null());
}

TEST_CASE("the wheel zooms about the pointer") {
  Screen screen(atlas::test::small_snapshot());
  const semantics::Rect before = screen.node(Role::kTreeItem, "Alpha Board").rect;
  const float x = before.x + before.width / 2;
  const float y = before.y + before.height / 2;
  screen.interface.push(atlas::ui::PointerMoved{x, y});
  screen.settle();
  screen.interface.push(atlas::ui::Wheel{.dy = -200, .x = x, .y = y});
  screen.settle();
  const semantics::Rect after = screen.node(Role::kTreeItem, "Alpha Board").rect;
  CHECK(after.width > before.width * 1.1F);
  CHECK(after.x + after.width / 2 == doctest::Approx(x).epsilon(0.02));
  CHECK(after.y + after.height / 2 == doctest::Approx(y).epsilon(0.02));
}

TEST_CASE("Tab goes through the page and out of it") {
  Screen screen(atlas::test::small_snapshot());
  int steps = 0;
  while (screen.interface.wants_key({"Tab", {}}) && steps < 200) {
    screen.press_key("Tab");
    REQUIRE(screen.focused() != nullptr);
    ++steps;
  }
  CHECK(steps > 8);
  CHECK(steps < 200);
}

TEST_CASE("the label of a line covers no card, no other label and no edge of the view") {
  const atlas::test::SmallWorkspace small;
  const std::set<atlas::RecordId> none;
  const std::set<std::uint32_t> kinds{1, 2, 3};
  const auto scene = explore::make_scene({small.document, small.alpha, none, kinds},
                                         [](std::string_view text, float size, bool) {
                                           return static_cast<float>(text.size()) * size / 2;
                                         });
  REQUIRE(scene.lines.size() == 3);
  const layout::Rect view{0, 0, 1200, 700};
  const layout::Size size{90, 22};
  std::size_t placed = 0;
  for (const float zoom : {0.5F, 0.8F, 1.2F}) {
    const auto camera = layout::with_point_at({.centre = {}, .zoom = zoom}, view,
                                              scene.bounds.centre(), view.centre());
    std::vector<layout::Rect> taken;
    for (const auto& line : scene.lines) {
      const auto place = explore::label_place(scene, line.route, size, camera, view, taken);
      if (!place) continue;
      CHECK(view.encloses(*place));
      for (const auto& other : taken) CHECK_FALSE(place->overlaps(other));
      for (const auto& card : scene.cards) {
        CHECK_FALSE(place->overlaps(layout::to_screen(camera, view, card.rect)));
      }
      taken.push_back(*place);
    }
    placed += taken.size();
  }
  CHECK(placed > 0);
}
