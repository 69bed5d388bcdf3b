#include "layout/line_routes.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "layout/random_hierarchy.hpp"

namespace atlas::layout {
namespace {

bool is_on_border(Point p, const Rect& card) {
  return card.inflated(0.05F).contains(p) && !card.inflated(-0.05F).contains(p);
}

LineIn line(std::uint32_t from, std::uint32_t to, Size label = {}) {
  return {from, to, label};
}

TEST_CASE("a line goes the short way") {
  const std::vector<Rect> cards = {{0, 0, 200, 80}, {0, 300, 200, 80}, {500, 0, 200, 80}};
  const auto routes = route_lines(cards, std::vector<LineIn>{line(0, 1), line(0, 2)});
  CHECK(routes[0].from_side == Side::kBottom);
  CHECK(routes[0].to_side == Side::kTop);
  CHECK(routes[1].from_side == Side::kRight);
  CHECK(routes[1].to_side == Side::kLeft);
}

TEST_CASE("a line goes around a card that stands between") {
  const std::vector<Rect> cards = {{0, 0, 200, 80}, {300, 0, 200, 80}, {600, 0, 200, 80}};
  const auto routes = route_lines(cards, std::vector<LineIn>{line(0, 2)});
  for (const Point p : routes[0].points) CHECK_FALSE(cards[1].contains(p));
}

TEST_CASE("lines of the same pair lie side by side and do not cross") {
  const std::vector<Rect> cards = {{0, 0, 200, 80}, {0, 300, 200, 80}};
  const auto routes = route_lines(cards, std::vector<LineIn>{line(0, 1), line(1, 0), line(0, 1)});
  CHECK(routes[0].curve.start.x < routes[1].curve.end.x);
  CHECK(routes[1].curve.end.x < routes[2].curve.start.x);
  CHECK(routes[0].curve.end.x < routes[1].curve.start.x);
  CHECK(routes[1].curve.start.x < routes[2].curve.end.x);
  for (const LineRoute& route : routes) CHECK(std::abs(route.curve.start.x - 100) > 2);
}

TEST_CASE("random lines join borders, arrows touch the card, all is finite and the same again") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    testing::Rng rng(seed);
    std::vector<Rect> cards;
    for (const Placement& p : tidy_tree(testing::random_hierarchy(rng, 30, 12, 2)).nodes) {
      cards.push_back(p.rect);
    }
    std::vector<LineIn> lines;
    for (int i = 0; i < 40; ++i) {
      lines.push_back(line(testing::below(rng, 30), testing::below(rng, 30), {60, 18}));
    }
    const auto routes = route_lines(cards, lines);
    const auto again = route_lines(cards, lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const LineRoute& route = routes[i];
      CHECK(is_on_border(route.curve.start, cards[lines[i].from]));
      CHECK(is_on_border(route.arrow.tip, cards[lines[i].to]));
      CHECK(route.points.size() >= 2);
      CHECK(route.points.front() == route.curve.start);
      for (const Point p : route.points) CHECK((std::isfinite(p.x) && std::isfinite(p.y)));
      CHECK(route.label.width == 60);
      CHECK(again[i].points == route.points);
    }
  }
}

TEST_CASE("labels keep clear of cards and of each other where there is room") {
  const std::vector<Rect> cards = {{0, 0, 200, 80}, {0, 500, 200, 80}, {900, 500, 200, 80}};
  const auto routes = route_lines(
      cards, std::vector<LineIn>{line(0, 1, {80, 20}), line(0, 1, {80, 20}), line(0, 2, {80, 20})});
  for (std::size_t i = 0; i < routes.size(); ++i) {
    for (const Rect& card : cards) CHECK_FALSE(card.overlaps(routes[i].label));
    for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(routes[k].label.overlaps(routes[i].label));
  }
}

TEST_CASE("a line to nowhere has no points, a line to itself is a loop") {
  const std::vector<Rect> cards = {{0, 0, 200, 80}};
  const auto routes = route_lines(cards, std::vector<LineIn>{line(0, 5), line(0, 0)});
  CHECK(routes[0].points.empty());
  CHECK(routes[1].points.size() > 2);
  CHECK(routes[1].curve.start.y != routes[1].curve.end.y);
  CHECK(route_lines({}, std::vector<LineIn>{line(0, 0)})[0].points.empty());
}

}  // namespace
}  // namespace atlas::layout
