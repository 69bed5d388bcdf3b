#include "layout/hit_test.hpp"

#include <algorithm>
#include <cmath>

namespace atlas::layout {
namespace {

constexpr std::int32_t kMostCellsAnItem = 64;

float distance_to(const Rect& rect, Point p) {
  const float x = std::max({rect.x - p.x, 0.0F, p.x - rect.right()});
  const float y = std::max({rect.y - p.y, 0.0F, p.y - rect.bottom()});
  return std::hypot(x, y);
}

std::int32_t cell_at(float offset, float cell, std::int32_t count) {
  const float place = std::floor(offset / cell);
  if (!(place > 0)) return 0;
  return place < static_cast<float>(count) ? static_cast<std::int32_t>(place) : count - 1;
}

// About as many cells as items, each about square.
std::int32_t cells_along(float length, float other, std::size_t items) {
  const float wanted = std::sqrt(static_cast<float>(items) * length / std::max(other, 1.0F));
  const float most = static_cast<float>(items);
  return static_cast<std::int32_t>(std::clamp(std::ceil(wanted), 1.0F, std::max(most, 1.0F)));
}

}  // namespace

HitIndex::HitIndex(std::span<const Rect> rects) : rects_(rects.begin(), rects.end()) {
  if (rects_.empty()) return;
  bounds_ = rects_.front();
  for (const Rect& rect : rects_) bounds_ = united(bounds_, rect);
  columns_ = cells_along(bounds_.width, bounds_.height, rects_.size());
  rows_ = cells_along(bounds_.height, bounds_.width, rects_.size());
  cell_width_ = std::max(bounds_.width / static_cast<float>(columns_), 1e-3F);
  cell_height_ = std::max(bounds_.height / static_cast<float>(rows_), 1e-3F);
  cell_start_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1, 0);
  fill_cells();
}

template <typename Visit>
void HitIndex::for_cells(const CellRange& range, Visit visit) const {
  for (std::int32_t row = range.top; row <= range.bottom; ++row) {
    for (std::int32_t column = range.left; column <= range.right; ++column) {
      const bool goes_on =
          visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                static_cast<std::size_t>(column));
      if (!goes_on) return;
    }
  }
}

void HitIndex::fill_cells() {
  std::vector<bool> is_large(rects_.size(), false);
  for (std::uint32_t i = 0; i < rects_.size(); ++i) {
    const CellRange range = cells_of(rects_[i]);
    const std::int64_t cells =
        std::int64_t{range.right - range.left + 1} * std::int64_t{range.bottom - range.top + 1};
    if (cells > kMostCellsAnItem) {
      is_large[i] = true;
      large_.push_back(i);
      continue;
    }
    for_cells(range, [&](std::size_t cell) {
      ++cell_start_[cell + 1];
      return true;
    });
  }
  for (std::size_t c = 1; c < cell_start_.size(); ++c) cell_start_[c] += cell_start_[c - 1];
  cell_items_.resize(cell_start_.back());
  std::vector<std::uint32_t> next(cell_start_.begin(), cell_start_.end() - 1);
  for (std::uint32_t i = 0; i < rects_.size(); ++i) {
    if (is_large[i]) continue;
    for_cells(cells_of(rects_[i]), [&](std::size_t cell) {
      cell_items_[next[cell]++] = i;
      return true;
    });
  }
}

HitIndex::CellRange HitIndex::cells_of(const Rect& range) const {
  return {cell_at(range.x - bounds_.x, cell_width_, columns_),
          cell_at(range.y - bounds_.y, cell_height_, rows_),
          cell_at(range.right() - bounds_.x, cell_width_, columns_),
          cell_at(range.bottom() - bounds_.y, cell_height_, rows_)};
}

// May visit an item more than once; stops when the visitor returns true.
template <typename Visit>
void HitIndex::visit_candidates(const Rect& range, Visit visit) const {
  if (rects_.empty()) return;
  for (const std::uint32_t item : large_) {
    if (visit(item)) return;
  }
  for_cells(cells_of(range), [&](std::size_t cell) {
    for (std::uint32_t k = cell_start_[cell]; k < cell_start_[cell + 1]; ++k) {
      if (visit(cell_items_[k])) return false;
    }
    return true;
  });
}

std::optional<std::uint32_t> HitIndex::at(Point point) const {
  std::optional<std::uint32_t> topmost;
  visit_candidates({point.x, point.y, 0, 0}, [&](std::uint32_t item) {
    if (rects_[item].contains(point) && (!topmost || item > *topmost)) topmost = item;
    return false;
  });
  return topmost;
}

std::optional<std::uint32_t> HitIndex::near(Point point, float max_distance) const {
  if (const auto hit = at(point)) return hit;
  std::optional<std::uint32_t> nearest;
  float least = max_distance;
  visit_candidates(Rect{point.x, point.y, 0, 0}.inflated(max_distance), [&](std::uint32_t item) {
    const float distance = distance_to(rects_[item], point);
    const bool is_better = distance < least || (distance == least && (!nearest || item > *nearest));
    if (is_better && distance <= max_distance) {
      least = distance;
      nearest = item;
    }
    return false;
  });
  return nearest;
}

std::vector<std::uint32_t> HitIndex::overlapping(const Rect& range) const {
  std::vector<std::uint32_t> found;
  visit_candidates(range, [&](std::uint32_t item) {
    if (rects_[item].overlaps(range)) found.push_back(item);
    return false;
  });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool HitIndex::any_overlapping(const Rect& range) const {
  bool any = false;
  visit_candidates(range, [&](std::uint32_t item) {
    any = rects_[item].overlaps(range);
    return any;
  });
  return any;
}

}  // namespace atlas::layout
