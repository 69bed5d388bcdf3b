// A place for one thing after another in rows: what does not fit goes into the next row.
#pragma once

#include <algorithm>

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

class Flow {
 public:
  // The height of `row` is the least of each row; `gap` lies between things and between rows.
  explicit Flow(const Rect& row, float gap = kSpace2)
      : row_(row), x_(row.x), gap_(gap), tallest_(row.height) {}

  // No wider than the row, and at least as tall.
  [[nodiscard]] Rect place(float width, float height = 0) {
    width = std::min(width, row_.width);
    if (x_ > row_.x && x_ + width > right_of(row_)) {
      x_ = row_.x;
      row_.y += tallest_ + gap_;
      tallest_ = row_.height;
    }
    const Rect box{x_, row_.y, width, std::max(height, row_.height)};
    tallest_ = std::max(tallest_, box.height);
    x_ += width + gap_;
    return box;
  }
  [[nodiscard]] float bottom() const { return row_.y + tallest_; }
  [[nodiscard]] float width() const { return row_.width; }

 private:
  Rect row_;
  float x_;
  float gap_;
  float tallest_;  // in the row that is being filled
};

}  // namespace atlas::ui
