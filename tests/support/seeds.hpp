// Runs a property for a row of seeds. A failure prints its seed. tools/soak sets these:
//   ATLAS_SEED=n        that seed alone
//   ATLAS_FIRST_SEED=n  begins the row there instead of at 1
//   ATLAS_MORE_SEEDS=n  that many times the usual number
//   ATLAS_SEED_FILE=f   keeps the running test case and its seed in the file, for whoever finds
//   that
//                       the program has died or hangs
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>

#include "base/random.hpp"
#include "support/picks.hpp"

namespace atlas::test {

inline std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

inline void note_seed(std::uint64_t seed) {
  const char* path = std::getenv("ATLAS_SEED_FILE");
  if (path == nullptr) return;
  std::ofstream(path) << doctest::getContextOptions()->currentTest->m_name << "\n" << seed << "\n";
}

template <typename Property>
void for_seed(std::uint64_t seed, const Property& property) {
  CAPTURE(seed);
  note_seed(seed);
  SeededRandom random(seed);
  property(random);
}

// The number of seeds that it ran for.
template <typename Property>
std::uint64_t for_seeds(std::uint64_t count, const Property& property) {
  if (std::getenv("ATLAS_SEED") != nullptr) {
    for_seed(number_from("ATLAS_SEED", 1), property);
    return 1;
  }
  const std::uint64_t first = number_from("ATLAS_FIRST_SEED", 1);
  count *= number_from("ATLAS_MORE_SEEDS", 1);
  for (std::uint64_t i = 0; i < count; ++i) for_seed(first + i, property);
  return count;
}

// That a row of seeds was about something: what the property counted comes to one a seed. One
// seed alone may have none.
inline void check_enough(std::size_t counted, std::uint64_t seeds) {
  if (seeds > 1) CHECK(counted >= seeds);
}

}  // namespace atlas::test
