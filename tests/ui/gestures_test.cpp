#include "ui/gestures.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "support/seeds.hpp"

namespace atlas::ui {
namespace {

using Gestures = GestureRecogniser::Gestures;

constexpr PointerKind kMouse = PointerKind::kMouse;
constexpr PointerKind kTouch = PointerKind::kTouch;

template <typename Kind>
int count(const Gestures& gestures) {
  int found = 0;
  for (const Gesture& gesture : gestures) found += std::holds_alternative<Kind>(gesture) ? 1 : 0;
  return found;
}

template <typename Kind>
Kind only(const Gestures& gestures) {
  REQUIRE(count<Kind>(gestures) == 1);
  for (const Gesture& gesture : gestures) {
    if (const auto* found = std::get_if<Kind>(&gesture)) return *found;
  }
  return {};
}

// Gestures of one pointer that goes from (100, 100) by `by`, in steps of 10 ms, and is lifted.
Gestures stroke(PointerKind kind, Point by, int steps, double rest_ms = 0) {
  GestureRecogniser recogniser;
  Gestures all = recogniser.press({0, kind, {100, 100}, 0});
  const auto add = [&](const Gestures& more) { all.insert(all.end(), more.begin(), more.end()); };
  Point at{100, 100};
  for (int i = 1; i <= steps; ++i) {
    at = Point{100, 100} + by * (static_cast<float>(i) / static_cast<float>(steps));
    add(recogniser.move({0, kind, at, i * 10.0}));
  }
  add(recogniser.release({0, kind, at, steps * 10.0 + rest_ms}));
  return all;
}

}  // namespace

TEST_CASE("a press that hardly moves is a click; the finger may move more than the mouse") {
  CHECK(count<Clicked>(stroke(kMouse, {4, 0}, 3)) == 1);
  CHECK(count<DragBegan>(stroke(kMouse, {4, 0}, 3)) == 0);
  CHECK(count<Clicked>(stroke(kMouse, {6, 0}, 3)) == 0);
  CHECK(count<DragBegan>(stroke(kMouse, {6, 0}, 3)) == 1);
  CHECK(count<Clicked>(stroke(kTouch, {0, 9}, 3)) == 1);
  CHECK(count<Clicked>(stroke(kTouch, {0, 11}, 3)) == 0);
  CHECK(count<DragBegan>(stroke(kTouch, {0, 11}, 3)) == 1);
}

TEST_CASE("a drag is where the pointer is, from where it was pressed") {
  const Gestures drag = stroke(kTouch, {90, -45}, 9);
  CHECK(only<DragBegan>(drag).from == Point{100, 100});
  Point sum;
  for (const Gesture& gesture : drag) {
    if (const auto* dragged = std::get_if<Dragged>(&gesture)) sum = sum + dragged->by;
  }
  CHECK(sum.x == doctest::Approx(90));
  CHECK(sum.y == doctest::Approx(-45));
  CHECK(only<DragEnded>(drag).velocity.x == doctest::Approx(1));
  CHECK(only<DragEnded>(drag).velocity.y == doctest::Approx(-0.5));
}

TEST_CASE("a pointer that rested before it was lifted has no speed") {
  CHECK(only<DragEnded>(stroke(kTouch, {90, 0}, 9, 80)).velocity == Point{});
  CHECK_FALSE(only<DragEnded>(stroke(kTouch, {90, 0}, 9, 20)).velocity == Point{});
}

TEST_CASE("a finger that stays is a long press, once, and no click") {
  GestureRecogniser recogniser;
  CHECK(recogniser.wake_in_ms(0) < 0);
  (void)recogniser.press({3, kTouch, {40, 50}, 1000});
  CHECK(recogniser.wake_in_ms(1200) == doctest::Approx(300));
  CHECK(recogniser.tick(1499).empty());
  CHECK(only<LongPressed>(recogniser.tick(1500)).at == Point{40, 50});
  CHECK(recogniser.wake_in_ms(1500) < 0);
  CHECK(recogniser.tick(2000).empty());
  CHECK(recogniser.move({3, kTouch, {140, 50}, 2100}).empty());
  CHECK(recogniser.release({3, kTouch, {140, 50}, 2200}).empty());
}

TEST_CASE("a mouse has no long press, a drag none either") {
  GestureRecogniser mouse;
  (void)mouse.press({0, kMouse, {}, 0});
  CHECK(mouse.tick(5000).empty());
  CHECK(count<Clicked>(mouse.release({0, kMouse, {}, 5000})) == 1);
  GestureRecogniser finger;
  (void)finger.press({0, kTouch, {}, 0});
  (void)finger.move({0, kTouch, {30, 0}, 100});
  CHECK(finger.tick(5000).empty());
}

TEST_CASE("what was heard of late happened when it happened") {
  GestureRecogniser recogniser;
  (void)recogniser.press({0, kTouch, {}, 0});
  CHECK(count<LongPressed>(recogniser.release({0, kTouch, {}, 600})) == 1);
  (void)recogniser.press({0, kTouch, {}, 1000});
  CHECK(count<Clicked>(recogniser.release({0, kTouch, {}, 1100})) == 1);
}

TEST_CASE("two fingers pinch about the middle between them") {
  GestureRecogniser recogniser;
  (void)recogniser.press({0, kTouch, {100, 100}, 0});
  const Gestures began = recogniser.press({1, kTouch, {200, 100}, 20});
  CHECK(count<PressEnded>(began) == 1);
  CHECK(only<PinchBegan>(began).centre == Point{150, 100});
  const Pinched pinched = only<Pinched>(recogniser.move({1, kTouch, {300, 100}, 40}));
  CHECK(pinched.factor() == doctest::Approx(2));
  CHECK(pinched.centre() == Point{200, 100});
  CHECK(pinched.centre_moved() == Point{50, 0});
  CHECK(count<PinchEnded>(recogniser.release({0, kTouch, {100, 100}, 60})) == 1);
  // The finger that stays does nothing.
  CHECK(recogniser.move({1, kTouch, {500, 400}, 80}).empty());
  CHECK(recogniser.release({1, kTouch, {500, 400}, 90}).empty());
  CHECK(count<PressBegan>(recogniser.press({2, kTouch, {}, 100})) == 1);
}

TEST_CASE("a second finger ends a drag without speed, a third does nothing") {
  GestureRecogniser recogniser;
  (void)recogniser.press({0, kTouch, {0, 0}, 0});
  (void)recogniser.move({0, kTouch, {50, 0}, 10});
  const Gestures second = recogniser.press({1, kTouch, {90, 0}, 20});
  CHECK(only<DragEnded>(second).velocity == Point{});
  CHECK(count<PinchBegan>(second) == 1);
  CHECK(recogniser.press({2, kTouch, {90, 90}, 30}).empty());
  CHECK(recogniser.move({2, kTouch, {10, 10}, 40}).empty());
  CHECK(recogniser.pinching());
}

TEST_CASE("a pointer that the browser takes away clicks nothing") {
  GestureRecogniser recogniser;
  (void)recogniser.press({0, kTouch, {}, 0});
  const Gestures cancelled = recogniser.cancel(0);
  CHECK(count<PressEnded>(cancelled) == 1);
  CHECK(count<Clicked>(cancelled) == 0);
  (void)recogniser.press({0, kTouch, {}, 10});
  (void)recogniser.move({0, kTouch, {60, 0}, 20});
  CHECK(only<DragEnded>(recogniser.cancel(0)).velocity == Point{});
}

TEST_CASE("the factor of fingers on one spot is one") {
  CHECK(Pinched{{5, 5}, {5, 5}, {0, 0}, {90, 0}}.factor() == 1);
  CHECK(Pinched{{0, 0}, {90, 0}, {5, 5}, {5, 5}}.factor() == 1);
}

TEST_CASE("momentum slows down by the same share in the same time, however often it is asked") {
  const auto distance = [](double step_ms) {
    Momentum momentum;
    momentum.start({1, 0}, 0);
    float sum = 0;
    for (double ms = step_ms; ms <= 400; ms += step_ms) sum += momentum.step(ms).x;
    return sum;
  };
  CHECK(distance(4) == doctest::Approx(distance(80)).epsilon(0.001));
  CHECK(distance(400) == doctest::Approx(325 * (1 - std::exp(-400.0 / 325))).epsilon(0.001));
}

TEST_CASE("momentum comes to rest, also when hours pass between two steps") {
  Momentum momentum;
  momentum.start({3, -4}, 0);
  double ms = 0;
  int steps = 0;
  while (momentum.running() && steps < 1000) {
    (void)momentum.step(ms += 16);
    ++steps;
  }
  CHECK(steps < 150);
  momentum.start({0, 2}, ms);
  CHECK(momentum.step(ms + 36e5).y == doctest::Approx(650));
  CHECK_FALSE(momentum.running());
  momentum.start({0.05F, 0.05F}, ms);  // a drag that had come to its end
  CHECK_FALSE(momentum.running());
  momentum.start({2, 0}, ms);
  momentum.stop();
  CHECK(momentum.step(ms + 100) == Point{});
}

namespace {

// Checks that each beginning has one end.
struct Follower {
  int presses = 0;
  int drags = 0;
  int pinches = 0;

