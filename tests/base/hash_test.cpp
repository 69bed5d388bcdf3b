#include "base/hash.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace atlas;

TEST_CASE("FNV-1a gives the published values") {
  CHECK(fnv1a64("") == 0xCBF29CE484222325U);
  CHECK(fnv1a64("a") == 0xAF63DC4C8601EC8CU);
  CHECK(fnv1a64("foobar") == 0x85944171F73967E8U);
}

TEST_CASE("CRC-32 gives the published values, in one go and in pieces") {
  CHECK(crc32("") == 0);
  CHECK(crc32("123456789") == 0xCBF43926U);
  CHECK(crc32("The quick brown fox jumps over the lazy dog") == 0x414FA339U);
  const std::string text = "The quick brown fox jumps over the lazy dog";
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    CHECK(crc32(text.substr(cut), crc32(text.substr(0, cut))) == 0x414FA339U);
  }
}

TEST_CASE("CRC-32 sees every flipped bit") {
  std::string text(64, 'x');
  const std::uint32_t sum = crc32(text);
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    text[bit / 8] = static_cast<char>(text[bit / 8] ^ (1 << (bit % 8)));
    CHECK(crc32(text) != sum);
    text[bit / 8] = static_cast<char>(text[bit / 8] ^ (1 << (bit % 8)));
  }
}
