// The gallery: every part of the interface in each of its states, to look at and to try. What is
// changed here is only shown here.
#pragma once

#include <array>
#include <set>

#include "ui/widgets/column.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/table.hpp"

namespace atlas::ui::gallery {

class View {
 public:
  View();
  void draw(Ui& ui, Rect rect);

 private:
  void buttons(Column& column);
  void fields(Column& column);
  void field_row(Column& column, std::size_t index);
  void choices(Column& column);
  void messages(Column& column);
  void marks(Column& column);
  void data(Column& column);
  void chart(Column& column);
  void places(Column& column);
  void dialog(Ui& ui);

  static constexpr std::size_t kFields = 11;
  std::array<SampleValue, kFields> values_;
  bool toggled_ = false;
  bool checked_ = true;
  int chosen_radio_ = 1;
  std::size_t tab_ = 0;
  int cancelled_ = 0;
  TableSort sort_{0, false};
  std::set<std::string> folded_;
  int tree_row_ = 0;
  bool dialog_ = false;
  float dialog_height_ = 120;
  bool toast_ = false;
  bool error_ = false;
  float split_ = 200;
  std::string last_;  // what was done last, in words
};

}  // namespace atlas::ui::gallery
