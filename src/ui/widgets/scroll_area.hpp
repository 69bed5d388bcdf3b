// A part of the page that clips its content and scrolls it: by wheel, bar, or a finger on the
// content, with momentum. Between construction and destruction everything is drawn inside.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

enum class ScrollWays : std::uint8_t { kDown, kBoth };

class ScrollArea {
 public:
  static constexpr float kBar = 12;  // its bar, for which there is always room

  ScrollArea(Ui& ui, std::string_view id, Rect rect, ScrollWays ways = ScrollWays::kDown);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  // Where the content starts now: moves with scrolling. Its width leaves room for the bar.
  [[nodiscard]] Vec2 origin() const { return origin_; }
  [[nodiscard]] float width() const { return width_; }
  [[nodiscard]] const Rect& view() const { return view_; }
  void set_content_height(float height) { content_height_ = height; }
  // As wide as the view unless set.
  void set_content_width(float width) { content_width_ = width; }
  // Brings a row of the content (from its top) into view.
  void reveal(float top, float height);
  // A wheel over what stands so high above the area scrolls it too.
  void take_wheel_over(float head) { head_ = head; }

 private:
  void scroll_by_finger();
  void scroll_by_wheel();
  void scroll(Vec2 by);

  Ui& ui_;
  NodeId node_;
  Rect view_;
  Vec2 origin_;
  float width_ = 0;
  float content_height_ = 0;
  float content_width_ = 0;
  float head_ = 0;
};

// The head of a table above an area that scrolls its rows: it goes sideways with them and no way by
// itself. `left` is where the content of the area starts, `width` how wide that is.
class HeadArea {
 public:
  HeadArea(std::string_view id, const Rect& rect, float left, float width);
  ~HeadArea();
  HeadArea(const HeadArea&) = delete;
  HeadArea& operator=(const HeadArea&) = delete;
};

}  // namespace atlas::ui
