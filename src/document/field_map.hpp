// The fields of one record: a small map from field number to state, sorted by number, in one piece
// of memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "replica/value.hpp"

namespace atlas {

// A field's state. `shown` is the value that counts now: the latest by (Lamport, replica) of the
// values that nobody has replaced. `others` are the remaining ones, latest first; when any of them
// differs from `shown` the field is in a clash.
struct FieldState {
  Value shown;
  std::vector<Value> others;
  [[nodiscard]] bool clashes() const {
    return std::any_of(others.begin(), others.end(),
                       [&](const Value& other) { return !(other == shown); });
  }
};

// Fields that are unset, and not in a clash, are absent.
class FieldMap {
 public:
  using Entry = std::pair<std::uint32_t, FieldState>;
  using const_iterator = std::vector<Entry>::const_iterator;

  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const_iterator find(std::uint32_t number) const {
    const auto at = std::lower_bound(
        entries_.begin(), entries_.end(), number,
        [](const Entry& entry, std::uint32_t wanted) { return entry.first < wanted; });
    return at != entries_.end() && at->first == number ? at : entries_.end();
  }
  [[nodiscard]] bool contains(std::uint32_t number) const { return find(number) != end(); }
  // The value that counts now; Unset where the field is absent.
  [[nodiscard]] const Value& shown(std::uint32_t number) const {
    static const Value unset;
    const auto at = find(number);
    return at == end() ? unset : at->second.shown;
  }
  // For whoever builds one: numbers must rise.
  void reserve(std::size_t count) { entries_.reserve(count); }
  void append(std::uint32_t number, FieldState state) {
    entries_.emplace_back(number, std::move(state));
  }

 private:
  std::vector<Entry> entries_;
};

}  // namespace atlas
