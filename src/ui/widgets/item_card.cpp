#include "ui/widgets/item_card.hpp"

#include <string>

#include "ui/widgets/button_row.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

constexpr float kLeft = kSpace3 + kIconSize + kSpace2;  // of the words, from the edge

float text_height(Ui& ui, std::string_view text, TextStyle style, float room) {
  if (text.empty()) return 0;
  return static_cast<float>(ui.text().wrap(text, style, room).lines.size()) *
         TextPainter::line_height(style.size);
}

}  // namespace

int item_card(Column& page, const ItemCardSpec& spec, std::span<const ButtonSpec> acts) {
  Ui& ui = page.ui();
  const Palette& p = ui.palette();
  const float room = page.width() - kLeft - kSpace3;
  const float text = text_height(ui, spec.name, spec.name_style, room) +
                     text_height(ui, spec.words, spec.words_style, room);
  const float buttons = button_row_height(ui, {0, 0, room, ui.target()}, acts);
  const Rect row = page.row(text + kSpace1 + buttons + 2 * kSpace2);
  const Ui::Container item(
      ui,
      {.id = ui.id("item"), .role = Role::kListItem, .name = std::string(spec.name), .rect = row});
  fill(row, spec.marked ? p.accent_soft : p.surface, kRadius);
  stroke(row, p.hairline, kRadius);
  draw_icon_in(ui,
               {row.x + kSpace3, row.y + kSpace2, kIconSize, TextPainter::line_height(kBodyText)},
               spec.icon, kIconSize, spec.icon_colour);
  const float x = row.x + kLeft;
  float y = row.y + kSpace2;
  y += paragraph(ui, {x, y}, room, spec.name, spec.name_style, p.ink);
  if (!spec.words.empty()) {
    y += paragraph(ui, {x, y}, room, spec.words, spec.words_style, spec.words_colour);
  }
  page.skip(row.height + kSpace2);
  return button_row(ui, {x, y + kSpace1, room, ui.target()}, acts).pressed;
}

}  // namespace atlas::ui
