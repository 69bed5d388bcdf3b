// A frame that would paint what is shown already is known by its fingerprint, and no other is.
#include <doctest/doctest.h>

#include "imgui.h"
#include "support/small_workspace.hpp"
#include "ui/picture_fingerprint.hpp"
#include "ui/screen.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace app = atlas::app;
namespace ui = atlas::ui;

namespace {

std::uint64_t shown() {
  return ui::picture_fingerprint(*ImGui::GetDrawData());
}

}  // namespace

TEST_CASE("a frame in which nothing changes has the fingerprint of the one before") {
  Screen screen(atlas::test::small_snapshot());
  const std::uint64_t before = shown();
  for (int i = 0; i < 3; ++i) {
    screen.last = screen.interface.frame(screen.now_ms += 16);
    CHECK(shown() == before);
  }
}

TEST_CASE("what changes the picture changes its fingerprint, and what puts it back does too") {
  Screen screen(atlas::test::small_snapshot());
  screen.interface.push(ui::PointerLeft{});
  screen.settle();
  const std::uint64_t before = shown();
  const auto rect = screen.node(Role::kButton, "Fit").rect;
  screen.interface.push(ui::PointerMoved{rect.x + 5, rect.y + 5});
  screen.settle();
  const std::uint64_t hovered = shown();
  CHECK_FALSE(hovered == before);
  screen.interface.push(ui::PointerLeft{});
  screen.settle();
  CHECK(shown() == before);
  app::Settings settings;
  settings.theme = app::ThemeChoice::kDark;
  screen.tab.app.send(app::ChangeSettings{settings});
  screen.settle();
  CHECK_FALSE(shown() == before);
  screen.interface.push(ui::Resized{1366, 769, 1});
  const std::uint64_t dark = shown();
  screen.settle();
  CHECK_FALSE(shown() == dark);
}

TEST_CASE(
    "a pointer that only moves is shown with one frame, and asks for two more in their time") {
  Screen screen(atlas::test::small_snapshot());
  const auto rect = screen.node(Role::kTab, "Beta 2012").rect;
  screen.interface.push(ui::PointerMoved{rect.x + 5, rect.y + 5});
  screen.last = screen.interface.frame(screen.now_ms);
  CHECK_FALSE(screen.last.unsettled);
  CHECK(screen.last.next_frame_ms == 0);
  const std::uint64_t moved = shown();
  for (int i = 0; i < 2; ++i) screen.last = screen.interface.frame(screen.now_ms += 16);
  CHECK(shown() == moved);
  CHECK_FALSE(screen.last.next_frame_ms == 0);
}

TEST_CASE("a picture that shows all that has happened says so, and one that does not asks again") {
  Screen screen(atlas::test::small_snapshot());
  CHECK_FALSE(screen.last.unsettled);
  const auto rect = screen.node(Role::kTab, "Beta 2012").rect;
  screen.interface.push(ui::PointerMoved{rect.x + 5, rect.y + 5});
  screen.interface.push(ui::PointerButton{0, true, rect.x + 5, rect.y + 5});
  screen.interface.push(ui::PointerButton{0, false, rect.x + 5, rect.y + 5});
  int steps = 1;
  for (screen.last = screen.interface.frame(screen.now_ms); screen.last.unsettled; ++steps) {
    REQUIRE(steps < 8);
    screen.last = screen.interface.frame(screen.now_ms);  // no time passes
  }
  CHECK(steps > 1);
  CHECK(screen.has(Role::kTree, "Hierarchy of Beta 2012"));
}
