#include "ui/explore/view.hpp"

#include <algorithm>
#include <cmath>

#include "base/tr.hpp"
#include "imgui.h"
#include "layout/neighbour.hpp"
#include "ui/explore/paint.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/menu.hpp"

namespace atlas::ui::explore {
namespace {

constexpr float kMargin = 28;
constexpr float kKeptInView = 80;  // of the picture, when it is panned away
constexpr layout::ZoomLimits kLimits{0.08F, 2.0F};

constexpr app::ActionId kCardActions[] = {app::ActionId::kToggleBranch,
                                          app::ActionId::kPlanOfSelected,
                                          app::ActionId::kToggleDetails, app::ActionId::kFit};

bool contains(const Rect& r, Vec2 p) {
  return p.x >= r.x && p.x < right_of(r) && p.y >= r.y && p.y < bottom_of(r);
}

std::string described(const Card& card) {
  std::string text = card.kind;
  const auto add = [&](const std::string& part) {
    text = text.empty() ? part : tr(Text::kJoined, {text, part});
  };
  if (!card.lead.empty()) add(tr(Text::kCardLead, {card.lead}));
  for (const Badge& badge : card.badges) add(badge.text);
  if (card.collapsed) add(tr(Text::kCardFolded, {std::to_string(card.hidden)}));
  return text;
}

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
    const Card& card = scene_.cards[static_cast<std::size_t>(index)];
    animate_to(ui, layout::revealing(camera_, view_, card.rect, kMargin));
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
  if (hovered_ >= 0 && level_ != layout::DetailLevel::kCard && !ui.drags().under_way(canvas.id)) {
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

void View::card_nodes(Ui& ui, int clicked, int menu_of) {
  const app::State& state = ui.state();
  const Ui::Scope scope(ui, state.explore.model);
  const Ui::Container tree(
      ui, {.id = ui.id("tree"),
           .role = Role::kTree,
           .name = tr(Text::kExploreHierarchy, {title_of(state.document, state.explore.model)}),
           .rect = to_rect(view_)});
  const int selected = scene_.index_of(state.selected);
  const PaintInput input{scene_, camera_, view_, level_};
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (int i = 0; i < static_cast<int>(scene_.cards.size()); ++i) {
    const Card& card = scene_.cards[static_cast<std::size_t>(i)];
    const Rect rect = to_rect(layout::to_screen(camera_, view_, card.rect));
    const NodeId node = ui.id(card.body);
    const bool hit = clicked == i;
    const bool on_mark = hit && contains(fold_mark(card, input), {mouse.x, mouse.y});
    const Interaction how{.tab_stop = selected >= 0 ? i == selected : i == 0, .by_space = false};
    const Pointed pointed{.clicked = hit && !on_mark, .secondary = i == menu_of};
    const Response response = ui.interact_by_hand(node, rect, pointed, how);
    ui.offer_copy(response, card.name);
    std::uint32_t states = ui.states(response, how);
    if (i == selected) states |= semantics::kSelected;
    if (card.has_children) {
      states |= card.collapsed ? semantics::kCollapsed : semantics::kExpanded;
    }
    ui.leaf({.id = node,
             .role = Role::kTreeItem,
             .name = card.name,
             .description = described(card),
             .states = states,
             .level = static_cast<std::uint16_t>(card.level),
             .rect = rect});
    if (ui.focus().arrived(node)) {
      animate_to(ui, layout::revealing(camera_, view_, card.rect, kMargin));
    }
    if (response.secondary) {
      const bool by_pointer = i == menu_of;
      ui.open_popup(node, by_pointer ? std::optional(Rect{mouse.x, mouse.y, 0, 0}) : std::nullopt);
    }
    if (ui.popup_is_open(node)) {
      action_menu(ui, node, rect, tr(Text::kMenuOf, {card.name}), kCardActions, card.body);
    }
    if (on_mark) ui.send(app::ToggleBranch{card.body});
    if (response.activated) ui.send(app::SelectRecord{card.body});
    ui.ring(response, 2);
    walk(ui, i, response);
  }
}

// Arrow keys walk the hierarchy as it is drawn: down to the first below, up to the one above,
// sideways among siblings, and by sight where the tree has no answer.
void View::walk(Ui& ui, int index, const Response& response) {
  const Card& card = scene_.cards[static_cast<std::size_t>(index)];
  if (const MirrorAction* mirror = ui.mirror_for(response.id)) {
    const bool fold = mirror->verb == MirrorVerb::kCollapse && !card.collapsed;
    const bool unfold = mirror->verb == MirrorVerb::kExpand && card.collapsed;
    if (card.has_children && (fold || unfold)) ui.send(app::ToggleBranch{card.body});
  }
  const KeyPressed* key = ui.key_for(response);
  if (key == nullptr || key->mods.ctrl || key->mods.alt) return;
  const auto find = [&](auto wanted) {
    for (int i = 0; i < static_cast<int>(scene_.cards.size()); ++i) {
      if (wanted(scene_.cards[static_cast<std::size_t>(i)])) return i;
    }
    return -1;
  };
  const auto sibling = [&](int step) {
    return find([&](const Card& other) {
      return other.parent == card.parent &&
             static_cast<int>(other.position) == static_cast<int>(card.position) + step;
    });
  };
  std::optional<layout::Direction> direction;
  int to = -1;
  if (key->key == "ArrowDown") {
    to = find([&](const Card& other) { return other.parent == index; });
    direction = layout::Direction::kDown;
  } else if (key->key == "ArrowUp") {
    to = card.parent;
    direction = layout::Direction::kUp;
  } else if (key->key == "ArrowRight") {
    to = sibling(1);
    direction = layout::Direction::kRight;
  } else if (key->key == "ArrowLeft") {
    to = sibling(-1);
    direction = layout::Direction::kLeft;
  } else if (key->key == "Home") {
    to = 0;
  } else if (key->key == "End") {
    to = static_cast<int>(scene_.cards.size()) - 1;
  } else if (card.has_children && (key->key == " " || (key->key == "+" && card.collapsed) ||
                                   (key->key == "-" && !card.collapsed))) {
    ui.take_key();
    ui.send(app::ToggleBranch{card.body});
    return;
  } else {
    return;
  }
  ui.take_key();
  const bool folded_down = key->key == "ArrowDown" && card.collapsed;
  if (folded_down) {
    ui.send(app::ToggleBranch{card.body});
    return;
  }
  if (to < 0 && direction) {
    const auto near = layout::nearest_in_direction(scene_.hits.rects(),
                                                   static_cast<std::uint32_t>(index), *direction);
    if (near) to = static_cast<int>(*near);
  }
  if (to < 0) return;
  const Card& target = scene_.cards[static_cast<std::size_t>(to)];
  ui.focus().set(ui.id(target.body), true);
  ui.send(app::SelectRecord{target.body});
}

}  // namespace atlas::ui::explore
