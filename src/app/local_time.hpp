// Moments in words, as this device tells the time.
#pragma once

#include <cstdint>
#include <string>

#include "app/ports.hpp"

namespace atlas::app {

// "22 November 2026, 10:42"
[[nodiscard]] std::string date_and_time(const ClockPort& clock, std::int64_t wall_ms);

}  // namespace atlas::app
