// The camera over the canvas: which world point is in the middle of the view, and how large. A view
// is the rectangle of the canvas on the screen in CSS pixels. Nothing here reads a clock: time is
// passed in, in seconds.
#pragma once

#include "layout/geometry.hpp"

namespace atlas::layout {

struct Camera {
  Point centre;    // world point in the middle of the view
  float zoom = 1;  // CSS pixels per world unit
  friend bool operator==(const Camera&, const Camera&) = default;
};

struct ZoomLimits {
  float min = 0.05F;
  float max = 2.5F;
};

[[nodiscard]] Point to_screen(const Camera& camera, const Rect& view, Point world);
[[nodiscard]] Rect to_screen(const Camera& camera, const Rect& view, const Rect& world);
[[nodiscard]] Point to_world(const Camera& camera, const Rect& view, Point screen);
// What of the world the view shows.
[[nodiscard]] Rect visible_world(const Camera& camera, const Rect& view);

// The content follows the pointer: delta is its movement in screen pixels.
[[nodiscard]] Camera panned(const Camera& camera, Point delta_px);
// Multiplies the zoom; the world point under `screen` stays there.
[[nodiscard]] Camera zoomed_about(const Camera& camera, const Rect& view, Point screen,
                                  float factor, ZoomLimits limits = {});
// Two fingers: the world points under them stay under them as they move.
[[nodiscard]] Camera pinched(const Camera& camera, const Rect& view, Point from_a, Point from_b,
                             Point to_a, Point to_b, ZoomLimits limits = {});
// All of `world` inside the view less a margin on each side, centred; never larger than limits.max,
// and smaller than limits.min only where it would not fit otherwise. An empty world: its centre at
// zoom 1.
[[nodiscard]] Camera fitted(const Rect& world, const Rect& view, float margin_px,
                            ZoomLimits limits = {});
// Same zoom, the world point at the screen point: keeps a card in place over a new layout.
[[nodiscard]] Camera with_point_at(const Camera& camera, const Rect& view, Point world,
                                   Point screen);
// The least pan that brings `world` into the view; where it is larger than the view, its top left.
[[nodiscard]] Camera revealing(const Camera& camera, const Rect& view, const Rect& world,
                               float margin_px);
// Pans back so that at least keep_px of the content stays within the view on each axis.
[[nodiscard]] Camera kept_in_reach(const Camera& camera, const Rect& view, const Rect& content,
                                   float keep_px);

// From one camera to another, every world point on a straight line over the screen, eased.
class CameraAnimation {
 public:
  CameraAnimation() = default;  // done
  // duration 0 (reduced motion) is done at once.
  CameraAnimation(const Camera& from, const Camera& to, double start_s, double duration_s = 0.2);
  [[nodiscard]] Camera at(double now_s) const;
  [[nodiscard]] bool is_done(double now_s) const { return now_s >= start_s_ + duration_s_; }
  [[nodiscard]] const Camera& target() const { return to_; }

 private:
  Camera from_;
  Camera to_;
  double start_s_ = 0;
  double duration_s_ = 0;
};

// Slow at both ends: 0 to 1 for 0 to 1, clamped.
[[nodiscard]] float eased(float t);

}  // namespace atlas::layout
