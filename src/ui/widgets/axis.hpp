// Axes of charts: where the marks go and what they say, and drawing them. Marks are at round
// numbers: steps of 1, 2 or 5 times a power of ten, as Heckbert chooses them ("Nice Numbers for
// Graph Labels", Graphics Gems, 1990); for dates at days, months, quarters or years.
#pragma once

#include "base/date.hpp"
#include "ui/widgets/paint.hpp"

namespace atlas::ui {

struct AxisMark {
  double at = 0;  // value, or day since 1970
  std::string text;
};
// At most about `most` marks (two or more) that enclose low and high; low ≤ high.
[[nodiscard]] std::vector<AxisMark> number_marks(double low, double high, int most);
// Marks between two days, each not before `from` and not after `to`.
[[nodiscard]] std::vector<AxisMark> date_marks(Date from, Date to, int most);

// A chart's frame: values up the left side, dates or values along the foot. `plot` is where the
// chart itself goes.
struct ChartFrame {
  Rect plot;
  double low_x = 0, high_x = 1, low_y = 0, high_y = 1;
  [[nodiscard]] Vec2 at(double x, double y) const;
};
struct AxesSpec {
  std::string_view name;  // of the chart, for its node
  std::vector<AxisMark> across, up;
  std::optional<double> last{};  // shown along the foot, where the marks end before it
};
ChartFrame draw_axes(Ui& ui, const Rect& rect, const AxesSpec& spec);

}  // namespace atlas::ui
