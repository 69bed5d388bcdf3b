// A page of text and controls from the top down, one under the other.
#pragma once

#include <span>

#include "ui/widgets/button.hpp"

namespace atlas::ui {

class Column {
 public:
  Column(Ui& ui, Vec2 at, float width) : ui_(ui), x_(at.x), top_(at.y), y_(at.y), width_(width) {}

  [[nodiscard]] Ui& ui() { return ui_; }
  [[nodiscard]] Vec2 at() const { return {x_, y_}; }
  [[nodiscard]] float width() const { return width_; }
  [[nodiscard]] float height() const { return y_ - top_; }
  [[nodiscard]] Rect row(float height) const { return {x_, y_, width_, height}; }
  [[nodiscard]] Rect row(float width, float height) const;
  void skip(float by) { y_ += by; }

  void title(std::string_view text, std::uint16_t level, TextStyle style);
  void text(std::string_view words, TextStyle style, Colour colour);
  // A line with an icon in front.
  void point(const char* icon, std::string_view words, Colour colour);
  // A link with a second line; true when it was activated.
  [[nodiscard]] bool link(std::string_view words, std::string_view detail = {});
  // A button in a row of its own. True when it was activated.
  [[nodiscard]] bool button(const ButtonSpec& spec);
  // Buttons beside each other. The index of the one that was activated, or -1.
  [[nodiscard]] int buttons(std::span<const ButtonSpec> specs);
  // A button of the table of actions.
  void action(app::ActionId id, const char* icon, ButtonLook look);
  void rule();

 private:
  Ui& ui_;
  float x_, top_, y_, width_;
};

}  // namespace atlas::ui
