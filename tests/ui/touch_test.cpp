// Fingers on the real interface: what scrolls, pans, zooms and is chosen.
#include <doctest/doctest.h>

#include <cmath>

#include "io/built_in.hpp"
#include "partnership/hierarchy.hpp"
#include "support/small_workspace.hpp"
#include "ui/screen.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace app = atlas::app;
namespace semantics = atlas::semantics;
namespace ui = atlas::ui;

namespace {

constexpr ui::PointerKind kTouch = ui::PointerKind::kTouch;

struct At {
  float x, y;
};

At middle(const semantics::Node& node) {
  return {node.rect.x + node.rect.width / 2, node.rect.y + node.rect.height / 2};
}

// One frame of 16 ms.
void frame(Screen& screen) {
  screen.last = screen.interface.frame(screen.now_ms);
  screen.now_ms += 16;
}

void press(Screen& screen, At at, int finger = 0) {
  screen.interface.push(ui::PointerButton{0, true, at.x, at.y, kTouch, {}, finger, screen.now_ms});
  frame(screen);
}
void move(Screen& screen, At at, int finger = 0) {
  screen.interface.push(ui::PointerMoved{at.x, at.y, kTouch, finger, screen.now_ms});
  frame(screen);
}
void lift(Screen& screen, At at, int finger = 0) {
  screen.interface.push(ui::PointerButton{0, false, at.x, at.y, kTouch, {}, finger, screen.now_ms});
  screen.interface.push(ui::PointerLeft{});
  frame(screen);
  frame(screen);
}
void swipe(Screen& screen, At from, At to) {
  press(screen, from);
  for (int i = 1; i <= 8; ++i) {
    const float t = static_cast<float>(i) / 8;
    move(screen, {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t});
  }
}
void tap(Screen& screen, At at) {
  press(screen, at);
  lift(screen, at);
  screen.settle();
}

bool is(const semantics::Node& node, std::uint32_t state) {
  return (node.states & state) != 0;
}

// The details of a body of the built-in workspace, which are longer than the page.
struct Details : Screen {
  Details() : Screen(atlas::built_in_snapshot()) {
    const auto all = atlas::models(tab.state().document);
    body = atlas::bodies_below(tab.state().document, all.front()).front();
    tab.app.send(app::SelectRecord{body, true});
    settle();
    click(Role::kButton, "Show empty fields");
  }
  [[nodiscard]] float top() const {
    return node_in(Role::kComplementary, "Details", Role::kHeading, "Evidence").rect.y;
  }
  atlas::RecordId body;
};

}  // namespace

TEST_CASE("a tap chooses a card, opens a field and presses a button") {
  Screen screen(atlas::test::small_snapshot());
  tap(screen, middle(screen.node(Role::kTreeItem, "Safety Group")));
  CHECK(is(screen.node(Role::kTreeItem, "Safety Group"), semantics::kSelected));
  tap(screen, middle(screen.node(Role::kButton, "Plan")));
  CHECK(is(screen.node(Role::kButton, "Plan"), semantics::kCurrent));
  const atlas::test::SmallWorkspace small;
  const std::string row = atlas::title_of(screen.tab.state().document, small.open);
  tap(screen, middle(screen.node_in(Role::kRow, row, Role::kTextbox, "Owner")));
  CHECK(screen.last.text_edit.has_value());
}

TEST_CASE("one finger pans the canvas, which goes on for a while and comes to rest") {
  Screen screen(atlas::test::small_snapshot());
  const At start = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  swipe(screen, start, {start.x + 80, start.y + 40});
  const At held = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  CHECK(held.x == doctest::Approx(start.x + 80));
  CHECK(held.y == doctest::Approx(start.y + 40));
  lift(screen, {start.x + 80, start.y + 40});
  CHECK(screen.settle() > 5);
  const At rest = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  CHECK(rest.x > held.x + 20);
  CHECK(rest.y > held.y + 10);
  screen.now_ms += 500;  // targets have grown for fingers
  screen.settle();
  CHECK(screen.last.next_frame_ms < 0);
  CHECK_FALSE(is(screen.node(Role::kTreeItem, "Alpha Board"), semantics::kSelected));
}

