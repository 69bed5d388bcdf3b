#include "ui/explore/view.hpp"

#include <algorithm>
#include <cmath>

#include "base/tr.hpp"
#include "imgui.h"
#include "ui/explore/paint.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui::explore {
namespace {

constexpr float kMargin = 28;
constexpr float kKeptInView = 80;  // of the picture, when it is panned away
constexpr layout::ZoomLimits kLimits{0.08F, 2.0F};

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  const float bar = tool_bar(ui, rect);
  take_view(ui, {rect.x, rect.y + bar, rect.width, rect.height - bar});
  update_scene(ui);
  update_camera(ui);
  canvas(ui);
}

// When the canvas gets another size, what was drawn stays where it was; the selection stays in
// view.
void View::take_view(Ui& ui, layout::Rect view) {
  if (view == view_) return;
  const bool first = view_.is_empty();
  const layout::Point corner = layout::to_world(camera_, view_, {view_.x, view_.y});
  view_ = view;
  if (first) return;
  camera_ = layout::with_point_at(camera_, view_, corner, {view_.x, view_.y});
  animation_ = {};
  // Nor is the whole fitted anew around somebody who has chosen a body: the details take room then.
  const int index = scene_.index_of(ui.state().selected);
  if (index < 0) {
    if (!moved_) fitted_ = false;
  } else {
    reveal(ui, scene_.cards[static_cast<std::size_t>(index)]);
  }
}

void View::update_scene(Ui& ui) {
  const app::State& state = ui.state();
  const bool kept = seen_ && seen_->model == state.explore.model &&
                    scene_.index_of(state.selected) >= 0 && state.explore.fit_serial == seen_fit_;
  const float aspect =
      kept ? seen_->aspect : std::round(view_.width / std::max(view_.height, 1.0F) * 8) / 8;
  const Seen now{state.generation,        state.document.revision(), state.explore.model,
                 state.explore.collapsed, state.explore.line_kinds,  aspect};
  if (seen_ && *seen_ == now) return;
  const bool same_model = seen_ && seen_->model == now.model && seen_->generation == now.generation;
  // The selected card keeps its place on the screen while the rest moves around it.
  const int before = same_model ? scene_.index_of(state.selected) : -1;
  const layout::Rect old =
      before < 0 ? layout::Rect{} : scene_.cards[static_cast<std::size_t>(before)].rect;
  scene_ = make_scene(
      {state.document, state.explore.model, state.explore.collapsed, state.explore.line_kinds,
       aspect},
      [&](std::string_view text, float size, bool semibold) {
        return ui.text().width(text, {size, semibold ? Weight::kSemibold : Weight::kRegular});
      });
  const int after = scene_.index_of(state.selected);
  if (before >= 0 && after >= 0) {
    const layout::Point at = layout::to_screen(camera_, view_, old.centre());
    camera_ = layout::with_point_at(camera_, view_, scene_.cards[after].rect.centre(), at);
    animation_ = {};
  }
  if (!same_model) {
    fitted_ = false;
    moved_ = false;
  }
  seen_ = now;
}

layout::Camera View::fitting() const {
  layout::ZoomLimits limits = kLimits;
  limits.max = layout::full_card_zoom(metrics());
  return layout::fitted(scene_.bounds, view_, kMargin, limits);
}

// The whole where its names can be read; else the largest branch from its top, at a size that can.
layout::Camera View::opening() const {
  layout::Camera camera = fitting();
  if (camera.zoom >= layout::lowest_name_zoom(metrics())) return camera;
  camera.zoom = layout::full_name_zoom(metrics());
  layout::Point at = scene_.bounds.centre();
  std::size_t most = 0;
  std::vector<std::size_t> below(scene_.cards.size(), 0);
  for (std::size_t i = scene_.cards.size(); i-- > 0;) {
    const Card& card = scene_.cards[i];
    if (card.parent >= 0) below[static_cast<std::size_t>(card.parent)] += below[i] + 1;
    if (card.parent < 0 && below[i] >= most) {
      most = below[i];
      at = {card.rect.centre().x, card.rect.y};
    }
  }
  return layout::with_point_at(camera, view_, at, {view_.centre().x, view_.y + kMargin});
}

