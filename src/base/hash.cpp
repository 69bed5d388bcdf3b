#include "base/hash.hpp"

#include <array>
#include <cstddef>

namespace atlas {
namespace {

using Table = std::array<std::array<std::uint32_t, 256>, 8>;

// Slicing by eight: table k carries a byte over k further bytes of zero.
constexpr Table make_table() {
  Table table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t sum = byte;
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    table[0][byte] = sum;
  }
  for (std::size_t k = 1; k < 8; ++k) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t sum = table[k - 1][byte];
      table[k][byte] = (sum >> 8U) ^ table[0][sum & 0xFFU];
    }
  }
  return table;
}

constexpr Table kTable = make_table();

}  // namespace

std::uint32_t crc32(std::string_view bytes, std::uint32_t so_far) {
  std::uint32_t sum = ~so_far;
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    const std::uint32_t low =
        sum ^ (byte_at(i) | std::uint32_t{byte_at(i + 1)} << 8U |
               std::uint32_t{byte_at(i + 2)} << 16U | std::uint32_t{byte_at(i + 3)} << 24U);
    sum = kTable[7][low & 0xFFU] ^ kTable[6][(low >> 8U) & 0xFFU] ^
          kTable[5][(low >> 16U) & 0xFFU] ^ kTable[4][low >> 24U] ^ kTable[3][byte_at(i + 4)] ^
          kTable[2][byte_at(i + 5)] ^ kTable[1][byte_at(i + 6)] ^ kTable[0][byte_at(i + 7)];
  }
  for (; i < bytes.size(); ++i) sum = (sum >> 8U) ^ kTable[0][(sum ^ byte_at(i)) & 0xFFU];
  return ~sum;
}

}  // namespace atlas
