// Copy, cut and paste of what has the keyboard.
#include <doctest/doctest.h>

#include <algorithm>

#include "document/schema.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"
#include "support/small_workspace.hpp"
#include "ui/screen.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace app = atlas::app;
namespace ui = atlas::ui;

namespace {

struct Plan : Screen {
  Plan() : Screen(atlas::test::small_snapshot()) {
    click(Role::kButton, "Plan");
    row = atlas::title_of(tab.state().document, small.open);
  }
  void focus(Role role, std::string_view column) {
    interface.push(
        ui::MirrorAction{node_in(Role::kRow, row, role, column).id, ui::MirrorVerb::kFocus, {}});
    settle();
  }
  void paste(std::string text) {
    interface.push(ui::TextPasted{std::move(text)});
    settle();
  }
  [[nodiscard]] std::string value(Role role, std::string_view column) const {
    return node_in(Role::kRow, row, role, column).value;
  }
  [[nodiscard]] const std::string& copied() const { return interface.text_to_copy(); }

  atlas::test::SmallWorkspace small;
  std::string row;
};

}  // namespace

TEST_CASE("copying gives the name of a card and of a link, and nothing without the keyboard") {
  Screen screen(atlas::test::small_snapshot());
  CHECK(screen.interface.text_to_copy().empty());
  screen.activate(Role::kTreeItem, "Safety Group");
  CHECK(screen.interface.text_to_copy() == "Safety Group");
  const auto& link = screen.node_in(Role::kComplementary, "Details", Role::kLink, "Safety Team");
  screen.interface.push(ui::MirrorAction{link.id, ui::MirrorVerb::kFocus, {}});
  screen.settle();
  CHECK(screen.interface.text_to_copy() == "Safety Team");
  screen.activate(Role::kButton, "Zoom in");
  CHECK(screen.interface.text_to_copy().empty());
}

TEST_CASE("copying gives the value of a cell, and of an empty one nothing") {
  Plan plan;
  plan.focus(Role::kTextbox, "Owner");
  plan.paste("Lead officer");
  CHECK(plan.copied() == "Lead officer");
  plan.focus(Role::kCombobox, "Status");
  CHECK(plan.copied().empty());
  plan.paste("On hold");
  CHECK(plan.copied() == "On hold");
  plan.focus(Role::kTextbox, "Note");
  plan.paste("");
  CHECK(plan.copied().empty());
}

TEST_CASE("Shift+Space takes the whole row, until the keyboard moves on") {
  Plan plan;
  plan.focus(Role::kTextbox, "Owner");
  plan.paste("A\tB");
  plan.press_key(" ", {.shift = true});
  const std::string text = plan.copied();
  CHECK(std::count(text.begin(), text.end(), '\t') == 6);
  CHECK(text.starts_with(plan.row + "\tA B\t"));
  CHECK(text.find('\n') == std::string::npos);
  plan.press_key("ArrowRight");
  CHECK(plan.copied().find('\t') == std::string::npos);
  plan.press_key("ArrowLeft");
  CHECK(plan.copied() == "A B");
}

TEST_CASE("what is pasted goes through the schema as typing does") {
  Plan plan;
  plan.focus(Role::kTextbox, "Due");
  plan.paste("31 March 2013\r\n");
  CHECK(plan.value(Role::kTextbox, "Due") == "31 March 2013");
  plan.paste("next week or so");
  REQUIRE(plan.tab.state().field_error);
  CHECK(plan.tab.state().field_error->typed == "next week or so");
  plan.paste("1 April 2013");
  CHECK_FALSE(plan.tab.state().field_error);
  CHECK(plan.value(Role::kTextbox, "Due") == "1 April 2013");
}

TEST_CASE("a choice is pasted by its word; another word is refused and kept to be mended") {
  Plan plan;
  plan.focus(Role::kCombobox, "Status");
  plan.paste("On hold");
  CHECK(plan.value(Role::kCombobox, "Status") == "On hold");
  plan.paste("Sideways");
  CHECK(plan.tab.state().field_error);
  CHECK(plan.value(Role::kCombobox, "Status") == "On hold");
}

TEST_CASE("a reference is pasted by the name of its record") {
  Screen screen(atlas::test::small_snapshot());
  const atlas::test::SmallWorkspace small;
  screen.tab.app.send(app::SelectRecord{small.reports});
  screen.settle();
  std::string label;
  for (const auto& field : atlas::find_type(atlas::RecordType::kLine)->fields) {
    if (field.kind == atlas::FieldKind::kReference) label = field.label;
  }
  const auto node = screen.node(Role::kCombobox, label);
  const std::string wanted = atlas::title_of(screen.tab.state().document, small.team);
  REQUIRE(node.value != wanted);
  screen.interface.push(ui::MirrorAction{node.id, ui::MirrorVerb::kFocus, {}});
  screen.interface.push(ui::TextPasted{wanted});
  screen.settle();
  CHECK(screen.node(Role::kCombobox, label).value == wanted);
  screen.interface.push(ui::TextPasted{"Nobody of that name"});
  screen.settle();
  CHECK(screen.tab.state().field_error);
  CHECK(screen.node(Role::kCombobox, label).value == wanted);
}

TEST_CASE("cutting empties a field that may be empty, and keeps one that may not") {
  Plan plan;
  plan.focus(Role::kTextbox, "Owner");
  plan.paste("Lead officer");
  plan.interface.push(ui::CutRequested{});
  plan.settle();
  CHECK(plan.value(Role::kTextbox, "Owner").empty());
  plan.press_key("z", {.ctrl = true});
  CHECK(plan.value(Role::kTextbox, "Owner") == "Lead officer");
  const auto& document = plan.tab.state().document;
  plan.focus(Role::kTextbox, atlas::find_field_by_key(atlas::RecordType::kAction, "name")->label);
  plan.interface.push(ui::CutRequested{});
  plan.settle();
  CHECK(atlas::title_of(document, plan.small.open) == plan.row);
}

TEST_CASE("while a text is edited the clipboard is the field's own") {
  Plan plan;
  plan.click(plan.node_in(Role::kRow, plan.row, Role::kTextbox, "Owner"));
  REQUIRE(plan.last.text_edit);
  CHECK(plan.copied().empty());
  const auto before = plan.tab.state().document.version();
  plan.paste("Elsewhere");
  plan.interface.push(ui::CutRequested{});
  plan.settle();
  CHECK(plan.tab.state().document.version() == before);
}
