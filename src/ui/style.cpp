#include "ui/style.hpp"

#include "imgui.h"

namespace atlas::ui {
namespace {

ImVec4 vec(Colour c) {
  constexpr float kFull = 255.0F;
  return {static_cast<float>(c.r) / kFull, static_cast<float>(c.g) / kFull,
          static_cast<float>(c.b) / kFull, static_cast<float>(c.a) / kFull};
}

}  // namespace

void apply_style(const Palette& palette) {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  style.ChildBorderSize = 0;
  style.FramePadding = {0, 0};
  style.ItemSpacing = {0, 0};
  style.ScrollbarSize = 12;
  style.ScrollbarRounding = 6;
  style.AntiAliasedLinesUseTex = true;
  // What the canvas is cleared with: the background is not painted besides, because software
  // renderers pay for each layer.
  style.Colors[ImGuiCol_WindowBg] = vec(palette.background);
  style.Colors[ImGuiCol_ScrollbarBg] = vec(with_alpha(palette.sunken, 0));
  style.Colors[ImGuiCol_ScrollbarGrab] = vec(with_alpha(palette.control_edge, 150));
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec(palette.control_edge);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = vec(palette.muted);
}

}  // namespace atlas::ui
