#include <doctest/doctest.h>

#include "partnership/fields.hpp"
#include "support/small_workspace.hpp"
#include "ui/screen.hpp"
#include "ui/theme.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace app = atlas::app;
namespace fields = atlas::fields;
namespace semantics = atlas::semantics;
namespace ui = atlas::ui;

namespace {

struct PlanScreen : Screen {
  explicit PlanScreen(float width = 1366) : Screen(atlas::test::small_snapshot(), width) {
    click(Role::kButton, "Plan");
  }
  const semantics::Node& cell(std::string_view row, Role role, std::string_view column) const {
    return node_in(Role::kRow, row, role, column);
  }
  std::string title(atlas::RecordId record) const {
    return atlas::title_of(tab.state().document, record);
  }
  atlas::test::SmallWorkspace small;
};

}  // namespace

TEST_CASE("the grid shows objectives and actions of a body") {
  PlanScreen screen;
  const auto& grid = screen.node(Role::kGrid, "Delivery plan");
  CHECK(grid.row_count == 8);
  CHECK(screen.has(Role::kRow, screen.title(screen.small.open)));
  CHECK(screen.has(Role::kRow, screen.title(screen.small.late)));
}

TEST_CASE("owner, due date, status and note of an action are changed in the grid and kept") {
  PlanScreen screen(1920);
  const std::string row = screen.title(screen.small.open);
  screen.click(screen.cell(row, Role::kTextbox, "Owner"));
  screen.type("Pennaeth Tŷ – £5 é 🙂 שלום");
  screen.click(screen.cell(row, Role::kTextbox, "Due"));
  screen.type("31/3/2027");
  screen.click(screen.cell(row, Role::kCombobox, "Status"));
  screen.click(Role::kOption, "Complete");
  screen.click(screen.cell(row, Role::kTextbox, "Note"));
  screen.type("Agreed by all", ui::CommitHow::kBlur);
  const auto& document = screen.tab.state().document;
  const auto open = screen.small.open;
  CHECK(document.get(open, fields::kActionOwner) ==
        atlas::Value(std::string("Pennaeth Tŷ – £5 é 🙂 שלום")));
  CHECK(document.get(open, fields::kActionDue) == atlas::Value(atlas::from_civil({2027, 3, 31})));
  CHECK(document.get(open, fields::kActionStatus) == atlas::Value(atlas::Choice{3}));
  CHECK(document.get(open, fields::kNote) == atlas::Value(std::string("Agreed by all")));
  CHECK(screen.rasteriser.calls > 0);
  CHECK(screen.tab.state().saving.state == app::SaveState::kSaved);
}

TEST_CASE("a date that is none is said so, kept as typed, and can be let go") {
  PlanScreen screen(1920);
  const std::string row = screen.title(screen.small.open);
  screen.click(screen.cell(row, Role::kTextbox, "Due"));
  screen.type("31 Febuary");
  CHECK((screen.cell(row, Role::kTextbox, "Due").states & semantics::kInvalid) != 0);
  CHECK(screen.cell(row, Role::kTextbox, "Due").value == "31 Febuary");
  screen.click(Role::kButton, "Keep the old value");
  CHECK((screen.cell(row, Role::kTextbox, "Due").states & semantics::kInvalid) == 0);
}

TEST_CASE("the keyboard of a spreadsheet: arrows, typing, Enter, Tab, Delete") {
  PlanScreen screen(1920);
  const std::string row = screen.title(screen.small.open);
  screen.click(screen.cell(row, Role::kTextbox, "Owner"));
  screen.type("First", ui::CommitHow::kTab);
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->name == "Due");
  screen.press_key("ArrowLeft");
  CHECK(screen.focused()->name == "Owner");
  screen.press_key("S");
  REQUIRE(screen.last.text_edit);
  CHECK(screen.last.text_edit->value == "S");
  screen.type("Second", ui::CommitHow::kEnter);
  CHECK(screen.focused()->name == "Owner");
  CHECK(screen.focused()->value != "Second");  // one row down
  screen.press_key("ArrowUp");
  CHECK(screen.focused()->value == "Second");
  screen.press_key("Delete");
  CHECK(screen.focused()->value.empty());
  screen.press_key("z", {.ctrl = true});
  CHECK(screen.cell(row, Role::kTextbox, "Owner").value == "Second");
}

