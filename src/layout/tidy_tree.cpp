// Chooses between pictures: first one rule for the whole (how wide a row may become), then parent
// by parent what still makes the picture larger or, at no cost, turns columns back into a row.
#include "layout/tidy_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>
#include <utility>

#include "layout/child_lists.hpp"
#include "layout/forest.hpp"
#include "layout/picture.hpp"

namespace atlas::layout {
namespace {

// Rows wider than this become columns: for parents of nothing but leaves, and for the others.
struct RowLimits {
  float leaves = INFINITY;
  float branches = INFINITY;
};

// Above this many nodes the exact shape matters less than the time.
constexpr std::size_t kLarge = 600;
constexpr int kMostTrials = 300;

class Chooser {
 public:
  Chooser(const TreeInput& input, const TidyOptions& options)
      : input_(input),
        options_(options),
        children_(input.nodes.size(), [&](std::size_t i) { return input.nodes[i].parent; }),
        picture_(input_, children_, options_) {
    float card = 0;
    for (const NodeIn& node : input.nodes) card = std::max(card, node.width);
    column_step_ = card + options.hang_indent + options.sibling_gap / 2;
  }

  TreeLayout run() {
    if (options_.aspect_target <= 0) {
      picture_.measure(choices_within({}));
      return picture_.layout();
    }
    try_limits();
    if (input_.nodes.size() <= kLarge) refine();
    return best();
  }

 private:
  void try_limits() {
    static constexpr std::array<float, 4> kFew = {INFINITY, 12, 4, 1};
    static constexpr std::array<float, 11> kMany = {INFINITY, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1};
    const bool is_large = input_.nodes.size() > kLarge;
    const std::span<const float> steps =
        is_large ? std::span<const float>(kFew) : std::span<const float>(kMany);
    for (const float branches : steps) {
      for (const float leaves : steps) {
        try_choices(choices_within({leaves * column_step_, branches * column_step_}));
      }
    }
  }

  // One pass over the parents from the top, or two if the first has gained something.
  void refine() {
    int trials = 0;
    for (int pass = 0; pass < 2; ++pass) {
      const float cost_before = best_cost_;
      for (std::uint32_t node = 0; node < input_.nodes.size(); ++node) {
        if (!is_free(node)) continue;
        for (const std::uint32_t columns : {0U, 1U, 2U, 3U, 4U, 6U}) {
          if (columns > children_.of(node).size() || columns == best_choices_[node]) continue;
          if (++trials > kMostTrials) return;
          Choices choices = best_choices_;
          choices[node] = columns;
          try_choices(choices);
        }
      }
      if (best_cost_ >= cost_before) return;
    }
  }

  bool is_free(std::uint32_t node) const {
    const auto from = static_cast<std::size_t>(std::max(options_.stack_from, 2));
    return input_.nodes[node].stacking == Stacking::kAuto && children_.of(node).size() >= from;
  }

  Choices choices_within(RowLimits limits) const {
    Choices choices(input_.nodes.size(), 0);
    std::vector<float> widths(input_.nodes.size());  // of the subtrees
    for (std::size_t i = input_.nodes.size(); i > 0; --i) {
      const auto node = static_cast<std::uint32_t>(i - 1);
      float row = -options_.sibling_gap;
      bool only_leaves = true;
      for (const std::uint32_t child : children_.of(node)) {
        row += widths[child] + options_.sibling_gap;
        only_leaves = only_leaves && children_.of(child).empty();
      }
      const float limit = only_leaves ? limits.leaves : limits.branches;
      const Stacking stacking = input_.nodes[node].stacking;
      if (stacking == Stacking::kAlways || (is_free(node) && row > limit)) {
        const float columns = std::isfinite(limit) ? std::max(1.0F, limit / column_step_) : 1;
        choices[node] = static_cast<std::uint32_t>(columns);
        row = std::min(row, columns * column_step_);
      }
      widths[node] = std::max(input_.nodes[node].width, row);
    }
    return choices;
  }

  // Once each: many rules come to the same choices.
  void try_choices(const Choices& choices) {
    if (!tried_.insert(choices).second) return;
    const float cost = cost_of(picture_.measure(choices));
    holds_best_ = best_choices_.empty() || cost < best_cost_;
    if (!holds_best_) return;
    best_cost_ = cost;
    best_choices_ = choices;
  }

  // Size when fitted, made worse for what says less of the shape of the hierarchy than rows do:
  // branches inside columns, and a little for columns at all.
  float cost_of(Size size) const {
    constexpr float kBranchInColumn = 0.4F;
    constexpr float kColumn = 0.06F;
    float branches = 1;
    float branches_in_columns = 0;
    float in_columns = 0;
    for (std::uint32_t node = 0; node < input_.nodes.size(); ++node) {
      const bool is_branch = !children_.of(node).empty();
      const bool is_in_column = picture_.is_in_column(node);
      branches += is_branch ? 1.0F : 0;
      in_columns += is_in_column ? 1.0F : 0;
      branches_in_columns += is_branch && is_in_column ? 1.0F : 0;
    }
    const auto count = static_cast<float>(input_.nodes.size());
    return fit_cost(size, options_.aspect_target) *
           (1 + kBranchInColumn * branches_in_columns / branches + kColumn * in_columns / count);
  }

  TreeLayout best() {
    if (!holds_best_) picture_.measure(best_choices_);
    return picture_.layout();
  }

  const TreeInput& input_;
  const TidyOptions& options_;
  ChildLists children_;
  float column_step_ = 0;
  Choices best_choices_;
  float best_cost_ = INFINITY;
  std::set<Choices> tried_;
  Picture picture_;
  bool holds_best_ = false;  // the best is what picture_ measured last
};

Rect turned(const Rect& rect) {
  return {rect.y, rect.x, rect.height, rect.width};
}

}  // namespace

TreeLayout tidy_tree(const TreeInput& input, const TidyOptions& options) {
  if (input.nodes.empty()) return {options.orientation, {}, {}};
  if (options.orientation == Orientation::kTopDown) return Chooser(input, options).run();
  TreeInput turned_input = input;
  for (NodeIn& node : turned_input.nodes) std::swap(node.width, node.height);
  TidyOptions turned_options = options;
  if (options.aspect_target > 0) turned_options.aspect_target = 1 / options.aspect_target;
  TreeLayout layout = Chooser(turned_input, turned_options).run();
  layout.orientation = Orientation::kLeftRight;
  layout.bounds = turned(layout.bounds);
  for (Placement& placement : layout.nodes) placement.rect = turned(placement.rect);
  return layout;
}

}  // namespace atlas::layout
