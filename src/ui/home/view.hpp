// The Home screen: what is in this workspace, where to go, what happened last, and how safe the
// work is.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui::home {

class View {
 public:
  void draw(Ui& ui, Rect rect);
};

}  // namespace atlas::ui::home
