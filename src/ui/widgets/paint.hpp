// Painting without meaning: shapes and text. What carries meaning also gets a node (text.hpp's
// functions here do not; `label`, `heading` and `paragraph` in label.hpp do).
#pragma once

#include "ui/ui.hpp"

namespace atlas::ui {

struct Font {
  static constexpr TextStyle kBody{kBodyText, Weight::kRegular};
  static constexpr TextStyle kStrong{kBodyText, Weight::kSemibold};
  static constexpr TextStyle kSmall{kSmallText, Weight::kRegular};
  static constexpr TextStyle kSmallStrong{kSmallText, Weight::kSemibold};
  static constexpr TextStyle kTitle3{kHeading3, Weight::kSemibold};
  static constexpr TextStyle kTitle2{kHeading2, Weight::kSemibold};
};

[[nodiscard]] constexpr float right_of(const Rect& r) {
  return r.x + r.width;
}
[[nodiscard]] constexpr float bottom_of(const Rect& r) {
  return r.y + r.height;
}
[[nodiscard]] constexpr Rect inset(const Rect& r, float by) {
  return {r.x + by, r.y + by, r.width - 2 * by, r.height - 2 * by};
}
// Around it, on whole pixels: a box of its own window would lose an edge between them.
[[nodiscard]] Rect whole_pixels(const Rect& rect);
[[nodiscard]] std::uint32_t packed(Colour colour);

void fill(const Rect& rect, Colour colour, float radius = 0);
void stroke(const Rect& rect, Colour colour, float radius = 0, float width = 1);
// The same where the edge is what shows that there is a control: it must be seen.
void control_edge(Ui& ui, const Rect& rect, Colour colour, float radius = kRadius, float width = 1);
void line(Vec2 from, Vec2 to, Colour colour, float width = 1);
// One pixel along the lower edge, inside; crisp wherever the rectangle lies.
void rule_below(const Rect& rect, Colour colour);
void shadow(Ui& ui, const Rect& rect, float radius = kRadius);

// One line, its line box starting at `at`.
void draw_text(Ui& ui, Vec2 at, std::string_view text, TextStyle style, Colour colour);
// One line in the middle of the rectangle's height, shortened to its width: a mistake that tests
// find, but where the whole can be read elsewhere.
enum class Align : std::uint8_t { kLeft, kCentre, kRight };
enum class Fit : std::uint8_t { kWhole, kMayShorten };
void draw_text_in(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Colour colour,
                  Align align = Align::kLeft, Fit fit = Fit::kWhole);
void draw_icon_in(Ui& ui, const Rect& rect, const char* icon, float size, Colour colour);
// Wrapped lines from the top of the rectangle; returns the height used.
float draw_lines(Ui& ui, Vec2 at, const WrappedText& text, TextStyle style, Colour colour,
                 Fit fit = Fit::kWhole);
// Above all windows, for tooltips.
void draw_lines_above(Ui& ui, Vec2 at, const WrappedText& text, TextStyle style, Colour colour);

// The shape of a RAG value: circle, triangle, square, tick, ring. `rag` is its choice number.
void draw_rag_shape(Ui& ui, const Rect& rect, std::uint32_t rag, Colour colour);

}  // namespace atlas::ui
