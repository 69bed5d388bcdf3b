// The children of every node, in order, in two flat arrays.
#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <vector>

namespace atlas::layout {

class ChildLists {
 public:
  // parent_of(i) is negative for a root; parents come before their children.
  template <typename ParentOf>
  ChildLists(std::size_t count, ParentOf parent_of) : start_(count + 2, 0) {
    for (std::size_t i = 0; i < count; ++i) {
      assert(parent_of(i) < static_cast<std::int32_t>(i));
      ++start_[slot(parent_of(i)) + 1];
    }
    for (std::size_t i = 1; i < start_.size(); ++i) start_[i] += start_[i - 1];
    items_.resize(count);
    std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
    for (std::size_t i = 0; i < count; ++i) {
      items_[next[slot(parent_of(i))]++] = static_cast<std::uint32_t>(i);
    }
  }

  [[nodiscard]] std::span<const std::uint32_t> roots() const { return list(0); }
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t node) const {
    return list(node + std::size_t{1});
  }

 private:
  static std::size_t slot(std::int32_t parent) {
    return parent < 0 ? 0 : static_cast<std::size_t>(parent) + 1;
  }
  [[nodiscard]] std::span<const std::uint32_t> list(std::size_t at) const {
    return {items_.data() + start_[at], items_.data() + start_[at + 1]};
  }

  std::vector<std::uint32_t> start_;  // list 0 holds the roots, list n + 1 the children of n
  std::vector<std::uint32_t> items_;
};

}  // namespace atlas::layout
