#include "layout/polyline.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "layout/random_hierarchy.hpp"

namespace atlas::layout {
namespace {

const Polyline kCorner = {{0, 0}, {100, 0}, {100, 50}};

bool alike(const Polyline& a, const Polyline& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](Point p, Point q) { return std::hypot(p.x - q.x, p.y - q.y) < 0.001F; });
}

TEST_CASE("a flattened curve keeps its ends and stays close") {
  const CubicCurve curve{{0, 0}, {0, 100}, {200, -100}, {200, 0}};
  const Polyline points = flattened(curve, 0.25F);
  CHECK(points.front() == curve.start);
  CHECK(points.back() == curve.end);
  for (int i = 0; i <= 200; ++i) {
    const Point p = curve.at(static_cast<float>(i) / 200);
    float nearest = 1e9F;
    for (std::size_t k = 1; k < points.size(); ++k) {
      const Point way = points[k] - points[k - 1];
      const Point to = p - points[k - 1];
      const float t =
          std::clamp((to.x * way.x + to.y * way.y) / (way.x * way.x + way.y * way.y), 0.0F, 1.0F);
      nearest = std::min(nearest, std::hypot(to.x - way.x * t, to.y - way.y * t));
    }
    CHECK(nearest < 0.3F);
  }
  CHECK(flattened({{0, 0}, {1, 0}, {2, 0}, {3, 0}}).size() == 2);
  CHECK(curve.direction_at(0) == Point{0, 1});
  CHECK(CubicCurve{}.direction_at(0.5F) == Point{1, 0});
}

TEST_CASE("rounding keeps the ends and cuts the corner by no more than the radius") {
  const Polyline points = rounded(kCorner, 10);
  CHECK(points.front() == kCorner.front());
  CHECK(points.back() == kCorner.back());
  CHECK(length_of(points) == doctest::Approx(150 - 20 + 3.14159F * 5).epsilon(0.01));
  for (const Point p : points) CHECK((p.x <= 100 && p.y >= 0));
  CHECK(rounded(kCorner, 0) == kCorner);
  CHECK(rounded(std::span<const Point>(), 5).empty());
}

TEST_CASE("points along a line") {
  CHECK(point_along(kCorner, 120).point == Point{100, 20});
  CHECK(point_along(kCorner, 120).direction == Point{0, 1});
  CHECK(point_along(kCorner, -5).point == Point{0, 0});
  CHECK(point_along(kCorner, 999).point == Point{100, 50});
  CHECK(point_along({}, 1).point == Point{});
}

TEST_CASE("dashes run around corners") {
  const std::vector<float> pattern = {40, 20};
  const auto pieces = dash(kCorner, pattern);
  REQUIRE(pieces.size() == 3);
  CHECK(alike(pieces[0], Polyline{{0, 0}, {40, 0}}));
  CHECK(alike(pieces[1], Polyline{{60, 0}, {100, 0}}));
  CHECK(alike(pieces[2], Polyline{{100, 20}, {100, 50}}));
  const auto around = dash(kCorner, std::vector<float>{60, 30});
  REQUIRE(around.size() == 2);
  CHECK(alike(around[1], Polyline{{90, 0}, {100, 0}, {100, 50}}));
}

TEST_CASE("phase, odd and useless patterns") {
  const Polyline line = {{0, 0}, {100, 0}};
  CHECK(alike(dash(line, std::vector<float>{40, 20}, 50).front(), Polyline{{10, 0}, {50, 0}}));
  CHECK(alike(dash(line, std::vector<float>{40, 20}, -10).front(), Polyline{{10, 0}, {50, 0}}));
  const auto odd = dash(line, std::vector<float>{30});
  REQUIRE(odd.size() == 2);
  CHECK(odd[1].front().x == doctest::Approx(60));
  for (const std::vector<float>& pattern :
       {std::vector<float>{}, {0, 0}, {-3, -4}, {1e-9F, 1e-9F}}) {
    const auto whole = dash(line, pattern);
    REQUIRE(whole.size() == 1);
    CHECK(whole[0] == line);
  }
  CHECK(dash(std::span<const Point>(), std::vector<float>{1, 1}).empty());
}

TEST_CASE("what is drawn is the share of the pattern") {
  testing::Rng rng(12);
  for (int round = 0; round < 50; ++round) {
    Polyline line;
    for (int i = 0; i < 12; ++i) {
      line.push_back({testing::length(rng, 0, 900), testing::length(rng, 0, 900)});
    }
    const std::vector<float> pattern = {testing::length(rng, 2, 9), testing::length(rng, 2, 9)};
    float drawn = 0;
    for (const Polyline& piece : dash(line, pattern, testing::length(rng, 0, 40))) {
      drawn += length_of(piece);
    }
    const float share = pattern[0] / (pattern[0] + pattern[1]);
    CHECK(std::abs(drawn - share * length_of(line)) < 12);
  }
}

}  // namespace
}  // namespace atlas::layout
