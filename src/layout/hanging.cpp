#include "layout/hanging.hpp"

#include <algorithm>
#include <cmath>

namespace atlas::layout {
namespace {

// A card in a column gets a second column of children when it has more than this many.
constexpr std::size_t kHangingRows = 8;

// How many columns are needed when none may be higher than `limit`.
std::size_t columns_needed(std::span<const Size> siblings, float gap, float limit) {
  std::size_t columns = 1;
  float height = 0;
  bool is_empty = true;
  for (const Size& sibling : siblings) {
    const float grown = is_empty ? sibling.height : height + gap + sibling.height;
    if (!is_empty && grown > limit) {
      ++columns;
      height = sibling.height;
    } else {
      height = grown;
    }
    is_empty = false;
  }
  return columns;
}

// The least height that does with max_columns.
float least_height(std::span<const Size> siblings, std::size_t max_columns, float gap) {
  if (max_columns == 1) return INFINITY;
  float low = 0;
  float high = 0;
  for (const Size& sibling : siblings) {
    low = std::max(low, sibling.height);
    high += sibling.height + gap;
  }
  if (columns_needed(siblings, gap, low) <= max_columns) return low;
  constexpr int kHalvings = 20;  // to a millionth of the height
  for (int i = 0; i < kHalvings; ++i) {
    const float middle = (low + high) / 2;
    (columns_needed(siblings, gap, middle) <= max_columns ? high : low) = middle;
  }
  return high;
}

}  // namespace

void deal_out(std::span<const Size> siblings, std::size_t max_columns, float gutter,
              const TidyOptions& options, Columns& out) {
  out.columns.clear();
  out.size = {};
  if (siblings.empty()) return;
  const float gap = options.stack_gap;
  const float limit = least_height(siblings, std::max<std::size_t>(max_columns, 1), gap);
  float x = gutter;
  float width = 0;
  float y = 0;  // where the next card of the column goes
  Columns::Column column{0, 0, x};
  for (std::uint32_t i = 0; i < siblings.size(); ++i) {
    if (i > column.begin && y + siblings[i].height > limit) {
      column.end = i;
      out.columns.push_back(column);
      x += width + options.sibling_gap / 2 + gutter;
      column = {i, i, x};
      width = 0;
      y = 0;
    }
    out.size.height = std::max(out.size.height, y + siblings[i].height);
    width = std::max(width, siblings[i].width);
    y += siblings[i].height + gap;
  }
  column.end = static_cast<std::uint32_t>(siblings.size());
  out.columns.push_back(column);
  out.size.width = x + width;
}

Hanging::Hanging(const TreeInput& input, const ChildLists& children, const TidyOptions& options)
    : input_(input),
      children_(children),
      options_(options),
      inner_(input.nodes.size()),
      sizes_(input.nodes.size()),
      in_column_(input.nodes.size(), 0),
      dealt_to_(input.nodes.size(), 0),
      grown_(input.nodes.size(), 0) {
  for (std::size_t i = 0; i < sizes_.size(); ++i) {
    sizes_[i] = {input.nodes[i].width, input.nodes[i].height};
  }
}

void Hanging::arrange(std::span<const std::uint32_t> max_columns) {
  mark_columns(max_columns);
  for (std::size_t i = input_.nodes.size(); i > 0; --i) {
    const auto node = static_cast<std::uint32_t>(i - 1);
    if (children_.of(node).empty()) continue;
    const Size before = sizes_[node];
    arrange_children(node, max_columns[node]);
    const std::int32_t parent = input_.nodes[node].parent;
    if (parent >= 0 && !(sizes_[node] == before)) grown_[static_cast<std::size_t>(parent)] = 1;
  }
}

void Hanging::mark_columns(std::span<const std::uint32_t> max_columns) {
  for (std::size_t node = 0; node < input_.nodes.size(); ++node) {
    const std::int32_t above = input_.nodes[node].parent;
    const auto parent = static_cast<std::size_t>(std::max(above, 0));
    in_column_[node] = above >= 0 && (max_columns[parent] > 0 || in_column_[parent] != 0) ? 1 : 0;
  }
}

void Hanging::arrange_children(std::uint32_t node, std::uint32_t max_columns) {
  const NodeIn& own = input_.nodes[node];
  const auto children = children_.of(node);
  const auto short_enough =
      static_cast<std::uint32_t>((children.size() + kHangingRows - 1) / kHangingRows);
  const std::uint32_t most = max_columns > 0 ? max_columns : in_column_[node] ? short_enough : 0;
  if (dealt_to_[node] == most && !grown_[node]) return;
  dealt_to_[node] = most;
  grown_[node] = 0;
  sizes_[node] = {own.width, own.height};
  if (most == 0) return;
  siblings_.clear();
  for (const std::uint32_t child : children) siblings_.push_back(sizes_[child]);
  deal_out(siblings_, most, options_.hang_indent, options_, inner_[node]);
  sizes_[node].width = std::max(own.width, inner_[node].size.width);
  sizes_[node].height += options_.stack_level_gap + inner_[node].size.height;
}

void Hanging::place(std::uint32_t node, Point at, std::vector<Placement>& out) const {
  std::vector<Step> pending = {{node, at}};
  finish(pending, out);
}

void Hanging::place_columns(std::uint32_t parent, Point at, float bus,
                            std::vector<Placement>& out) const {
  std::vector<Step> pending;
  place_own(parent, at, bus, out, pending);
  finish(pending, out);
}

void Hanging::place_own(std::uint32_t parent, Point at, float bus, std::vector<Placement>& out,
                        std::vector<Step>& pending) const {
  const auto children = children_.of(parent);
  for (const Columns::Column& column : inner_[parent].columns) {
    float y = at.y;
    for (std::uint32_t i = column.begin; i < column.end; ++i) {
      Placement& placement = out[children[i]];
      placement.attachment = Attachment::kBeside;
      placement.bus = bus;
      placement.spine = at.x + column.x - options_.hang_indent / 2;
      pending.push_back({children[i], {at.x + column.x, y}});
      y += sizes_[children[i]].height + options_.stack_gap;
    }
  }
}

void Hanging::finish(std::vector<Step>& pending, std::vector<Placement>& out) const {
  while (!pending.empty()) {
    const auto [node, at] = pending.back();
    pending.pop_back();
    const NodeIn& own = input_.nodes[node];
    out[node].rect = {at.x, at.y, own.width, own.height};
    if (children_.of(node).empty()) continue;
    const float bottom = at.y + own.height;
    place_own(node, {at.x, bottom + options_.stack_level_gap},
              bottom + options_.stack_level_gap / 2, out, pending);
  }
}

}  // namespace atlas::layout