void View::animate_to(Ui& ui, layout::Camera target) {
  if (target == camera_) return;
  if (ui.motion_ms() == 0) {
    camera_ = target;
    animation_ = {};
    ui.want_frame();
    return;
  }
  const double now = ui.now_ms() / 1000;
  animation_ = layout::CameraAnimation(camera_, target, now, ui.motion_ms() / 1000.0);
  ui.want_frame();
}

void View::update_camera(Ui& ui) {
  const app::State& state = ui.state();
  const double now = ui.now_ms() / 1000;
  if (!fitted_ && !scene_.cards.empty() && view_.width > 1) {
    camera_ = opening();
    level_ = layout::detail_level(camera_.zoom, layout::DetailLevel::kCard, metrics());
    animation_ = {};
    fitted_ = true;
    seen_fit_ = state.explore.fit_serial;
  }
  if (state.explore.fit_serial != seen_fit_) {
    seen_fit_ = state.explore.fit_serial;
    moved_ = false;
    animate_to(ui, fitting());
  }
  if (state.explore.centre_serial != seen_centre_) {
    seen_centre_ = state.explore.centre_serial;
    if (const int index = scene_.index_of(state.selected); index >= 0) {
      moved_ = true;
      layout::Camera target = camera_;
      target.zoom = std::max(target.zoom, layout::full_card_zoom(metrics()));
      animate_to(ui, layout::with_point_at(target, view_, scene_.cards[index].rect.centre(),
                                           view_.centre()));
    }
  }
  if (!animation_.is_done(now)) {
    camera_ = animation_.at(now);
    ui.want_frame();
  } else if (animation_.target().zoom > 0 && !(animation_.target() == layout::Camera{})) {
    camera_ = animation_.target();
    animation_ = {};
  }
  level_ = layout::detail_level(camera_.zoom, level_, metrics());
}

void View::reveal(Ui& ui, const Card& card) {
  animate_to(ui, layout::revealing(camera_, view_, card.rect, kMargin));
}

void View::zoom(Ui& ui, float factor) {
  moved_ = true;
  const layout::Camera from =
      animation_.is_done(ui.now_ms() / 1000) ? camera_ : animation_.target();
  animate_to(ui, layout::zoomed_about(from, view_, view_.centre(), factor, kLimits));
}

void View::canvas(Ui& ui) {
  const Ui::Canvas pans(ui);
  const Rect rect = to_rect(view_);
  ImGui::PushClipRect({rect.x, rect.y}, {right_of(rect), bottom_of(rect)}, true);
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  const bool clicked_here =
      ImGui::InvisibleButton("canvas", {std::max(rect.width, 1.0F), std::max(rect.height, 1.0F)});
  const Response canvas{.id = ui.id("canvas"),
                        .rect = rect,
                        .hovered = ImGui::IsItemHovered(),
                        .held = ImGui::IsItemActive(),
                        .activated = clicked_here};
  pointer(ui, canvas);
  const int clicked = canvas.activated ? pressed_ : -1;
  const bool long_pressed = canvas.held && ui.drags().long_pressed();
  const bool by_button = canvas.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right);
  const int menu_of = long_pressed ? pressed_ : by_button ? hovered_ : -1;
  if (!canvas.held) pressed_ = -1;
  const app::State& state = ui.state();
  const std::set<RecordId> hits(state.explore.hits.begin(), state.explore.hits.end());
  const PaintInput input{scene_,
                         camera_,
                         view_,
                         level_,
                         scene_.index_of(state.selected),
                         hovered_,
                         !state.explore.query.empty() && !hits.empty(),
                         &hits};
  if (scene_.cards.empty()) {
    paragraph(ui, {rect.x + kSpace6, rect.y + kSpace6}, rect.width - 2 * kSpace6,
              tr(Text::kExploreEmpty), Font::kBody, ui.palette().muted);
  }
  paint_scene(ui, input);
  // What is chosen is told by the details already.
  const bool told = state.details_open && hovered_ == input.selected;
  if (hovered_ >= 0 && !told && level_ != layout::DetailLevel::kCard &&
      !ui.drags().under_way(canvas.id)) {
    const Card& card = scene_.cards[static_cast<std::size_t>(hovered_)];
    const Rect place = to_rect(layout::to_screen(camera_, view_, card.rect));
    tooltip(ui, {.id = ui.id(card.body), .rect = place, .hovered = true},
            card.name + "\n" + described(card));
  }
  card_nodes(ui, clicked, menu_of);
  ImGui::PopClipRect();
}

