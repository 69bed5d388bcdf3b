// The gallery's table, tree and chart.
#pragma once

#include <set>
#include <string>

#include "ui/widgets/column.hpp"
#include "ui/widgets/table.hpp"

namespace atlas::ui::gallery {

class Data {
 public:
  void draw(Column& column);

 private:
  void show_table(Column& column);
  void show_tree(Column& column);

  TableSort sort_{0, false};
  std::set<std::string> folded_;
  int tree_row_ = 0;
};

}  // namespace atlas::ui::gallery
