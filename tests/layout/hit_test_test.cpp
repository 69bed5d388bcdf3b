#include "layout/hit_test.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "layout/random_hierarchy.hpp"

namespace atlas::layout {
namespace {

std::optional<std::uint32_t> at_naively(const std::vector<Rect>& rects, Point point) {
  for (std::size_t i = rects.size(); i > 0; --i) {
    if (rects[i - 1].contains(point)) return static_cast<std::uint32_t>(i - 1);
  }
  return std::nullopt;
}

std::vector<std::uint32_t> overlapping_naively(const std::vector<Rect>& rects, const Rect& range) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < rects.size(); ++i) {
    if (rects[i].overlaps(range)) found.push_back(i);
  }
  return found;
}

float distance(const Rect& rect, Point p) {
  return std::hypot(std::max({rect.x - p.x, 0.0F, p.x - rect.right()}),
                    std::max({rect.y - p.y, 0.0F, p.y - rect.bottom()}));
}

void compare(testing::Rng& rng, const std::vector<Rect>& rects, std::uint32_t world) {
  const HitIndex index(rects);
  for (int i = 0; i < 200; ++i) {
    const Point point =
        Point{testing::length(rng, 0, world + 200), testing::length(rng, 0, world + 200)} -
        Point{100, 100};
    CHECK(index.at(point) == at_naively(rects, point));
    const Rect range{point.x, point.y, testing::length(rng, 0, 300), testing::length(rng, 0, 300)};
    const auto expected = overlapping_naively(rects, range);
    CHECK(index.overlapping(range) == expected);
    CHECK(index.any_overlapping(range) == !expected.empty());
    const auto near = index.near(point, 40);
    float least = 1e9F;
    for (const Rect& rect : rects) least = std::min(least, distance(rect, point));
    CHECK(near.has_value() == (least <= 40));
    if (near) CHECK(distance(rects[*near], point) == doctest::Approx(least));
  }
}

TEST_CASE("the grid answers as looking at every item does") {
  for (const std::uint32_t count : {1U, 2U, 40U, 800U}) {
    for (const std::uint32_t world : {50U, 3000U}) {
      testing::Rng rng(count + world);
      CAPTURE(count);
      CAPTURE(world);
      std::vector<Rect> rects = testing::random_rects(rng, count, world);
      compare(rng, rects, world);
      rects.push_back({0, 0, static_cast<float>(world), static_cast<float>(world)});  // large
      rects.push_back({10, 10, 0, 0});
      compare(rng, rects, world);
    }
  }
}

TEST_CASE("nothing is found in nothing") {
  const HitIndex index;
  CHECK_FALSE(index.at({0, 0}));
  CHECK_FALSE(index.near({0, 0}, 10));
  CHECK(index.overlapping({0, 0, 10, 10}).empty());
  CHECK_FALSE(HitIndex(std::span<const Rect>()).any_overlapping({0, 0, 10, 10}));
}

TEST_CASE("ten thousand items, and items far apart") {
  testing::Rng rng(6);
  compare(rng, testing::random_rects(rng, 10'000, 40'000), 40'000);
  std::vector<Rect> line;
  for (int i = 0; i < 500; ++i) line.push_back({static_cast<float>(i) * 1e4F, 0, 50, 0.5F});
  compare(rng, line, 5000);
}

}  // namespace
}  // namespace atlas::layout
