// Checks and keys; none of them is for secrets. Bytes are passed as string_view.
#pragma once

#include <cstdint>
#include <string_view>

namespace atlas {

// FNV-1a, 64 bits: names to numbers (ids of built-in records, content names of segments).
[[nodiscard]] constexpr std::uint64_t fnv1a64(std::string_view bytes,
                                              std::uint64_t seed = 0xCBF29CE484222325U) {
  std::uint64_t hash = seed;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3U;
  }
  return hash;
}

// A bijective scramble of 64 bits (the finaliser of SplitMix64).
[[nodiscard]] constexpr std::uint64_t mixed_64(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

// CRC-32 (IEEE 802.3), as in zip and PNG: finds every single and double bit error of a chunk. To go
// on over several pieces pass the sum so far.
[[nodiscard]] std::uint32_t crc32(std::string_view bytes, std::uint32_t so_far = 0);

}  // namespace atlas
