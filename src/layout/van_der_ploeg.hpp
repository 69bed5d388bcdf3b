// A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and
// Experience 44(12), 2014. Every node starts right under its parent, whatever the others of its
// depth do, and subtrees move together as far as their outlines allow.
//
// What differs from the paper: nodes come breadth first, so that all but the outlines is walked in
// the order of memory, and no recursion is needed (a chain of ten thousand nodes must not end the
// browser's stack); and an outline is a list whose links say how far to the right the next node
// lies, where the paper adds up the modifiers of all ancestors.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace atlas::layout {

struct PloegNode {
  std::int32_t parent = -1;  // -1 for the root, which is node 0
  float w = 0;               // with the gaps around it
  float h = 0;
  float x = 0;  // out: left and top, the root's y being 0; x may be negative
  float y = 0;
};

// Keeps its memory from one tree to the next.
class RowTree {
 public:
  // Gives the nodes their places. They come breadth first: no parent is less than the one before.
  // between_branches: room added between nodes that are not siblings.
  void lay_out(std::span<PloegNode> nodes, float between_branches);

 private:
  static constexpr std::int32_t kNone = -1;
  // Left and right outlines, each from its node to the next one further down.
  struct Outline {
    float bottom = 0;
    float w = 0;
    float to_left = 0;  // from x to the next one's
    float to_right = 0;
    std::int32_t left = kNone;
    std::int32_t right = kNone;
  };
  // A subtree whose place in its row is found: its lowest nodes, leftmost and rightmost.
  struct Subtree {
    std::int32_t lowest_left = 0;
    std::int32_t lowest_right = 0;
    float to_lowest_left = 0;  // from its root's x
    float to_lowest_right = 0;
    float x = 0;  // in the row, whose first one lies at 0; in the end, from its parent's x
  };
  // Of the left siblings, those that a new subtree can run into: how low they reach and which they
  // are, the later entry the higher one.
  struct Reach {
    float bottom = 0;
    std::int32_t sibling = 0;
  };
  // Room that siblings share evenly: what each has more than the one before it, from one on; and
  // what the last has got back, who has it all already.
  struct Share {
    float each = 0;
    float back = 0;
  };

  struct Row {
    std::int32_t begin = 0;
    std::int32_t end = 0;
  };
  // On an outline: a node and where it lies in the row.
  struct Step {
    std::int32_t node = kNone;
    double x = 0;
  };

  [[nodiscard]] Outline& outline(std::int32_t node) {
    return outlines_[static_cast<std::size_t>(node)];
  }
  [[nodiscard]] Subtree& subtree(std::int32_t node) {
    return subtrees_[static_cast<std::size_t>(node)];
  }
  void begin(std::span<PloegNode> nodes);
  void lay_out_row(std::int32_t parent, Row row);
  void separate(Row row, std::int32_t sibling);
  void step_down(Step& right, Step& left);
  void join_outlines(Row row, std::int32_t sibling, Step right, Step left);
  void note_reach(float bottom, std::int32_t sibling);
  void share(Row row, std::int32_t left, std::int32_t right, float room);
  void hand_out(Row row);

  std::vector<Outline> outlines_;
  std::vector<Subtree> subtrees_;
  std::vector<Reach> reaches_;  // of one row
  std::vector<Share> shares_;   // of one row; empty: none yet
  float between_branches_ = 0;
};

}  // namespace atlas::layout
