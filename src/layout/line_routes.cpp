#include "layout/line_routes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "layout/hit_test.hpp"

namespace atlas::layout {
namespace {

constexpr std::array<Side, 4> kSides = {Side::kTop, Side::kRight, Side::kBottom, Side::kLeft};

// What a route is charged beside its length, in world units.
constexpr float kCrossedSample = 150;  // each sample point on another card
constexpr float kOwnSample = 200;      // on one of its own two cards
constexpr float kSameSide = 60;        // an arc where a direct way would do

Point normal_of(Side side) {
  switch (side) {
    case Side::kTop:
      return {0, -1};
    case Side::kRight:
      return {1, 0};
    case Side::kBottom:
      return {0, 1};
    case Side::kLeft:
      break;
  }
  return {-1, 0};
}

bool is_level(Side side) {
  return side == Side::kTop || side == Side::kBottom;
}

// A point on the border; `offset` from the middle of the side.
Point port(const Rect& card, Side side, float offset) {
  const Point normal = normal_of(side);
  const Point middle = card.centre() + Point{normal.x * card.width / 2, normal.y * card.height / 2};
  return middle + (is_level(side) ? Point{offset, 0} : Point{0, offset});
}

CubicCurve curve_between(Point start, Side from, Point end, Side to, const RouteOptions& options) {
  const float distance = std::hypot(end.x - start.x, end.y - start.y);
  const float reach = std::clamp(options.bend * distance, options.min_reach, options.max_reach);
  return {start, start + normal_of(from) * reach, end + normal_of(to) * reach, end};
}

struct Sides {
  Side from = Side::kRight;
  Side to = Side::kRight;
};

class Router {
 public:
  Router(std::span<const Rect> cards, std::span<const LineIn> lines, const RouteOptions& options)
      : cards_(cards), lines_(lines), options_(options), index_(cards), sides_(lines.size()) {}

