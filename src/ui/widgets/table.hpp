// A table to read: columns that can be sorted by their headings, rows of words and numbers. Where
// the figures have no room beside each other, the cells of a row stand one under the other.
#pragma once

#include <functional>

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

struct TableColumn {
  std::string_view title;
  float share = 1;  // of the width
  bool number = false;
};
struct TableSort {
  int column = -1;
  bool falling = false;
};
struct TableSpec {
  std::string_view name;
  std::span<const TableColumn> columns;
  std::size_t rows = 0;
  std::function<std::string(std::size_t row, std::size_t column)> cell;
  TableSort sort{};
};
struct TableResult {
  float height = 0;
  int sort_by = -1;  // a heading that was pressed
};
TableResult table(Ui& ui, Rect rect, const TableSpec& spec);

}  // namespace atlas::ui
