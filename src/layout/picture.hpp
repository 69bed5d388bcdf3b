// Pictures of one hierarchy, each with all choices made: which parents lay their children in a row
// and which in how many columns. tidy_tree.cpp measures many of them and keeps the best. Top-down
// only.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/child_lists.hpp"
#include "layout/forest.hpp"
#include "layout/hanging.hpp"
#include "layout/tidy_tree.hpp"
#include "layout/van_der_ploeg.hpp"

namespace atlas::layout {

// For each node: 0, its children stand in a row; else the most columns they may make.
using Choices = std::vector<std::uint32_t>;

// What its constructor is given must outlive it.
class Picture {
 public:
  Picture(const TreeInput& input, const ChildLists& children, const TidyOptions& options);

  // How large the picture of these choices is.
  Size measure(const Choices& choices);

  // What follows is of the picture measured last.
  [[nodiscard]] bool is_in_column(std::uint32_t node) const { return hanging_.is_in_column(node); }
  [[nodiscard]] TreeLayout layout() const;

 private:
  // A tree is laid out from boxes: a card, a card with its outline (columns that make only one
  // column hang under their parent), or the columns of a parent, centred under it.
  enum class Form : std::uint8_t { kCard, kOutline, kColumns };
  struct Box {
    std::uint32_t node = 0;
    Form form = Form::kCard;
    std::int32_t parent = -1;  // an earlier box of the tree
    Point at;
  };

  [[nodiscard]] bool hangs(std::uint32_t node) const;
  [[nodiscard]] Box box_of(std::uint32_t node, std::int32_t parent) const;
  [[nodiscard]] Size size_of(const Box& box) const;
  void add_boxes_of_tree(std::uint32_t root);
  [[nodiscard]] Size lay_out(std::size_t first);
  void write(const Box& box, Point corner, TreeLayout& layout) const;

  const TreeInput& input_;
  const ChildLists& children_;
  const TidyOptions& options_;
  Hanging hanging_;
  std::vector<Box> boxes_;         // tree after tree
  std::vector<std::size_t> ends_;  // of the boxes of each tree
  std::vector<Size> trees_;
  std::vector<bool> is_single_;
  std::vector<PloegNode> nodes_;  // for the time of one tree
  RowTree row_tree_;
  Shelves shelves_;
};

}  // namespace atlas::layout
