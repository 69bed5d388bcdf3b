#include "layout/forest.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/hanging.hpp"

namespace atlas::layout {
namespace {

// One tree, or a run of single cards in columns.
struct Item {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Columns columns;  // of a run
  Size size;
};

enum class RunShape { kAsHighAsTrees, kAsWideAsTrees };

std::vector<Item> items_of(std::span<const Size> trees, const std::vector<bool>& is_single) {
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < trees.size(); ++i) {
    if (is_single[i] && !items.empty() && is_single[items.back().begin]) {
      items.back().end = i + 1;
    } else {
      items.push_back({i, i + 1, {}, trees[i]});
    }
  }
  return items;
}

// The fewest columns within max_height, or the most within max_width.
Columns shaped_run(std::span<const Size> cards, Size limit, RunShape shape,
                   const TidyOptions& options) {
  const bool by_height = shape == RunShape::kAsHighAsTrees;
  Columns columns;
  std::size_t low = 1;
  std::size_t high = cards.size();
  while (low < high) {
    const std::size_t middle = by_height ? (low + high) / 2 : (low + high + 1) / 2;
    deal_out(cards, middle, 0, options, columns);
    if (by_height) {
      (columns.size.height <= limit.height ? high : low) =
          columns.size.height <= limit.height ? middle : middle + 1;
    } else {
      (columns.size.width <= limit.width ? low : high) =
          columns.size.width <= limit.width ? middle : middle - 1;
    }
  }
  deal_out(cards, low, 0, options, columns);
  return columns;
}

// Without a tree to go by, the limit is the side of a picture of the wished shape.
Size limit_of(std::span<const Size> trees, const std::vector<bool>& is_single,
              const TidyOptions& options) {
  Size limit;
  float area = 0;
  bool any_tree = false;
  for (std::size_t i = 0; i < trees.size(); ++i) {
    area += (trees[i].width + options.sibling_gap) * (trees[i].height + options.stack_gap);
    if (is_single[i]) continue;
    any_tree = true;
    limit.width = std::max(limit.width, trees[i].width);
    limit.height = std::max(limit.height, trees[i].height);
  }
  if (any_tree) return limit;
  return {std::sqrt(area * options.aspect_target), std::sqrt(area / options.aspect_target)};
}

Shelves on_shelves(const std::vector<Item>& items, std::size_t count, float max_width, float gap) {
  Shelves shelves;
  shelves.at.resize(count);
  Point at;
  float shelf_height = 0;
  for (const Item& item : items) {
    if (at.x > 0 && at.x + item.size.width > max_width) {
      at = {0, at.y + shelf_height + gap};
      shelf_height = 0;
    }
    shelves.at[item.begin] = at;
    shelf_height = std::max(shelf_height, item.size.height);
    shelves.size.width = std::max(shelves.size.width, at.x + item.size.width);
    shelves.size.height = std::max(shelves.size.height, at.y + item.size.height);
    at.x += item.size.width + gap;
  }
  return shelves;
}

// Widths at which the shelves may end: after the first items one by one.
std::vector<float> shelf_widths(const std::vector<Item>& items, float gap) {
  constexpr std::size_t kMost = 12;
  float widest = 0;
  for (const Item& item : items) widest = std::max(widest, item.size.width);
  std::vector<float> widths;
  float width = -gap;
  for (const Item& item : items) {
    width += item.size.width + gap;
    if (widths.size() < kMost) widths.push_back(std::max(width, widest));
  }
  widths.push_back(std::max(width, widest));
  return widths;
}

void spread_runs(const std::vector<Item>& items, std::span<const Size> trees, float gap,
                 Shelves& shelves) {
  for (const Item& item : items) {
    const Point corner = shelves.at[item.begin];
    for (const Columns::Column& column : item.columns.columns) {
      float y = corner.y;
      for (std::uint32_t i = item.begin + column.begin; i < item.begin + column.end; ++i) {
        shelves.at[i] = {corner.x + column.x, y};
        y += trees[i].height + gap;
      }
    }
  }
}

}  // namespace

float fit_cost(Size size, float aspect) {
  return aspect > 0 ? std::max(size.width / aspect, size.height) : size.width;
}

Shelves shelved(std::span<const Size> trees, const std::vector<bool>& is_single,
                const TidyOptions& options) {
  if (trees.size() == 1) return {{Point{}}, trees.front()};
  std::vector<Item> items = items_of(trees, is_single);
  if (options.aspect_target <= 0) {
    items.clear();
    for (std::uint32_t i = 0; i < trees.size(); ++i) items.push_back({i, i + 1, {}, trees[i]});
    return on_shelves(items, trees.size(), INFINITY, options.tree_gap);
  }
  const Size limit = limit_of(trees, is_single, options);
  Shelves best;
  float best_cost = INFINITY;
  for (const RunShape shape : {RunShape::kAsHighAsTrees, RunShape::kAsWideAsTrees}) {
    for (Item& item : items) {
      if (item.end - item.begin < 2) continue;
      item.columns =
          shaped_run(trees.subspan(item.begin, item.end - item.begin), limit, shape, options);
      item.size = item.columns.size;
    }
    for (const float width : shelf_widths(items, options.tree_gap)) {
      Shelves shelves = on_shelves(items, trees.size(), width, options.tree_gap);
      const float cost = fit_cost(shelves.size, options.aspect_target);
      if (cost >= best_cost) continue;
      spread_runs(items, trees, options.stack_gap, shelves);
      best_cost = cost;
      best = std::move(shelves);
    }
  }
  return best;
}

}  // namespace atlas::layout
