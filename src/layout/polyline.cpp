#include "layout/polyline.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace atlas::layout {
namespace {

constexpr std::size_t kMostDashes = 10'000;

float distance(Point a, Point b) {
  return std::hypot(b.x - a.x, b.y - a.y);
}

Point unit(Point v) {
  const float length = std::hypot(v.x, v.y);
  return length > 0 ? v * (1 / length) : Point{1, 0};
}

Point between(Point a, Point b, float t) {
  return a + (b - a) * t;
}

// Where a dash pattern is: which entry, how much of it is left, and whether it draws.
struct PatternAt {
  std::size_t entry = 0;
  float left = 0;
  bool is_on = true;

  void next(std::span<const float> pattern) {
    entry = (entry + 1) % pattern.size();
    left = std::max(0.0F, pattern[entry]);
    is_on = !is_on;
  }
};

PatternAt start_of(std::span<const float> pattern, float sum, float phase) {
  PatternAt at;
  at.left = std::max(0.0F, pattern[0]);
  const float whole = pattern.size() % 2 == 0 ? sum : 2 * sum;  // an odd pattern swaps on and off
  float skip = std::fmod(phase, whole);
  if (skip < 0) skip += whole;
  while (skip >= at.left && skip > 0) {
    skip -= at.left;
    at.next(pattern);
  }
  at.left -= skip;
  return at;
}

}  // namespace

Point CubicCurve::at(float t) const {
  const float s = 1 - t;
  return start * (s * s * s) + control_1 * (3 * s * s * t) + control_2 * (3 * s * t * t) +
         end * (t * t * t);
}

Point CubicCurve::direction_at(float t) const {
  const float s = 1 - t;
  const Point slope = (control_1 - start) * (s * s) + (control_2 - control_1) * (2 * s * t) +
                      (end - control_2) * (t * t);
  return slope == Point{} ? unit(end - start) : unit(slope);
}

Polyline flattened(const CubicCurve& curve, float tolerance) {
  // The distance of a chord is at most a bound of the second derivative times step² / 8.
  const Point bend_1 = curve.start - curve.control_1 * 2 + curve.control_2;
  const Point bend_2 = curve.control_1 - curve.control_2 * 2 + curve.end;
  const float bend = 6 * std::max(std::hypot(bend_1.x, bend_1.y), std::hypot(bend_2.x, bend_2.y));
  const float pieces = std::ceil(std::sqrt(bend / (8 * std::max(tolerance, 0.01F))));
  const int count = std::isfinite(pieces) ? static_cast<int>(std::clamp(pieces, 1.0F, 200.0F)) : 1;
  Polyline points;
  points.reserve(static_cast<std::size_t>(count) + 1);
  points.push_back(curve.start);
  for (int i = 1; i < count; ++i) {
    points.push_back(curve.at(static_cast<float>(i) / static_cast<float>(count)));
  }
  points.push_back(curve.end);
  return points;
}

Polyline rounded(std::span<const Point> points, float radius) {
  Polyline result;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool is_end = i == 0 || i + 1 == points.size();
    const float room = is_end ? 0
                              : std::min({radius, distance(points[i - 1], points[i]) / 2,
                                          distance(points[i], points[i + 1]) / 2});
    if (room <= 0) {
      result.push_back(points[i]);
      continue;
    }
    constexpr float kArc = 0.5523F;  // control points of a quarter circle
    const Point start = points[i] + unit(points[i - 1] - points[i]) * room;
    const Point end = points[i] + unit(points[i + 1] - points[i]) * room;
    const Polyline arc = flattened(
        {start, between(start, points[i], kArc), between(end, points[i], kArc), end}, 0.1F);
    result.insert(result.end(), arc.begin(), arc.end());
  }
  return result;
}

float length_of(std::span<const Point> points) {
  float length = 0;
  for (std::size_t i = 1; i < points.size(); ++i) length += distance(points[i - 1], points[i]);
  return length;
}

PointOnLine point_along(std::span<const Point> points, float distance_along) {
  if (points.empty()) return {{}, {1, 0}};
  float left = std::max(0.0F, distance_along);
  Point direction{1, 0};
  for (std::size_t i = 1; i < points.size(); ++i) {
    const float step = distance(points[i - 1], points[i]);
    if (step <= 0) continue;
    direction = unit(points[i] - points[i - 1]);
    if (left <= step) return {between(points[i - 1], points[i], left / step), direction};
    left -= step;
  }
  return {points.back(), direction};
}

std::vector<Polyline> dash(std::span<const Point> points, std::span<const float> pattern,
                           float phase) {
  if (points.size() < 2) return {};
  float sum = 0;
  for (const float entry : pattern) sum += std::max(0.0F, entry);
  const float pieces = length_of(points) / sum * static_cast<float>(pattern.size());
  if (!(sum > 0) || !std::isfinite(phase) || !(pieces < static_cast<float>(kMostDashes))) {
    return {Polyline(points.begin(), points.end())};
  }
  std::vector<Polyline> result;
  Polyline current;
  PatternAt at = start_of(pattern, sum, phase);
  if (at.is_on) current.push_back(points[0]);
  for (std::size_t i = 1; i < points.size(); ++i) {
    const float step = distance(points[i - 1], points[i]);
    if (step <= 0) continue;
    float done = 0;
    while (step - done >= at.left) {
      done += at.left;
      const Point here = between(points[i - 1], points[i], done / step);
      if (at.is_on) {
        current.push_back(here);
        result.push_back(std::move(current));
      }
      current.clear();
      at.next(pattern);
      if (at.is_on) current.push_back(here);
    }
    at.left -= step - done;
    if (at.is_on) current.push_back(points[i]);
  }
  if (current.size() > 1) result.push_back(std::move(current));
  return result;
}

}  // namespace atlas::layout