TEST_CASE("where motion is reduced, nothing glides") {
  Screen screen(atlas::test::small_snapshot());
  screen.tab.app.send(app::ChangeSettings{{.motion = app::Motion::kReduced}});
  screen.settle();
  const At start = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  swipe(screen, start, {start.x + 80, start.y});
  lift(screen, {start.x + 80, start.y});
  CHECK(screen.settle() < 8);
  const At rest = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  CHECK(rest.x == doctest::Approx(start.x + 80));
}

TEST_CASE("a press stops what glides, and chooses nothing") {
  Screen screen(atlas::test::small_snapshot());
  const At start = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  swipe(screen, start, {start.x + 80, start.y});
  lift(screen, {start.x + 80, start.y});
  const At gliding = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  press(screen, gliding);
  const At stopped = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  for (int i = 0; i < 5; ++i) frame(screen);
  CHECK(middle(screen.node(Role::kTreeItem, "Alpha Board")).x == doctest::Approx(stopped.x));
  lift(screen, gliding);
  screen.settle();
  CHECK_FALSE(is(screen.node(Role::kTreeItem, "Alpha Board"), semantics::kSelected));
  CHECK(middle(screen.node(Role::kTreeItem, "Alpha Board")).x == doctest::Approx(stopped.x));
}

TEST_CASE("two fingers zoom about the middle between them, and pan") {
  Screen screen(atlas::test::small_snapshot());
  const semantics::Rect before = screen.node(Role::kTreeItem, "Alpha Board").rect;
  const At c = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  press(screen, {c.x - 50, c.y}, 0);
  press(screen, {c.x + 50, c.y}, 1);
  move(screen, {c.x - 60, c.y + 30}, 0);
  move(screen, {c.x + 60, c.y + 30}, 1);
  const semantics::Rect now = screen.node(Role::kTreeItem, "Alpha Board").rect;
  CHECK(now.width == doctest::Approx(before.width * 1.2).epsilon(0.02));
  CHECK(now.x + now.width / 2 == doctest::Approx(c.x).epsilon(0.01));
  CHECK(now.y + now.height / 2 == doctest::Approx(c.y + 30).epsilon(0.02));
  lift(screen, {c.x - 60, c.y + 30}, 0);
  lift(screen, {c.x + 60, c.y + 30}, 1);
  screen.settle();
  CHECK_FALSE(is(screen.node(Role::kTreeItem, "Alpha Board"), semantics::kSelected));
  // And one finger pans again.
  const float settled = screen.node(Role::kTreeItem, "Alpha Board").rect.y;
  swipe(screen, c, {c.x, c.y + 60});
  CHECK(screen.node(Role::kTreeItem, "Alpha Board").rect.y == doctest::Approx(settled + 60));
}

TEST_CASE("a long press opens the menu of a card, and lifting the finger chooses nothing of it") {
  Screen screen(atlas::test::small_snapshot());
  const At at = middle(screen.node(Role::kTreeItem, "Safety Group"));
  press(screen, at);
  CHECK(screen.last.next_frame_ms >= 0);
  for (int i = 0; i < 20; ++i) frame(screen);
  CHECK(screen.focused() == nullptr);
  for (int i = 0; i < 15; ++i) frame(screen);
  REQUIRE(screen.has(Role::kMenu, "Menu of Safety Group"));
  lift(screen, at);
  screen.settle();
  REQUIRE(screen.has(Role::kMenu, "Menu of Safety Group"));
  CHECK(screen.tab.state().screen == app::Screen::kExplore);
  screen.press_key("Escape");
  CHECK_FALSE(screen.has(Role::kMenu, "Menu of Safety Group"));
  // The menu is about the card, and no details have slid over it.
  CHECK_FALSE(is(screen.node(Role::kTreeItem, "Safety Group"), semantics::kSelected));
  CHECK(screen.tab.state().selected.is_null());
}

TEST_CASE("a long press on a button does not press it when the finger is lifted") {
  Screen screen(atlas::test::small_snapshot());
  const At at = middle(screen.node(Role::kButton, "Plan"));
  press(screen, at);
  for (int i = 0; i < 40; ++i) frame(screen);
  lift(screen, at);
  screen.settle();
  CHECK(screen.tab.state().screen == app::Screen::kExplore);
}

