#include "layout/picture.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "layout/forest.hpp"
#include "layout/hanging.hpp"
#include "layout/van_der_ploeg.hpp"

namespace atlas::layout {
namespace {

// Trees are laid out one by one from boxes: a card, a card with its outline (columns that make only
// one column hang under their parent), or the columns of a parent, centred under it.
class Picture {
 public:
  Picture(const TreeInput& input, const ChildLists& children, const TidyOptions& options,
          const Choices& choices)
      : input_(input),
        children_(children),
        options_(options),
        choices_(choices),
        hanging_(input, children, options, choices) {}

  TreeLayout run() {
    layout_.nodes.resize(input_.nodes.size());
    std::vector<Size> trees;
    std::vector<std::vector<Box>> boxes;
    std::vector<bool> is_single;
    for (const std::uint32_t root : children_.roots()) {
      boxes.push_back(boxes_of_tree(root));
      trees.push_back(lay_out(boxes.back()));
      is_single.push_back(children_.of(root).empty());
    }
    const Shelves shelves = shelved(trees, is_single, options_);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (const Box& box : boxes[i]) write(box, shelves.at[i]);
    }
    layout_.bounds = {0, 0, shelves.size.width, shelves.size.height};
    return std::move(layout_);
  }

 private:
  enum class Form : std::uint8_t { kCard, kOutline, kColumns };

  struct Box {
    std::uint32_t node = 0;
    Form form = Form::kCard;
    std::int32_t parent = -1;  // an earlier box
    Point at;
  };

  bool hangs(std::uint32_t node) const {
    return choices_[node] > 0 && hanging_.columns_of(node).columns.size() == 1;
  }

  std::vector<Box> boxes_of_tree(std::uint32_t root) const {
    std::vector<Box> boxes = {box_of(root, -1)};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      if (boxes[i].form != Form::kCard) continue;
      const std::uint32_t node = boxes[i].node;
      const auto parent = static_cast<std::int32_t>(i);
      if (choices_[node] > 0 && !children_.of(node).empty()) {
        boxes.push_back({node, Form::kColumns, parent, {}});
        continue;
      }
      for (const std::uint32_t child : children_.of(node)) boxes.push_back(box_of(child, parent));
    }
    return boxes;
  }

  Box box_of(std::uint32_t node, std::int32_t parent) const {
    return {node, hangs(node) ? Form::kOutline : Form::kCard, parent, {}};
  }

  Size size_of(const Box& box) const {
    if (box.form == Form::kOutline) return hanging_.size(box.node);
    if (box.form == Form::kColumns) return hanging_.columns_of(box.node).size;
    return {input_.nodes[box.node].width, input_.nodes[box.node].height};
  }

  // Gives the boxes their places in a tree whose top left corner is the origin.
  Size lay_out(std::vector<Box>& boxes) const {
    std::vector<PloegNode> nodes;
    nodes.reserve(boxes.size());
    for (const Box& box : boxes) {
      const Size size = size_of(box);
      nodes.push_back(
          {box.parent, size.width + options_.sibling_gap, size.height + options_.level_gap, 0, 0});
    }
    lay_out_row_tree(nodes, std::max(0.0F, options_.branch_gap - options_.sibling_gap));
    double left = std::numeric_limits<double>::max();
    for (const PloegNode& node : nodes) left = std::min(left, node.x);
    Size tree;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      boxes[i].at = {static_cast<float>(nodes[i].x - left), static_cast<float>(nodes[i].y)};
      const Size size = size_of(boxes[i]);
      tree.width = std::max(tree.width, boxes[i].at.x + size.width);
      tree.height = std::max(tree.height, boxes[i].at.y + size.height);
    }
    return tree;
  }

  void write(const Box& box, Point corner) {
    const Point at = corner + box.at;
    const float bus = at.y - options_.level_gap / 2;
    if (box.form == Form::kColumns) {
      hanging_.place_columns(box.node, at, bus, layout_.nodes);
      return;
    }
    Placement& own = layout_.nodes[box.node];
    if (box.form == Form::kOutline) {
      hanging_.place(box.node, at, layout_.nodes);
    } else {
      own.rect = {at.x, at.y, input_.nodes[box.node].width, input_.nodes[box.node].height};
    }
    if (box.parent < 0) return;
    own.attachment = Attachment::kBelow;
    own.bus = bus;
  }

  const TreeInput& input_;
  const ChildLists& children_;
  const TidyOptions& options_;
  const Choices& choices_;
  Hanging hanging_;
  TreeLayout layout_;
};

}  // namespace

TreeLayout picture_of(const TreeInput& input, const ChildLists& children,
                      const TidyOptions& options, const Choices& choices) {
  return Picture(input, children, options, choices).run();
}

}  // namespace atlas::layout
