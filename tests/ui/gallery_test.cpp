// Each part of the interface by key, pointer and mirror, in the gallery.
#include <doctest/doctest.h>

#include <cmath>

#include "support/small_workspace.hpp"
#include "ui/screen.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace app = atlas::app;
namespace semantics = atlas::semantics;
namespace ui = atlas::ui;

namespace {

struct Gallery : Screen {
  // High enough that nothing has to be scrolled to.
  explicit Gallery(float width = 1366) : Screen(atlas::test::small_snapshot(), width, 4200) {
    tab.app.send(app::ShowScreen{app::Screen::kGallery});
    settle();
  }
  void focus(Role role, std::string_view name) {
    interface.push(ui::MirrorAction{node(role, name).id, ui::MirrorVerb::kFocus, {}});
    settle();
  }
  [[nodiscard]] bool is(Role role, std::string_view name, semantics::State state) const {
    return (node(role, name).states & state) != 0;
  }
  // Where a person sees what was done last.
  [[nodiscard]] bool said(std::string_view words) const { return has(Role::kText, words); }
};

}  // namespace

TEST_CASE("buttons answer to pointer, Enter, Space and mirror; one out of use to none") {
  Gallery screen;
  screen.click(Role::kButton, "Primary");
  CHECK(screen.said("Primary"));
  screen.focus(Role::kButton, "Plain");
  screen.press_key("Enter");
  CHECK(screen.said("Plain"));
  screen.focus(Role::kButton, "Toggle");
  screen.press_key(" ");
  CHECK(screen.is(Role::kButton, "Toggle", semantics::kPressed));
  screen.activate(Role::kButton, "Toggle");
  CHECK_FALSE(screen.is(Role::kButton, "Toggle", semantics::kPressed));
  CHECK(screen.is(Role::kButton, "Out of use", semantics::kDisabled));
  screen.click(Role::kButton, "Out of use");
  screen.activate(Role::kButton, "Out of use");
  CHECK(screen.said("Toggle"));
}

TEST_CASE("a menu is walked with arrows and letters, skips what is out of use, and gives back") {
  Gallery screen;
  screen.focus(Role::kButton, "Menu");
  screen.press_key("Enter");
  REQUIRE(screen.has(Role::kMenu, "Things to do"));
  CHECK(screen.is(Role::kButton, "Menu", semantics::kExpanded));
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "Rename");
  screen.press_key("ArrowUp");  // the last one is out of use
  CHECK(screen.focused()->name == "Show empty fields");
  screen.press_key("c");
  CHECK(screen.focused()->name == "Copy");
  screen.press_key("Escape");
  CHECK_FALSE(screen.has(Role::kMenu, "Things to do"));
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "Menu");
  screen.press_key("Enter");
  screen.press_key("End");
  screen.press_key("Enter");
  CHECK(screen.said("Show empty fields"));
  screen.click(Role::kButton, "Menu");
  CHECK(screen.is(Role::kMenuItem, "Show empty fields", semantics::kChecked));
  screen.click_at(5, 4000);
  CHECK_FALSE(screen.has(Role::kMenu, "Things to do"));
}

TEST_CASE("a date is typed, or chosen in a calendar by keys") {
  Gallery screen;
  screen.click(Role::kTextbox, "Date");
  REQUIRE(screen.last.text_edit);
  screen.type("31/3/2009");
  CHECK(screen.node(Role::kTextbox, "Date").value == "31 March 2009");
  screen.focus(Role::kTextbox, "Date");
  screen.press_key("F4");
  REQUIRE(screen.has(Role::kGrid, "March 2009"));
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "31 March 2009");
  CHECK(screen.is(Role::kGridCell, "31 March 2009", semantics::kSelected));
  screen.press_key("ArrowRight");
  CHECK(screen.has(Role::kGrid, "April 2009"));
  screen.press_key("PageDown");
  screen.press_key("ArrowUp");
  CHECK(screen.focused()->name == "24 April 2009");
  screen.press_key("Enter");
  CHECK_FALSE(screen.has(Role::kGrid, "April 2009"));
  CHECK(screen.node(Role::kTextbox, "Date").value == "24 April 2009");
}

TEST_CASE("a calendar is turned by its buttons and chosen in by pointer") {
  Gallery screen;
  screen.click(screen.node(Role::kButton, "Choose a date"));
  REQUIRE(screen.has(Role::kGrid, "September 2012"));
  screen.click(Role::kButton, "Previous month");
  screen.click(Role::kGridCell, "29 August 2012");
  CHECK(screen.node(Role::kTextbox, "Date").value == "29 August 2012");
}

