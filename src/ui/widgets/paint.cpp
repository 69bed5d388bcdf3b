#include "ui/widgets/paint.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace atlas::ui {

std::uint32_t packed(Colour c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}

void fill(const Rect& r, Colour colour, float radius) {
  Ui::list()->AddRectFilled({r.x, r.y}, {right_of(r), bottom_of(r)}, packed(colour), radius);
}

void stroke(const Rect& r, Colour colour, float radius, float width) {
  const float half = width / 2;
  Ui::list()->AddRect({r.x + half, r.y + half}, {right_of(r) - half, bottom_of(r) - half},
                      packed(colour), radius, 0, width);
}

namespace {
float on_device_pixel(float position) {
  const float density = std::max(ImGui::GetIO().DisplayFramebufferScale.x, 0.1F);
  return std::round(position * density) / density;
}
}  // namespace

void rule_below(const Rect& r, Colour colour) {
  fill({r.x, on_device_pixel(bottom_of(r)) - 1, r.width, 1}, colour);
}

void line(Vec2 from, Vec2 to, Colour colour, float width) {
  Ui::list()->AddLine({from.x, from.y}, {to.x, to.y}, packed(colour), width);
}

void shadow(Ui& ui, const Rect& r, float radius) {
  constexpr int kSteps = 4;
  for (int i = kSteps; i >= 1; --i) {
    const auto grow = static_cast<float>(i) * 1.5F;
    fill({r.x - grow, r.y - grow + 2, r.width + 2 * grow, r.height + 2 * grow},
         ui.palette().shadow, radius + grow);
  }
}

void draw_text(Ui& ui, Vec2 at, std::string_view text, TextStyle style, Colour colour) {
  ui.text().draw(Ui::list(), at, text, style, colour);
}

void draw_text_in(Ui& ui, const Rect& r, std::string_view text, TextStyle style, Colour colour,
                  Align align) {
  const std::string shown = ui.text().shortened(text, style, r.width);
  float x = r.x;
  if (align != Align::kLeft) {
    const float spare = r.width - ui.text().width(shown, style);
    x += align == Align::kCentre ? spare / 2 : spare;
  }
  draw_text(ui, {x, r.y + (r.height - TextPainter::line_height(style.size)) / 2}, shown, style,
            colour);
}

void draw_icon_in(Ui& ui, const Rect& r, const char* icon, float size, Colour colour) {
  ui.text().draw_icon(Ui::list(), {r.x + (r.width - size) / 2, r.y + (r.height - size) / 2}, icon,
                      size, colour);
}

float draw_lines(Ui& ui, Vec2 at, const WrappedText& text, TextStyle style, Colour colour) {
  const float step = TextPainter::line_height(style.size);
  float y = at.y;
  for (const std::string& shown : text.lines) {
    draw_text(ui, {at.x, y}, shown, style, colour);
    y += step;
  }
  return y - at.y;
}

void draw_rag_shape(Ui&, const Rect& r, std::uint32_t rag, Colour colour) {
  ImDrawList* list = Ui::list();
  const ImVec2 c{r.x + r.width / 2, r.y + r.height / 2};
  const float half = std::min(r.width, r.height) / 2;
  const ImU32 ink = packed(colour);
  switch (rag) {
    case 1:
      list->AddCircleFilled(c, half, ink);
      break;
    case 2:
      list->AddTriangleFilled({c.x, c.y - half}, {c.x + half, c.y + half * 0.8F},
                              {c.x - half, c.y + half * 0.8F}, ink);
      break;
    case 3:
      list->AddRectFilled({c.x - half * 0.85F, c.y - half * 0.85F},
                          {c.x + half * 0.85F, c.y + half * 0.85F}, ink);
      break;
    case 4: {
      const ImVec2 points[] = {{c.x - half, c.y},
                               {c.x - half * 0.3F, c.y + half * 0.7F},
                               {c.x + half, c.y - half * 0.8F}};
      list->AddPolyline(points, 3, ink, 0, 2.2F);
      break;
    }
    default:
      list->AddCircle(c, half - 1, ink, 0, 1.8F);
  }
}

}  // namespace atlas::ui
