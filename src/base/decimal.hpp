// An exact decimal as a source prints it: 15.9, 1.0 and 5.00 keep their digits. value = mantissa /
// 10^scale, scale 0..9. Figures never pass through binary floating point on their way to a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atlas {

struct Decimal {
  std::int64_t mantissa = 0;
  std::uint8_t scale = 0;
  friend bool operator==(Decimal, Decimal) = default;  // 1.0 and 1.00 differ: they are printed so
  [[nodiscard]] double to_double() const;              // for drawing only
};

// "1,234.50", "-3", "0.5"; at most 18 digits. Anything else is nullopt.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);
[[nodiscard]] std::string to_text(Decimal value);  // no grouping: "1234.50"
// Orders by numeric value, then by scale.
[[nodiscard]] bool numerically_less(Decimal a, Decimal b);

}  // namespace atlas
