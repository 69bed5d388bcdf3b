// The fields of one record: a small map from field number to state, sorted by number, in one piece
// of memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "replica/value.hpp"

namespace atlas {

// A field's state: values that stand in the log, valid until the next write.
class FieldState {
 public:
  explicit FieldState(const Value& shown) : shown_(&shown) {}

  // The value that counts now: the latest by (Lamport, replica) of the values that nobody has
  // replaced.
  [[nodiscard]] const Value& shown() const { return *shown_; }
  // The remaining ones, latest first; when any of them differs from the one shown the field is in a
  // clash. Never null.
  [[nodiscard]] std::span<const Value* const> others() const { return others_; }
  [[nodiscard]] bool clashes() const {
    return std::any_of(others_.begin(), others_.end(),
                       [&](const Value* other) { return !(*other == *shown_); });
  }

  // For whoever builds one, latest first.
  void show(const Value& value) { shown_ = &value; }
  void add_other(const Value& value) { others_.push_back(&value); }

 private:
  const Value* shown_;
  std::vector<const Value*> others_;
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
    const auto at = place_of(number);
    return at != entries_.end() && at->first == number ? at : entries_.end();
  }
  [[nodiscard]] bool contains(std::uint32_t number) const { return find(number) != end(); }
  // The value that counts now; Unset where the field is absent.
  [[nodiscard]] const Value& shown(std::uint32_t number) const {
    static const Value unset;
    const auto at = find(number);
    return at == end() ? unset : at->second.shown();
  }
  // For whoever builds one: numbers must rise.
  void reserve(std::size_t count) { entries_.reserve(count); }
  void append(std::uint32_t number, FieldState state) {
    entries_.emplace_back(number, std::move(state));
  }
  // In the place of the field's state, if there is one. Nothing: the field is absent.
  void put(std::uint32_t number, std::optional<FieldState> state) {
    const auto at = entries_.begin() + (place_of(number) - entries_.cbegin());
    const bool there = at != entries_.end() && at->first == number;
    if (there && state) {
      at->second = std::move(*state);
    } else if (there) {
      entries_.erase(at);
    } else if (state) {
      entries_.emplace(at, number, std::move(*state));
    }
  }

 private:
  [[nodiscard]] const_iterator place_of(std::uint32_t number) const {
    return std::lower_bound(
        entries_.begin(), entries_.end(), number,
        [](const Entry& entry, std::uint32_t wanted) { return entry.first < wanted; });
  }

  std::vector<Entry> entries_;
};

}  // namespace atlas