void View::pointer(Ui& ui, const Response& canvas) {
  const ImGuiIO& io = ImGui::GetIO();
  const layout::Point mouse{io.MousePos.x, io.MousePos.y};
  hovered_ = -1;
  if (canvas.hovered || canvas.held) {
    const layout::Point world = layout::to_world(camera_, view_, mouse);
    const auto hit = ui.pointer_kind() == PointerKind::kTouch
                         ? scene_.hits.near(world, 8 / camera_.zoom)
                         : scene_.hits.at(world);
    if (hit) hovered_ = static_cast<int>(*hit);
  }
  if (ImGui::IsItemActivated()) pressed_ = hovered_;
  take_drag(ui, canvas);
  if (ui.drags().under_way(canvas.id)) {
    ui.set_cursor(Cursor::kGrabbing);
  } else if (canvas.hovered) {
    ui.set_cursor(hovered_ >= 0 ? Cursor::kPointer : Cursor::kGrab);
  }
  if (const Wheel* wheel = ui.wheel_here(); wheel != nullptr && canvas.hovered) {
    take_wheel(ui, *wheel);
  }
}

// One pointer pans, two fingers zoom about the middle between them and pan.
void View::take_drag(Ui& ui, const Response& canvas) {
  Drags& drags = ui.drags();
  if (drags.begins_in(canvas.rect) && (canvas.hovered || canvas.held)) {
    drags.take(canvas.id);
    pressed_ = -1;
  }
  layout::Camera camera = camera_;
  if (const Pinched* pinch = drags.pinched(canvas.id)) {
    camera = layout::pinched(camera, view_, pinch->from_a, pinch->from_b, pinch->to_a, pinch->to_b,
                             kLimits);
  } else {
    camera = layout::panned(camera, drags.moved(canvas.id));
  }
  if (camera == camera_) return;
  animation_ = {};
  moved_ = true;
  camera_ = layout::kept_in_reach(camera, view_, scene_.bounds, kKeptInView);
}

// A wheel zooms; two fingers on a trackpad pan as they do on paper. Ctrl, with which browsers tell
// of a pinch on a trackpad, always zooms, and Shift always pans sideways.
void View::take_wheel(Ui& ui, const Wheel& wheel) {
  animation_ = {};
  moved_ = true;
  ui.take_wheel();
  const bool pans = !wheel.mods.ctrl && (wheel.mods.shift || wheel.precise);
  if (pans) {
    const Point by =
        wheel.mods.shift ? Point{-wheel.dy - wheel.dx, 0} : Point{-wheel.dx, -wheel.dy};
    camera_ = layout::kept_in_reach(layout::panned(camera_, by), view_, scene_.bounds, kKeptInView);
    return;
  }
  const float rate = wheel.mods.ctrl ? 0.01F : 0.0016F;
  const float factor = std::exp(-wheel.dy * rate);
  camera_ = layout::zoomed_about(camera_, view_, {wheel.x, wheel.y}, factor, kLimits);
}

}  // namespace atlas::ui::explore
