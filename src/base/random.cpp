#include "base/random.hpp"

#include <cassert>

#include "base/hash.hpp"

namespace atlas {

std::uint64_t Random::below(std::uint64_t bound) {
  assert(bound != 0);
  // The largest multiple of bound that fits; what lies above it would favour small results.
  const std::uint64_t limit = ~std::uint64_t{0} - (~std::uint64_t{0} % bound + 1) % bound;
  std::uint64_t value = next();
  while (value > limit) value = next();
  return value % bound;
}

std::uint64_t SeededRandom::next() {
  state_ += 0x9E3779B97F4A7C15U;
  return mixed_64(state_);
}

}  // namespace atlas
