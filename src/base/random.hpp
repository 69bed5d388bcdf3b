// Random numbers, passed by reference so that tests can repeat them. Real randomness (ids of
// replicas and workspaces) is a port of the platform.
#pragma once

#include <cstdint>

namespace atlas {

class Random {
 public:
  virtual ~Random() = default;
  [[nodiscard]] virtual std::uint64_t next() = 0;
  // 0 to bound - 1, without bias; bound must not be 0.
  [[nodiscard]] std::uint64_t below(std::uint64_t bound);
  [[nodiscard]] bool one_in(std::uint64_t n) { return below(n) == 0; }
};

// SplitMix64: repeatable, not for secrets.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  [[nodiscard]] std::uint64_t next() override;

 private:
  std::uint64_t state_;
};

}  // namespace atlas
