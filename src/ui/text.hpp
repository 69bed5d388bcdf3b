// Text on the canvas: measured, wrapped and drawn with the built-in fonts; what they cannot show is
// drawn by the browser into the font atlas (design.md). Sizes are CSS pixels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/interface.hpp"
#include "ui/theme.hpp"

struct ImDrawList;
struct ImFont;

namespace atlas::ui {

struct Vec2 {
  float x = 0, y = 0;
};

// Inter's extent above and below the baseline, in em: CSS's content area. Our sizes are the em, as
// in CSS; ImGui's are the height of this area.
inline constexpr float kFontAscent = 0.96875F;
inline constexpr float kFontDescent = 0.24121F;

enum class Weight : std::uint8_t { kRegular, kSemibold };

struct TextStyle {
  float size = kBodyText;
  Weight weight = Weight::kRegular;
};

// Lines of text that fit a width; an ellipsis ends the last one when some was left out.
struct WrappedText {
  std::vector<std::string> lines;
  float width = 0;  // of the widest
  bool shortened = false;
};

class TextPainter {
 public:
  explicit TextPainter(TextRasteriser& rasteriser) : rasteriser_(rasteriser) {}

  // Adds the built-in fonts to ImGui's atlas. Once, after the context is made.
  void load_fonts();
  // Forgets rasterised runs: after the density or the texture changed.
  void forget_runs();
  void set_density(float density);

  [[nodiscard]] float width(std::string_view text, TextStyle style);
  [[nodiscard]] static float line_height(float size) { return size * 1.35F; }
  // Both remember what they were asked: a picture is drawn many times from the same words. The
  // references hold until the next call.
  [[nodiscard]] const WrappedText& wrap(std::string_view text, TextStyle style, float width,
                                        std::size_t max_lines = 1000);
  // One line that fits the width, with an ellipsis where it does not.
  [[nodiscard]] const std::string& shortened(std::string_view text, TextStyle style, float width);

  // `at` is the top left of the line box. Draws one line.
  void draw(ImDrawList* list, Vec2 at, std::string_view text, TextStyle style, Colour colour);
  // An icon of the icon font, its box top left at `at`.
  void draw_icon(ImDrawList* list, Vec2 at, const char* icon, float size, Colour colour);

 private:
  struct Run {
    int rect = -1;    // in the font atlas
    float width = 0;  // CSS pixels
    float height = 0;
    float baseline = 0;
    bool coloured = false;
  };
  [[nodiscard]] ImFont* font(Weight weight) const;
  [[nodiscard]] bool covered(std::string_view text, Weight weight) const;
  [[nodiscard]] WrappedText wrap_anew(std::string_view text, TextStyle style, float width,
                                      std::size_t max_lines);
  [[nodiscard]] std::string shorten_anew(std::string_view text, TextStyle style, float width);
  // Fills key_ for the caches.
  const std::string& key_of(std::string_view text, TextStyle style, float width,
                            std::size_t max_lines);
  // A run with colours of its own (emoji) is kept once for each colour that its other parts have.
  const Run& rasterised(std::string_view text, TextStyle style, Colour ink);
  const Run& rasterised_in(std::string_view text, TextStyle style, Colour ink);

  TextRasteriser& rasteriser_;
  ImFont* regular_ = nullptr;
  ImFont* semibold_ = nullptr;
  ImFont* icons_ = nullptr;
  float density_ = 1;
  std::unordered_map<std::string, Run> runs_;
  std::unordered_map<std::string, WrappedText> wrapped_;
  std::unordered_map<std::string, std::string> shortened_;
  std::string key_;
};

}  // namespace atlas::ui