TEST_CASE("a finger scrolls what it touches and chooses nothing of it") {
  Details screen;
  const float before = screen.top();
  const semantics::Node field =
      screen.node_in(Role::kComplementary, "Details", Role::kTextbox, "Lead");
  const At at = middle(field);
  swipe(screen, at, {at.x, at.y - 80});
  CHECK(screen.top() < before);
  lift(screen, {at.x, at.y - 80});
  const float let_go = screen.top();
  screen.settle();
  CHECK(screen.top() < let_go - 20);  // by momentum
  CHECK_FALSE(screen.last.text_edit.has_value());
  CHECK((screen.focused() == nullptr || screen.focused()->name != "Lead"));
}

TEST_CASE("a flick that begins and ends within a frame scrolls and presses nothing") {
  Details screen;
  const float before = screen.top();
  const At at = middle(screen.node_in(Role::kComplementary, "Details", Role::kTextbox, "Lead"));
  press(screen, at);
  const double ms = screen.now_ms;
  for (int i = 1; i <= 4; ++i) {
    screen.interface.push(
        ui::PointerMoved{at.x, at.y - 4.0F * static_cast<float>(i), kTouch, 0, ms + i});
  }
  screen.interface.push(ui::PointerButton{0, false, at.x, at.y - 16, kTouch, {}, 0, ms + 5});
  screen.settle();
  CHECK(screen.top() < before - 20);
  CHECK_FALSE(screen.last.text_edit.has_value());
}

TEST_CASE("a finger that the browser takes away presses nothing") {
  Screen screen(atlas::test::small_snapshot());
  press(screen, middle(screen.node(Role::kButton, "Plan")));
  screen.interface.push(ui::PointerCancelled{0});
  screen.settle();
  CHECK(screen.tab.state().screen == app::Screen::kExplore);
  tap(screen, middle(screen.node(Role::kButton, "Plan")));
  CHECK(screen.tab.state().screen == app::Screen::kPlan);
}

TEST_CASE("the mouse drags the canvas by its button, without momentum") {
  Screen screen(atlas::test::small_snapshot());
  const At start = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  screen.interface.push(ui::PointerButton{0, true, start.x, start.y});
  frame(screen);
  for (int i = 1; i <= 8; ++i) {
    screen.interface.push(ui::PointerMoved{start.x + 10.0F * static_cast<float>(i), start.y});
    frame(screen);
  }
  CHECK(screen.last.cursor == ui::Cursor::kGrabbing);
  screen.interface.push(ui::PointerButton{0, false, start.x + 80, start.y});
  screen.settle();
  CHECK(middle(screen.node(Role::kTreeItem, "Alpha Board")).x == doctest::Approx(start.x + 80));
  CHECK_FALSE(is(screen.node(Role::kTreeItem, "Alpha Board"), semantics::kSelected));
}

TEST_CASE("the first tap presses what it is on, and targets grow only after it") {
  Screen screen(atlas::test::small_snapshot());
  const auto fit = [&] { return screen.node(Role::kButton, "Fit").rect; };
  const auto wait = [&](double ms) {
    for (const double end = screen.now_ms + ms; screen.now_ms < end;) frame(screen);
  };
  const float small = fit().height;
  const At at = middle(screen.node(Role::kTab, "Beta 2012"));
  // All of a tap in one frame, as on a slow machine.
  screen.interface.push(ui::PointerButton{0, true, at.x, at.y, kTouch, {}, 0, screen.now_ms});
  screen.interface.push(ui::PointerButton{0, false, at.x, at.y, kTouch, {}, 0, screen.now_ms});
  screen.interface.push(ui::PointerLeft{});
  frame(screen);
  CHECK(screen.last.next_frame_ms >= 0);
  CHECK(fit().height == small);
  wait(100);
  CHECK(is(screen.node(Role::kTab, "Beta 2012"), semantics::kSelected));
  CHECK(fit().height == small);
  wait(500);
  CHECK(fit().height > small);
  // Looking about with a mouse changes nothing, until it presses.
  screen.interface.push(ui::PointerMoved{at.x, at.y});
  wait(800);
  CHECK(fit().height > small);
  screen.click(Role::kTab, "Alpha 2011");
  wait(800);
  CHECK(fit().height == small);
}

