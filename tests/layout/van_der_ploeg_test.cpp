#include "layout/van_der_ploeg.hpp"

#include <doctest/doctest.h>

#include "layout/random_hierarchy.hpp"

namespace atlas::layout {
namespace {

constexpr double kRounding = 1e-3;  // places are floats, of widths up to some ten thousands

std::vector<PloegNode> random_boxes(testing::Rng& rng, std::uint32_t count) {
  std::vector<PloegNode> nodes;
  const std::uint32_t bushiness = 1 + testing::below(rng, 20);
  const std::vector<NodeIn> from = testing::random_hierarchy(rng, count, bushiness, 1).nodes;
  std::vector<std::int32_t> taken = {0};  // breadth first
  nodes.push_back({-1, from[0].width, from[0].height, 0, 0});
  for (std::size_t i = 0; i < taken.size(); ++i) {
    for (std::size_t k = 1; k < from.size(); ++k) {
      if (from[k].parent != taken[i]) continue;
      taken.push_back(static_cast<std::int32_t>(k));
      nodes.push_back({static_cast<std::int32_t>(i), from[k].width, from[k].height, 0, 0});
    }
  }
  return nodes;
}

// Which child of the root each node descends from; the root from none.
std::vector<std::int32_t> branches_of(const std::vector<PloegNode>& nodes) {
  std::vector<std::int32_t> branches(nodes.size(), -1);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const std::int32_t parent = nodes[i].parent;
    branches[i] =
        parent == 0 ? static_cast<std::int32_t>(i) : branches[static_cast<std::size_t>(parent)];
  }
  return branches;
}

bool share_height(const PloegNode& a, const PloegNode& b) {
  return a.y < b.y + b.h && b.y < a.y + a.h;
}

TEST_CASE("subtrees follow each other's outlines") {
  // The second child is high and narrow: the grandchildren of the first slide under nothing.
  std::vector<PloegNode> nodes = {{-1, 10, 10}, {0, 10, 10}, {0, 10, 10}, {1, 40, 10}, {2, 40, 10}};
  RowTree().lay_out(nodes, 0);
  CHECK(nodes[4].x - nodes[3].x == doctest::Approx(40));
  CHECK(nodes[2].x - nodes[1].x == doctest::Approx(40));
  CHECK(nodes[0].x + 5 == doctest::Approx((nodes[1].x + nodes[2].x + 10) / 2));
}

TEST_CASE("a small subtree between large ones is set evenly") {
  std::vector<PloegNode> nodes = {{-1, 10, 10}, {0, 10, 10}, {0, 10, 10},
                                  {0, 10, 10},  {1, 70, 10}, {3, 70, 10}};
  RowTree().lay_out(nodes, 0);
  CHECK(nodes[2].x - nodes[1].x == doctest::Approx(nodes[3].x - nodes[2].x));
}

TEST_CASE("no two boxes overlap, and the last subtree touches one before it") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    testing::Rng rng(seed);
    std::vector<PloegNode> nodes = random_boxes(rng, 2 + testing::below(rng, 70));
    RowTree().lay_out(nodes, 0);
    const std::vector<std::int32_t> branches = branches_of(nodes);
    const std::int32_t last = *std::max_element(branches.begin(), branches.end());
    const bool has_others = std::any_of(branches.begin(), branches.end(),
                                        [&](std::int32_t b) { return b >= 0 && b != last; });
    std::size_t overlapping = 0;
    double nearest = 1e9;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      for (std::size_t k = 0; k < nodes.size(); ++k) {
        if (i == k || !share_height(nodes[i], nodes[k])) continue;
        const double gap = nodes[k].x - (nodes[i].x + nodes[i].w);
        const double other = nodes[i].x - (nodes[k].x + nodes[k].w);
        if (std::max(gap, other) < -kRounding) ++overlapping;
        if (branches[k] == last && branches[i] != last) nearest = std::min(nearest, gap);
      }
    }
    CHECK(overlapping == 0);
    if (has_others) CHECK(nearest == doctest::Approx(0).epsilon(kRounding));
  }
}

}  // namespace
}  // namespace atlas::layout
