#include "ui/drags.hpp"

#include <cmath>

namespace atlas::ui {

void Drags::begin_frame(std::span<const Gesture> news, double now_ms) {
  now_ms_ = now_ms;
  begins_ = false;
  long_pressed_ = false;
  pinched_.reset();
  let_go_ = {};
  if (!allowed_) momentum_.stop();
  moved_ = momentum_.step(now_ms);
  for (const Gesture& gesture : news) take_in(gesture);
}

// A drag may begin and end within a frame: then its momentum starts when it is taken.
void Drags::take(NodeId owner) {
  owner_ = owner;
  begins_ = false;
  if (allowed_ && by_finger() && owner.value != 0) momentum_.start(let_go_, now_ms_);
}

void Drags::take_in(const Gesture& gesture) {
  if (const auto* press = std::get_if<PressBegan>(&gesture)) {
    momentum_.stop();
    pressed_ = true;
    kind_ = press->kind;
    owner_ = {};
    moved_ = rest_ = {};
    dragging_ = false;
  } else if (const auto* drag = std::get_if<DragBegan>(&gesture)) {
    dragging_ = begins_ = true;
    from_ = drag->from;
  } else if (const auto* dragged = std::get_if<Dragged>(&gesture)) {
    moved_ = moved_ + dragged->by;
  } else if (const auto* end = std::get_if<DragEnded>(&gesture)) {
    dragging_ = pressed_ = false;
    let_go_ = end->velocity;
    if (owner_.value != 0) take(owner_);
  } else if (std::holds_alternative<LongPressed>(gesture)) {
    long_pressed_ = true;
    pressed_ = false;
  } else if (const auto* pinch = std::get_if<PinchBegan>(&gesture)) {
    momentum_.stop();
    owner_ = {};
    dragging_ = begins_ = pressed_ = true;
    from_ = pinch->centre;
    moved_ = rest_ = let_go_ = {};
  } else if (const auto* pinched = std::get_if<Pinched>(&gesture)) {
    moved_ = moved_ + pinched->centre_moved();
    if (!pinched_) pinched_ = *pinched;
    pinched_->to_a = pinched->to_a;
    pinched_->to_b = pinched->to_b;
  } else if (std::holds_alternative<PinchEnded>(gesture)) {
    dragging_ = pressed_ = false;
  } else if (std::holds_alternative<Clicked>(gesture) ||
             std::holds_alternative<PressEnded>(gesture)) {
    pressed_ = false;
  }
}

bool Drags::begins_in(const semantics::Rect& rect) const {
  return begins_ && owner_.value == 0 &&
         layout::Rect{rect.x, rect.y, rect.width, rect.height}.contains(from_);
}

Point Drags::moved(NodeId owner) const {
  return owner_ == owner ? moved_ : Point{};
}

const Pinched* Drags::pinched(NodeId owner) const {
  return owner_ == owner && pinched_ ? &*pinched_ : nullptr;
}

Point Drags::moved_whole(NodeId owner) {
  const Point all = moved(owner) + rest_;
  const Point whole{std::trunc(all.x), std::trunc(all.y)};
  if (owner_ == owner) rest_ = all - whole;
  return whole;
}

}  // namespace atlas::ui
