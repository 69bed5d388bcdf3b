// The gallery: every part of the interface in each of its states, to look at and to try. What is
// changed here is only shown here.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui::gallery {

class View {
 public:
  void draw(Ui& ui, Rect rect);
};

}  // namespace atlas::ui::gallery
