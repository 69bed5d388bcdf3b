#include "ui/widgets/column.hpp"

#include <algorithm>

#include "ui/widgets/button_row.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/link.hpp"

namespace atlas::ui {

Rect Column::row(float width, float height) const {
  return {x_, y_, std::min(width, width_), height};
}

void Column::title(std::string_view text, std::uint16_t level, TextStyle style) {
  y_ += heading(ui_, {x_, y_, width_, 0}, text, level, style) + kSpace2;
}

void Column::text(std::string_view words, TextStyle style, Colour colour) {
  y_ += paragraph(ui_, {x_, y_}, width_, words, style, colour) + kSpace2;
}

void Column::point(const char* icon, std::string_view words, Colour colour) {
  const float line = TextPainter::line_height(kBodyText);
  const float left = kIconSize + kSpace2;
  draw_icon_in(ui_, {x_, y_, kIconSize, line}, icon, kIconSize, colour);
  y_ += paragraph(ui_, {x_ + left, y_}, width_ - left, words, Font::kBody, ui_.palette().ink) +
        kSpace2;
}

bool Column::link(std::string_view words, std::string_view detail) {
  const LinkResult result = ui::link(ui_, row(0), words, detail);
  y_ += result.height + kSpace1;
  return result.activated;
}

void Column::action(app::ActionId id, const char* icon, ButtonLook look) {
  const float width = std::min(action_button_width(ui_, id, icon) + kSpace3, width_);
  const ButtonSpec words{.text = app::action(id).text(), .icon = icon, .look = look};
  const float height = std::max(ui_.target() + kSpace2, button_height(ui_, words, width));
  action_button(ui_, row(width, height), id, icon, look);
  y_ += height + kSpace2;
}

bool Column::button(const ButtonSpec& spec) {
  return buttons({&spec, 1}) == 0;
}

int Column::buttons(std::span<const ButtonSpec> specs) {
  const ButtonRowResult result = button_row(ui_, row(ui_.target()), specs);
  y_ += result.height + kSpace2;
  return result.pressed;
}

void Column::rule() {
  fill({x_, y_, width_, 1}, ui_.palette().hairline);
  y_ += kSpace3;
}

}  // namespace atlas::ui
