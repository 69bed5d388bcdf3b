// The dialogues: the keys, what this app is made of, how changes come together.
#pragma once

#include <span>
#include <string_view>

#include "base/text_id.hpp"
#include "ui/erase/dialog.hpp"
#include "ui/ui.hpp"

namespace atlas::ui {

class Dialogs {
 public:
  void draw(Ui& ui);

 private:
  void keys(Ui& ui);
  void about(Ui& ui);
  void together(Ui& ui);
  void words(Ui& ui, std::string_view title, std::span<const Text> paragraphs);
  void fit_height(Ui& ui, float used);
  erase::Dialog erase_;
  float height_ = 200;  // of the content in the last frame
};

}  // namespace atlas::ui
