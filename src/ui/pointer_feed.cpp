#include "ui/pointer_feed.hpp"

#include <algorithm>
#include <cfloat>

#include "imgui.h"
#include "imgui_internal.h"

namespace atlas::ui {
namespace {

void add(GestureRecogniser::Gestures& all, const GestureRecogniser::Gestures& news) {
  all.insert(all.end(), news.begin(), news.end());
}

bool has_click(const GestureRecogniser::Gestures& gestures) {
  return std::any_of(gestures.begin(), gestures.end(),
                     [](const Gesture& one) { return std::holds_alternative<Clicked>(one); });
}

// ImGui's number of a button of the DOM, which counts main, middle, secondary.
int button_of(int button) {
  if (button == 0) return ImGuiMouseButton_Left;
  return button == 1 ? ImGuiMouseButton_Middle : ImGuiMouseButton_Right;
}

}  // namespace

// What was held is no longer, and was not clicked.
void PointerFeed::let_go() {
  ImGui::ClearActiveID();
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
}

void PointerFeed::leave() {
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void PointerFeed::take(const PointerMoved& moved, double now_ms, Gestures& news) {
  kind_ = moved.kind;
  const bool leads = recogniser_.leads(moved.pointer);
  const double ms = moved.ms < 0 ? now_ms : moved.ms;
  const auto came = recogniser_.move({moved.pointer, moved.kind, {moved.x, moved.y}, ms});
  add(news, came);
  Point at{moved.x, moved.y};
  if (recogniser_.pinching() && !came.empty()) {
    if (const auto* pinched = std::get_if<Pinched>(&came.back())) at = pinched->centre();
  } else if (!leads) {
    return;
  }
  ImGui::GetIO().AddMousePosEvent(at.x, at.y);
}

void PointerFeed::take(const PointerButton& button, double now_ms, bool gliding, Gestures& news) {
  if (button.button < 0 || button.button > 2) return;
  kind_ = button.kind;
  ImGuiIO& io = ImGui::GetIO();
  const bool leads = recogniser_.leads(button.pointer);
  if (leads) io.AddMousePosEvent(button.x, button.y);
  if (button.button != 0) {
    io.AddMouseButtonEvent(button_of(button.button), button.down);
    return;
  }
  const double ms = button.ms < 0 ? now_ms : button.ms;
  const PointerSample sample{button.pointer, button.kind, {button.x, button.y}, ms};
  const bool by_finger = button.kind != PointerKind::kMouse;
  const auto came = button.down ? recogniser_.press(sample) : recogniser_.release(sample);
  add(news, came);
  const auto* pinch = came.empty() ? nullptr : std::get_if<PinchBegan>(&came.back());
  if (pinch != nullptr) io.AddMousePosEvent(pinch->centre.x, pinch->centre.y);
  const bool no_click = by_finger && !button.down && leads && !has_click(came);
  if (pinch != nullptr || no_click) {
    let_go();
  } else if (leads && !(button.down && by_finger && gliding)) {
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, button.down);
  }
}

void PointerFeed::take(const PointerCancelled& cancelled, Gestures& news) {
  const bool leads = recogniser_.leads(cancelled.pointer);
  add(news, recogniser_.cancel(cancelled.pointer));
  if (!leads) return;
  let_go();
  leave();
}

bool PointerFeed::tick(double now_ms, Gestures& news) {
  const auto came = recogniser_.tick(now_ms);
  add(news, came);
  return !came.empty();
}

}  // namespace atlas::ui
