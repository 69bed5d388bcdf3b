// Design tokens: the only place with colours and sizes. Lengths are CSS pixels at 100 % text size.
#pragma once

#include <cmath>
#include <cstdint>

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
  Colour ink, muted, accent, on_accent;
  Colour hairline, control_edge;
  Colour focus, focus_edge;
  Colour themes[8];  // by number of the choice set of themes; 0: none
  Colour rag[6];     // by number of the choice set of RAG; 0: none
  Colour shade;      // behind dialogues and under floating parts
};
[[nodiscard]] const Palette& light_palette();

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

inline constexpr float kTarget = 32;  // height of what can be pressed
inline constexpr float kTouchTarget = 44;
inline constexpr float kRadius = 6;
inline constexpr float kFocusWidth = 3;
inline constexpr float kMotionMs = 200;

inline constexpr float kTopBar = 56;
inline constexpr float kRail = 92;
inline constexpr float kRailNarrow = 56;
inline constexpr float kStatusLine = 32;
inline constexpr float kDetails = 372;
// Below this width of the page the details are a sheet at the bottom and the rail shows icons.
inline constexpr float kNarrowPage = 1000;

}  // namespace atlas::ui
