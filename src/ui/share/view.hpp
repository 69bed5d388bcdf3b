// The Share screen: files out and in, the workspaces on this device, and how work is kept.
#pragma once

#include "ui/share/workspaces.hpp"

namespace atlas::ui::share {

class View {
 public:
  void draw(Ui& ui, Rect rect);

 private:
  Workspaces workspaces_;
};

}  // namespace atlas::ui::share
