#include "ui/widgets/message.hpp"

#include <algorithm>
#include <vector>

#include "base/tr.hpp"
#include "icons.hpp"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/widgets/button_row.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

constexpr float kBesideButtons = 200;  // what words need beside buttons; with less they go above
constexpr std::size_t kToastLines = 8;
constexpr float kBannerLeft = kSpace4 + kIconSize + kSpace2;  // of its words

struct ToneLook {
  const char* icon;
  Colour colour;
};

ToneLook look_of(Ui& ui, Tone tone) {
  const Palette& p = ui.palette();
  switch (tone) {
    case Tone::kGood:
      return {icons::kCheckCircle, p.rag[1]};
    case Tone::kCaution:
      return {icons::kWarning, p.rag[2]};
    case Tone::kBad:
      return {icons::kErrorOutline, p.rag[3]};
    case Tone::kInfo:
    default:
      return {icons::kInfo, p.accent};
  }
}

float height_of(const WrappedText& text, TextStyle style) {
  return TextPainter::line_height(style.size) * static_cast<float>(text.lines.size());
}

// The one or two buttons of a banner.
std::vector<ButtonSpec> buttons_of(const BannerSpec& spec) {
  std::vector<ButtonSpec> buttons;
  if (!spec.act.empty()) buttons.push_back({.id = "act", .text = spec.act, .name = spec.act});
  if (!spec.dismiss.empty()) {
    buttons.push_back({.id = "dismiss", .text = spec.dismiss, .name = spec.dismiss});
  }
  return buttons;
}

float width_of(Ui& ui, const std::vector<ButtonSpec>& buttons) {
  float width = -kSpace2;
  for (const ButtonSpec& each : buttons) width += button_width(ui, each) + kSpace2;
  return std::max(width, 0.0F);
}

// Words with the buttons at their side, or below where the two would crowd each other.
struct BannerLayout {
  BannerLayout(Ui& ui, const Rect& rect, const BannerSpec& spec,
               const std::vector<ButtonSpec>& buttons) {
    const float right = right_of(rect) - kSpace3;
    const float all = width_of(ui, buttons);
    const float beside = rect.width - kBannerLeft - all - 2 * kSpace3;
    below = !buttons.empty() && beside < kBesideButtons;
    const float room = std::max(below ? rect.width - kBannerLeft - kSpace3 : beside, 40.0F);
    words = ui.text().wrap(spec.text, Font::kBody, room);
    const float text = height_of(words, Font::kBody);
    // Under the words, or from the edge where they are too wide for that. A pixel for rounding.
    const float x = std::clamp(right - all, rect.x + kSpace4, rect.x + kBannerLeft);
    row = {below ? x : right - all, 0, (below ? right - x : all) + 1, ui.target()};
    const float rows = below ? kSpace2 + button_row_height(ui, row, buttons) : 0;
    height = std::max(text + rows, ui.target()) + 2 * kSpace2;
    top = below ? rect.y + kSpace2 : rect.y + (height - text) / 2;
    row.y = below ? top + text + kSpace2 : rect.y + (height - ui.target()) / 2;
  }

  WrappedText words;
  float height = 0;
  float top = 0;  // of the words
  Rect row;       // of the buttons
  bool below = false;
};

}  // namespace

BannerResult banner(Ui& ui, Rect rect, const BannerSpec& spec) {
  const Ui::Scope scope(ui, spec.id);
  const Palette& p = ui.palette();
  const ToneLook look = look_of(ui, spec.tone);
  const std::vector<ButtonSpec> buttons = buttons_of(spec);
  const BannerLayout layout(ui, rect, spec, buttons);
  rect.height = layout.height;
  const bool urgent = spec.tone == Tone::kBad || spec.tone == Tone::kCaution;
  const Ui::Container alert(ui, {.id = ui.id("alert"),
                                 .role = urgent ? Role::kAlert : Role::kStatus,
                                 .name = std::string(spec.text),
                                 .rect = rect});
  fill(rect, p.surface);
  fill({rect.x, rect.y, 6, rect.height}, look.colour);
  rule_below(rect, p.control_edge);
  const float line_height = TextPainter::line_height(kBodyText);
  draw_icon_in(ui, {rect.x + kSpace4, layout.top, kIconSize, line_height}, look.icon, kIconSize,
               look.colour);
  draw_lines(ui, {rect.x + kBannerLeft, layout.top}, layout.words, Font::kBody, p.ink);
  const int pressed = button_row(ui, layout.row, buttons).pressed;
  const std::string_view id = pressed < 0 ? "" : buttons[static_cast<std::size_t>(pressed)].id;
  return {.height = rect.height, .acted = id == "act", .dismissed = id == "dismiss"};
}

