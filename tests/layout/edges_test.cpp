#include "layout/edges.hpp"

#include <doctest/doctest.h>

#include "layout/random_hierarchy.hpp"

namespace atlas::layout {
namespace {

// Pieces are level or upright but for the short arcs at corners, whose boxes are small.
bool crosses(Point a, Point b, const Rect& card) {
  const Rect inner = card.inflated(-0.6F);
  const float left = std::min(a.x, b.x);
  const float top = std::min(a.y, b.y);
  return left < inner.right() && std::max(a.x, b.x) > inner.x && top < inner.bottom() &&
         std::max(a.y, b.y) > inner.y;
}

std::size_t crossings(const Polyline& line, const TreeLayout& layout) {
  std::size_t count = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    for (const Placement& placement : layout.nodes) {
      if (crosses(line[i - 1], line[i], placement.rect)) ++count;
    }
  }
  return count;
}

bool is_on_border(Point p, const Rect& card) {
  return card.inflated(0.5F).contains(p) && !card.inflated(-0.5F).contains(p);
}

TEST_CASE("a row: a trunk, two rounded ends and what is between") {
  TidyOptions options;
  options.aspect_target = 0;
  const TreeInput input = testing::star(3);
  const TreeLayout layout = tidy_tree(input, options);
  const auto connectors = elbow_connectors(input, layout);
  REQUIRE(connectors.size() == 1);
  CHECK(connectors[0].parent == 0);
  CHECK(connectors[0].strokes.size() == 4);
  const Point trunk = connectors[0].strokes[0].front();
  CHECK(trunk.x == doctest::Approx(layout.nodes[0].rect.centre().x));
  CHECK(trunk.y == layout.nodes[0].rect.bottom());
}

TEST_CASE("an only child hangs on one straight stroke") {
  TidyOptions options;
  options.aspect_target = 0;
  const TreeInput input = testing::star(1);
  const auto connectors = elbow_connectors(input, tidy_tree(input, options));
  REQUIRE(connectors[0].strokes.size() == 1);
  CHECK(length_of(connectors[0].strokes[0]) == doctest::Approx(options.level_gap));
}

TEST_CASE("no stroke or path runs over a card; paths join the two borders") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    testing::Rng rng(seed);
    const std::uint32_t bushiness = 1 + testing::below(rng, 30);
    const TreeInput input =
        testing::random_hierarchy(rng, 2 + testing::below(rng, 45), bushiness, 2);
    TidyOptions options;
    if (seed % 2 == 0) options.orientation = Orientation::kLeftRight;
    if (seed % 3 == 0) options.aspect_target = 0;
    const TreeLayout layout = tidy_tree(input, options);
    std::size_t crossed = 0;
    for (const Connector& connector : elbow_connectors(input, layout)) {
      for (const Polyline& stroke : connector.strokes) crossed += crossings(stroke, layout);
    }
    CHECK(crossed == 0);
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(input.nodes.size()); ++i) {
      const std::int32_t parent = input.nodes[static_cast<std::size_t>(i)].parent;
      const Polyline path = elbow_path(input, layout, i);
      CHECK(path.empty() == (parent < 0));
      if (parent < 0) continue;
      CHECK(is_on_border(path.front(), layout.nodes[static_cast<std::size_t>(parent)].rect));
      CHECK(is_on_border(path.back(), layout.nodes[static_cast<std::size_t>(i)].rect));
      CHECK(crossings(path, layout) == 0);
    }
  }
}

}  // namespace
}  // namespace atlas::layout
