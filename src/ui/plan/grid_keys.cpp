// How the keyboard walks the grid, as in a spreadsheet.
#include <algorithm>

#include "ui/plan/columns.hpp"
#include "ui/plan/grid.hpp"
#include "ui/widgets/field.hpp"

namespace atlas::ui::plan {

// Arrow keys move between cells; Enter in an edit moves down, Tab in an edit moves sideways.
void Grid::walk(Ui& ui, std::size_t index, std::size_t column, const Response& response) {
  const int row = static_cast<int>(index);
  const int at = static_cast<int>(column);
  if (const auto how = ui.ended_how(response.id)) {
    if (*how == CommitHow::kEnter) go_to(ui, row + 1, at);
    if (*how == CommitHow::kTab) go_to(ui, row, at + 1);
    if (*how == CommitHow::kShiftTab) go_to(ui, row, at - 1);
    return;
  }
  const KeyPressed* key = ui.key_for(response);
  if (key == nullptr || key->mods.alt) return;
  const std::string name = key->key;
  if (name == " " && key->mods.shift) {
    whole_row_ = !whole_row_;
    ui.take_key();
    ui.want_frame();
    return;
  }
  const bool ctrl = key->mods.ctrl;
  const int last = static_cast<int>(rows_.size()) - 1;
  const int last_column = static_cast<int>(kColumns.size()) - 1;
  int to_row = row;
  int to_column = at;
  if (name == "ArrowDown")
    to_row = ctrl ? last : row + 1;
  else if (name == "ArrowUp")
    to_row = ctrl ? 0 : row - 1;
  else if (name == "ArrowRight")
    to_column = ctrl ? last_column : at + 1;
  else if (name == "ArrowLeft")
    to_column = ctrl ? 0 : at - 1;
  else if (name == "Home")
    to_column = 0;
  else if (name == "End")
    to_column = last_column;
  else if (name == "PageDown")
    to_row = std::min(row + 10, last);
  else if (name == "PageUp")
    to_row = std::max(row - 10, 0);
  else
    return;
  ui.take_key();
  go_to(ui, to_row, to_column);
}

void Grid::go_to(Ui& ui, int row, int column) {
  if (column < 0 || column >= static_cast<int>(kColumns.size())) return;
  const int step = row < index_of(row_) ? -1 : 1;
  const int count = static_cast<int>(rows_.size());
  // Titles of plans have no cells: on to the next row, and back where there is none.
  const auto skip_titles = [&](int from, int by) {
    while (from >= 0 && from < count && rows_[static_cast<std::size_t>(from)].level == 0)
      from += by;
    return from;
  };
  row = skip_titles(row, step);
  if (row < 0 || row >= count) row = skip_titles(std::clamp(row, 0, count - 1), -step);
  if (row < 0 || row >= count) return;
  const Row& target = rows_[static_cast<std::size_t>(row)];
  row_ = target.record;
  column_ = static_cast<std::size_t>(column);
  reveal_ = row;
  whole_row_ = false;
  ui.focus().set(field_node(ui, target.record, spec_of(target.type, column_)), true);
  ui.want_frame();
}

}  // namespace atlas::ui::plan