ToastResult toast(Ui& ui, const Rect& room, const ToastSpec& spec) {
  const Ui::Scope scope(ui, spec.id);
  const Palette& p = ui.palette();
  const ButtonSpec undo{.text = tr(Text::kActionUndo), .look = ButtonLook::kInverse};
  const ButtonSpec close{.id = "close",
                         .icon = icons::kClose,
                         .name = tr(Text::kToastDismiss),
                         .look = ButtonLook::kInverse};
  const float undo_width = spec.offers_undo ? button_width(ui, undo) + kSpace2 : 0;
  const float buttons = undo_width + ui.target() + kSpace2;
  const float most = std::min(room.width - 2 * kSpace2, 760.0F);
  const float beside = most - buttons - kSpace4 - kSpace2;
  const bool below = beside < kBesideButtons;
  const float text_room = below ? most - kSpace4 - kSpace2 : beside;
  const WrappedText words = ui.text().wrap(spec.text, Font::kBody, text_room, kToastLines);
  const float text_height = height_of(words, Font::kBody);
  const float row = ui.target() + 2 * kSpace2;
  const float width = below ? most : words.width + 1 + buttons + kSpace4 + kSpace2;
  const float height =
      below ? text_height + kSpace2 + row : std::max(text_height + 2 * kSpace2, row);
  const Rect box{room.x + (room.width - width) / 2, bottom_of(room) - height, width, height};
  ImGui::SetNextWindowPos({box.x, box.y});
  ImGui::SetNextWindowSize({box.width, box.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(p.ink));
  ImGui::Begin(std::string(spec.id).c_str(), nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleColor();
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  ToastResult result{.height = height};
  {
    const Ui::Container node(ui, {.id = ui.id("toast"),
                                  .role = spec.is_error ? Role::kAlert : Role::kStatus,
                                  .name = std::string(spec.text),
                                  .rect = box});
    const float top = below ? kSpace2 : (height - text_height) / 2;
    draw_lines(ui, {box.x + kSpace4, box.y + top}, words, Font::kBody, p.surface);
    const float y = bottom_of(box) - (row + ui.target()) / 2 - (below ? 0 : (height - row) / 2);
    const float right = right_of(box) - kSpace2 - ui.target();
    if (spec.offers_undo) {
      result.undone = button(ui, {right - undo_width, y, undo_width - kSpace2, ui.target()}, undo);
    }
    result.dismissed = button(ui, {right, y, ui.target(), ui.target()}, close);
  }
  ImGui::End();
  return result;
}

EmptyResult empty_state(Ui& ui, Rect rect, const EmptySpec& spec) {
  const Palette& p = ui.palette();
  const float width = std::min(rect.width, 560.0F);
  float y = rect.y;
  if (spec.icon != nullptr) {
    draw_icon_in(ui, {rect.x, y, 40, 40}, spec.icon, 40, p.muted);
    y += 40 + kSpace2;
  }
  y += heading(ui, {rect.x, y, width, 0}, spec.title, 2, Font::kTitle3) + kSpace1;
  y += paragraph(ui, {rect.x, y}, width, spec.text, Font::kBody, p.muted) + kSpace3;
  EmptyResult result;
  if (!spec.act.empty()) {
    const ButtonSpec act{.text = spec.act, .look = ButtonLook::kPrimary};
    const float wanted = std::min(button_width(ui, act) + kSpace3, rect.width);
    const float height = std::max(ui.target() + 4, button_height(ui, act, wanted));
    result.acted = button(ui, {rect.x, y, wanted, height}, act);
    y += height;
  }
  result.height = y - rect.y;
  return result;
}

}  // namespace atlas::ui
