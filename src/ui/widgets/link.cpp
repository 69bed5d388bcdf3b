#include "ui/widgets/link.hpp"

#include <algorithm>

namespace atlas::ui {

LinkResult link(Ui& ui, Rect rect, std::string_view text, std::string_view detail) {
  const Palette& p = ui.palette();
  const float step = TextPainter::line_height(kBodyText);
  const WrappedText wrapped = ui.text().wrap(text, Font::kBody, rect.width);
  const float lines = static_cast<float>(wrapped.lines.size());
  const WrappedText below = ui.text().wrap(detail, Font::kSmall, rect.width);
  const float small = detail.empty() ? 0
                                     : TextPainter::line_height(kSmallText) *
                                           static_cast<float>(below.lines.size());
  rect.height = std::max(ui.target() - 4, step * lines + small + kSpace1);
  const Response response = ui.interact(ui.id(text), rect);
  ui.leaf({.id = response.id,
           .role = Role::kLink,
           .name = std::string(text),
           .description = std::string(detail),
           .states = ui.states(response),
           .rect = rect});
  const Rect box{rect.x - kSpace2, rect.y, rect.width + kSpace2, rect.height};
  if (response.hovered) fill(box, p.accent_soft, kRadius);
  float y = rect.y + (rect.height - step * lines - small) / 2;
  for (const std::string& shown : wrapped.lines) {
    draw_text(ui, {rect.x, y}, shown, Font::kBody, p.accent);
    const float width = ui.text().width(shown, Font::kBody);
    ui::line({rect.x, y + step - 3}, {rect.x + width, y + step - 3}, with_alpha(p.accent, 110));
    y += step;
  }
  if (!detail.empty()) draw_lines(ui, {rect.x, y}, below, Font::kSmall, p.muted);
  ui.ring(response);
  ui.offer_copy(response, text);
  return {rect.height, response.activated};
}

float record_link(Ui& ui, Rect rect, RecordId record, std::string_view text,
                  std::string_view detail) {
  const LinkResult result = link(ui, rect, text, detail);
  if (result.activated) ui.send(app::SelectRecord{record, true});
  return result.height;
}

}  // namespace atlas::ui
