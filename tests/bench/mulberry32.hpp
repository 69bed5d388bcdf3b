// mulberry32 (T. Ettinger, public domain): the random numbers of the workloads that we share with
// the peers' runners.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace atlas::bench {

class Mulberry32 {
 public:
  explicit Mulberry32(std::uint32_t seed) : state_(seed) {}
  // From 0 up to 1.
  double next() {
    state_ += 0x6D2B79F5U;
    std::uint32_t t = (state_ ^ (state_ >> 15U)) * (1U | state_);
    t = (t + (t ^ (t >> 7U)) * (61U | t)) ^ t;
    return static_cast<double>(t ^ (t >> 14U)) / 4294967296.0;
  }
  std::uint32_t below(std::size_t bound) {
    return static_cast<std::uint32_t>(next() * static_cast<double>(bound));
  }
  template <typename List>
  auto one_of(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::uint32_t state_;
};

}  // namespace atlas::bench
