#include "ui/widgets/button_row.hpp"

#include <algorithm>

namespace atlas::ui {

Rect place_button(Ui& ui, Flow& flow, const ButtonSpec& spec) {
  const float width = std::min(button_width(ui, spec), flow.width());
  return flow.place(width, button_height(ui, spec, width));
}

float button_row_height(Ui& ui, const Rect& row, std::span<const ButtonSpec> specs) {
  Flow flow(row);
  for (const ButtonSpec& spec : specs) (void)place_button(ui, flow, spec);
  return flow.bottom() - row.y;
}

ButtonRowResult button_row(Ui& ui, const Rect& row, std::span<const ButtonSpec> specs) {
  Flow flow(row);
  ButtonRowResult result;
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (button(ui, place_button(ui, flow, specs[i]), specs[i]))
      result.pressed = static_cast<int>(i);
  }
  result.height = flow.bottom() - row.y;
  return result;
}

}  // namespace atlas::ui
