// Design tokens: the only place with colours and sizes. Lengths are CSS pixels at 100 % text size.
#pragma once

#include <cmath>
#include <cstdint>

#include "app/settings.hpp"

namespace atlas::ui {

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  friend bool operator==(Colour, Colour) = default;
};
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
          static_cast<std::uint8_t>(hex), 255};
}
[[nodiscard]] constexpr Colour with_alpha(Colour c, std::uint8_t a) {
  return {c.r, c.g, c.b, a};
}

// `share` of a, the rest of b.
[[nodiscard]] inline Colour mixed(Colour a, Colour b, float share) {
  const auto part = [share](std::uint8_t x, std::uint8_t y) {
    const float value = static_cast<float>(x) * share + static_cast<float>(y) * (1 - share);
    return static_cast<std::uint8_t>(std::lround(value));
  };
  return {part(a.r, b.r), part(a.g, b.g), part(a.b, b.b), part(a.a, b.a)};
}

struct Palette {
  Colour background, surface, sunken, accent_soft;
  Colour ink, muted, accent, accent_strong, on_accent;  // strong: a hovered primary button
  Colour hairline, control_edge;
  Colour focus, focus_edge;
  Colour themes[8];  // by number of the choice set of themes; 0: none
  Colour rag[6];     // by number of the choice set of RAG; 0: none
  Colour shade;      // behind dialogues
  Colour shadow;     // one layer of it, under floating parts
};
[[nodiscard]] const Palette& palette_of(app::Theme theme);

// Space comes in steps.
inline constexpr float kSpace1 = 4;
inline constexpr float kSpace2 = 8;
inline constexpr float kSpace3 = 12;
inline constexpr float kSpace4 = 16;
inline constexpr float kSpace5 = 24;
inline constexpr float kSpace6 = 32;

inline constexpr float kBodyText = 16;
inline constexpr float kSmallText = 14;
inline constexpr float kHeading3 = 20;
inline constexpr float kHeading2 = 24;
inline constexpr float kHeading1 = 32;
inline constexpr float kIconSize = 20;

// Heights that follow the spacing and the pointer in use.
struct Metrics {
  float target = 32;  // of what can be pressed
  float row = 36;     // of a line in a list or menu
  float top_bar = 56;
  float rail_item = 64;
};
[[nodiscard]] const Metrics& metrics_of(app::Spacing spacing, bool touch);

inline constexpr float kRadius = 6;
inline constexpr float kFocusWidth = 3;
inline constexpr float kMotionMs = 200;

inline constexpr float kRail = 92;
inline constexpr float kRailNarrow = 56;
inline constexpr float kStatusLine = 32;
inline constexpr float kSplitter = 24;  // width of the strip that takes hold

// How the page folds. `short_page`: too low for bars above and below the screen.
enum class Fold : std::uint8_t { kPhone, kTablet, kLaptop, kWide };
inline constexpr float kTabletPage = 640;   // narrower is a phone
inline constexpr float kLaptopPage = 1000;  // narrower is a tablet
inline constexpr float kWidePage = 1600;    // narrower is a laptop
inline constexpr float kShortPage = 480;

}  // namespace atlas::ui
