// Routes of typed lines between any two cards: smooth curves that leave and enter the cards at
// sensible sides, prefer not to run over other cards, and keep apart where several meet at a side
// or join the same pair. All in world units.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/polyline.hpp"

namespace atlas::layout {

enum class Side : std::uint8_t { kTop, kRight, kBottom, kLeft };

struct LineIn {
  std::uint32_t from = 0;  // index of a card
  std::uint32_t to = 0;    // where the arrow points; may equal from (a loop at the right side)
  Size label;              // room the label needs; 0 if there is none
};

struct RouteOptions {
  float port_gap = 18;    // between lines at the same side of a card, less if the side is short
  float bend = 0.45F;     // how far control points reach, as a part of the distance
  float min_reach = 36;   // at least this
  float max_reach = 170;  // at most this
  float arrow_length = 10;
  float arrow_width = 9;
};

struct ArrowHead {
  Point tip;  // on the border of the card
  Point left;
  Point right;
};

struct LineRoute {
  Side from_side = Side::kBottom;
  Side to_side = Side::kTop;
  CubicCurve curve;  // whole: from border to border
  Polyline points;   // the curve flattened, ending at the base of the arrow
  ArrowHead arrow;
  Rect label;  // where the label lies: clear of cards and other labels where possible
};

// One route for each line, in the order given. Lines with an index beyond the cards get a route
// with no points.
[[nodiscard]] std::vector<LineRoute> route_lines(std::span<const Rect> cards,
                                                 std::span<const LineIn> lines,
                                                 const RouteOptions& options = {});

}  // namespace atlas::layout
