#include "ui/widgets/scroll_area.hpp"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"

namespace atlas::ui {
namespace {

constexpr float kBar = 12;

// A finger drags the content itself.
void scroll_by_touch(Ui& ui) {
  if (ui.pointer_kind() != PointerKind::kTouch) return;
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return;
  if (!ImGui::IsMouseDragging(ImGuiMouseButton_Left, 8)) return;
  const ImVec2 delta = ImGui::GetIO().MouseDelta;
  ImGui::SetScrollY(ImGui::GetScrollY() - delta.y);
  ImGui::SetScrollX(ImGui::GetScrollX() - delta.x);
  ImGui::ClearActiveID();
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view id, Rect rect) : ui_(ui), view_(rect) {
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

ScrollArea::~ScrollArea() {
  scroll_by_touch(ui_);
  ImGui::SetCursorScreenPos({origin_.x, origin_.y});
  ImGui::Dummy({std::max(content_width_, 1.0F), std::max(content_height_, 1.0F)});
  ImGui::EndChild();
  ImGui::PopID();
}

}  // namespace atlas::ui
