// Points, sizes and rectangles of pure geometry. y grows downwards. The unit is the caller's: world
// units for a layout (1 world unit = 1 CSS pixel at zoom 1), CSS pixels for the screen.
#pragma once

#include <algorithm>

namespace atlas::layout {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(Point, Point) = default;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(Point a, float k) { return {a.x * k, a.y * k}; }
};

struct Size {
  float width = 0;
  float height = 0;
  friend bool operator==(Size, Size) = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] bool is_empty() const { return width <= 0 || height <= 0; }
  // Left and top edge belong to the rectangle, right and bottom do not.
  [[nodiscard]] bool contains(Point p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  // Shares area: touching edges do not count.
  [[nodiscard]] bool overlaps(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  [[nodiscard]] bool encloses(const Rect& o) const {
    return o.x >= x && o.y >= y && o.right() <= right() && o.bottom() <= bottom();
  }
  [[nodiscard]] Rect inflated(float by) const {
    return {x - by, y - by, width + 2 * by, height + 2 * by};
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

[[nodiscard]] inline Rect united(const Rect& a, const Rect& b) {
  const float left = std::min(a.x, b.x);
  const float top = std::min(a.y, b.y);
  return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

}  // namespace atlas::layout
