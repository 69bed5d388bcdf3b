#include "base/decimal.hpp"

#include <cstdlib>

namespace atlas {
namespace {

constexpr int kMaxDigits = 18;
constexpr int kMaxScale = 9;

constexpr std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Commas may stand only between groups of three: "1,234,567" but not "12,34" or ",5".
bool grouped_well(std::string_view whole) {
  const std::size_t first = whole.find(',');
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t i = first; i < whole.size(); i += 4) {
    if (whole[i] != ',' || i + 4 > whole.size()) return false;
    if (whole.substr(i + 1, 3).find(',') != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

double Decimal::to_double() const {
  return static_cast<double>(mantissa) / static_cast<double>(power_of_ten(scale));
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || !grouped_well(whole)) return std::nullopt;
  if (point != std::string_view::npos && fraction.empty()) return std::nullopt;
  if (fraction.size() > kMaxScale) return std::nullopt;
  Decimal value;
  int digits = 0;
  for (const std::string_view part : {whole, fraction}) {
    for (const char c : part) {
      if (c == ',' && part.data() == whole.data()) continue;
      if (!is_digit(c) || ++digits > kMaxDigits) return std::nullopt;
      value.mantissa = value.mantissa * 10 + (c - '0');
    }
  }
  value.scale = static_cast<std::uint8_t>(fraction.size());
  if (negative) value.mantissa = -value.mantissa;
  return value;
}

std::string to_text(Decimal value) {
  const bool negative = value.mantissa < 0;
  const auto magnitude = negative ? 0U - static_cast<std::uint64_t>(value.mantissa)
                                  : static_cast<std::uint64_t>(value.mantissa);
  std::string digits = std::to_string(magnitude);
  if (digits.size() <= value.scale) digits.insert(0, value.scale + 1 - digits.size(), '0');
  if (value.scale > 0) digits.insert(digits.size() - value.scale, 1, '.');
  return negative ? "-" + digits : digits;
}

bool numerically_less(Decimal a, Decimal b) {
  // Whole parts first: bringing both to one scale could overflow.
  const std::int64_t unit_a = power_of_ten(a.scale);
  const std::int64_t unit_b = power_of_ten(b.scale);
  const std::int64_t whole_a = a.mantissa / unit_a;
  const std::int64_t whole_b = b.mantissa / unit_b;
  if (whole_a != whole_b) return whole_a < whole_b;
  const std::int64_t rest_a = a.mantissa % unit_a * power_of_ten(kMaxScale - a.scale);
  const std::int64_t rest_b = b.mantissa % unit_b * power_of_ten(kMaxScale - b.scale);
  if (rest_a != rest_b) return rest_a < rest_b;
  return a.scale < b.scale;
}

}  // namespace atlas
