// The gallery: every part of the interface in each of its states, to look at and to try. What is
// changed here is only shown here.
#pragma once

#include "ui/gallery/controls.hpp"
#include "ui/gallery/data.hpp"
#include "ui/gallery/fields.hpp"
#include "ui/gallery/messages.hpp"
#include "ui/gallery/places.hpp"

namespace atlas::ui::gallery {

class View {
 public:
  void draw(Ui& ui, Rect rect);

 private:
  Controls controls_;
  Fields fields_;
  Messages messages_;
  Data data_;
  Places places_;
  std::string last_;  // what was done last, in words
};

}  // namespace atlas::ui::gallery