TEST_CASE("Ctrl with an arrow goes to the ends of the grid, past titles that have no cells") {
  PlanScreen screen(1920);
  screen.click(screen.cell(screen.title(screen.small.late), Role::kTextbox, "Owner"));
  screen.type("An owner", ui::CommitHow::kTab);
  screen.press_key("ArrowLeft");
  const auto row_of_focus = [&] {
    for (const auto record : {screen.small.first, screen.small.late, screen.small.loose}) {
      const std::string title = screen.title(record);
      if (screen.cell(title, Role::kTextbox, "Owner").id == screen.focused()->id) return title;
    }
    return std::string();
  };
  screen.press_key("ArrowUp", {.ctrl = true});
  CHECK(row_of_focus() == screen.title(screen.small.first));
  screen.press_key("ArrowUp");  // the title of the plan is above: it stays
  CHECK(row_of_focus() == screen.title(screen.small.first));
  screen.press_key("ArrowDown", {.ctrl = true});
  CHECK(row_of_focus() == screen.title(screen.small.loose));
  screen.press_key("ArrowDown");
  CHECK(row_of_focus() == screen.title(screen.small.loose));
}

TEST_CASE("an action is added, named, moved and removed, and each can be undone") {
  PlanScreen screen;
  screen.click(screen.cell(screen.title(screen.small.open), Role::kTextbox, "Action"));
  screen.interface.push(ui::TextCancelled{});
  screen.settle();
  screen.click(Role::kButton, "Add action");
  REQUIRE(screen.last.text_edit);
  screen.type("Call every partner");
  CHECK(screen.has(Role::kRow, "Call every partner"));
  screen.click(screen.cell("Call every partner", Role::kTextbox, "Action"));
  screen.interface.push(ui::TextCancelled{});
  screen.settle();
  screen.click(Role::kButton, "Move up");
  screen.click(Role::kButton, "Remove");
  CHECK_FALSE(screen.has(Role::kRow, "Call every partner"));
  screen.press_key("z", {.ctrl = true});
  CHECK(screen.has(Role::kRow, "Call every partner"));
}

TEST_CASE("an edit is not lost when its field is no longer drawn") {
  PlanScreen screen(1920);
  const std::string row = screen.title(screen.small.open);
  screen.click(screen.cell(row, Role::kTextbox, "Owner"));
  REQUIRE(screen.last.text_edit);
  screen.tab.app.send(app::ShowScreen{app::Screen::kShare});
  screen.settle();
  screen.type("Kept", ui::CommitHow::kBlur);
  CHECK(screen.tab.state().document.get(screen.small.open, fields::kActionOwner) ==
        atlas::Value(std::string("Kept")));
}

TEST_CASE("a row that is pressed and left with Escape at once is the selected one") {
  PlanScreen screen(1920);
  const std::string row = screen.title(screen.small.open);
  const std::string other = screen.title(screen.small.late);
  screen.click(screen.cell(other, Role::kTextbox, "Owner"));
  screen.type("An owner", ui::CommitHow::kTab);
  const auto place = screen.cell(row, Role::kTextbox, "Owner").rect;
  const float x = place.x + place.width / 2;
  const float y = place.y + place.height / 2;
  screen.interface.push(ui::PointerMoved{x, y});
  screen.interface.push(ui::PointerButton{0, true, x, y});
  screen.interface.push(ui::PointerButton{0, false, x, y});
  screen.interface.push(ui::KeyPressed{"Escape", {}});
  screen.settle();
  CHECK_FALSE(screen.last.text_edit);
  CHECK((screen.node(Role::kRow, row).states & semantics::kSelected) != 0);
  REQUIRE(screen.focused() != nullptr);
  CHECK(screen.focused()->id == screen.cell(row, Role::kTextbox, "Owner").id);
}

TEST_CASE("a cell beyond the edge of the grid comes into view when it has the keyboard") {
  PlanScreen screen(1000);
  screen.click(screen.cell(screen.title(screen.small.open), Role::kTextbox, "Owner"));
  screen.type("An owner", ui::CommitHow::kTab);
  const auto inside = [&] {
    const semantics::Rect grid = screen.node(Role::kGrid, "Delivery plan").rect;
    const semantics::Rect cell = screen.focused()->rect;
    return cell.x >= grid.x && cell.x + cell.width <= grid.x + grid.width;
  };
  screen.press_key("End");
  CHECK(screen.focused()->name == "Note");
  CHECK(screen.focused()->rect.width > 100);
  CHECK(inside());
  screen.press_key("Home");
  CHECK(screen.focused()->rect.width > 100);
  CHECK(inside());
}

