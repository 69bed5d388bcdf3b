#include "layout/camera.hpp"

#include <algorithm>
#include <cmath>

namespace atlas::layout {
namespace {

float clamped(float zoom, ZoomLimits limits) {
  return std::max(limits.min, std::min(zoom, limits.max));
}

// How far to pan one axis so that [low, high] comes within [view_low, view_high].
float least_shift(float low, float high, float view_low, float view_high) {
  if (high - low > view_high - view_low || low < view_low) return low - view_low;
  return high > view_high ? high - view_high : 0;
}

}  // namespace

Point to_screen(const Camera& camera, const Rect& view, Point world) {
  return view.centre() + (world - camera.centre) * camera.zoom;
}

Rect to_screen(const Camera& camera, const Rect& view, const Rect& world) {
  const Point corner = to_screen(camera, view, Point{world.x, world.y});
  return {corner.x, corner.y, world.width * camera.zoom, world.height * camera.zoom};
}

Point to_world(const Camera& camera, const Rect& view, Point screen) {
  return camera.centre + (screen - view.centre()) * (1 / camera.zoom);
}

Rect visible_world(const Camera& camera, const Rect& view) {
  const Point corner = to_world(camera, view, {view.x, view.y});
  return {corner.x, corner.y, view.width / camera.zoom, view.height / camera.zoom};
}

Camera panned(const Camera& camera, Point delta_px) {
  return {camera.centre - delta_px * (1 / camera.zoom), camera.zoom};
}

Camera with_point_at(const Camera& camera, const Rect& view, Point world, Point screen) {
  return {world - (screen - view.centre()) * (1 / camera.zoom), camera.zoom};
}

Camera zoomed_about(const Camera& camera, const Rect& view, Point screen, float factor,
                    ZoomLimits limits) {
  // A camera that was fitted to something huge may already be outside the limits: never jump.
  const ZoomLimits wide{std::min(limits.min, camera.zoom), std::max(limits.max, camera.zoom)};
  const Camera zoomed{camera.centre, clamped(camera.zoom * factor, wide)};
  return with_point_at(zoomed, view, to_world(camera, view, screen), screen);
}

Camera pinched(const Camera& camera, const Rect& view, Point from_a, Point from_b, Point to_a,
               Point to_b, ZoomLimits limits) {
  const float before = std::hypot(from_b.x - from_a.x, from_b.y - from_a.y);
  const float after = std::hypot(to_b.x - to_a.x, to_b.y - to_a.y);
  const float factor = before > 1 && after > 1 ? after / before : 1;
  const Point from = (from_a + from_b) * 0.5F;
  const Point to = (to_a + to_b) * 0.5F;
  return panned(zoomed_about(camera, view, from, factor, limits), to - from);
}

Camera fitted(const Rect& world, const Rect& view, float margin_px, ZoomLimits limits) {
  if (world.is_empty()) return {world.centre(), 1};
  const float width = std::max(1.0F, view.width - 2 * margin_px);
  const float height = std::max(1.0F, view.height - 2 * margin_px);
  return {world.centre(), std::min({width / world.width, height / world.height, limits.max})};
}

Camera revealing(const Camera& camera, const Rect& view, const Rect& world, float margin_px) {
  const Rect shown = visible_world(camera, view).inflated(-margin_px / camera.zoom);
  return {camera.centre + Point{least_shift(world.x, world.right(), shown.x, shown.right()),
                                least_shift(world.y, world.bottom(), shown.y, shown.bottom())},
          camera.zoom};
}

Camera kept_in_reach(const Camera& camera, const Rect& view, const Rect& content, float keep_px) {
  const Point half = Point{view.width, view.height} * (0.5F / camera.zoom);
  const float keep = keep_px / camera.zoom;
  const auto kept = [](float centre, float low, float high, float reach) {
    return low - reach <= high + reach ? std::clamp(centre, low - reach, high + reach)
                                       : (low + high) / 2;
  };
  const float keep_x = std::min({keep, content.width, 2 * half.x});
  const float keep_y = std::min({keep, content.height, 2 * half.y});
  return {{kept(camera.centre.x, content.x, content.right(), half.x - keep_x),
           kept(camera.centre.y, content.y, content.bottom(), half.y - keep_y)},
          camera.zoom};
}

CameraAnimation::CameraAnimation(const Camera& from, const Camera& to, double start_s,
                                 double duration_s)
    : from_(from), to_(to), start_s_(start_s), duration_s_(std::max(0.0, duration_s)) {}

Camera CameraAnimation::at(double now_s) const {
  if (is_done(now_s)) return to_;
  const float t = eased(static_cast<float>((now_s - start_s_) / duration_s_));
  const float ratio = to_.zoom / from_.zoom;
  const float zoom = from_.zoom * std::pow(ratio, t);
  // Points go straight over the screen when the centre is linear in 1 / zoom.
  float part = t;
  if (std::abs(ratio - 1) > 1e-3F) {
    part = (1 / zoom - 1 / from_.zoom) / (1 / to_.zoom - 1 / from_.zoom);
  }
  return {from_.centre + (to_.centre - from_.centre) * part, zoom};
}

float eased(float t) {
  const float s = std::clamp(t, 0.0F, 1.0F);
  return s * s * (3 - 2 * s);
}

}  // namespace atlas::layout
