// A place for one thing after another in rows of one height: what does not fit goes into the next
// row.
#pragma once

#include <algorithm>

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

class Flow {
 public:
  // The height of `row` is that of each row; `gap` lies between things and between rows.
  explicit Flow(const Rect& row, float gap = kSpace2) : row_(row), x_(row.x), gap_(gap) {}

  // No wider than the row.
  [[nodiscard]] Rect place(float width) {
    width = std::min(width, row_.width);
    if (x_ > row_.x && x_ + width > right_of(row_)) {
      x_ = row_.x;
      row_.y += row_.height + gap_;
    }
    const Rect box{x_, row_.y, width, row_.height};
    x_ += width + gap_;
    return box;
  }
  [[nodiscard]] float bottom() const { return bottom_of(row_); }

 private:
  Rect row_;
  float x_;
  float gap_;
};

}  // namespace atlas::ui
