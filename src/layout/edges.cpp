#include "layout/edges.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "layout/child_lists.hpp"

namespace atlas::layout {
namespace {

using Children = std::span<const std::uint32_t>;

Point turned(Point point) {
  return {point.y, point.x};
}
Rect turned(const Rect& rect) {
  return {rect.y, rect.x, rect.height, rect.width};
}

// The connectors of one parent. Written for a top-down tree; a left-to-right one is looked at with
// x and y exchanged, and its strokes are turned back at the end.
class Elbow {
 public:
  Elbow(const TreeLayout& layout, std::uint32_t parent, Children children)
      : layout_(layout),
        is_turned_(layout.orientation == Orientation::kLeftRight),
        card_(rect(parent)),
        bus_(layout.nodes[children.front()].bus) {
    find_drops(children);
    trunk_x_ = hangs_under_parent(children.front()) ? drops_.front().x : card_.centre().x;
  }

  std::vector<Polyline> strokes(float radius) const {
    const bool any_left = drops_.front().x < trunk_x_;
    const bool any_right = drops_.back().x > trunk_x_;
    const bool any_under = std::any_of(drops_.begin(), drops_.end(),
                                       [&](const Drop& drop) { return drop.x == trunk_x_; });
    const bool branches =
        static_cast<int>(any_left) + static_cast<int>(any_right) + static_cast<int>(any_under) > 1;
    std::vector<Polyline> strokes;
    if (branches) strokes.push_back({trunk_start(), {trunk_x_, bus_}});
    for (std::size_t i = 0; i < drops_.size(); ++i) {
      const Drop& drop = drops_[i];
      const bool is_end = (i == 0 && any_left) || (i + 1 == drops_.size() && any_right);
      const bool is_only = !branches && (is_end || any_under);
      Polyline stroke;
      if (is_only) stroke.push_back(trunk_start());
      if (is_end) stroke.push_back({trunk_x_, bus_});  // along the bus, for those before it too
      stroke.push_back({drop.x, bus_});
      stroke.insert(stroke.end(), drop.way.begin(), drop.way.end());
      strokes.push_back(rounded(stroke, radius));
      for (const Point stub : drop.stubs) strokes.push_back({{drop.x, stub.y}, stub});
    }
    return turned_back(std::move(strokes));
  }

  Polyline path_to(std::uint32_t child, float radius) const {
    const Placement& own = layout_.nodes[child];
    const Rect card = rect(child);
    Polyline points = {trunk_start()};
    const float x = own.attachment == Attachment::kBeside ? own.spine : card.centre().x;
    if (x != trunk_x_) {
      points.push_back({trunk_x_, bus_});
      points.push_back({x, bus_});
    }
    if (own.attachment == Attachment::kBeside) {
      points.push_back({x, card.centre().y});
      points.push_back({card.x, card.centre().y});
    } else {
      points.push_back({x, card.y});
    }
    return turned_back({rounded(points, radius)}).front();
  }

 private:
  // A line down from the bus: into the top of a card, or along a spine and into its last card.
  struct Drop {
    float x = 0;
    Polyline way;              // from the bus on
    std::vector<Point> stubs;  // where the other cards of the spine are entered
  };

  Rect rect(std::uint32_t node) const {
    const Rect& own = layout_.nodes[node].rect;
    return is_turned_ ? turned(own) : own;
  }

  Point trunk_start() const { return {trunk_x_, card_.bottom()}; }

  // In an outline the parent stands above its first column, indented as it should be.
  bool hangs_under_parent(std::uint32_t first) const {
    if (layout_.nodes[first].attachment != Attachment::kBeside) return false;
    const float spine = layout_.nodes[first].spine;
    const float before = spine - card_.x;
    const float behind = rect(first).x - spine;
    return std::abs(before - behind) < 0.5F && spine < card_.right();
  }

  void find_drops(Children children) {
    for (const std::uint32_t child : children) {
      const Placement& own = layout_.nodes[child];
      const Rect card = rect(child);
      if (own.attachment != Attachment::kBeside) {
        drops_.push_back({card.centre().x, {{card.centre().x, card.y}}, {}});
        continue;
      }
      const Point entry{card.x, card.centre().y};
      if (drops_.empty() || drops_.back().x != own.spine) {
        drops_.push_back({own.spine, {}, {}});
      } else {
        drops_.back().stubs.push_back(drops_.back().way.back());
      }
      drops_.back().way = {{own.spine, entry.y}, entry};
    }
  }

  std::vector<Polyline> turned_back(std::vector<Polyline> strokes) const {
    if (!is_turned_) return strokes;
    for (Polyline& stroke : strokes) {
      for (Point& point : stroke) point = turned(point);
    }
    return strokes;
  }

  const TreeLayout& layout_;
  bool is_turned_;
  Rect card_;
  float bus_;
  float trunk_x_ = 0;
  std::vector<Drop> drops_;  // from left to right
};

ChildLists children_of(const TreeInput& input) {
  return {input.nodes.size(), [&](std::size_t i) { return input.nodes[i].parent; }};
}

}  // namespace

std::vector<Connector> elbow_connectors(const TreeInput& input, const TreeLayout& layout,
                                        float corner_radius) {
  const ChildLists lists = children_of(input);
  std::vector<Connector> connectors;
  for (std::uint32_t parent = 0; parent < input.nodes.size(); ++parent) {
    const Children children = lists.of(parent);
    if (children.empty()) continue;
    connectors.push_back({static_cast<std::int32_t>(parent),
                          Elbow(layout, parent, children).strokes(corner_radius)});
  }
  return connectors;
}

Polyline elbow_path(const TreeInput& input, const TreeLayout& layout, std::int32_t child,
                    float corner_radius) {
  if (child < 0 || static_cast<std::size_t>(child) >= input.nodes.size()) return {};
  const std::int32_t parent = input.nodes[static_cast<std::size_t>(child)].parent;
  if (parent < 0) return {};
  std::vector<std::uint32_t> siblings;
  for (std::uint32_t i = 0; i < input.nodes.size(); ++i) {
    if (input.nodes[i].parent == parent) siblings.push_back(i);
  }
  return Elbow(layout, static_cast<std::uint32_t>(parent), siblings)
      .path_to(static_cast<std::uint32_t>(child), corner_radius);
}

}  // namespace atlas::layout
