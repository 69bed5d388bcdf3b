#include "base/decimal.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("decimals keep the digits of the source") {
  for (const char* text : {"0", "15.9", "1.0", "5.00", "-3", "0.5", "0.05", "-0.001",
                           "999999999999999999", "123456789.123456789"}) {
    CAPTURE(text);
    const auto value = parse_decimal(text);
    REQUIRE(value.has_value());
    CHECK(to_text(*value) == text);
  }
  CHECK(parse_decimal("1,234.50") == Decimal{123450, 2});
  CHECK(parse_decimal("1,234,567") == Decimal{1234567, 0});
  CHECK(to_text(Decimal{-9223372036854775807 - 1, 0}) == "-9223372036854775808");
}

TEST_CASE("what is no decimal is refused") {
  for (const char* text :
       {"", "-", ".", ".5", "5.", "1e3", "1 000", "12,34", ",123", "1,2345", "1234,567", "1.2.3",
        "--3", "+3", "1.0000000001", "1234567890123456789", "1.5,000", "ten", "1,"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_decimal(text).has_value());
  }
}

TEST_CASE("decimals compare by value, then by scale") {
  CHECK(numerically_less({10, 1}, {2, 0}));
  CHECK(numerically_less({-2, 0}, {-15, 1}));
  CHECK(numerically_less({-5, 1}, {5, 1}));
  CHECK(numerically_less({10, 1}, {100, 2}));
  CHECK_FALSE(numerically_less({100, 2}, {10, 1}));
  CHECK_FALSE(numerically_less({10, 1}, {10, 1}));
  CHECK(numerically_less({999999999999999998, 0}, {999999999999999999, 0}));
  CHECK(numerically_less({5, 9}, {999999999999999999, 0}));
  CHECK(Decimal{159, 1}.to_double() == doctest::Approx(15.9));
}