TEST_CASE("a row that the keyboard comes to is not left under the header") {
  PlanScreen screen;
  screen.interface.push(ui::Resized{1366, 300, 1});
  screen.settle();
  const auto visit = [&](const std::string& row) {
    const semantics::NodeId id = screen.cell(row, Role::kTextbox, "Owner").id;
    screen.interface.push(ui::MirrorAction{id, ui::MirrorVerb::kFocus, {}});
    screen.settle();
  };
  visit(screen.title(screen.small.late));
  visit(screen.title(screen.small.first));
  const semantics::Rect header = screen.node(Role::kRow, "Columns").rect;
  const semantics::Rect cell =
      screen.cell(screen.title(screen.small.first), Role::kTextbox, "Owner").rect;
  CHECK(cell.y >= header.y + header.height);
}

TEST_CASE("a run with an emoji is drawn with the ink of its text, any other as a shape") {
  PlanScreen screen(1920);
  const std::string row = screen.title(screen.small.open);
  const auto write = [&](std::string text) {
    screen.click(screen.cell(row, Role::kTextbox, "Owner"));
    screen.type(std::move(text));
  };
  write("שלום");
  CHECK(screen.rasteriser.inks == std::set<std::uint32_t>{0xFFFFFF});
  screen.rasteriser.coloured = true;
  write("Tŷ 🙂");
  const auto ink = ui::palette_of(app::Theme::kLight).ink;
  const std::uint32_t rgb = static_cast<std::uint32_t>(ink.r << 16 | ink.g << 8 | ink.b);
  CHECK(screen.rasteriser.inks.count(rgb) == 1);
}

TEST_CASE("a row that is chosen elsewhere is scrolled to, below the header") {
  Screen screen(atlas::test::small_snapshot(), 1366, 330);
  const atlas::test::SmallWorkspace small;
  const auto in_view = [&](atlas::RecordId record) {
    const std::string title = atlas::title_of(screen.tab.state().document, record);
    if (!screen.has(Role::kRow, title)) return false;
    const semantics::Rect row = screen.node(Role::kRow, title).rect;
    const semantics::Rect head = screen.node(Role::kRow, "Columns").rect;
    const semantics::Rect grid = screen.node(Role::kGrid, "Delivery plan").rect;
    return row.y >= head.y + head.height && row.height > 30 &&
           row.y + row.height <= grid.y + grid.height;
  };
  screen.tab.app.send(app::ShowPlanOf{small.board});
  screen.settle();
  REQUIRE_FALSE(in_view(small.loose));
  screen.tab.app.send(app::GoToRecord{small.loose});
  screen.settle();
  CHECK(in_view(small.loose));
  screen.tab.app.send(app::GoToRecord{small.first});
  screen.settle();
  CHECK(in_view(small.first));
}

TEST_CASE("the grid's header goes sideways with its rows, and a wheel over it scrolls them") {
  Screen screen(atlas::test::small_snapshot(), 1366, 330);
  const atlas::test::SmallWorkspace small;
  screen.tab.app.send(app::ShowPlanOf{small.board});
  screen.settle();
  const std::string title = atlas::title_of(screen.tab.state().document, small.first);
  const auto owner_of = [&] {
    return screen.node_in(Role::kRow, title, Role::kGridCell, "Owner").rect;
  };
  const auto head_of = [&] { return screen.node(Role::kColumnHeader, "Owner").rect; };
  const semantics::Rect before = head_of();
  const float apart = before.x - owner_of().x;
  const auto turn = [&](float dx, float dy) {
    screen.interface.push(ui::PointerMoved{before.x, before.y + 4});
    screen.interface.push(ui::Wheel{.dx = dx, .dy = dy, .x = before.x, .y = before.y + 4});
    screen.settle();
  };
  turn(90, 0);
  CHECK(head_of().x == before.x - 90);
  CHECK(head_of().x - owner_of().x == apart);
  const float top = owner_of().y;
  turn(0, 40);
  CHECK(head_of().y == before.y);
  CHECK(owner_of().y < top);
}

TEST_CASE("a row grows while its long text is edited") {
  PlanScreen screen;
  const std::string title = screen.title(screen.small.first);
  const float before = screen.node(Role::kRow, title).rect.height;
  screen.click(screen.cell(title, Role::kTextbox, "Note"));
  REQUIRE(screen.last.text_edit);
  const semantics::Rect row = screen.node(Role::kRow, title).rect;
  const semantics::Rect box = screen.last.text_edit->rect;
  CHECK(row.height > before);
  CHECK(box.y >= row.y);
  CHECK(box.y + box.height < row.y + row.height);
  screen.type("Agreed in September", ui::CommitHow::kBlur);
  CHECK(screen.node(Role::kRow, title).rect.height == before);
}