TEST_CASE("a press just after a choice goes to what the calendar had covered") {
  Gallery screen;
  screen.click(screen.node(Role::kButton, "Choose a date"));
  REQUIRE(screen.has(Role::kGrid, "September 2012"));
  const auto day = screen.node(Role::kGridCell, "29 September 2012").rect;
  const auto below = screen.node(Role::kCombobox, "Reference").rect;
  const auto calendar = screen.node(Role::kGrid, "September 2012").rect;
  const float x = calendar.x + calendar.width / 2;
  const float y = below.y + below.height / 2;
  REQUIRE(x > below.x);
  REQUIRE(x < below.x + below.width);
  REQUIRE(y > calendar.y);
  REQUIRE(y < calendar.y + calendar.height);
  // Before a frame is drawn, as on a slow machine.
  for (const auto& [px, py] : {std::pair{day.x + day.width / 2, day.y + day.height / 2}, {x, y}}) {
    screen.interface.push(ui::PointerMoved{px, py});
    screen.interface.push(ui::PointerButton{0, true, px, py});
    screen.interface.push(ui::PointerButton{0, false, px, py});
  }
  screen.settle();
  CHECK(screen.node(Role::kTextbox, "Date").value == "29 September 2012");
  CHECK(screen.is(Role::kCombobox, "Reference", semantics::kExpanded));
}

TEST_CASE("a slow press on what is half out of sight is not lost") {
  Gallery screen;
  const auto whole = screen.node(Role::kTextbox, "Money").rect;
  // The lower half of the field is under the edge of the page, above which the status line is.
  const float under = screen.node(Role::kContentInfo, "State of this workspace").rect.height;
  screen.interface.push(ui::Resized{1366, whole.y + whole.height / 2 + under, 1});
  screen.settle();
  const auto part = screen.node(Role::kTextbox, "Money").rect;
  REQUIRE(part.height < whole.height * 0.7F);
  REQUIRE(part.height > 4);
  const float x = part.x + part.width / 2;
  const float y = part.y + part.height - 2;
  screen.interface.push(ui::PointerMoved{x, y});
  screen.interface.push(ui::PointerButton{0, true, x, y});
  screen.settle();
  CHECK(screen.node(Role::kTextbox, "Money").rect.y == part.y);
  screen.interface.push(ui::PointerButton{0, false, x, y});
  screen.settle();
  REQUIRE(screen.last.text_edit);
  CHECK(screen.last.text_edit->label == "Money");
  // And then all of it is in sight.
  CHECK(screen.last.text_edit->rect.height == whole.height);
}

TEST_CASE("a long text that is edited covers nothing and says how to end") {
  Gallery screen;
  const auto before = screen.node(Role::kTextbox, "Date").rect;
  screen.click(Role::kTextbox, "Long text");
  REQUIRE(screen.last.text_edit);
  CHECK(screen.last.text_edit->multiline);
  const auto box = screen.last.text_edit->rect;
  CHECK(box.height > 6 * 16);
  const auto foot =
      screen.node(Role::kText, "Ctrl+Enter or a press elsewhere keeps it; Esc does not.").rect;
  CHECK(foot.y >= box.y + box.height);
  CHECK(screen.node(Role::kTextbox, "Date").rect.y >= foot.y + foot.height);
  CHECK(box.y >= screen.node(Role::kTextbox, "Text").rect.y + 20);
  screen.type("Short");
  CHECK(screen.node(Role::kTextbox, "Long text").value == "Short");
  CHECK(screen.node(Role::kTextbox, "Date").rect.y < before.y);
  CHECK_FALSE(screen.has(Role::kText, "Ctrl+Enter or a press elsewhere keeps it; Esc does not."));
}

TEST_CASE("what the schema refuses stays in its field with the reason") {
  Gallery screen;
  CHECK(screen.is(Role::kTextbox, "A date that was refused", semantics::kInvalid));
  CHECK(screen.node(Role::kTextbox, "A date that was refused").value == "31 February");
  screen.click(Role::kTextbox, "Money");
  screen.type("a lot");
  CHECK(screen.is(Role::kTextbox, "Money", semantics::kInvalid));
  CHECK(screen.node(Role::kTextbox, "Money").value == "a lot");
  CHECK_FALSE(screen.node(Role::kTextbox, "Money").description.empty());
  screen.click(Role::kTextbox, "Money");
  REQUIRE(screen.last.text_edit);
  CHECK(screen.last.text_edit->value == "a lot");
  screen.type("£1,250.50");
  CHECK_FALSE(screen.is(Role::kTextbox, "Money", semantics::kInvalid));
  CHECK(screen.node(Role::kTextbox, "Money").value == "£1,250.50");
}

