#include "bench/tree_shapes.hpp"

#include <doctest/doctest.h>

namespace atlas::bench {
namespace {

std::uint32_t hash_of(const std::vector<std::int32_t>& parents) {
  std::uint32_t hash = 2166136261U;
  for (const std::int32_t parent : parents) {
    hash = (hash ^ static_cast<std::uint32_t>(parent + 1)) * 16777619U;
  }
  return hash;
}

TEST_CASE("the trees are those that the peers are measured with") {
  CHECK(random_tree(10) == std::vector<std::int32_t>{-1, 0, 0, 1, 0, 0, 4, 1, 4, 2});
  CHECK(hash_of(random_tree(1'000)) == 1625117021U);
  CHECK(balanced_tree(18)[8] == 0);
  CHECK(balanced_tree(18)[17] == 2);
  const std::vector<layout::Size> varied = sizes_of_nodes(2, true);
  CHECK(varied[0].width == doctest::Approx(1.2202267837710679));
  CHECK(varied[0].height == doctest::Approx(0.5386621605139226));
  CHECK(varied[1].width == doctest::Approx(0.9561921926215291));
  CHECK(sizes_of_nodes(2, false)[1] == layout::Size{1, 1});
}

}  // namespace
}  // namespace atlas::bench
