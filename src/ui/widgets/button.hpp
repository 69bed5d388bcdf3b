// Buttons, tabs, checkboxes.
#pragma once

#include "app/actions.hpp"
#include "ui/widgets/paint.hpp"

namespace atlas::ui {

enum class ButtonLook : std::uint8_t {
  kPlain,     // edge on surface
  kPrimary,   // filled; one a screen
  kQuiet,     // no edge until hovered
  kRailItem,  // icon above a word
  kTitle,     // strong words without an edge: the name of what is open
  kInverse,   // on a surface in the colour of ink
  kDanger,    // takes something away
};

struct ButtonSpec {
  std::string_view id{};    // local id; the text when empty
  std::string_view text{};  // shown; empty: icon only
  const char* icon = nullptr;
  std::string_view name{};  // accessible name where the text is not enough
  std::string_view help{};  // description, shown as a tooltip
  ButtonLook look = ButtonLook::kPlain;
  bool enabled = true;
  bool current = false;           // the page we are on
  std::optional<bool> pressed{};  // a toggle
  bool has_popup = false;         // opens a menu: an arrow beside the text
  bool expanded = false;          // it is open
  bool tab_stop = true;
};

// The width that shows icon and text in one line.
[[nodiscard]] float button_width(Ui& ui, const ButtonSpec& spec);
// What a target needs, or at a width that is too narrow for one line what its lines need.
[[nodiscard]] float button_height(Ui& ui, const ButtonSpec& spec, float width);
// True when it was activated.
bool button(Ui& ui, Rect rect, const ButtonSpec& spec);
// A button made from the table of actions; sends its command. True when it was activated, for
// actions that only the ui can carry out.
bool action_button(Ui& ui, Rect rect, app::ActionId id, const char* icon,
                   ButtonLook look = ButtonLook::kPlain, bool show_text = true);
[[nodiscard]] float action_button_width(Ui& ui, app::ActionId id, const char* icon);

// A box with a tick and words, wrapped to its width. True when it was activated.
[[nodiscard]] float checkbox_height(Ui& ui, float width, std::string_view text,
                                    std::string_view detail = {});
bool checkbox(Ui& ui, Rect rect, std::string_view text, bool checked, std::string_view detail = {});

struct TabSpec {
  RecordId id;
  std::string text;
};
// Tabs in a row, wrapped to the width of the rectangle. Arrow keys move between them and choose;
// returns the index chosen in this frame, or -1, and the height used.
struct TabsResult {
  int chosen = -1;
  float height = 0;
};
TabsResult tabs(Ui& ui, Rect rect, std::string_view name, const std::vector<TabSpec>& specs,
                std::size_t current);

// A tooltip beside a rectangle that the pointer rests on or the keyboard is at.
void tooltip(Ui& ui, const Response& response, std::string_view text);

}  // namespace atlas::ui
