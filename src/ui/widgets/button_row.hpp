// Buttons one after another: those that do not fit go into further rows, and words too long for a
// whole row go on in a second line of their button.
#pragma once

#include <span>

#include "ui/widgets/button.hpp"
#include "ui/widgets/flow.hpp"

namespace atlas::ui {

[[nodiscard]] Rect place_button(Ui& ui, Flow& flow, const ButtonSpec& spec);

// The height of all rows; that of `row` is the least of each.
[[nodiscard]] float button_row_height(Ui& ui, const Rect& row, std::span<const ButtonSpec> specs);

struct ButtonRowResult {
  int pressed = -1;  // index of the button that was activated
  float height = 0;
};
ButtonRowResult button_row(Ui& ui, const Rect& row, std::span<const ButtonSpec> specs);

}  // namespace atlas::ui
