// The dialogues: a file that was opened, the keys, and what this app is made of.
#pragma once

#include "ui/ui.hpp"

namespace atlas::ui {

class Dialogs {
 public:
  void draw(Ui& ui);

 private:
  void keys(Ui& ui);
  void about(Ui& ui);
  void fit_height(Ui& ui, float used);
  float height_ = 200;  // of the content in the last frame
};

}  // namespace atlas::ui
