// Search for a body of the shown model: results as one types, Enter goes to the chosen one.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

class SearchBox {
 public:
  void draw(Ui& ui, Rect rect);
  void start(Ui& ui) {
    start_ = true;
    ui.want_frame();
  }

 private:
  void results(Ui& ui, const Rect& rect);
  void choose(Ui& ui, std::size_t index);

  bool start_ = false;
  std::size_t marked_ = 0;  // result that Enter would choose
  std::string marked_for_;  // the query it belongs to
};

}  // namespace atlas::ui
