#include "ui/widgets/dialog.hpp"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

constexpr float kUsualPad = 24;
constexpr float kNarrow = 300;  // a page without room for that

}  // namespace

DialogBox::DialogBox(Ui& ui, const DialogSpec& spec, float content_height) : ui_(ui) {
  const Rect& page = ui.page();
  const float pad = page.width < kNarrow ? kSpace3 : kUsualPad;
  const float width = std::min(spec.width, page.width - 2 * kSpace2);
  const WrappedText words = ui.text().wrap(spec.title, Font::kTitle3, width - 2 * pad);
  const float title =
      TextPainter::line_height(kHeading3) * static_cast<float>(words.lines.size()) + kSpace3;
  const float height = std::min(content_height + title + 2 * pad, page.height - 2 * kSpace2);
  const Rect box = whole_pixels(
      {page.x + (page.width - width) / 2, page.y + (page.height - height) / 2, width, height});
  ImGui::SetNextWindowPos({page.x, page.y});
  ImGui::SetNextWindowSize({page.width, page.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ui.palette().shade));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::Begin("dialog", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  shadow(ui, box);
  fill(box, ui.palette().surface, kRadius);
  stroke(box, ui.palette().control_edge, kRadius);
  ui.begin_layer(true);
  ui.open({.id = ui.id(spec.id),
           .role = Role::kDialog,
           .name = std::string(spec.title),
           .states = semantics::kModal,
           .rect = box});
  heading(ui, {box.x + pad, box.y + pad, box.width - 2 * pad, 0}, spec.title, 2, Font::kTitle3);
  content_ = {box.x + pad, box.y + pad + title, box.width - 2 * pad, box.height - 2 * pad - title};
  if (const KeyPressed* key = ui.any_key(); key != nullptr && key->key == "Escape") {
    escaped_ = true;
    ui.take_key();
  }
}

DialogBox::~DialogBox() {
  ui_.close();
  ui_.end_layer();
  ImGui::End();
}

}  // namespace atlas::ui
