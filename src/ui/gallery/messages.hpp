// The gallery's banners, toasts, empty state, badges, marks, progress and dialogue.
#pragma once

#include <string>

#include "ui/widgets/column.hpp"

namespace atlas::ui::gallery {

class Messages {
 public:
  // `last`: what was done last in the gallery, in words.
  void draw(Column& column, std::string& last);
  void marks(Column& column);
  void dialog_button(Column& column);
  // Over everything, while it is open.
  void dialog(Ui& ui, std::string& last);

 private:
  bool toast_ = false;
  bool error_ = false;
  int cancelled_ = 0;
  bool dialog_ = false;
  float dialog_height_ = 120;
};

}  // namespace atlas::ui::gallery
