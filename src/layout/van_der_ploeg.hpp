// A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and
// Experience 44(12), 2014. Every node starts right under its parent, whatever the others of its
// depth do, and subtrees move together as far as their outlines allow. The names are the paper's.
// Unlike there, no recursion: a chain of ten thousand nodes must not end the browser's stack.
#pragma once

#include <cstdint>
#include <vector>

namespace atlas::layout {

struct PloegNode {
  std::int32_t parent = -1;  // an earlier node; -1 for the root, which is node 0
  double w = 0;              // with the gaps around it
  double h = 0;
  double x = 0;  // out: left and top, the root's y being 0; x may be negative
  double y = 0;
};

// between_branches: room added between nodes that are not siblings.
void lay_out_row_tree(std::vector<PloegNode>& nodes, double between_branches);

}  // namespace atlas::layout
