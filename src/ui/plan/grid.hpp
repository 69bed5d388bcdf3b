// The grid of a body's plans: objectives and the actions under them, edited cell by cell, with the
// keyboard of a spreadsheet.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "ui/widgets/paint.hpp"

namespace atlas::ui::plan {

class Grid {
 public:
  void draw(Ui& ui, Rect rect, RecordId body);

 private:
  struct Row {
    RecordId record;
    RecordType type = RecordType::kAction;
    int level = 0;  // 0: a plan, 1: right under it, 2: under an objective
    float top = 0;  // from the start of the content
    float height = 0;
  };
  void collect(Ui& ui, RecordId body);
  void measure(Ui& ui, float width);
  float body_rows(Ui& ui, const Rect& rect);
  void header(Ui& ui, const Rect& head, float left);
  void plan_row(Ui& ui, const Row& row, const Rect& rect);
  void cells(Ui& ui, std::size_t index, const Rect& rect);
  void cell(Ui& ui, std::size_t index, std::size_t column, const Rect& rect);
  void select(Ui& ui, RecordId record);
  void row_menu(Ui& ui, const Row& row, const Response& response);
  void walk(Ui& ui, std::size_t index, std::size_t column, const Response& response);
  void go_to(Ui& ui, int row, int column);
  [[nodiscard]] float edited_height(Ui& ui, const Row& row) const;
  [[nodiscard]] int index_of(RecordId record) const;
  [[nodiscard]] static std::string row_text(Ui& ui, const Row& row);

  std::vector<Row> rows_;
  std::vector<float> widths_;  // of the columns
  std::size_t column_ = 0;     // that has or last had the keyboard
  RecordId row_;               // likewise
  RecordId seen_;              // selected when the grid was drawn last
  int reveal_ = -1;            // row to scroll to in this frame
  bool to_names_ = false;      // and back to where the names are
  bool whole_row_ = false;     // Shift+Space: copying takes all cells of row_
};

}  // namespace atlas::ui::plan
