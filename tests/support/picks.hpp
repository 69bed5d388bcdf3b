// Random picks from lists.
#pragma once

#include <cstddef>
#include <utility>

#include "base/random.hpp"

namespace atlas::test {

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
