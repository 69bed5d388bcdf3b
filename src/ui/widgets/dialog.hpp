// A dialogue above everything else: the rest is shaded and out of reach until it is answered.
#pragma once

#include <functional>

#include "ui/widgets/button.hpp"

namespace atlas::ui {

struct DialogSpec {
  std::string_view id;
  std::string_view title;
  float width = 520;
  float height = 0;  // 0: as tall as the content was in the last frame
};

class DialogBox {
 public:
  DialogBox(Ui& ui, const DialogSpec& spec, float content_height);
  ~DialogBox();
  DialogBox(const DialogBox&) = delete;
  DialogBox& operator=(const DialogBox&) = delete;

  [[nodiscard]] const Rect& content() const { return content_; }
  // Esc was pressed in this frame.
  [[nodiscard]] bool escaped() const { return escaped_; }

 private:
  Ui& ui_;
  Rect content_;
  bool escaped_ = false;
};

}  // namespace atlas::ui
