#include "platform/headless/clock.hpp"

#include <doctest/doctest.h>

namespace atlas {

TEST_CASE("the headless clock tells the time it was given") {
  headless::Clock clock(1);
  CHECK(clock.local_date(clock.wall_ms()) == "2026-11-22");
  CHECK(clock.local_time(clock.wall_ms()) == "10:42");
  CHECK(clock.local_date(-1) == "1969-12-31");
  CHECK(clock.local_time(-1) == "23:59");
  clock.set_wall_ms(0);
  clock.advance_ms(61'000);
  CHECK(clock.local_time(clock.wall_ms()) == "00:01");
}

TEST_CASE("headless chance repeats") {
  headless::Clock one(5);
  headless::Clock same(5);
  headless::Clock other(6);
  const std::uint64_t number = one.random64();
  CHECK(number == same.random64());
  CHECK_FALSE(number == other.random64());
}

}  // namespace atlas
