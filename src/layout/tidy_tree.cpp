#include "layout/tidy_tree.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "layout/child_lists.hpp"
#include "layout/forest.hpp"
#include "layout/hanging.hpp"
#include "layout/van_der_ploeg.hpp"

namespace atlas::layout {
namespace {

// How wide a row of siblings may become before they are put in columns instead: for parents of
// nothing but leaves, and for the others. One choice for a whole picture keeps it calm.
struct RowLimits {
  float leaves = INFINITY;
  float branches = INFINITY;
};

enum class Form : std::uint8_t {
  kLeaf,
  kRow,
  kColumns,  // two or more, centred under the parent
  kHanging,  // one: the parent with all beneath it as an outline
};

// One picture for given limits.
class Attempt {
 public:
  Attempt(const TreeInput& input, const ChildLists& children, const Hanging& hanging,
          const TidyOptions& options, RowLimits limits)
      : input_(input),
        children_(children),
        hanging_(hanging),
        options_(options),
        limits_(limits),
        forms_(input.nodes.size(), Form::kLeaf),
        columns_(input.nodes.size()),
        widths_(input.nodes.size()) {}

  TreeLayout run() {
    choose_forms();
    layout_.nodes.resize(input_.nodes.size());
    std::vector<Size> trees;
    std::vector<std::vector<Placed>> placed;
    std::vector<bool> is_single;
    for (const std::uint32_t root : children_.roots()) {
      placed.push_back(lay_out_tree(root));
      trees.push_back(tree_size_);
      is_single.push_back(children_.of(root).empty());
    }
    const Shelves shelves = shelved(trees, is_single, options_);
    for (std::size_t i = 0; i < placed.size(); ++i) write_tree(placed[i], shelves.at[i]);
    layout_.bounds = {0, 0, shelves.size.width, shelves.size.height};
    return std::move(layout_);
  }

 private:
  // A box of the row layout: a card, a card with its outline, or the columns of a parent.
  struct Placed {
    std::uint32_t node = 0;
    bool is_columns = false;
    Point at;
  };

  void choose_forms() {
    for (std::size_t i = input_.nodes.size(); i > 0; --i) {
      choose_form(static_cast<std::uint32_t>(i - 1));
    }
  }

  void choose_form(std::uint32_t node) {
    const auto children = children_.of(node);
    widths_[node] = input_.nodes[node].width;
    if (children.empty()) return;
    float row_width = -options_.sibling_gap;
    float card_width = 0;
    bool only_leaves = true;
    for (const std::uint32_t child : children) {
      row_width += widths_[child] + options_.sibling_gap;
      card_width = std::max(card_width, hanging_.size(child).width);
      only_leaves = only_leaves && children_.of(child).empty();
    }
    const float limit = only_leaves ? limits_.leaves : limits_.branches;
    if (!wants_columns(node, row_width > limit)) {
      forms_[node] = Form::kRow;
      widths_[node] = std::max(widths_[node], row_width);
      return;
    }
    const float step = card_width + options_.hang_indent + options_.sibling_gap / 2;
    const float fitting = std::isfinite(limit) ? limit / step : 1;
    columns_[node] =
        hanging_.columns_beneath(node, static_cast<std::size_t>(std::max(1.0F, fitting)));
    const bool is_one = columns_[node].columns.size() == 1;
    forms_[node] = is_one ? Form::kHanging : Form::kColumns;
    const float width = is_one ? hanging_.size(node).width : columns_[node].size.width;
    widths_[node] = std::max(widths_[node], width);
  }

  bool wants_columns(std::uint32_t node, bool is_too_wide) const {
    switch (input_.nodes[node].stacking) {
      case Stacking::kNever:
        return false;
      case Stacking::kAlways:
        return true;
      case Stacking::kAuto:
        break;
    }
    const auto from = static_cast<std::size_t>(std::max(options_.stack_from, 2));
    return is_too_wide && children_.of(node).size() >= from;
  }

  std::vector<Placed> lay_out_tree(std::uint32_t root) {
    std::vector<Placed> placed = {{root, false, {}}};
    std::vector<PloegNode> boxes = {box_of(root, -1)};
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (placed[i].is_columns) continue;
      const std::uint32_t node = placed[i].node;
      const auto parent = static_cast<std::int32_t>(i);
      if (forms_[node] == Form::kRow) {
        for (const std::uint32_t child : children_.of(node)) {
          placed.push_back({child, false, {}});
          boxes.push_back(box_of(child, parent));
        }
      } else if (forms_[node] == Form::kColumns) {
        placed.push_back({node, true, {}});
        boxes.push_back(box_of(columns_[node].size, parent));
      }
    }
    lay_out_row_tree(boxes, std::max(0.0F, options_.branch_gap - options_.sibling_gap));
    move_to_origin(boxes, placed);
    return placed;
  }

