// A clock that a test sets, and chance that repeats. Local time is UTC.
#pragma once

#include "app/ports.hpp"
#include "base/random.hpp"

namespace atlas::headless {

class Clock final : public app::ClockPort {
 public:
  // Stands still at 22 November 2026, 10:42 until told otherwise.
  explicit Clock(std::uint64_t seed) : random_(seed) {}

  void set_wall_ms(std::int64_t wall_ms) { wall_ms_ = wall_ms; }
  void advance_ms(std::int64_t ms) { wall_ms_ += ms; }

  [[nodiscard]] std::int64_t wall_ms() const override { return wall_ms_; }
  [[nodiscard]] std::string local_time(std::int64_t wall_ms) const override;
  [[nodiscard]] std::string local_date(std::int64_t wall_ms) const override;
  std::uint64_t random64() override;

 private:
  std::int64_t wall_ms_ = 1'795'344'120'000;
  SeededRandom random_;
};

}  // namespace atlas::headless
