// The browser's clock and chance. Local time is the browser's time zone.
#pragma once

#include "app/ports.hpp"

namespace atlas::web {

class WebClock final : public app::ClockPort {
 public:
  [[nodiscard]] std::int64_t wall_ms() const override;
  [[nodiscard]] std::string local_time(std::int64_t wall_ms) const override;
  [[nodiscard]] std::string local_date(std::int64_t wall_ms) const override;
  std::uint64_t random64() override;  // from the browser's cryptographic source
};

}  // namespace atlas::web
