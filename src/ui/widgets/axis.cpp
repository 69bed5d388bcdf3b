#include "ui/widgets/axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/decimal.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

// 1, 2, 5 or 10 times a power of ten, not below `rough`.
double round_step(double rough) {
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double part : {1.0, 2.0, 5.0}) {
    if (rough <= part * power * (1 + 1e-9)) return part * power;
  }
  return 10 * power;
}

// With as many places as the step needs.
std::string mark_text(double value, double step) {
  const int places = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
  const double factor = std::pow(10.0, places);
  return to_text(Decimal{std::llround(value * factor), static_cast<std::uint8_t>(places)});
}

struct DateStep {
  int months;  // 0: days
  int days;
};
constexpr std::array<DateStep, 9> kDateSteps{
    {{0, 1}, {0, 7}, {0, 14}, {1, 0}, {3, 0}, {6, 0}, {12, 0}, {60, 0}, {120, 0}}};

// Steps of months begin with a year, so that years and quarters fall on their first days.
Date first_mark(Date from, DateStep step) {
  if (step.months == 0) return from;
  const CivilDate civil = to_civil(from);
  const int years = std::max(step.months / 12, 1);
  Date at = from_civil({std::max(civil.year / years * years, 1), 1, 1});
  while (at < from) at = add_months(at, step.months);
  return at;
}

std::string date_mark_text(Date date, DateStep step) {
  if (step.months >= 12) return std::to_string(to_civil(date).year);
  return step.months > 0 ? to_month_text(date) : to_short_text(date);
}

}  // namespace

std::vector<AxisMark> number_marks(double low, double high, int most) {
  if (!(high > low)) high = low + 1;
  const double step = round_step((high - low) / std::max(most - 1, 1));
  std::vector<AxisMark> marks;
  const double first = std::floor(low / step + 1e-9);
  const double last = std::ceil(high / step - 1e-9);
  for (double i = first; i <= last; ++i) marks.push_back({i * step, mark_text(i * step, step)});
  return marks;
}

std::vector<AxisMark> date_marks(Date from, Date to, int most) {
  for (const DateStep step : kDateSteps) {
    std::vector<AxisMark> marks;
    Date at = first_mark(from, step);
    while (!(to < at) && static_cast<int>(marks.size()) <= most) {
      marks.push_back({static_cast<double>(at.days), date_mark_text(at, step)});
      at = step.months > 0 ? add_months(at, step.months) : Date{at.days + step.days};
    }
    if (static_cast<int>(marks.size()) <= most) return marks;
  }
  return {};
}

Vec2 ChartFrame::at(double x, double y) const {
  const double across = (x - low_x) / (high_x - low_x);
  const double up = (y - low_y) / (high_y - low_y);
  return {plot.x + static_cast<float>(across) * plot.width,
          bottom_of(plot) - static_cast<float>(up) * plot.height};
}

ChartFrame draw_axes(Ui& ui, const Rect& rect, const AxesSpec& spec) {
  const Palette& p = ui.palette();
  const float line_height = TextPainter::line_height(kSmallText);
  float left = 0;
  for (const AxisMark& mark : spec.up) {
    left = std::max(left, ui.text().width(mark.text, Font::kSmall));
  }
  left += kSpace2 + 1;
  const float foot = line_height + kSpace1;
  // Half a mark's text reaches beyond the plot at the end.
  const float end =
      spec.across.empty() ? 0 : ui.text().width(spec.across.back().text, Font::kSmall) / 2 + 1;
  ChartFrame frame;
  frame.plot = {rect.x + left, rect.y + line_height / 2, rect.width - left - end,
                rect.height - line_height / 2 - foot};
  if (spec.across.size() > 1) {
    frame.low_x = spec.across.front().at;
    frame.high_x = std::max(spec.across.back().at, spec.last.value_or(frame.low_x));
  }
  if (spec.up.size() > 1) {
    frame.low_y = spec.up.front().at;
    frame.high_y = spec.up.back().at;
  }
  for (const AxisMark& mark : spec.up) {
    const float y = frame.at(frame.low_x, mark.at).y;
    line({frame.plot.x, y}, {right_of(frame.plot), y}, p.hairline);
    draw_text_in(ui, {rect.x, y - line_height / 2, left - kSpace2, line_height}, mark.text,
                 Font::kSmall, p.muted, Align::kRight);
  }
  float taken = rect.x;  // as far as words stand already: marks that lie closer have none
  for (const AxisMark& mark : spec.across) {
    const float x = frame.at(mark.at, frame.low_y).x;
    line({x, bottom_of(frame.plot)}, {x, bottom_of(frame.plot) + kSpace1}, p.control_edge);
    const float width = ui.text().width(mark.text, Font::kSmall) + 1;
    const float place = std::clamp(x - width / 2, rect.x, std::max(rect.x, right_of(rect) - width));
    if (place < taken) continue;
    draw_text_in(ui, {place, bottom_of(frame.plot) + kSpace1, width, line_height}, mark.text,
                 Font::kSmall, p.muted, Align::kCentre);
    taken = place + width + kSpace1;
  }
  line({frame.plot.x, bottom_of(frame.plot)}, {right_of(frame.plot), bottom_of(frame.plot)},
       p.control_edge);
  ui.leaf(
      {.id = ui.id(spec.name), .role = Role::kImage, .name = std::string(spec.name), .rect = rect});
  return frame;
}

}  // namespace atlas::ui
