// The gallery's buttons, menu, checkbox, radio buttons and tabs.
#pragma once

#include <string>

#include "ui/widgets/column.hpp"

namespace atlas::ui::gallery {

class Controls {
 public:
  // `last`: what was done last in the gallery, in words; written and shown here.
  void buttons(Column& column, std::string& last);
  void choices(Column& column);

 private:
  bool toggled_ = false;
  bool checked_ = true;
  int chosen_radio_ = 1;
  std::size_t tab_ = 0;
};

}  // namespace atlas::ui::gallery
