// The Clashes screen: what people did apart in this workspace, each to be ended by a choice.
#pragma once

#include <map>
#include <vector>

#include "ui/clashes/card.hpp"

namespace atlas::ui::clashes {

class View {
 public:
  void draw(Ui& ui, Rect rect);

 private:
  std::map<app::ClashKey, SampleValue> thirds_;
  std::size_t most_ = 0;  // cards shown
};

}  // namespace atlas::ui::clashes
