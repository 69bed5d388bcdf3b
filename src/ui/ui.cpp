#include "ui/ui.hpp"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"

namespace atlas::ui {
namespace {

constexpr std::uint64_t kPrime = 0x100000001B3U;
constexpr std::uint64_t kSeed = 0xCBF29CE484222325U;

std::uint64_t mixed(std::uint64_t seed, std::string_view bytes) {
  for (const char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * kPrime;
  return seed == 0 ? 1 : seed;
}

std::uint64_t mixed(std::uint64_t seed, RecordId record) {
  for (std::uint64_t part : {record.replica.value, record.counter}) {
    for (int i = 0; i < 8; ++i, part >>= 8U) seed = (seed ^ (part & 0xFFU)) * kPrime;
  }
  return seed == 0 ? 1 : seed;
}

}  // namespace

ImDrawList* Ui::list() {
  return ImGui::GetWindowDrawList();
}

PaintPlace Ui::painted_since(const ImDrawList* list, int begin) const {
  return {list, begin, list->IdxBuffer.Size, on_canvas_ && list == Ui::list()};
}

bool Ui::on_disabled(const Rect& r) const {
  const float x = r.x + r.width / 2 - disabled_.x;
  const float y = r.y + r.height / 2 - disabled_.y;
  return x >= 0 && x < disabled_.width && y >= 0 && y < disabled_.height;
}

void Ui::log_target(NodeId node, const Rect& rect) const {
  if (log_ == nullptr) return;
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  log_->target({node,
                rect,
                {clip.Min.x, clip.Min.y, clip.GetWidth(), clip.GetHeight()},
                on_canvas_,
                painted_since(list(), list()->IdxBuffer.Size)});
}

void Ui::begin_frame(const FrameInput& input) {
  input_ = input;
  disabled_ = {};
  palette_ = &palette_of(app::theme_in_use(state_.settings, state_.system));
  reduced_motion_ = app::motion_is_reduced(state_.settings, state_.system);
  key_taken_ = false;
  wanted_frame_ms_ = -1;
  cursor_ = Cursor::kDefault;
  popup_drawn_ = false;
  scopes_.assign(1, kSeed);
  text_to_copy_.clear();
  drags_.allow_momentum(!reduced_motion_);
  drags_.begin_frame(input_.gestures, input_.now_ms);
  follow_pointer();
  metrics_ = &metrics_of(state_.settings.spacing, by_finger_ || state_.system.coarse_pointer);
  if (input_.wheel) drags_.stop();
  if (drags_.gliding()) want_frame();
  if (input_.mirror && focus_.offered_last_frame(input_.mirror->node)) {
    focus_.set(input_.mirror->node, true);
    // A popup closes when the keyboard is taken from below it: it could cover who has it.
    if (!(popup_ == input_.mirror->node) && !focus_.is_on_top(input_.mirror->node)) popup_ = {};
  }
  focus_.begin_frame();
}

// Targets are larger for fingers than for a mouse: for what pressed last. They do not grow and move
// from under the finger that is the first to touch the screen, nor before a tap has done its work.
void Ui::follow_pointer() {
  constexpr double kRestMs = 400;
  const bool presses = !input_.gestures.empty() || drags_.pressed();
  if (presses || drags_.gliding()) pressed_ms_ = input_.now_ms;
  if (presses) pressed_by_finger_ = input_.pointer == PointerKind::kTouch;
  if (by_finger_ == pressed_by_finger_ || drags_.pressed()) return;
  const double rest = pressed_ms_ + kRestMs - input_.now_ms;
  if (rest > 0) {
    want_frame(rest);
  } else {
    by_finger_ = pressed_by_finger_;
  }
}

semantics::Tree Ui::end_frame() {
  if (popup_.value != 0 && !popup_drawn_) popup_ = {};
  if (const KeyPressed* key = any_key()) {
    if (key->key == "Tab" && !key->mods.ctrl && !key->mods.alt) {
      focus_.end_frame();
      focus_.step(key->mods.shift);
      take_key();
      want_frame();
      ended_.reset();
      return finished_tree();
    }
    if (key->key == "Escape" && popup_.value != 0) {
      close_popup();
      take_key();
    }
  }
  focus_.end_frame();
  ended_.reset();
  return finished_tree();
}

// The keyboard may have moved while widgets were drawn: one that had it before must not still say
// so.
semantics::Tree Ui::finished_tree() {
  semantics::Tree tree = tree_.take();
  for (Node& node : tree.nodes) {
    node.states &= ~static_cast<std::uint32_t>(semantics::kFocused);
    const bool can = (node.states & semantics::kFocusable) != 0;
    if (can && focus_.has(node.id)) node.states |= semantics::kFocused;
  }
  return tree;
}

std::vector<app::Command> Ui::take_commands() {
  return std::exchange(commands_, {});
}

void Ui::want_frame(double in_ms) {
  wanted_frame_ms_ = wanted_frame_ms_ < 0 ? in_ms : std::min(wanted_frame_ms_, in_ms);
}

NodeId Ui::id(std::string_view local) const {
  return {mixed(scopes_.back(), local)};
}
NodeId Ui::id(RecordId record) const {
  return {mixed(scopes_.back(), record)};
}

Ui::Scope::Scope(Ui& ui, std::string_view local) : ui_(ui) {
  ui_.scopes_.push_back(mixed(ui_.scopes_.back(), local));
}
Ui::Scope::Scope(Ui& ui, RecordId record) : ui_(ui) {
  ui_.scopes_.push_back(mixed(ui_.scopes_.back(), record));
}
Ui::Scope::Scope(Ui& ui, NodeId node) : ui_(ui) {
  ui_.scopes_.push_back(node.value);
}
Ui::Scope::~Scope() {
  ui_.scopes_.pop_back();
}

Rect Ui::visible_part(Rect rect) const {
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  const float left = std::max(rect.x, clip.Min.x);
  const float top = std::max(rect.y, clip.Min.y);
  const float right = std::min(rect.x + rect.width, clip.Max.x);
  const float bottom = std::min(rect.y + rect.height, clip.Max.y);
  if (right > left && bottom > top) {
    rect = {left, top, right - left, bottom - top};
  } else {
    // On a page that is too small for it a part may be left with less than nothing.
    rect = {rect.x, rect.y, std::max(rect.width, 0.0F), std::max(rect.height, 0.0F)};
  }
  const float scale = input_.scale;
  return {rect.x * scale, rect.y * scale, rect.width * scale, rect.height * scale};
}

void Ui::open(Node node) {
  node.rect = visible_part(node.rect);
  tree_.open(std::move(node));
}
void Ui::leaf(Node node) {
  node.rect = visible_part(node.rect);
  tree_.leaf(std::move(node));
}
void Ui::close() {
  tree_.close();
}

// The window that it lies in scrolls first, and those around that one by what is still missing.
void Ui::scroll_into_view(const Rect& rect) {
  // How far to scroll along one axis; what is larger than the window stays where it is.
  const auto distance = [](float from, float length, float low, float high, float space) {
    if (from < low) return from - low - space;
    // Clear of the edge, over which a toast may reach.
    const bool hidden = from + length + space > high && length + space < high - low;
    return hidden ? from + length - high + space : 0.0F;
  };
  Rect at = rect;
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  for (; window != nullptr; window = window->ParentWindow) {
    const ImGuiWindow* around = window->ParentWindow;
    const bool nested = around != nullptr && around->ScrollMax.y > 0;
    const ImRect& clip = nested ? window->InnerRect : window->InnerClipRect;
    const float dx = distance(at.x, at.width, clip.Min.x, clip.Max.x, kSpace1);
    const float dy = distance(at.y, at.height, clip.Min.y, clip.Max.y, kSpace3);
    // As far as is wanted: what there is to scroll may have grown in this frame.
    if (dx != 0) ImGui::SetScrollX(window, window->Scroll.x + dx);
    if (dy != 0) ImGui::SetScrollY(window, window->Scroll.y + dy);
    if (dx != 0 || dy != 0) want_frame();
    at.x -= std::clamp(dx, -window->Scroll.x, window->ScrollMax.x - window->Scroll.x);
    at.y -= std::clamp(dy, -window->Scroll.y, window->ScrollMax.y - window->Scroll.y);
  }
}

Response Ui::interact(NodeId node, Rect rect, Interaction how) {
  Response response{.id = node, .rect = rect};
  disabled_ = how.enabled ? Rect{} : rect;
  if (how.enabled) focus_.offer(node, how.tab_stop);
  log_target(node, rect);
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::PushID(static_cast<int>(node.value));
  ImGui::PushID(static_cast<int>(node.value >> 32U));
  const bool clicked =
      ImGui::InvisibleButton("", {std::max(rect.width, 1.0F), std::max(rect.height, 1.0F)});
  response.hovered = ImGui::IsItemHovered() && !drags_.scrolls();
  response.held = ImGui::IsItemActive();
  response.released = ImGui::IsItemDeactivated();
  response.secondary =
      how.enabled && ((response.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) ||
                      (response.held && drags_.long_pressed()));
  ImGui::PopID();
  ImGui::PopID();
  if (!how.enabled) {
    if (response.hovered) set_cursor(Cursor::kNotAllowed);
    return response;
  }
  if (how.drags && response.held) drags_.keep();
  // A finger may be about to scroll: it has chosen something when it is lifted.
  const bool by_finger = input_.pointer == PointerKind::kTouch;
  const bool chosen = by_finger ? clicked : ImGui::IsItemActivated();
  if (chosen || response.secondary) focus_.set(node, false);
  // Not by pointer: what is pressed stays under it.
  if (focus_.arrived(node) && focus_.visible()) scroll_into_view(rect);
  response.activated = clicked && !how.drags;
  respond(response, how);
  return response;
}

Response Ui::interact_by_hand(NodeId node, Rect rect, Pointed pointed, Interaction how) {
  Response response{.id = node, .rect = rect, .hovered = pointed.hovered};
  disabled_ = how.enabled ? Rect{} : rect;
  log_target(node, rect);
  if (!how.enabled) return response;
  focus_.offer(node, how.tab_stop);
  response.activated = pointed.clicked;
  response.secondary = pointed.secondary;
  if (pointed.clicked || pointed.secondary) focus_.set(node, false);
  respond(response, how);
  return response;
}

// What pointer-driven and hand-driven widgets have in common: cursor, mirror, keys.
void Ui::respond(Response& response, Interaction how) {
  if (response.hovered) set_cursor(Cursor::kPointer);
  response.focused = focus_.has(response.id);
  const MirrorAction* mirror = mirror_for(response.id);
  if (mirror != nullptr && !focus_.below_modal()) {
    if (mirror->verb == MirrorVerb::kClick) response.activated = true;
    if (mirror->verb == MirrorVerb::kMenu) response.secondary = true;
  }
  const KeyPressed* key = key_for(response);
  if (key == nullptr) return;
  const bool plain = !key->mods.ctrl && !key->mods.alt && !key->mods.shift;
  if (plain && (key->key == "Enter" || (key->key == " " && how.by_space))) {
    response.activated = true;
    take_key();
  } else if (key->key == "ContextMenu" || (key->key == "F10" && key->mods.shift)) {
    response.secondary = true;
    take_key();
  }
}

double Ui::rested_ms(const Response& response) {
  if (!response.hovered) return 0;
  if (!(rested_on_ == response.id) || response.held) {
    rested_on_ = response.id;
    rested_since_ms_ = input_.now_ms;
  }
  return input_.now_ms - rested_since_ms_;
}

std::uint32_t Ui::states(const Response& response, Interaction how) const {
  std::uint32_t states = how.enabled ? semantics::kFocusable : semantics::kDisabled;
  if (response.focused) states |= semantics::kFocused;
  return states;
}

void Ui::ring(const Response& response, float outset) {
  if (response.focused && focus_.visible()) draw_ring(response.rect, outset);
}

void Ui::draw_ring(const Rect& r, float outset) {
  const auto colour = [](Colour c) { return IM_COL32(c.r, c.g, c.b, c.a); };
  const ImVec2 min{r.x - outset, r.y - outset};
  const ImVec2 max{r.x + r.width + outset, r.y + r.height + outset};
  const float edge = kFocusWidth + 1.5F;
  list()->AddRect({min.x - edge / 2, min.y - edge / 2}, {max.x + edge / 2, max.y + edge / 2},
                  colour(palette().focus_edge), kRadius + edge, 0, 1.5F);
  list()->AddRect(min, max, colour(palette().focus), kRadius, 0, kFocusWidth);
  list()->AddRect({min.x + kFocusWidth / 2, min.y + kFocusWidth / 2},
                  {max.x - kFocusWidth / 2, max.y - kFocusWidth / 2}, colour(palette().focus_edge),
                  kRadius, 0, 1.0F);
}

const KeyPressed* Ui::key_for(const Response& response) const {
  return focus_.has(response.id) ? any_key() : nullptr;
}

const KeyPressed* Ui::any_key() const {
  return input_.key && !key_taken_ && !edit_ ? &*input_.key : nullptr;
}

const KeyPressed* Ui::search_key() const {
  const bool searching = edit_ && (std::holds_alternative<SearchTarget>(edit_->target) ||
                                   std::holds_alternative<FilterTarget>(edit_->target));
  return searching && input_.key && !key_taken_ ? &*input_.key : nullptr;
}

const MirrorAction* Ui::mirror_for(NodeId node) const {
  return input_.mirror && input_.mirror->node == node ? &*input_.mirror : nullptr;
}

const Wheel* Ui::wheel_here() const {
  return input_.wheel && ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) ? &*input_.wheel
                                                                                : nullptr;
}

const Wheel* Ui::wheel_in(const Rect& rect) const {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool inside = mouse.x >= rect.x && mouse.x < rect.x + rect.width && mouse.y >= rect.y &&
                      mouse.y < rect.y + rect.height;
  const bool on_top = ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows);
  return input_.wheel && inside && on_top ? &*input_.wheel : nullptr;
}

void Ui::offer_copy(const Response& response, std::string_view text) {
  if (response.focused && !edit_) text_to_copy_ = text;
}

const std::string* Ui::pasted_for(const Response& response) const {
  return input_.pasted && focus_.has(response.id) && !edit_ ? &input_.pasted->text : nullptr;
}

bool Ui::cut_from(const Response& response) const {
  return input_.cut && focus_.has(response.id) && !edit_;
}

void Ui::begin_layer(bool modal) {
  if (!modal) popup_drawn_ = true;
  focus_.begin_layer(modal);
}
void Ui::end_layer() {
  popup_fresh_ = false;
  focus_.end_layer();
}

}  // namespace atlas::ui
