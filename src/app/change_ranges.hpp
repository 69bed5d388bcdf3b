// A set of changes by their numbers, kept as runs of counters: for notes on this device.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "replica/change.hpp"

namespace atlas::app {

class ChangeRanges {
 public:
  // Changes of one replica in the order of their counters.
  void add(const Change& change);
  // Whether the operation is one of a change in the set.
  [[nodiscard]] bool has(OpId id) const;
  [[nodiscard]] bool empty() const { return runs_.empty(); }

  // "1a2b:1-7 1a2b:9-9 …", replica and counters in hexadecimal digits; empty for none.
  [[nodiscard]] std::string text() const;
  // nullopt for what `text` does not write.
  [[nodiscard]] static std::optional<ChangeRanges> from_text(std::string_view text);

  friend bool operator==(const ChangeRanges&, const ChangeRanges&) = default;

 private:
  struct Run {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const Run&, const Run&) = default;
  };
  std::map<std::uint64_t, std::vector<Run>> runs_;  // by replica; rising, apart
};

}  // namespace atlas::app
