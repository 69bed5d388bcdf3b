// Elbow connectors from parents to children, with one trunk shared by all children of a parent.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/polyline.hpp"
#include "layout/tidy_tree.hpp"

namespace atlas::layout {

// What is drawn for one parent. Strokes do not run over each other, so that a translucent or dashed
// pen draws them evenly; no stroke crosses a card.
struct Connector {
  std::int32_t parent = kNoParent;
  std::vector<Polyline> strokes;
};

// One for each node with children, ascending by parent.
[[nodiscard]] std::vector<Connector> elbow_connectors(const TreeInput& input,
                                                      const TreeLayout& layout,
                                                      float corner_radius = 8);

// The way from the parent's border to the child's border, to mark one branch. Empty for a root.
[[nodiscard]] Polyline elbow_path(const TreeInput& input, const TreeLayout& layout,
                                  std::int32_t child, float corner_radius = 8);

}  // namespace atlas::layout
