// Finds rectangles by point or by range: a uniform grid over all of them, so that a question costs
// what is near it and not what exists. Items are known by their index in the list given; a later
// item lies on top of an earlier one. Built once for a layout; owns its copy of the rectangles.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "layout/geometry.hpp"

namespace atlas::layout {

class HitIndex {
 public:
  HitIndex() = default;
  explicit HitIndex(std::span<const Rect> rects);

  // The topmost item at the point.
  [[nodiscard]] std::optional<std::uint32_t> at(Point point) const;
  // The item at the point, else the nearest whose border is within max_distance (touch).
  [[nodiscard]] std::optional<std::uint32_t> near(Point point, float max_distance) const;
  // All items that share area with the range, ascending.
  [[nodiscard]] std::vector<std::uint32_t> overlapping(const Rect& range) const;
  [[nodiscard]] bool any_overlapping(const Rect& range) const;
  [[nodiscard]] std::span<const Rect> rects() const { return rects_; }

 private:
  struct CellRange {
    std::int32_t left, top, right, bottom;  // inclusive
  };
  [[nodiscard]] CellRange cells_of(const Rect& range) const;
  void fill_cells();
  template <typename Visit>
  void for_cells(const CellRange& range, Visit visit) const;
  template <typename Visit>
  void visit_candidates(const Rect& range, Visit visit) const;

  std::vector<Rect> rects_;
  Rect bounds_;
  float cell_width_ = 1;
  float cell_height_ = 1;
  std::int32_t columns_ = 0;
  std::int32_t rows_ = 0;
  std::vector<std::uint32_t> cell_start_;  // CSR: items of cell c are [start[c], start[c + 1])
  std::vector<std::uint32_t> cell_items_;
  std::vector<std::uint32_t> large_;  // items over many cells, looked at every time
};

}  // namespace atlas::layout