  PloegNode box_of(std::uint32_t node, std::int32_t parent) const {
    const NodeIn& own = input_.nodes[node];
    const bool hangs = forms_[node] == Form::kHanging;
    return box_of(hangs ? hanging_.size(node) : Size{own.width, own.height}, parent);
  }
  PloegNode box_of(Size size, std::int32_t parent) const {
    return {parent, size.width + options_.sibling_gap, size.height + options_.level_gap, 0, 0};
  }

  void move_to_origin(const std::vector<PloegNode>& boxes, std::vector<Placed>& placed) {
    double left = INFINITY;
    double right = -INFINITY;
    double bottom = 0;
    for (const PloegNode& box : boxes) {
      left = std::min(left, box.x);
      right = std::max(right, box.x + box.w);
      bottom = std::max(bottom, box.y + box.h);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      placed[i].at = {static_cast<float>(boxes[i].x - left), static_cast<float>(boxes[i].y)};
    }
    tree_size_ = {static_cast<float>(right - left) - options_.sibling_gap,
                  static_cast<float>(bottom) - options_.level_gap};
  }

  void write_tree(const std::vector<Placed>& placed, Point corner) {
    for (const Placed& item : placed) {
      const std::uint32_t node = item.node;
      const Point at = corner + item.at;
      if (item.is_columns) {
        const float bus = at.y - options_.level_gap / 2;
        hanging_.place_columns(node, columns_[node], at, bus, layout_.nodes);
        continue;
      }
      if (forms_[node] == Form::kHanging) {
        hanging_.place(node, at, layout_.nodes);
      } else {
        layout_.nodes[node].rect = {at.x, at.y, input_.nodes[node].width,
                                    input_.nodes[node].height};
      }
      if (input_.nodes[node].parent == kNoParent) continue;
      layout_.nodes[node].attachment = Attachment::kBelow;
      layout_.nodes[node].bus = at.y - options_.level_gap / 2;
    }
  }

  const TreeInput& input_;
  const ChildLists& children_;
  const Hanging& hanging_;
  const TidyOptions& options_;
  RowLimits limits_;
  std::vector<Form> forms_;
  std::vector<Columns> columns_;
  std::vector<float> widths_;  // of subtrees, side by side
  Size tree_size_;
  TreeLayout layout_;
};

// Limits to try, widest first, in steps of a card. Fewer for large inputs, where the exact shape
// matters less than the time.
std::vector<RowLimits> limits_to_try(const TreeInput& input, const TidyOptions& options) {
  if (options.aspect_target <= 0) return {RowLimits{}};
  constexpr std::size_t kLarge = 1000;
  const bool is_large = input.nodes.size() > kLarge;
  float card = 0;
  for (const NodeIn& node : input.nodes) card = std::max(card, node.width);
  const float step = card + options.hang_indent + options.sibling_gap / 2;
  const std::vector<float> few = {INFINITY, 12, 4, 1};
  const std::vector<float> many = {INFINITY, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1};
  std::vector<RowLimits> limits;
  for (const float branches : is_large ? few : many) {
    for (const float leaves : is_large ? few : many) {
      limits.push_back({leaves * step, branches * step});
    }
  }
  return limits;
}

// An outline says less of the shape of a hierarchy than rows do, so it has to gain something.
float cost_of(const TreeLayout& layout, RowLimits limits, float aspect) {
  constexpr float kOutlineCost = 1.08F;
  const float cost = fit_cost({layout.bounds.width, layout.bounds.height}, aspect);
  return std::isfinite(limits.branches) ? cost * kOutlineCost : cost;
}

TreeInput transposed(TreeInput input) {
  for (NodeIn& node : input.nodes) std::swap(node.width, node.height);
  return input;
}

Rect transposed(const Rect& rect) {
  return {rect.y, rect.x, rect.height, rect.width};
}

TreeLayout lay_out(const TreeInput& input, const TidyOptions& options) {
  const ChildLists children(input.nodes.size(),
                            [&](std::size_t i) { return input.nodes[i].parent; });
  const Hanging hanging(input, children, options);
  TreeLayout best;
  float best_cost = INFINITY;
  for (const RowLimits limits : limits_to_try(input, options)) {
    TreeLayout layout = Attempt(input, children, hanging, options, limits).run();
    const float cost = cost_of(layout, limits, options.aspect_target);
    if (cost < best_cost) {
      best_cost = cost;
      best = std::move(layout);
    }
  }
  return best;
}

}  // namespace

TreeLayout tidy_tree(const TreeInput& input, const TidyOptions& options) {
  if (options.orientation == Orientation::kTopDown) return lay_out(input, options);
  TidyOptions turned = options;
  if (turned.aspect_target > 0) turned.aspect_target = 1 / turned.aspect_target;
  TreeLayout layout = lay_out(transposed(input), turned);
  layout.orientation = Orientation::kLeftRight;
  layout.bounds = transposed(layout.bounds);
  for (Placement& placement : layout.nodes) placement.rect = transposed(placement.rect);
  return layout;
}

}  // namespace atlas::layout
