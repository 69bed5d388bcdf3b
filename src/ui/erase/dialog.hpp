// The dialogue for erasing: a plain explanation, every place where a text stands, and one button.
#pragma once

#include "ui/widgets/column.hpp"
#include "ui/widgets/field.hpp"

namespace atlas::ui::erase {

class Dialog {
 public:
  void draw(Ui& ui);

 private:
  void look_for(Column& page);
  void places(Column& page);

  SampleValue text_;
  float height_ = 300;    // of the content in the last frame
  float foot_ = 50;       // of the buttons below it
  std::size_t most_ = 0;  // places shown
  int frame_ = 0;         // of ImGui, when last drawn
};

}  // namespace atlas::ui::erase
