// The details panel: everything the workspace knows of the selected record, drawn from the schema
// and edited in place, with its evidence and links to what it is connected with.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

class Details {
 public:
  void draw(Ui& ui, Rect rect);

 private:
  RecordId follow(Ui& ui);

  bool show_empty_ = false;  // fields without a value; lives nowhere
  RecordId shown_;
  RecordId asked_;       // chosen when last looked
  double asked_ms_ = 0;  // since when
  int frame_ = 0;        // of ImGui's, when last drawn
};

}  // namespace atlas::ui