  void operator()(const PressBegan& /*gesture*/) {
    CHECK(pinches == 0);
    CHECK(++presses == 1);
  }
  void operator()(const Clicked& /*gesture*/) { end_press(); }
  void operator()(const PressEnded& /*gesture*/) { end_press(); }
  void operator()(const LongPressed& /*gesture*/) { end_press(); }
  void operator()(const DragBegan& /*gesture*/) {
    CHECK(presses == 1);
    CHECK(++drags == 1);
  }
  void operator()(const Dragged& /*gesture*/) { CHECK(drags == 1); }
  void operator()(const DragEnded& gesture) {
    CHECK(drags-- == 1);
    CHECK(std::isfinite(gesture.velocity.x + gesture.velocity.y));
    end_press();
  }
  void operator()(const PinchBegan& /*gesture*/) {
    CHECK(presses == 0);
    CHECK(++pinches == 1);
  }
  void operator()(const Pinched& gesture) {
    CHECK(pinches == 1);
    CHECK(gesture.factor() > 0);
  }
  void operator()(const PinchEnded& /*gesture*/) { CHECK(pinches-- == 1); }

  void end_press() {
    CHECK(drags == 0);
    CHECK(presses-- == 1);
  }
  void follow(const Gestures& news) {
    for (const Gesture& gesture : news) std::visit(*this, gesture);
  }
};

Gestures any_news(GestureRecogniser& recogniser, Random& random, double ms) {
  const int pointer = static_cast<int>(random.below(4));
  const PointerKind kind = pointer == 3 ? kMouse : kTouch;
  const Point at{static_cast<float>(random.below(60)), static_cast<float>(random.below(60))};
  switch (random.below(8)) {
    case 0:
    case 1:
      return recogniser.press({pointer, kind, at, ms});
    case 2:
      return recogniser.release({pointer, kind, at, ms});
    case 3:
      return random.one_in(4) ? recogniser.cancel(pointer) : Gestures{};
    case 4:
      return recogniser.tick(ms);
    default:
      return recogniser.move({pointer, kind, at, ms});
  }
}

}  // namespace

TEST_CASE("whatever pointers do, each gesture that begins has one end") {
  test::for_seeds(200, [](Random& random) {
    GestureRecogniser recogniser;
    Follower follower;
    double ms = 0;
    for (int step = 0; step < 300; ++step) {
      ms += static_cast<double>(random.below(200));
      follower.follow(any_news(recogniser, random, ms));
      CHECK(follower.presses + follower.pinches <= 1);
    }
    for (int pointer = 0; pointer < 4; ++pointer) follower.follow(recogniser.cancel(pointer));
    CHECK(follower.presses == 0);
    CHECK(follower.pinches == 0);
  });
}

TEST_CASE("a drag adds up to where the pointer is, whatever way it took") {
  test::for_seeds(100, [](Random& random) {
    GestureRecogniser recogniser;
    (void)recogniser.press({0, kTouch, {200, 200}, 0});
    Point sum{200, 200};
    Point at{200, 200};
    bool dragging = false;
    for (int i = 1; i < 60; ++i) {
      at = {static_cast<float>(random.below(400)), static_cast<float>(random.below(400))};
      for (const Gesture& gesture : recogniser.move({0, kTouch, at, i * 5.0})) {
        dragging = dragging || std::holds_alternative<DragBegan>(gesture);
        if (const auto* dragged = std::get_if<Dragged>(&gesture)) sum = sum + dragged->by;
      }
      if (!dragging) continue;
      CHECK(sum.x == doctest::Approx(at.x));
      CHECK(sum.y == doctest::Approx(at.y));
    }
    CHECK(dragging);
  });
}

}  // namespace atlas::ui
