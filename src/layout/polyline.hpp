// Strokes: polylines, cubic curves, rounded corners and dashes by arc length.
#pragma once

#include <span>
#include <vector>

#include "layout/geometry.hpp"

namespace atlas::layout {

using Polyline = std::vector<Point>;

struct CubicCurve {
  Point start;
  Point control_1;
  Point control_2;
  Point end;
  [[nodiscard]] Point at(float t) const;
  [[nodiscard]] Point direction_at(float t) const;  // unit length; {1, 0} for a single point
};

// Straight pieces at most about `tolerance` away from the curve.
[[nodiscard]] Polyline flattened(const CubicCurve& curve, float tolerance = 0.25F);

// Corners replaced by arcs of at most this radius, less where an edge is too short.
[[nodiscard]] Polyline rounded(std::span<const Point> points, float radius);

[[nodiscard]] float length_of(std::span<const Point> points);

struct PointOnLine {
  Point point;
  Point direction;  // unit length
};
// At a distance along the line, clamped to its ends.
[[nodiscard]] PointOnLine point_along(std::span<const Point> points, float distance);

// The drawn pieces of a dashed line. Pattern: on, off, on, off… in the unit of the points; an empty
// pattern, or one whose sum is not positive, gives the whole line. Dashes run around corners. A
// line too long for its pattern (more than 10 000 pieces) is given whole.
[[nodiscard]] std::vector<Polyline> dash(std::span<const Point> points,
                                         std::span<const float> pattern, float phase = 0);

}  // namespace atlas::layout
