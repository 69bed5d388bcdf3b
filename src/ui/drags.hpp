// Whom the drags, pinches and long presses of pointers belong to. What scrolls or pans takes a
// gesture in the frame in which it begins; from then on it alone gets the movement, and after it
// the momentum, until the next press.
#pragma once

#include <span>

#include "semantics/node.hpp"
#include "ui/gestures.hpp"

namespace atlas::ui {

class Drags {
 public:
  using NodeId = semantics::NodeId;

  // `news`: what the recogniser said since the last frame.
  void begin_frame(std::span<const Gesture> news, double now_ms);
  // Without momentum (reduced motion) drags end where they are.
  void allow_momentum(bool allowed) { allowed_ = allowed; }

  // A drag or a pinch began in this frame, inside the rectangle, and nobody has taken it.
  [[nodiscard]] bool begins_in(const semantics::Rect& rect) const;
  [[nodiscard]] bool by_finger() const { return kind_ != PointerKind::kMouse; }
  void take(NodeId owner);
  // A widget that is dragged itself, such as a splitter: nothing under it scrolls.
  void keep() { begins_ = false; }

  [[nodiscard]] bool under_way(NodeId owner) const { return dragging_ && owner_ == owner; }
  // The movement of this frame, by pointer or momentum; of a pinch that of its centre.
  [[nodiscard]] Point moved(NodeId owner) const;
  [[nodiscard]] const Pinched* pinched(NodeId owner) const;
  // Scrolling goes by whole pixels: what is left over is in the next frame's movement.
  [[nodiscard]] Point moved_whole(NodeId owner);
  void stop() { momentum_.stop(); }

  [[nodiscard]] bool gliding() const { return momentum_.running(); }
  // Somebody scrolls or pans: what is under the pointer by chance is not pointed at.
  [[nodiscard]] bool scrolls() const { return dragging_ && owner_.value != 0; }
  // A pointer is down, apart from a mouse's other buttons.
  [[nodiscard]] bool pressed() const { return pressed_; }
  // In this frame, on the widget that is held.
  [[nodiscard]] bool long_pressed() const { return long_pressed_; }

 private:
  void take_in(const Gesture& gesture);

  Momentum momentum_;
  NodeId owner_;
  PointerKind kind_ = PointerKind::kMouse;
  bool allowed_ = true;
  bool dragging_ = false;  // or pinching
  bool pressed_ = false;
  bool begins_ = false;
  bool long_pressed_ = false;
  double now_ms_ = 0;
  Point from_;
  Point moved_;
  Point let_go_;  // with this velocity, in this frame
  Point rest_;
  std::optional<Pinched> pinched_;
};

}  // namespace atlas::ui
