#include "base/random.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace atlas;

TEST_CASE("a seed repeats, and gives the published sequence of SplitMix64") {
  SeededRandom random(1234567);
  CHECK(random.next() == 6457827717110365317U);
  CHECK(random.next() == 3203168211198807973U);
}

TEST_CASE("numbers below a bound are spread over all of it") {
  SeededRandom random(1);
  std::array<int, 6> counts{};
  for (int i = 0; i < 6000; ++i) ++counts.at(static_cast<std::size_t>(random.below(6)));
  for (const int count : counts) CHECK(count > 800);
  CHECK(random.below(1) == 0);
}
