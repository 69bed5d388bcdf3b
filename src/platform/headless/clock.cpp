#include "platform/headless/clock.hpp"

#include "base/date.hpp"

namespace atlas::headless {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kMinutesADay = 24 * 60;

std::int64_t floor_minutes(std::int64_t wall_ms) {
  return wall_ms >= 0 ? wall_ms / kMinuteMs : -((kMinuteMs - 1 - wall_ms) / kMinuteMs);
}

std::int64_t days_since_1970(std::int64_t wall_ms) {
  const std::int64_t minutes = floor_minutes(wall_ms);
  return minutes >= 0 ? minutes / kMinutesADay : -((kMinutesADay - 1 - minutes) / kMinutesADay);
}

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

std::string Clock::local_time(std::int64_t wall_ms) const {
  const std::int64_t minutes = floor_minutes(wall_ms) - days_since_1970(wall_ms) * kMinutesADay;
  return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

std::string Clock::local_date(std::int64_t wall_ms) const {
  return to_iso_text(Date{static_cast<std::int32_t>(days_since_1970(wall_ms))});
}

std::uint64_t Clock::random64() {
  const std::uint64_t number = random_.next();
  return number == 0 ? 1 : number;
}

}  // namespace atlas::headless
