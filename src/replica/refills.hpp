// Values that one copy of a change left out (thin files) and another has: they come back, whichever
// copy was met first. What is erased in either copy stays erased (erasures.hpp).
#pragma once

#include <map>

#include "base/ids.hpp"
#include "replica/change.hpp"

namespace atlas {

class Refills {
 public:
  // Notes what `held` left out and `copy`, the same change, has. False when another copy had
  // something else there: then one of them is forged.
  [[nodiscard]] bool learn(const Change& held, const Change& copy);
  // Whether copies were met of which one lacked what the other had.
  [[nodiscard]] bool met_thin() const { return met_thin_; }
  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] const std::map<OpId, Value>& values() const { return values_; }
  // Puts in what the change left out. True when there was something.
  bool fill(Change& change) const;

 private:
  std::map<OpId, Value> values_;  // by the set that gave it
  bool met_thin_ = false;
};

// Whether `copy`, the same change, has a value that `held` left out.
[[nodiscard]] bool fills_in(const Change& held, const Change& copy);

}  // namespace atlas
