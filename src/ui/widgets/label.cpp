#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

// A heading, a text and a button may say the same in one scope; each is a node of its own.
NodeId heading_id(const Ui& ui, std::string_view text) {
  return ui.id("heading " + std::string(text));
}
NodeId text_id(const Ui& ui, std::string_view text) {
  return ui.id("text " + std::string(text));
}

}  // namespace

float heading(Ui& ui, Rect rect, std::string_view text, std::uint16_t level, TextStyle style) {
  const WrappedText wrapped = ui.text().wrap(text, style, rect.width);
  rect.height = TextPainter::line_height(style.size) * static_cast<float>(wrapped.lines.size());
  ui.leaf({.id = heading_id(ui, text),
           .role = Role::kHeading,
           .name = std::string(text),
           .level = level,
           .rect = rect});
  draw_lines(ui, {rect.x, rect.y}, wrapped, style, ui.palette().ink);
  return rect.height;
}

float paragraph(Ui& ui, Vec2 at, float width, std::string_view text, TextStyle style, Colour colour,
                std::size_t max_lines) {
  const WrappedText& wrapped = ui.text().wrap(text, style, width, max_lines);
  const float height =
      TextPainter::line_height(style.size) * static_cast<float>(wrapped.lines.size());
  ui.leaf({.id = text_id(ui, text),
           .role = Role::kText,
           .name = std::string(text),
           .rect = {at.x, at.y, width, height}});
  draw_lines(ui, at, wrapped, style, colour);
  return height;
}

void label_in(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Colour colour,
              Align align) {
  ui.leaf({.id = text_id(ui, text), .role = Role::kText, .name = std::string(text), .rect = rect});
  draw_text_in(ui, rect, text, style, colour, align);
}

}  // namespace atlas::ui
