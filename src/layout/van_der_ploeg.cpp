#include "layout/van_der_ploeg.hpp"

#include <cassert>

namespace atlas::layout {

void RowTree::lay_out(std::span<PloegNode> nodes, float between_branches) {
  if (nodes.empty()) return;
  between_branches_ = between_branches;
  begin(nodes);
  // Rows from the last to the first: what stands below one is in place by then.
  for (auto end = static_cast<std::int32_t>(nodes.size()); end > 1;) {
    const std::int32_t parent = nodes[static_cast<std::size_t>(end - 1)].parent;
    std::int32_t first = end - 1;
    while (nodes[static_cast<std::size_t>(first - 1)].parent == parent) --first;
    lay_out_row(parent, {first, end});
    end = first;
  }
  nodes[0].x = 0;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    nodes[i].x = nodes[static_cast<std::size_t>(nodes[i].parent)].x + subtrees_[i].x;
  }
}

void RowTree::begin(std::span<PloegNode> nodes) {
  outlines_.resize(nodes.size());
  subtrees_.resize(nodes.size());
  nodes[0].y = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    PloegNode& node = nodes[i];
    if (i > 0) {
      assert(node.parent >= nodes[i - 1].parent && node.parent < static_cast<std::int32_t>(i));
      const PloegNode& parent = nodes[static_cast<std::size_t>(node.parent)];
      node.y = parent.y + parent.h;
    }
    const auto self = static_cast<std::int32_t>(i);
    outlines_[i] = {node.y + node.h, node.w, 0, 0, kNone, kNone};
    subtrees_[i] = {self, self, 0, 0, 0};
  }
}

void RowTree::lay_out_row(std::int32_t parent, Row row) {
  reaches_.clear();
  shares_.clear();
  note_reach(outline(subtree(row.begin).lowest_left).bottom, row.begin);
  for (std::int32_t i = row.begin + 1; i < row.end; ++i) {
    const float bottom = outline(subtree(i).lowest_right).bottom;
    separate(row, i);
    note_reach(bottom, i);
  }
  if (!shares_.empty()) hand_out(row);

  const Subtree& first = subtree(row.begin);
  const Subtree& last = subtree(row.end - 1);
  Outline& own = outline(parent);
  const float x = (first.x + last.x + outline(row.end - 1).w - own.w) / 2;
  own.left = row.begin;
  own.right = row.end - 1;
  own.to_left = first.x - x;
  own.to_right = last.x - x;
  subtree(parent) = {first.lowest_left, last.lowest_right, first.to_lowest_left + own.to_left,
                     last.to_lowest_right + own.to_right, 0};
  for (std::int32_t i = row.begin; i < row.end; ++i) subtree(i).x -= x;
}

// Finds the place of a subtree from how near its left outline comes to the right one of those
// before it.
void RowTree::separate(Row row, std::int32_t sibling) {
  Step right{sibling - 1, subtree(sibling - 1).x};
  // Not in the paper: a subtree that spreads far to the left of its root comes closer first.
  Step left{sibling, right.x + outline(right.node).w};
  subtree(sibling).x = static_cast<float>(left.x);
  std::size_t low = reaches_.size() - 1;
  step_down(right, left);
  while (right.node != kNone && left.node != kNone) {
    const Outline& on_right = outline(right.node);
    if (on_right.bottom > reaches_[low].bottom && low > 0) --low;
    const double move = right.x + on_right.w + between_branches_ - left.x;
    if (move > 0) {
      left.x += move;
      subtree(sibling).x += static_cast<float>(move);
      share(row, reaches_[low].sibling, sibling, static_cast<float>(move));
    }
    step_down(right, left);
  }
  join_outlines(row, sibling, right, left);
}

// The one that ends first goes on; both when they end together.
void RowTree::step_down(Step& right, Step& left) {
  const Outline& on_right = outline(right.node);
  const Outline& on_left = outline(left.node);
  if (on_right.bottom <= on_left.bottom) {
    right.x += on_right.to_right;
    right.node = on_right.right;
  }
  if (on_right.bottom >= on_left.bottom) {
    left.x += on_left.to_left;
    left.node = on_left.left;
  }
}

// Where one of the two reaches further down than the other, it goes on for both.
void RowTree::join_outlines(Row row, std::int32_t sibling, Step right, Step left) {
  Subtree& own = subtree(sibling);
  if (left.node != kNone) {
    Subtree& first = subtree(row.begin);
    Outline& lowest = outline(first.lowest_left);
    lowest.left = left.node;
    lowest.to_left = static_cast<float>(left.x) - (first.x + first.to_lowest_left);
    first.lowest_left = own.lowest_left;
    first.to_lowest_left = own.x + own.to_lowest_left - first.x;
  } else if (right.node != kNone) {
    const Subtree& before = subtree(sibling - 1);
    Outline& lowest = outline(own.lowest_right);
    lowest.right = right.node;
    lowest.to_right = static_cast<float>(right.x) - (own.x + own.to_lowest_right);
    own.lowest_right = before.lowest_right;
    own.to_lowest_right = before.x + before.to_lowest_right - own.x;
  }
}

void RowTree::note_reach(float bottom, std::int32_t sibling) {
  while (!reaches_.empty() && bottom >= reaches_.back().bottom) reaches_.pop_back();
  reaches_.push_back({bottom, sibling});
}

void RowTree::share(Row row, std::int32_t left, std::int32_t right, float room) {
  const std::int32_t gaps = right - left;
  if (gaps == 1) return;  // nobody between them
  shares_.resize(static_cast<std::size_t>(row.end - row.begin));
  const float each = room / static_cast<float>(gaps);
  shares_[static_cast<std::size_t>(left + 1 - row.begin)].each += each;
  Share& last = shares_[static_cast<std::size_t>(right - row.begin)];
  last.each -= each;
  last.back += room - each;
}

void RowTree::hand_out(Row row) {
  float each = 0;
  float sum = 0;
  for (std::int32_t i = row.begin; i < row.end; ++i) {
    const Share& share = shares_[static_cast<std::size_t>(i - row.begin)];
    each += share.each;
    sum += each - share.back;
    subtree(i).x += sum;
  }
}

}  // namespace atlas::layout
