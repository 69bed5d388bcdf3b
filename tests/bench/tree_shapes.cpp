#include "bench/tree_shapes.hpp"

#include "bench/mulberry32.hpp"

namespace atlas::bench {
namespace {

constexpr std::uint32_t kSeed = 7;
constexpr std::uint32_t kSizeSeed = 3;
constexpr std::uint32_t kMostChildren = 12;
constexpr std::uint32_t kBalancedChildren = 8;

}  // namespace

std::vector<std::int32_t> random_tree(std::uint32_t count) {
  Mulberry32 random(kSeed + count);
  std::vector<std::int32_t> parents = {-1};
  std::vector<std::uint32_t> children(count, 0);
  std::vector<std::uint32_t> open = {0};
  for (std::uint32_t i = 1; i < count; ++i) {
    const std::uint32_t at = random.below(open.size());
    const std::uint32_t parent = open[at];
    parents.push_back(static_cast<std::int32_t>(parent));
    if (++children[parent] == kMostChildren) {
      open[at] = open.back();
      open.pop_back();
    }
    open.push_back(i);
  }
  return parents;
}

std::vector<std::int32_t> balanced_tree(std::uint32_t count) {
  std::vector<std::int32_t> parents = {-1};
  for (std::uint32_t i = 1; i < count; ++i) {
    parents.push_back(static_cast<std::int32_t>((i - 1) / kBalancedChildren));
  }
  return parents;
}

std::vector<layout::Size> sizes_of_nodes(std::uint32_t count, bool varied) {
  Mulberry32 random(kSizeSeed);
  std::vector<layout::Size> sizes(count, {1, 1});
  if (!varied) return sizes;
  for (layout::Size& size : sizes) {
    size.width = static_cast<float>(0.5 + random.next());
    size.height = static_cast<float>(0.5 + random.next());
  }
  return sizes;
}

}  // namespace atlas::bench
