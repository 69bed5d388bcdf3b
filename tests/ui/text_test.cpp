#include "ui/text.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "fonts.hpp"

namespace ui = atlas::ui;

namespace {

// TrueType is big-endian.
std::int32_t number_at(std::span<const unsigned char> font, std::size_t at) {
  return static_cast<std::int16_t>(font[at] << 8U | font[at + 1]);
}

// Where a table begins, by the directory at the front of the file; 0: it has none.
std::size_t table(std::span<const unsigned char> font, std::string_view tag) {
  const auto count = static_cast<std::size_t>(number_at(font, 4));
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = 12 + 16 * i;
    bool same = true;
    for (std::size_t c = 0; c < 4; ++c)
      same = same && font[entry + c] == static_cast<unsigned char>(tag[c]);
    if (same) {
      return static_cast<std::size_t>(static_cast<std::uint16_t>(number_at(font, entry + 8)))
                 << 16U |
             static_cast<std::uint16_t>(number_at(font, entry + 10));
    }
  }
  return 0;
}

}  // namespace

TEST_CASE("the content area is that of the built-in fonts") {
  for (const auto font : {atlas::fonts::inter_regular(), atlas::fonts::inter_semibold()}) {
    const std::size_t head = table(font, "head");
    const std::size_t hhea = table(font, "hhea");
    REQUIRE(head > 0);
    REQUIRE(hhea > 0);
    const auto em = static_cast<float>(number_at(font, head + 18));
    CHECK(static_cast<float>(number_at(font, hhea + 4)) / em ==
          doctest::Approx(ui::kFontAscent).epsilon(0.001));
    CHECK(static_cast<float>(-number_at(font, hhea + 6)) / em ==
          doctest::Approx(ui::kFontDescent).epsilon(0.001));
  }
}
