// The Share screen: files out and in, the workspaces on this device, and how work is kept.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui::share {

class View {
 public:
  void draw(Ui& ui, Rect rect);
};

}  // namespace atlas::ui::share