TEST_CASE("every kind of field can be filled in, long text in several lines") {
  Gallery screen;
  screen.click(Role::kTextbox, "Number");
  screen.type("12.75");
  CHECK(screen.node(Role::kTextbox, "Number").value == "12.75");
  screen.click(Role::kTextbox, "Percent");
  screen.type("40");
  CHECK(screen.node(Role::kTextbox, "Percent").value == "40%");
  screen.click(Role::kTextbox, "Long text");
  REQUIRE(screen.last.text_edit);
  CHECK(screen.last.text_edit->multiline);
  screen.type("One line\nand another");
  CHECK(screen.node(Role::kTextbox, "Long text").value == "One line\nand another");
  screen.click(Role::kCombobox, "Flag");
  screen.click(Role::kOption, "No");
  CHECK(screen.node(Role::kCombobox, "Flag").value == "No");
  screen.click(Role::kCombobox, "Choice");
  screen.press_key("End");
  screen.press_key("Escape");
  CHECK(screen.node(Role::kCombobox, "Choice").value == "At risk");
  const auto version = screen.tab.state().document.version();
  CHECK(version == atlas::test::SmallWorkspace().document.version());
  screen.click(Role::kTextbox, "Out of use");
  CHECK_FALSE(screen.last.text_edit);
}

TEST_CASE("radio buttons are one stop of Tab and chosen by arrows") {
  Gallery screen;
  CHECK(screen.is(Role::kRadio, "Every quarter", semantics::kChecked));
  screen.focus(Role::kRadio, "Every quarter");
  screen.press_key("ArrowRight");
  CHECK(screen.is(Role::kRadio, "Every year", semantics::kChecked));
  CHECK(screen.focused()->name == "Every year");
  screen.press_key("ArrowDown");
  CHECK(screen.is(Role::kRadio, "Every month", semantics::kChecked));
  screen.press_key("Tab");
  CHECK(screen.focused()->role != Role::kRadio);
  screen.click(Role::kRadio, "Every quarter");
  CHECK(screen.is(Role::kRadio, "Every quarter", semantics::kChecked));
}

TEST_CASE("a table is sorted by its headings, up and then down") {
  Gallery screen;
  const auto first = [&] {
    for (const semantics::Node& node : screen.tree().nodes) {
      if (node.role == Role::kCell) return node.name;
    }
    return std::string();
  };
  CHECK(first() == "Darlington");
  screen.click(Role::kColumnHeader, "Members");
  CHECK(first() == "Elsewhere");
  CHECK(screen.node(Role::kColumnHeader, "Members").description == "rising");
  screen.activate(Role::kColumnHeader, "Members");
  CHECK(first() == "County Durham");
}

TEST_CASE("figures of a table have their room on a narrow page, at the cost of words") {
  for (const float page : {1366.0F, 390.0F}) {
    const Gallery screen(page);
    const float words = screen.node(Role::kCell, "Darlington").rect.width;
    const float short_figures = screen.node(Role::kCell, "17").rect.width;
    const float long_figures = screen.node(Role::kCell, "£2,500,000").rect.width;
    CHECK((long_figures > short_figures) == (page < 400));
    CHECK((words < 2 * short_figures) == (page < 400));
  }
}

TEST_CASE("a table too narrow for its figures stands its cells one under the other") {
  Gallery screen(195);
  const semantics::Node body = screen.node(Role::kCell, "Darlington");
  const semantics::Node members = screen.node(Role::kCell, "17");
  const semantics::Node budget = screen.node(Role::kCell, "£2,500,000");
  CHECK(body.rect.width == budget.rect.width);
  CHECK(body.rect.y + body.rect.height <= members.rect.y);
  CHECK(members.rect.y + members.rect.height <= budget.rect.y);
  screen.activate(Role::kColumnHeader, "Members");
  CHECK(screen.node(Role::kColumnHeader, "Members").description == "rising");
}

TEST_CASE("a tree is walked, folded and unfolded by arrows") {
  Gallery screen;
  screen.focus(Role::kTreeItem, "Darlington");
  screen.press_key("ArrowLeft");
  CHECK(screen.is(Role::kTreeItem, "Darlington", semantics::kCollapsed));
  screen.press_key("ArrowDown");
  CHECK(screen.focused()->name == "County Durham");
  screen.press_key("ArrowRight");
  CHECK(screen.focused()->name == "Body 1");
  screen.press_key("ArrowLeft");
  CHECK(screen.focused()->name == "County Durham");
  screen.press_key("Home");
  screen.press_key("ArrowRight");
  CHECK(screen.is(Role::kTreeItem, "Darlington", semantics::kExpanded));
}

TEST_CASE("a toast offers Undo, an error is an alert, and both can be dismissed") {
  Gallery screen;
  screen.click(Role::kButton, "Show a toast");
  const char* removed = "Removed “Call every partner”";
  REQUIRE(screen.has(Role::kStatus, removed));
  screen.click(screen.node_in(Role::kStatus, removed, Role::kButton, "Undo"));
  CHECK_FALSE(screen.has(Role::kStatus, removed));
  screen.click(Role::kButton, "Show an error");
  bool alert = false;
  for (const semantics::Node& node : screen.tree().nodes) {
    alert |= node.role == Role::kAlert && node.name.starts_with("The file could not be read");
  }
  CHECK(alert);
  screen.click(Role::kButton, "Dismiss");
  CHECK_FALSE(screen.has(Role::kButton, "Dismiss"));
}

