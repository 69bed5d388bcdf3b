// Pointers of the platform, taken in as gestures and as the one mouse that ImGui knows. Needs
// ImGui's context. Positions are CSS pixels of the page, times milliseconds.
#pragma once

#include "ui/gestures.hpp"
#include "ui/input.hpp"

namespace atlas::ui {

class PointerFeed {
 public:
  using Gestures = GestureRecogniser::Gestures;

  // What they amount to is added to `news`; `now_ms` is when, for events that do not say it. A
  // finger that comes down while something is `gliding` only stops it: it presses nothing.
  void take(const PointerMoved& moved, double now_ms, Gestures& news);
  void take(const PointerButton& button, double now_ms, bool gliding, Gestures& news);
  void take(const PointerCancelled& cancelled, Gestures& news);
  // Out of the page.
  static void leave();
  // Time has passed without news of a pointer. Returns whether that means something.
  bool tick(double now_ms, Gestures& news);
  // Until `tick` has something to say; negative: not.
  [[nodiscard]] double wake_in_ms(double now_ms) const { return recogniser_.wake_in_ms(now_ms); }
  [[nodiscard]] PointerKind kind() const { return kind_; }  // of what was heard of last

 private:
  static void let_go();

  GestureRecogniser recogniser_;
  PointerKind kind_ = PointerKind::kMouse;
};

}  // namespace atlas::ui