TEST_CASE("a wheel zooms, a trackpad pans, Ctrl zooms and Shift goes sideways") {
  Screen screen(atlas::test::small_snapshot());
  const At c = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  const auto rect = [&] { return screen.node(Role::kTreeItem, "Alpha Board").rect; };
  const auto turn = [&](float dx, float dy, ui::Modifiers mods, bool precise) {
    screen.interface.push(ui::Wheel{dx, dy, c.x, c.y, mods, precise});
    screen.settle();
  };
  const semantics::Rect start = rect();
  turn(0, -100, {}, false);
  CHECK(rect().width > start.width * 1.1F);
  turn(0, 100, {}, false);
  CHECK(rect().width == doctest::Approx(start.width).epsilon(0.001));
  turn(30, -20, {}, true);
  CHECK(rect().width == doctest::Approx(start.width).epsilon(0.001));
  CHECK(rect().x == doctest::Approx(start.x - 30));
  CHECK(rect().y == doctest::Approx(start.y + 20));
  turn(-30, 20, {}, true);
  turn(0, 40, {.shift = true}, false);
  CHECK(rect().x == doctest::Approx(start.x - 40));
  CHECK(rect().y == doctest::Approx(start.y));
  turn(0, -40, {.shift = true}, false);
  turn(0, -10, {.ctrl = true}, true);
  CHECK(rect().width > start.width * 1.05F);
}

TEST_CASE("a wheel scrolls as many pixels as it says, and not at all with Ctrl") {
  Details screen;
  const semantics::Rect panel = screen.node(Role::kComplementary, "Details").rect;
  const auto turn = [&](float dy, ui::Modifiers mods) {
    screen.interface.push(ui::Wheel{0, dy, panel.x + 100, panel.y + 200, mods, false});
    screen.settle();
  };
  const float before = screen.top();
  turn(120, {});
  CHECK(screen.top() == doctest::Approx(before - 120));
  turn(-50, {});
  CHECK(screen.top() == doctest::Approx(before - 70));
  turn(50, {.ctrl = true});
  CHECK(screen.top() == doctest::Approx(before - 70));
  turn(-500, {});
  CHECK(screen.top() == doctest::Approx(before));
}

TEST_CASE("after hours of sleep an animation is at its end, and nothing draws on") {
  Screen screen(atlas::test::small_snapshot());
  screen.activate(Role::kTreeItem, "Safety Group");
  const At start = middle(screen.node(Role::kTreeItem, "Alpha Board"));
  swipe(screen, start, {start.x + 80, start.y});
  lift(screen, {start.x + 80, start.y});
  screen.now_ms += 9 * 3'600'000.0;
  screen.tab.clock.advance_ms(9 * 3'600'000);
  CHECK(screen.settle() < 6);
  CHECK(screen.last.next_frame_ms < 0);
}

TEST_CASE("an on-screen keyboard makes the page lower, and the edited field stays above it") {
  Details screen;
  const semantics::Node* lowest = nullptr;
  for (const semantics::Node& node : screen.tree().nodes) {
    const bool whole = node.role == Role::kTextbox && node.rect.height > 20 && node.rect.x > 900 &&
                       node.rect.y < 700;
    if (whole && (lowest == nullptr || node.rect.y > lowest->rect.y)) lowest = &node;
  }
  REQUIRE(lowest != nullptr);
  REQUIRE(lowest->rect.y > 500);
  screen.click(*lowest);
  REQUIRE(screen.last.text_edit.has_value());
  screen.interface.push(ui::PageCovered{320});
  screen.settle();
  REQUIRE(screen.last.text_edit.has_value());
  const semantics::Rect covered = screen.last.text_edit->rect;
  CHECK(covered.height > 20);
  CHECK(covered.y + covered.height <= 768 - 320);
  screen.interface.push(ui::PageCovered{0});
  screen.settle();
  CHECK(screen.tree().nodes.front().rect.height == 768);
}
