// A screen of text and controls from the top down: a column in a part that scrolls, with the margin
// that suits the page.
#pragma once

#include "ui/widgets/column.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {

class ScreenPage {
 public:
  // Lines of text are no longer than `widest`.
  ScreenPage(Ui& ui, std::string_view id, const Rect& rect, float widest);
  ~ScreenPage();
  ScreenPage(const ScreenPage&) = delete;
  ScreenPage& operator=(const ScreenPage&) = delete;

  [[nodiscard]] Column& column() { return column_; }

 private:
  ScrollArea area_;
  Column column_;
};

}  // namespace atlas::ui
