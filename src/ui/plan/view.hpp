// The Plan screen: the plans of one body.
#pragma once

#include "ui/plan/grid.hpp"
#include "ui/widgets/flow.hpp"

namespace atlas::ui::plan {

class View {
 public:
  void draw(Ui& ui, Rect rect);

 private:
  float tool_bar(Ui& ui, Rect rect, RecordId body);
  void details_button(Ui& ui, Flow& flow);
  void choose_body(Ui& ui, Rect rect, RecordId body);
  Grid grid_;
};

}  // namespace atlas::ui::plan
