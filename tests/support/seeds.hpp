// Runs a property for a row of seeds. A failure prints its seed; ATLAS_SEED=n runs that one alone,
// ATLAS_MORE_SEEDS=n that many times the usual number.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <utility>

#include "base/random.hpp"

namespace atlas::test {

template <typename Property>
void for_seeds(std::uint64_t count, const Property& property) {
  const char* wanted = std::getenv("ATLAS_SEED");
  const std::uint64_t first = wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 1;
  const char* more = std::getenv("ATLAS_MORE_SEEDS");
  if (more != nullptr) count *= std::strtoull(more, nullptr, 10);
  const std::uint64_t last = wanted != nullptr ? first : count;
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    property(random);
  }
}

template <typename List>
auto& any_of_list(Random& random, List& list) {
  return list[static_cast<std::size_t>(random.below(list.size()))];
}

template <typename List>
void shuffle(Random& random, List& list) {
  for (std::size_t i = list.size(); i > 1; --i) {
    std::swap(list[i - 1], list[static_cast<std::size_t>(random.below(i))]);
  }
}

}  // namespace atlas::test
