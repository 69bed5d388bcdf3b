// Random hierarchies and rectangles for layout tests. Numbers are taken by remainder, so a seed
// means the same on every platform.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "layout/tidy_tree.hpp"

namespace atlas::layout::testing {

using Rng = std::mt19937_64;

inline std::uint32_t below(Rng& rng, std::uint32_t bound) {
  return static_cast<std::uint32_t>(rng() % bound);
}

inline float length(Rng& rng, std::uint32_t least, std::uint32_t most) {
  return static_cast<float>(least + below(rng, most - least + 1));
}

// bushiness: how far back a parent may lie; small makes deep trees, large makes wide ones.
inline TreeInput random_hierarchy(Rng& rng, std::uint32_t count, std::uint32_t bushiness,
                                  std::uint32_t roots) {
  TreeInput input;
  for (std::uint32_t i = 0; i < count; ++i) {
    NodeIn node;
    node.width = length(rng, 60, 260);
    node.height = length(rng, 30, 140);
    if (i >= roots) {
      const std::uint32_t back = 1 + below(rng, std::min(i, bushiness));
      node.parent = static_cast<std::int32_t>(i - back);
    }
    const std::uint32_t way = below(rng, 12);
    if (way == 0) node.stacking = Stacking::kAlways;
    if (way == 1) node.stacking = Stacking::kNever;
    input.nodes.push_back(node);
  }
  return input;
}

// One parent with this many leaves, all cards alike.
inline TreeInput star(std::uint32_t leaves) {
  TreeInput input;
  input.nodes.push_back({kNoParent, 220, 84});
  for (std::uint32_t i = 0; i < leaves; ++i) input.nodes.push_back({0, 220, 84});
  return input;
}

inline std::vector<Rect> random_rects(Rng& rng, std::uint32_t count, std::uint32_t world) {
  std::vector<Rect> rects;
  for (std::uint32_t i = 0; i < count; ++i) {
    rects.push_back(
        {length(rng, 0, world), length(rng, 0, world), length(rng, 1, 120), length(rng, 1, 80)});
  }
  return rects;
}

}  // namespace atlas::layout::testing
