#include "ui/gestures.hpp"

#include <algorithm>
#include <cmath>

namespace atlas::ui {
namespace {

constexpr double kVelocityWindowMs = 100;
constexpr double kRestedMs =
    50;  // a pointer that stood this long before it was lifted has no speed

constexpr double kSlowingMs = 325;   // in which the speed falls to 1 / e
constexpr float kSlowest = 0.02F;    // CSS pixels a millisecond
constexpr float kStartSpeed = 0.1F;  // less is a drag that came to its end
constexpr float kFastest = 6;

float length(Point p) {
  return std::hypot(p.x, p.y);
}

float threshold(PointerKind kind) {
  return kind == PointerKind::kTouch ? kTouchDragPx : kMouseDragPx;
}

}  // namespace

float Pinched::factor() const {
  const float before = length(from_b - from_a);
  const float after = length(to_b - to_a);
  return before > 1 && after > 1 ? after / before : 1;
}

GestureRecogniser::Gestures GestureRecogniser::press(const PointerSample& sample) {
  Gestures out = tick(sample.ms);
  // Its release was never heard of.
  for (Gesture& gesture : cancel(sample.pointer)) out.push_back(gesture);
  if (state_ == State::kIdle) {
    state_ = State::kPressed;
    first_ = sample;
    press_at_ = sample.at;
    press_ms_ = sample.ms;
    recent_.clear();
    remember(sample.at, sample.ms);
    out.emplace_back(PressBegan{sample.at, sample.kind});
    return out;
  }
  const bool fingers =
      sample.kind == PointerKind::kTouch && first_ && first_->kind == PointerKind::kTouch;
  if (!fingers || second_ || state_ == State::kSpent) return out;
  if (state_ == State::kPressed) out.emplace_back(PressEnded{});
  if (state_ == State::kDragging) out.emplace_back(DragEnded{});
  state_ = State::kPinching;
  second_ = sample;
  out.emplace_back(PinchBegan{(first_->at + second_->at) * 0.5F});
  return out;
}

GestureRecogniser::Gestures GestureRecogniser::move(const PointerSample& sample) {
  const bool is_first = first_ && first_->pointer == sample.pointer;
  const bool is_second = second_ && second_->pointer == sample.pointer;
  if (!is_first && !is_second) return {};
  Gestures out = tick(sample.ms);
  const Point before = is_first ? first_->at : second_->at;
  if (state_ == State::kPinching) {
    const Point other = is_first ? second_->at : first_->at;
    out.emplace_back(is_first ? Pinched{before, other, sample.at, other}
                              : Pinched{other, before, other, sample.at});
  } else if (state_ == State::kPressed && length(sample.at - press_at_) > threshold(first_->kind)) {
    state_ = State::kDragging;
    out.emplace_back(DragBegan{press_at_, first_->kind});
    out.emplace_back(Dragged{sample.at - press_at_});
  } else if (state_ == State::kDragging) {
    out.emplace_back(Dragged{sample.at - before});
  }
  remember(sample.at, sample.ms);
  (is_first ? first_ : second_)->at = sample.at;
  return out;
}

GestureRecogniser::Gestures GestureRecogniser::release(const PointerSample& sample) {
  Gestures out = move(sample);
  if (!first_) return out;
  Gestures ends;
  if (state_ == State::kPressed) ends.emplace_back(Clicked{sample.at});
  if (state_ == State::kDragging) ends.emplace_back(DragEnded{velocity(sample.ms)});
  for (Gesture& gesture : end_of(sample.pointer, std::move(ends))) out.push_back(gesture);
  return out;
}

GestureRecogniser::Gestures GestureRecogniser::cancel(int pointer) {
  Gestures ends;
  if (state_ == State::kPressed) ends.emplace_back(PressEnded{});
  if (state_ == State::kDragging) ends.emplace_back(DragEnded{});
  return end_of(pointer, std::move(ends));
}

// `ends` is what is said when the only pointer goes.
GestureRecogniser::Gestures GestureRecogniser::end_of(int pointer, Gestures ends) {
  const bool is_first = first_ && first_->pointer == pointer;
  const bool is_second = second_ && second_->pointer == pointer;
  if (!is_first && !is_second) return {};
  if (second_) {
    const bool pinched = state_ == State::kPinching;
    if (is_first) first_ = second_;
    second_.reset();
    state_ = State::kSpent;
    return pinched ? Gestures{PinchEnded{}} : Gestures{};
  }
  first_.reset();
  state_ = State::kIdle;
  return ends;
}

GestureRecogniser::Gestures GestureRecogniser::tick(double ms) {
  const bool can_be_long = state_ == State::kPressed && first_->kind != PointerKind::kMouse;
  if (!can_be_long || ms - press_ms_ < kLongPressMs) return {};
  state_ = State::kSpent;
  return {LongPressed{press_at_}};
}

double GestureRecogniser::wake_in_ms(double now_ms) const {
  if (state_ != State::kPressed || first_->kind == PointerKind::kMouse) return -1;
  return std::max(0.0, press_ms_ + kLongPressMs - now_ms);
}

void GestureRecogniser::remember(Point at, double ms) {
  std::erase_if(recent_, [&](const Moment& old) { return ms - old.ms > kVelocityWindowMs; });
  recent_.push_back({at, ms});
}

Point GestureRecogniser::velocity(double ms) const {
  if (recent_.size() < 2) return {};
  // The release itself is at the place of the last movement.
  const Moment& last = recent_.back();
  const Moment& first = recent_.front();
  const auto moved_last = std::find_if(recent_.rbegin(), recent_.rend(), [&](const Moment& moment) {
    return !(moment.at == last.at);
  });
  if (moved_last == recent_.rend() || ms - (moved_last - 1)->ms > kRestedMs) return {};
  const double passed = last.ms - first.ms;
  if (passed <= 0) return {};
  return (last.at - first.at) * static_cast<float>(1 / passed);
}

void Momentum::start(Point velocity, double ms) {
  const float speed = length(velocity);
  velocity_ = {};
  if (!std::isfinite(speed) || speed < kStartSpeed) return;
  velocity_ = velocity * (std::min(speed, kFastest) / speed);
  last_ms_ = ms;
}

Point Momentum::step(double ms) {
  if (!running()) return {};
  const double passed = std::max(0.0, ms - last_ms_);
  last_ms_ = ms;
  const double left = std::exp(-passed / kSlowingMs);
  const Point moved = velocity_ * static_cast<float>(kSlowingMs * (1 - left));
  velocity_ = velocity_ * static_cast<float>(left);
  if (length(velocity_) < kSlowest) stop();
  return moved;
}

}  // namespace atlas::ui
