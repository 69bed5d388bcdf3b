#include "ui/widgets/scroll_area.hpp"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"

namespace atlas::ui {
namespace {

constexpr float kBar = ScrollArea::kBar;

bool is_scrolled_by_its_bar() {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImGuiID active = ImGui::GetActiveID();
  return active != 0 && (active == ImGui::GetWindowScrollbarID(window, ImGuiAxis_X) ||
                         active == ImGui::GetWindowScrollbarID(window, ImGuiAxis_Y));
}

bool can_go(float scroll, float most, float by) {
  return by < 0 ? scroll < most : by > 0 && scroll > 0;
}

bool can_scroll(Vec2 by) {
  return can_go(ImGui::GetScrollX(), ImGui::GetScrollMaxX(), by.x) ||
         can_go(ImGui::GetScrollY(), ImGui::GetScrollMaxY(), by.y);
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view id, Rect rect, ScrollWays ways)
    : ui_(ui), node_(ui.id(id)), view_(rect) {
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::PushID(id.data(), id.data() + id.size());
  const int sideways = ways == ScrollWays::kBoth ? ImGuiWindowFlags_HorizontalScrollbar : 0;
  ImGui::BeginChild("area", {std::max(rect.width, 1.0F), std::max(rect.height, 1.0F)}, 0,
                    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | sideways);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  origin_ = {at.x, at.y};
  width_ = rect.width - kBar;
  content_width_ = 0;
}

void ScrollArea::reveal(float top, float height) {
  const float scroll = ImGui::GetScrollY();
  // Clear of the edge, over which a toast may reach.
  const float room = view_.height - kBar - kSpace3;
  float wanted = scroll;
  if (top < scroll || height > room) {
    wanted = top;  // of what is taller than the view its beginning
  } else if (top + height > scroll + room) {
    wanted = top + height - room;
  }
  if (wanted == scroll) return;
  ImGui::SetScrollY(wanted);
  ui_.want_frame();
}

// Its press has chosen nothing then.
void ScrollArea::scroll_by_finger() {
  Drags& drags = ui_.drags();
  const bool scrolls = ImGui::GetScrollMaxX() > 0 || ImGui::GetScrollMaxY() > 0;
  if (scrolls && drags.by_finger() && drags.begins_in(view_) && !is_scrolled_by_its_bar() &&
      ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                             ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) {
    drags.take(node_);
    ImGui::ClearActiveID();
  }
  const Point by = drags.moved_whole(node_);
  if (by == Point{}) return;
  if (!can_scroll({by.x, by.y}) && drags.gliding()) drags.stop();
  scroll({by.x, by.y});
}

// As far as the wheel says, in pixels, as pages of a browser do. At its end the area leaves the
// wheel to the one around it.
void ScrollArea::scroll_by_wheel() {
  const Wheel* wheel = ui_.wheel_here();
  if (wheel == nullptr && head_ > 0) {
    wheel = ui_.wheel_in({view_.x, view_.y - head_, view_.width, head_});
  }
  if (wheel == nullptr || wheel->mods.ctrl) return;
  const bool sideways = wheel->mods.shift && wheel->dx == 0;
  const Vec2 by = sideways ? Vec2{-wheel->dy, 0} : Vec2{-wheel->dx, -wheel->dy};
  if (!can_scroll(by)) return;
  ui_.take_wheel();
  scroll(by);
}

void ScrollArea::scroll(Vec2 by) {
  const auto moved = [](float at, float most, float way) {
    return std::clamp(at - way, 0.0F, most);
  };
  ImGui::SetScrollX(moved(ImGui::GetScrollX(), ImGui::GetScrollMaxX(), by.x));
  ImGui::SetScrollY(moved(ImGui::GetScrollY(), ImGui::GetScrollMaxY(), by.y));
  ui_.want_frame();
}

ScrollArea::~ScrollArea() {
  scroll_by_finger();
  scroll_by_wheel();
  ImGui::SetCursorScreenPos({origin_.x, origin_.y});
  ImGui::Dummy({std::max(content_width_, 1.0F), std::max(content_height_, 1.0F)});
  ImGui::EndChild();
  ImGui::PopID();
}

HeadArea::HeadArea(std::string_view id, const Rect& rect, float left, float width) {
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::SetNextWindowScroll({std::max(rect.x - left, 0.0F), 0});
  ImGui::PushID(id.data(), id.data() + id.size());
  ImGui::BeginChild("head", {std::max(rect.width, 1.0F), std::max(rect.height, 1.0F)}, 0,
                    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                        ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  // As far as the area goes, which has a bar at its side.
  ImGui::Dummy({width + kBar, 1});
}

HeadArea::~HeadArea() {
  ImGui::EndChild();
  ImGui::PopID();
}

}  // namespace atlas::ui
