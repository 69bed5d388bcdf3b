// Menus: a column of things to do, opened by a button, the secondary button or the context-menu
// key. Arrow keys, Home, End and the first letter move, Enter or Space chooses, Esc closes.
#pragma once

#include <span>
#include <vector>

#include "ui/widgets/button.hpp"

namespace atlas::ui {

struct MenuItem {
  std::string text;
  std::string keys{};  // shown at the end of the row
  const char* icon = nullptr;
  bool enabled = true;
  std::optional<bool> checked{};
  bool starts_group = false;  // a line above it
};

// Draws the menu that `owner` has opened with Ui::open_popup, at the place where it was opened or
// below `anchor`. Index chosen in this frame, or -1.
int menu(Ui& ui, NodeId owner, const Rect& anchor, std::string_view name,
         const std::vector<MenuItem>& items);

// The same from the table of actions; sends what was chosen. Returns an action that only the ui can
// carry out. `about`: the record that the menu is of; null: the selected one.
std::optional<app::ActionId> action_menu(Ui& ui, NodeId owner, const Rect& anchor,
                                         std::string_view name, std::span<const app::ActionId> ids,
                                         RecordId about = {});

// A button that opens a menu. `spec.pressed` follows the menu by itself.
[[nodiscard]] NodeId menu_button(Ui& ui, Rect rect, ButtonSpec spec);

// Opens a context menu where the secondary button was pressed, or under the widget after a key.
void open_context_menu(Ui& ui, NodeId owner, const Response& response);

}  // namespace atlas::ui
