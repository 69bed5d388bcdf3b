#include "ui/widgets/paint.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace atlas::ui {

Rect whole_pixels(const Rect& rect) {
  const float x = std::floor(rect.x);
  const float y = std::floor(rect.y);
  return {x, y, std::ceil(right_of(rect)) - x, std::ceil(bottom_of(rect)) - y};
}

std::uint32_t packed(Colour c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}

void fill(const Rect& r, Colour colour, float radius) {
  Ui::list()->AddRectFilled({r.x, r.y}, {right_of(r), bottom_of(r)}, packed(colour), radius);
}

void stroke(const Rect& r, Colour colour, float radius, float width) {
  // ImGui itself moves the path in by half a pixel: a line of one lies on whole pixels.
  const float half = (width - 1) / 2;
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
    fill({r.x - grow, r.y - grow + 2, r.width + 2 * grow, r.height + 2 * grow}, ui.palette().shadow,
         radius + grow);
  }
}

namespace {

struct Shortening {
  bool done = false;
  bool allowed = false;
};

Rect clip_of(const ImDrawList* list) {
  const ImVec2 min = list->GetClipRectMin();
  const ImVec2 max = list->GetClipRectMax();
  return {min.x, min.y, max.x - min.x, max.y - min.y};
}

void paint_text(Ui& ui, ImDrawList* list, Vec2 at, std::string_view text, TextStyle style,
                Colour colour, Shortening shortening) {
  const int begin = list->IdxBuffer.Size;
  ui.text().draw(list, at, text, style, colour);
  if (ui.paint_log() == nullptr || text.empty()) return;
  const Rect rect{at.x, at.y, ui.text().width(text, style), TextPainter::line_height(style.size)};
  ui.paint_log()->text({text, rect, clip_of(list), style, colour, shortening.done,
                        shortening.allowed, ui.on_disabled(rect), ui.painted_since(list, begin)});
}

void log_mark(Ui& ui, std::string_view what, const Rect& rect, Colour colour, int begin,
              bool edge = false) {
  if (ui.paint_log() == nullptr) return;
  const ImDrawList* list = Ui::list();
  ui.paint_log()->mark({what, rect, clip_of(list), colour, ui.on_disabled(rect), edge,
                        ui.painted_since(list, begin)});
}

void paint_lines(Ui& ui, ImDrawList* list, Vec2 at, const WrappedText& text, TextStyle style,
                 Colour colour, Fit fit) {
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const bool cut = text.shortened && i + 1 == text.lines.size();
    paint_text(ui, list, at, text.lines[i], style, colour, {cut, fit == Fit::kMayShorten});
    at.y += TextPainter::line_height(style.size);
  }
}

}  // namespace

void control_edge(Ui& ui, const Rect& rect, Colour colour, float radius, float width) {
  const int begin = Ui::list()->IdxBuffer.Size;
  // On whole pixels of the device: between two of them an edge is half as dark as it should be.
  const float left = on_device_pixel(rect.x);
  const float top = on_device_pixel(rect.y);
  const Rect crisp{left, top, on_device_pixel(right_of(rect)) - left,
                   on_device_pixel(bottom_of(rect)) - top};
  stroke(crisp, colour, radius, width);
  log_mark(ui, "edge of a control", crisp, colour, begin, true);
}

void draw_text(Ui& ui, Vec2 at, std::string_view text, TextStyle style, Colour colour) {
  paint_text(ui, Ui::list(), at, text, style, colour, {});
}

void draw_text_in(Ui& ui, const Rect& r, std::string_view text, TextStyle style, Colour colour,
                  Align align, Fit fit) {
  const std::string shown = ui.text().shortened(text, style, r.width);
  float x = r.x;
  if (align != Align::kLeft) {
    const float spare = r.width - ui.text().width(shown, style);
    x += align == Align::kCentre ? spare / 2 : spare;
  }
  paint_text(ui, Ui::list(), {x, r.y + (r.height - TextPainter::line_height(style.size)) / 2},
             shown, style, colour, {shown != text, fit == Fit::kMayShorten});
}

void draw_icon_in(Ui& ui, const Rect& r, const char* icon, float size, Colour colour) {
  const Rect box{r.x + (r.width - size) / 2, r.y + (r.height - size) / 2, size, size};
  const int begin = Ui::list()->IdxBuffer.Size;
  ui.text().draw_icon(Ui::list(), {box.x, box.y}, icon, size, colour);
  log_mark(ui, "icon", box, colour, begin);
}

float draw_lines(Ui& ui, Vec2 at, const WrappedText& text, TextStyle style, Colour colour,
                 Fit fit) {
  paint_lines(ui, Ui::list(), at, text, style, colour, fit);
  return TextPainter::line_height(style.size) * static_cast<float>(text.lines.size());
}

void draw_lines_above(Ui& ui, Vec2 at, const WrappedText& text, TextStyle style, Colour colour) {
  paint_lines(ui, ImGui::GetForegroundDrawList(), at, text, style, colour, Fit::kWhole);
}

void draw_rag_shape(Ui& ui, const Rect& r, std::uint32_t rag, Colour colour) {
  ImDrawList* list = Ui::list();
  const int begin = list->IdxBuffer.Size;
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
  log_mark(ui, "RAG shape", {c.x - half, c.y - half, 2 * half, 2 * half}, colour, begin);
}

}  // namespace atlas::ui
