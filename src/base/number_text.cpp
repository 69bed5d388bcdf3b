#include "base/number_text.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <utility>

namespace atlas {
namespace {

struct Digits {
  std::string digits;  // without trailing zeros
  int exponent = 0;    // value = d.igits * 10^exponent
};

// glibc and musl both print and read with correct rounding, so that the first precision which reads
// back is the same on both. 15 digits suffice for every decimal that short, except near zero where
// doubles have fewer bits.
Digits shortest_digits(double magnitude) {
  const bool subnormal = magnitude < std::numeric_limits<double>::min();
  std::array<char, 40> buffer{};
  for (int precision = subnormal ? 1 : 15; precision <= 17; ++precision) {
    std::snprintf(buffer.data(), buffer.size(), "%.*e", precision - 1, magnitude);
    if (std::strtod(buffer.data(), nullptr) == magnitude) break;
  }
  Digits result;
  const char* c = buffer.data();
  for (; *c != 'e'; ++c) {
    if (*c >= '0' && *c <= '9') result.digits += *c;
  }
  result.exponent = std::atoi(c + 1);
  while (result.digits.size() > 1 && result.digits.back() == '0') result.digits.pop_back();
  return result;
}

std::string plain(Digits number) {
  if (number.exponent < 0) {
    return "0." + std::string(static_cast<std::size_t>(-number.exponent - 1), '0') + number.digits;
  }
  const auto whole = static_cast<std::size_t>(number.exponent) + 1;
  if (number.digits.size() <= whole) {
    return number.digits + std::string(whole - number.digits.size(), '0');
  }
  return number.digits.insert(whole, 1, '.');
}

std::string scientific(Digits number) {
  if (number.digits.size() > 1) number.digits.insert(1, 1, '.');
  return number.digits + (number.exponent < 0 ? "e" : "e+") + std::to_string(number.exponent);
}

}  // namespace

std::string number_text(double value) {
  if (std::isnan(value)) return "nan";
  const std::string sign = std::signbit(value) && value != 0 ? "-" : "";
  if (std::isinf(value)) return sign + "inf";
  if (value == 0) return "0";
  Digits number = shortest_digits(std::fabs(value));
  const bool is_plain = number.exponent >= -7 && number.exponent < 21;
  return sign + (is_plain ? plain(std::move(number)) : scientific(std::move(number)));
}

std::string with_thousands(std::string digits) {
  const std::size_t sign = digits.starts_with('-') ? 1 : 0;
  std::size_t end = digits.find('.');
  if (end == std::string::npos) end = digits.size();
  while (end > sign + 3) {
    end -= 3;
    digits.insert(end, 1, ',');
  }
  return digits;
}

}  // namespace atlas
