#include "layout/picture.hpp"

#include <algorithm>
#include <limits>

namespace atlas::layout {

Picture::Picture(const TreeInput& input, const ChildLists& children, const TidyOptions& options)
    : input_(input), children_(children), options_(options), hanging_(input, children, options) {
  for (const std::uint32_t root : children.roots()) {
    is_single_.push_back(children.of(root).empty());
  }
}

Size Picture::measure(const Choices& choices) {
  hanging_.arrange(choices);
  boxes_.clear();
  ends_.clear();
  trees_.clear();
  for (const std::uint32_t root : children_.roots()) {
    const std::size_t first = boxes_.size();
    add_boxes_of_tree(root);
    trees_.push_back(lay_out(first));
    ends_.push_back(boxes_.size());
  }
  shelves_ = shelved(trees_, is_single_, options_);
  return shelves_.size;
}

TreeLayout Picture::layout() const {
  TreeLayout layout;
  layout.nodes.resize(input_.nodes.size());
  layout.bounds = {0, 0, shelves_.size.width, shelves_.size.height};
  std::size_t at = 0;
  for (std::size_t tree = 0; tree < ends_.size(); ++tree) {
    for (; at < ends_[tree]; ++at) write(boxes_[at], shelves_.at[tree], layout);
  }
  return layout;
}

bool Picture::hangs(std::uint32_t node) const {
  return hanging_.has_columns(node) && hanging_.columns_of(node).columns.size() == 1;
}

void Picture::add_boxes_of_tree(std::uint32_t root) {
  const std::size_t first = boxes_.size();
  boxes_.push_back(box_of(root, -1));
  for (std::size_t i = first; i < boxes_.size(); ++i) {
    if (boxes_[i].form != Form::kCard) continue;
    const std::uint32_t node = boxes_[i].node;
    const auto parent = static_cast<std::int32_t>(i - first);
    if (hanging_.has_columns(node)) {
      boxes_.push_back({node, Form::kColumns, parent, {}});
      continue;
    }
    for (const std::uint32_t child : children_.of(node)) boxes_.push_back(box_of(child, parent));
  }
}

Picture::Box Picture::box_of(std::uint32_t node, std::int32_t parent) const {
  return {node, hangs(node) ? Form::kOutline : Form::kCard, parent, {}};
}

Size Picture::size_of(const Box& box) const {
  if (box.form == Form::kOutline) return hanging_.size(box.node);
  if (box.form == Form::kColumns) return hanging_.columns_of(box.node).size;
  return {input_.nodes[box.node].width, input_.nodes[box.node].height};
}

// Gives the boxes from `first` on their places in a tree whose top left corner is the origin.
Size Picture::lay_out(std::size_t first) {
  nodes_.clear();
  for (std::size_t i = first; i < boxes_.size(); ++i) {
    const Size size = size_of(boxes_[i]);
    nodes_.push_back({boxes_[i].parent, size.width + options_.sibling_gap,
                      size.height + options_.level_gap, 0, 0});
  }
  row_tree_.lay_out(nodes_, std::max(0.0F, options_.branch_gap - options_.sibling_gap));
  float left = std::numeric_limits<float>::max();
  for (const PloegNode& node : nodes_) left = std::min(left, node.x);
  Size tree;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    Box& box = boxes_[first + i];
    box.at = {nodes_[i].x - left, nodes_[i].y};
    const Size size = size_of(box);
    tree.width = std::max(tree.width, box.at.x + size.width);
    tree.height = std::max(tree.height, box.at.y + size.height);
  }
  return tree;
}

void Picture::write(const Box& box, Point corner, TreeLayout& layout) const {
  const Point at = corner + box.at;
  const float bus = at.y - options_.level_gap / 2;
  if (box.form == Form::kColumns) {
    hanging_.place_columns(box.node, at, bus, layout.nodes);
    return;
  }
  Placement& own = layout.nodes[box.node];
  if (box.form == Form::kOutline) {
    hanging_.place(box.node, at, layout.nodes);
  } else {
    own.rect = {at.x, at.y, input_.nodes[box.node].width, input_.nodes[box.node].height};
  }
  if (box.parent < 0) return;
  own.attachment = Attachment::kBelow;
  own.bus = bus;
}

}  // namespace atlas::layout
