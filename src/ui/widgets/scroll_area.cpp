#include "ui/widgets/scroll_area.hpp"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"

namespace atlas::ui {
namespace {

constexpr float kBar = 12;

bool is_scrolled_by_its_bar() {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImGuiID active = ImGui::GetActiveID();
  return active != 0 && (active == ImGui::GetWindowScrollbarID(window, ImGuiAxis_X) ||
                         active == ImGui::GetWindowScrollbarID(window, ImGuiAxis_Y));
}

bool can_go(float scroll, float most, float by) {
  return by < 0 ? scroll < most : by > 0 && scroll > 0;
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view id, Rect rect)
    : ui_(ui), node_(ui.id(id)), view_(rect) {
  ImGui::SetCursorScreenPos({rect.x, rect.y});
  ImGui::PushID(id.data(), id.data() + id.size());
  ImGui::BeginChild("area", {std::max(rect.width, 1.0F), std::max(rect.height, 1.0F)}, 0,
                    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                        ImGuiWindowFlags_HorizontalScrollbar);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  origin_ = {at.x, at.y};
  width_ = rect.width - kBar;
  content_width_ = 0;
}

void ScrollArea::reveal(float top, float height) {
  const float scroll = ImGui::GetScrollY();
  if (top < scroll) {
    ImGui::SetScrollY(top);
    ui_.want_frame();
  } else if (top + height > scroll + view_.height - kBar) {
    ImGui::SetScrollY(top + height - view_.height + kBar);
    ui_.want_frame();
  }
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
  const ImVec2 at{ImGui::GetScrollX(), ImGui::GetScrollY()};
  const bool moves =
      can_go(at.x, ImGui::GetScrollMaxX(), by.x) || can_go(at.y, ImGui::GetScrollMaxY(), by.y);
  if (!moves && drags.gliding()) drags.stop();
  ImGui::SetScrollX(std::clamp(at.x - by.x, 0.0F, ImGui::GetScrollMaxX()));
  ImGui::SetScrollY(std::clamp(at.y - by.y, 0.0F, ImGui::GetScrollMaxY()));
  ui_.want_frame();
}

ScrollArea::~ScrollArea() {
  scroll_by_finger();
  ImGui::SetCursorScreenPos({origin_.x, origin_.y});
  ImGui::Dummy({std::max(content_width_, 1.0F), std::max(content_height_, 1.0F)});
  ImGui::EndChild();
  ImGui::PopID();
}

}  // namespace atlas::ui
