// A calendar to choose a day from, in a popup. Arrow keys go by days and weeks, Page Up and Page
// Down by months, Home and End to the ends of the week; Enter chooses, Esc closes.
#pragma once

#include "base/date.hpp"
#include "ui/widgets/paint.hpp"

namespace atlas::ui {

struct CalendarSpec {
  std::string_view name;
  std::optional<Date> current;  // chosen now
  std::optional<Date> today;
};
// Draws the calendar that `owner` has opened. The day chosen in this frame.
std::optional<Date> calendar(Ui& ui, NodeId owner, const Rect& anchor, const CalendarSpec& spec);

}  // namespace atlas::ui
