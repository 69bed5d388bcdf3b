#include "layout/neighbour.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace atlas::layout {
namespace {

TEST_CASE("walking over a grid of cards by sight") {
  std::vector<Rect> cards;  // three rows of four
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 4; ++column) {
      cards.push_back({static_cast<float>(column) * 240, static_cast<float>(row) * 120, 200, 80});
    }
  }
  CHECK(nearest_in_direction(cards, 5, Direction::kLeft) == 4U);
  CHECK(nearest_in_direction(cards, 5, Direction::kRight) == 6U);
  CHECK(nearest_in_direction(cards, 5, Direction::kUp) == 1U);
  CHECK(nearest_in_direction(cards, 5, Direction::kDown) == 9U);
  CHECK_FALSE(nearest_in_direction(cards, 0, Direction::kLeft));
  CHECK_FALSE(nearest_in_direction(cards, 0, Direction::kUp));
  CHECK_FALSE(nearest_in_direction(cards, 99, Direction::kUp));
}

TEST_CASE("straight on is nearer than aside") {
  const std::vector<Rect> cards = {{0, 0, 100, 50}, {150, 300, 100, 50}, {700, 10, 100, 50}};
  CHECK(nearest_in_direction(cards, 0, Direction::kRight) == 2U);
  CHECK(nearest_in_direction(cards, 0, Direction::kDown) == 1U);
}

}  // namespace
}  // namespace atlas::layout
