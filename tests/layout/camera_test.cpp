#include "layout/camera.hpp"

#include <doctest/doctest.h>

#include "layout/random_hierarchy.hpp"

namespace atlas::layout {
namespace {

constexpr Rect kView{100, 50, 1100, 640};

void check_near(Point a, Point b, float within = 0.05F) {
  CHECK(a.x == doctest::Approx(b.x).epsilon(within));
  CHECK(a.y == doctest::Approx(b.y).epsilon(within));
  CHECK(std::abs(a.x - b.x) <= within);
  CHECK(std::abs(a.y - b.y) <= within);
}

Camera random_camera(testing::Rng& rng) {
  return {{testing::length(rng, 0, 4000), testing::length(rng, 0, 3000)},
          testing::length(rng, 10, 200) / 100};
}

Point random_screen(testing::Rng& rng) {
  return {testing::length(rng, 100, 1200), testing::length(rng, 50, 690)};
}

TEST_CASE("screen and world are each other's inverse") {
  testing::Rng rng(1);
  for (int i = 0; i < 200; ++i) {
    const Camera camera = random_camera(rng);
    const Point screen = random_screen(rng);
    check_near(to_screen(camera, kView, to_world(camera, kView, screen)), screen);
  }
  const Rect shown = visible_world({{10, 20}, 2}, kView);
  CHECK(shown == Rect{10 - 275, 20 - 160, 550, 320});
  const Rect on_screen = to_screen({{10, 20}, 2}, kView, shown);
  CHECK(on_screen == kView);
}

TEST_CASE("zooming keeps the point under the pointer, within the limits") {
  testing::Rng rng(2);
  for (int i = 0; i < 200; ++i) {
    const Camera camera = random_camera(rng);
    const Point screen = random_screen(rng);
    const float factor = testing::length(rng, 20, 400) / 100;
    const Camera zoomed = zoomed_about(camera, kView, screen, factor);
    CHECK(zoomed.zoom >= ZoomLimits{}.min);
    CHECK(zoomed.zoom <= ZoomLimits{}.max);
    check_near(to_screen(zoomed, kView, to_world(camera, kView, screen)), screen);
  }
  const Camera tiny{{0, 0}, 0.01F};  // fitted to something huge: zooming in never jumps
  CHECK(zoomed_about(tiny, kView, {0, 0}, 1.5F).zoom == doctest::Approx(0.015));
  CHECK(zoomed_about(tiny, kView, {0, 0}, 0.5F).zoom == doctest::Approx(0.01));
}

TEST_CASE("panning and pinching follow the fingers") {
  const Camera camera{{300, 200}, 0.5F};
  const Point world = to_world(camera, kView, {400, 300});
  check_near(to_screen(panned(camera, {25, -40}), kView, world), {425, 260});
  const Point world_b = to_world(camera, kView, {600, 300});
  const Camera pinch = pinched(camera, kView, {400, 300}, {600, 300}, {350, 320}, {650, 320});
  check_near(to_screen(pinch, kView, world), {350, 320});
  check_near(to_screen(pinch, kView, world_b), {650, 320});
  CHECK(pinched(camera, kView, {5, 5}, {5, 5}, {9, 5}, {9, 5}).zoom == camera.zoom);
}

TEST_CASE("fitting puts all within the view less its margin") {
  testing::Rng rng(3);
  for (int i = 0; i < 300; ++i) {
    const Rect world{testing::length(rng, 0, 5000), testing::length(rng, 0, 5000),
                     testing::length(rng, 1, 60'000), testing::length(rng, 1, 60'000)};
    const Camera camera = fitted(world, kView, 24);
    CHECK(camera.zoom <= ZoomLimits{}.max);
    CHECK(kView.inflated(-23.8F).encloses(to_screen(camera, kView, world)));
    check_near(to_screen(camera, kView, world.centre()), kView.centre());
  }
  CHECK(fitted({5, 6, 0, 0}, kView, 24) == Camera{{5, 6}, 1});
}

TEST_CASE("revealing moves only as far as needed") {
  const Camera camera{{0, 0}, 1};  // shows -550..550, -320..320
  CHECK(revealing(camera, kView, {0, 0, 100, 50}, 20) == camera);
  CHECK(revealing(camera, kView, {500, 0, 100, 50}, 20) == Camera{{70, 0}, 1});
  CHECK(revealing(camera, kView, {0, -400, 100, 50}, 20) == Camera{{0, -100}, 1});
  const Camera large = revealing(camera, kView, {10, 10, 9000, 50}, 0);
  check_near(to_screen(large, kView, Point{10, 0}), {kView.x, kView.centre().y});
}

TEST_CASE("content is kept in reach") {
  testing::Rng rng(8);
  const Rect content{0, 0, 900, 500};
  for (int i = 0; i < 200; ++i) {
    Camera camera = random_camera(rng);
    camera.centre = camera.centre * 5 - Point{9000, 9000};
    const Camera kept = kept_in_reach(camera, kView, content, 60);
    const Rect shown = visible_world(kept, kView);
    const float wide = std::min(shown.right(), content.right()) - std::max(shown.x, content.x);
    const float high = std::min(shown.bottom(), content.bottom()) - std::max(shown.y, content.y);
    CHECK(wide * kept.zoom >= std::min(60.0F, content.width * kept.zoom) - 0.5F);
    CHECK(high * kept.zoom >= std::min(60.0F, content.height * kept.zoom) - 0.5F);
    CHECK(kept_in_reach(kept, kView, content, 60).zoom == camera.zoom);
  }
  const Camera inside{{450, 250}, 1};
  CHECK(kept_in_reach(inside, kView, content, 60) == inside);
}

TEST_CASE("an animation starts and ends where it should, points on straight lines") {
  const Camera from{{0, 0}, 0.2F};
  const Camera to{{800, 300}, 1.6F};
  const CameraAnimation animation(from, to, 10.0);
  CHECK(animation.at(9.0) == from);
  CHECK_FALSE(animation.is_done(10.1));
  CHECK(animation.is_done(10.2));
  CHECK(animation.at(10.2) == to);
  const Point world{500, 100};
  const Point start = to_screen(from, kView, world);
  const Point end = to_screen(to, kView, world);
  for (double now = 10.02; now < 10.19; now += 0.02) {
    const Point point = to_screen(animation.at(now), kView, world);
    const Point way = end - start;
    const Point gone = point - start;
    CHECK(std::abs(way.x * gone.y - way.y * gone.x) / std::hypot(way.x, way.y) < 0.1F);
  }
  CHECK(CameraAnimation(from, to, 10.0, 0).at(10.0) == to);
  CHECK(CameraAnimation().is_done(0));
}

TEST_CASE("a pan alone is eased") {
  const CameraAnimation animation({{0, 0}, 1}, {{100, 0}, 1}, 0, 1);
  CHECK(animation.at(0.5).centre.x == doctest::Approx(50));
  CHECK(animation.at(0.1).centre.x < 5);
  CHECK(eased(-1) == 0);
  CHECK(eased(2) == 1);
}

}  // namespace
}  // namespace atlas::layout