TEST_CASE("a dialogue is modal, and Esc leaves it where it was opened") {
  Gallery screen;
  screen.focus(Role::kButton, "Open a dialogue");
  screen.press_key("Enter");
  REQUIRE(screen.has(Role::kDialog, "End this body?"));
  for (int i = 0; i < 4; ++i) {
    screen.press_key("Tab");
    REQUIRE(screen.focused() != nullptr);
    CHECK((screen.focused()->name == "Keep it" || screen.focused()->name == "End it"));
  }
  screen.press_key("Escape");
  CHECK_FALSE(screen.has(Role::kDialog, "End this body?"));
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "Open a dialogue");
}

TEST_CASE("a splitter moves by drag and by keys, and keeps within its ends") {
  Gallery screen;
  const auto at = [&] { return screen.node(Role::kSeparator, "Width of the left part").value; };
  CHECK(at() == "360");
  screen.focus(Role::kSeparator, "Width of the left part");
  screen.press_key("ArrowRight");
  CHECK(at() == "376");
  screen.press_key("Home");
  CHECK(at() == "80");
  const semantics::Rect strip = screen.node(Role::kSeparator, "Width of the left part").rect;
  const float x = strip.x + strip.width / 2;
  const float y = strip.y + strip.height / 2;
  screen.interface.push(ui::PointerMoved{x, y});
  screen.interface.push(ui::PointerButton{0, true, x, y});
  screen.settle();
  screen.interface.push(ui::PointerMoved{x + 100, y});
  screen.settle();
  screen.interface.push(ui::PointerButton{0, false, x + 100, y});
  screen.settle();
  CHECK(std::abs(std::stoi(at()) - 180) <= 2);
}

TEST_CASE("a context menu opens by key and by the secondary button, where it was asked for") {
  Gallery screen;
  constexpr std::string_view kPlace =
      "Press the secondary button here, hold a finger on it, or use Shift+F10.";
  screen.focus(Role::kButton, kPlace);
  screen.press_key("F10", {.shift = true});
  REQUIRE(screen.has(Role::kMenu, "Context menu"));
  screen.press_key("ArrowDown");
  screen.press_key("Enter");
  CHECK(screen.said("Copy"));
  const semantics::Rect place = screen.node(Role::kButton, kPlace).rect;
  const float x = place.x + 40;
  const float y = place.y + 20;
  screen.interface.push(ui::PointerMoved{x, y});
  screen.interface.push(ui::PointerButton{2, true, x, y});
  screen.interface.push(ui::PointerButton{2, false, x, y});
  screen.settle();
  REQUIRE(screen.has(Role::kMenu, "Context menu"));
  CHECK(screen.node(Role::kMenu, "Context menu").rect.x == doctest::Approx(x).epsilon(0.02));
}

TEST_CASE("a wheel scrolls the inner area first, and the one around it when that is at its end") {
  Gallery screen(700);
  screen.interface.push(ui::Resized{700, 900, 1});
  screen.settle();
  const auto line_at = [&] {
    return screen.node(Role::kText, "Line 1 of a text that is longer than its place").rect;
  };
  const auto heading = [&] { return screen.node(Role::kHeading, "Scroll area").rect.y; };
  const auto turn = [&](float x, float y, float dy) {
    screen.interface.push(ui::Wheel{0, dy, x, y, {}, false});
    screen.settle();
  };
  turn(400, 400, heading() - 600);
  REQUIRE(heading() == doctest::Approx(600).epsilon(0.01));
  const semantics::Rect line = line_at();
  turn(line.x + 20, line.y + 20, 30);
  CHECK(line_at().y == doctest::Approx(line.y - 30));
  CHECK(heading() == doctest::Approx(600).epsilon(0.01));
  turn(line.x + 20, line.y + 20, 5000);
  CHECK(heading() == doctest::Approx(600).epsilon(0.01));
  turn(line.x + 20, line.y + 20, 40);
  CHECK(heading() == doctest::Approx(560).epsilon(0.01));
}

TEST_CASE("progress says how far it has got, and can be cancelled") {
  Gallery screen;
  CHECK(screen.node(Role::kProgress, "Reading the file").value == "40%");
  screen.click(Role::kButton, "Cancel");
  CHECK(screen.node(Role::kProgress, "Reading the file").value == "0%");
  CHECK(screen.node(Role::kProgress, "Looking for changes").value.empty());
}
