// What pointers mean: presses, clicks, drags, long presses and pinches, from their positions and
// times alone. Knows no widget and reads no clock. Positions are CSS pixels, times milliseconds.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "layout/geometry.hpp"
#include "ui/input.hpp"

namespace atlas::ui {

using layout::Point;

inline constexpr float kMouseDragPx = 5;
inline constexpr float kTouchDragPx = 10;
inline constexpr double kLongPressMs = 500;

// One pointer at one moment. Pointers have small numbers; of a mouse only the main button counts.
struct PointerSample {
  int pointer = 0;
  PointerKind kind = PointerKind::kMouse;
  Point at;
  double ms = 0;
};

struct PressBegan {
  Point at;
  PointerKind kind = PointerKind::kMouse;
};
struct Clicked {
  Point at;
};
// The press was no click, nor will it be one.
struct PressEnded {};
// Follows when a press has moved too far for a click. The first Dragged after it makes up for the
// distance from where the press began.
struct DragBegan {
  Point from;
  PointerKind kind = PointerKind::kMouse;
};
struct Dragged {
  Point by;
};
struct DragEnded {
  Point velocity;  // CSS pixels a millisecond; nought when the pointer rested before
};
// By finger or pen, that did not move. Nothing else comes of this press.
struct LongPressed {
  Point at;
};
struct PinchBegan {
  Point centre;
};
// Two fingers went from here to there.
struct Pinched {
  Point from_a, from_b, to_a, to_b;
  [[nodiscard]] Point centre() const { return (to_a + to_b) * 0.5F; }
  [[nodiscard]] Point centre_moved() const { return (to_a + to_b - from_a - from_b) * 0.5F; }
  [[nodiscard]] float factor() const;  // how much further apart they are
};
struct PinchEnded {};

using Gesture = std::variant<PressBegan, Clicked, PressEnded, DragBegan, Dragged, DragEnded,
                             LongPressed, PinchBegan, Pinched, PinchEnded>;

// Every PressBegan is followed by exactly one of Clicked, PressEnded, DragEnded and LongPressed,
// every PinchBegan by a PinchEnded. The finger that stays after a pinch does nothing until it is
// lifted.
class GestureRecogniser {
 public:
  using Gestures = std::vector<Gesture>;

  Gestures press(const PointerSample& sample);
  Gestures move(const PointerSample& sample);
  Gestures release(const PointerSample& sample);
  // The browser took the pointer away.
  Gestures cancel(int pointer);
  // Time has passed without news of a pointer.
  Gestures tick(double ms);
  // Until `tick` has something to say; negative: not.
  [[nodiscard]] double wake_in_ms(double now_ms) const;

  // Whose position is the one that a widget sees.
  [[nodiscard]] bool leads(int pointer) const { return !first_ || first_->pointer == pointer; }
  [[nodiscard]] bool pinching() const { return state_ == State::kPinching; }

 private:
  enum class State : std::uint8_t { kIdle, kPressed, kDragging, kPinching, kSpent };

  void remember(Point at, double ms);
  [[nodiscard]] Point velocity(double ms) const;
  Gestures end_of(int pointer, Gestures ends);

  State state_ = State::kIdle;
  std::optional<PointerSample> first_;   // as last seen
  std::optional<PointerSample> second_;  // of a pinch
  Point press_at_;
  double press_ms_ = 0;
  struct Moment {
    Point at;
    double ms;
  };
  std::vector<Moment> recent_;  // of the drag, oldest first
};

// Goes on after a drag and slows down by a constant share in a given time.
class Momentum {
 public:
  void start(Point velocity, double ms);
  void stop() { velocity_ = {}; }
  [[nodiscard]] bool running() const { return !(velocity_ == Point{}); }
  // How far it went since the last step; it stops by itself when it has become slow.
  Point step(double ms);

 private:
  Point velocity_;  // CSS pixels a millisecond
  double last_ms_ = 0;
};

}  // namespace atlas::ui