  std::vector<LineRoute> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_valid(lines_[i])) sides_[i] = best_sides(lines_[i]);
    }
    share_out_ports();
    std::vector<LineRoute> routes(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_valid(lines_[i])) draw(i, routes[i]);
    }
    place_labels(routes);
    return routes;
  }

 private:
  bool is_valid(const LineIn& line) const {
    return line.from < cards_.size() && line.to < cards_.size();
  }

  Sides best_sides(const LineIn& line) const {
    Sides best;
    if (line.from == line.to) return best;
    float best_cost = INFINITY;
    for (const Side from : kSides) {
      for (const Side to : kSides) {
        const float cost = cost_of(line, {from, to});
        if (cost >= best_cost) continue;
        best_cost = cost;
        best = {from, to};
      }
    }
    return best;
  }

  float cost_of(const LineIn& line, Sides sides) const {
    constexpr int kSamples = 16;
    const CubicCurve curve = curve_between(port(cards_[line.from], sides.from, 0), sides.from,
                                           port(cards_[line.to], sides.to, 0), sides.to, options_);
    float cost = sides.from == sides.to ? kSameSide : 0;
    Point before = curve.start;
    for (int i = 1; i <= kSamples; ++i) {
      const Point point = curve.at(static_cast<float>(i) / kSamples);
      cost += std::hypot(point.x - before.x, point.y - before.y);
      before = point;
      if (i == kSamples) break;
      const auto hit = index_.at(point);
      if (!hit) continue;
      cost += *hit == line.from || *hit == line.to ? kOwnSample : kCrossedSample;
    }
    return cost;
  }

  // One end of a line at a side of a card, ordered by where its other end lies.
  struct End {
    float towards = 0;
    std::int64_t tie = 0;
    std::size_t line = 0;
    bool is_start = false;
  };

  void share_out_ports() {
    offsets_.assign(lines_.size(), {});
    std::map<std::pair<std::uint32_t, Side>, std::vector<End>> ends;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const LineIn& line = lines_[i];
      if (!is_valid(line)) continue;
      const auto [from, to] = sides_[i];
      // Lines that join the same pair lie side by side; arcs from side to same side lie inside one
      // another, so at one of the two cards their order is the other way round.
      const auto order = static_cast<std::int64_t>(i);
      const bool is_arc = from == to;
      const bool starts_first = line.from <= line.to;
      ends[{line.from, from}].push_back(
          {along(line.to, from), is_arc && starts_first ? -order : order, i, true});
      ends[{line.to, to}].push_back(
          {along(line.from, to), is_arc && !starts_first ? -order : order, i, false});
    }
    for (auto& [place, list] : ends) {
      std::sort(list.begin(), list.end(), [](const End& a, const End& b) {
        if (a.towards != b.towards) return a.towards < b.towards;
        if (a.tie != b.tie) return a.tie < b.tie;
        return a.is_start && !b.is_start;
      });
      spread(cards_[place.first], place.second, list);
    }
  }

  float along(std::uint32_t card, Side side) const {
    const Point centre = cards_[card].centre();
    return is_level(side) ? centre.x : centre.y;
  }

  void spread(const Rect& card, Side side, const std::vector<End>& ends) {
    const float length = is_level(side) ? card.width : card.height;
    // One more place than ends keeps the middle free for the connectors of the tree.
    const std::size_t places = ends.size() + ends.size() % 2;
    const float gap = std::min(options_.port_gap, length / static_cast<float>(places + 1));
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const float offset = (static_cast<float>(i) - static_cast<float>(places - 1) / 2) * gap +
                           (ends.size() % 2 == 1 ? gap : 0);
      (ends[i].is_start ? offsets_[ends[i].line].from : offsets_[ends[i].line].to) = offset;
    }
  }

  void draw(std::size_t i, LineRoute& route) const {
    const LineIn& line = lines_[i];
    route.from_side = sides_[i].from;
    route.to_side = sides_[i].to;
    route.curve = curve_between(
        port(cards_[line.from], route.from_side, offsets_[i].from), route.from_side,
        port(cards_[line.to], route.to_side, offsets_[i].to), route.to_side, options_);
    const Point normal = normal_of(route.to_side);
    const Point tip = route.curve.end;
    const Point base = tip + normal * options_.arrow_length;
    const Point aside = Point{normal.y, -normal.x} * (options_.arrow_width / 2);
    route.arrow = {tip, base + aside, base - aside};
    CubicCurve shaft = route.curve;
    shaft.end = base;
    route.points = flattened(shaft);
  }

  void place_labels(std::vector<LineRoute>& routes) const {
    static constexpr std::array<float, 9> kPlaces = {0.5F,  0.42F, 0.58F, 0.34F, 0.66F,
                                                     0.26F, 0.74F, 0.18F, 0.82F};
    std::vector<Rect> taken;
    for (std::size_t i = 0; i < routes.size(); ++i) {
      const Size size = lines_[i].label;
      if (routes[i].points.empty()) continue;
      const float length = length_of(routes[i].points);
      const auto label_at = [&](float part) {
        const Point centre = point_along(routes[i].points, length * part).point;
        return Rect{centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height};
      };
      const auto is_clear = [&](float part) {
        const Rect label = label_at(part);
        return !index_.any_overlapping(label) &&
               std::none_of(taken.begin(), taken.end(),
                            [&](const Rect& other) { return other.overlaps(label); });
      };
      const auto place = std::find_if(kPlaces.begin(), kPlaces.end(), is_clear);
      routes[i].label = label_at(place == kPlaces.end() ? kPlaces[0] : *place);
      if (!routes[i].label.is_empty()) taken.push_back(routes[i].label);
    }
  }

  struct Offsets {
    float from = 0;
    float to = 0;
  };

  std::span<const Rect> cards_;
  std::span<const LineIn> lines_;
  RouteOptions options_;
  HitIndex index_;
  std::vector<Sides> sides_;
  std::vector<Offsets> offsets_;
};

}  // namespace

std::vector<LineRoute> route_lines(std::span<const Rect> cards, std::span<const LineIn> lines,
                                   const RouteOptions& options) {
  return Router(cards, lines, options).run();
}

}  // namespace atlas::layout
