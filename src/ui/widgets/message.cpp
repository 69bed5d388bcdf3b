#include "ui/widgets/message.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "icons.hpp"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

constexpr float kBesideButtons = 200;  // what words need beside buttons; with less they go above
constexpr std::size_t kToastLines = 8;

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

// The one or two buttons of a banner: side by side, or one above the other where there is no room.
class BannerButtons {
 public:
  BannerButtons(Ui& ui, const BannerSpec& spec)
      : ui_(ui),
        act_{.id = "act", .text = spec.act, .name = spec.act},
        dismiss_{.id = "dismiss", .text = spec.dismiss, .name = spec.dismiss},
        act_width_(spec.act.empty() ? 0 : button_width(ui, act_)),
        dismiss_width_(spec.dismiss.empty() ? 0 : button_width(ui, dismiss_)) {}

  [[nodiscard]] bool any() const { return act_width_ + dismiss_width_ > 0; }
  [[nodiscard]] float width() const { return act_width_ + gap() + dismiss_width_; }
  [[nodiscard]] float height(float room) const {
    return gap() > 0 && width() > room ? 2 * ui_.target() + kSpace2 : ui_.target();
  }
  [[nodiscard]] BannerResult draw(const Rect& rect, float banner_height) const {
    BannerResult result{.height = banner_height};
    const bool stacked = rect.height > ui_.target();
    const float first = std::min(act_width_, rect.width);
    if (first > 0) result.acted = button(ui_, {rect.x, rect.y, first, ui_.target()}, act_);
    if (dismiss_width_ <= 0) return result;
    const float x = stacked ? rect.x : rect.x + first + gap();
    const float y = stacked ? bottom_of(rect) - ui_.target() : rect.y;
    const Rect place{x, y, std::min(dismiss_width_, rect.width), ui_.target()};
    result.dismissed = button(ui_, place, dismiss_);
    return result;
  }

 private:
  [[nodiscard]] float gap() const { return act_width_ > 0 && dismiss_width_ > 0 ? kSpace2 : 0; }

  Ui& ui_;
  ButtonSpec act_;
  ButtonSpec dismiss_;
  float act_width_, dismiss_width_;
};

}  // namespace

BannerResult banner(Ui& ui, Rect rect, const BannerSpec& spec) {
  const Ui::Scope scope(ui, spec.id);
  const Palette& p = ui.palette();
  const ToneLook look = look_of(ui, spec.tone);
  const BannerButtons buttons(ui, spec);
  const float left = kSpace4 + kIconSize + kSpace2;
  // Where words and buttons would crowd each other the buttons go below.
  const float beside = rect.width - left - buttons.width() - 2 * kSpace3;
  const bool below = buttons.any() && beside < kBesideButtons;
  const float text_width = std::max(below ? rect.width - left - kSpace3 : beside, 40.0F);
  const WrappedText words = ui.text().wrap(spec.text, Font::kBody, text_width);
  const float text_height = height_of(words, Font::kBody);
  // Under the words, or from the edge where they are too wide for that.
  const float room = rect.width - kSpace4 - kSpace3;
  const float button_row = below ? buttons.height(room) + kSpace2 : 0;
  rect.height = std::max(text_height + button_row, ui.target()) + 2 * kSpace2;
  const bool urgent = spec.tone == Tone::kBad || spec.tone == Tone::kCaution;
  const Ui::Container alert(ui, {.id = ui.id("alert"),
                                 .role = urgent ? Role::kAlert : Role::kStatus,
                                 .name = std::string(spec.text),
                                 .rect = rect});
  fill(rect, p.surface);
  fill({rect.x, rect.y, 6, rect.height}, look.colour);
  rule_below(rect, p.control_edge);
  const float line_height = TextPainter::line_height(kBodyText);
  const float top = below ? rect.y + kSpace2 : rect.y + (rect.height - text_height) / 2;
  draw_icon_in(ui, {rect.x + kSpace4, top, kIconSize, line_height}, look.icon, kIconSize,
               look.colour);
  draw_lines(ui, {rect.x + left, top}, words, Font::kBody, p.ink);
  const float right = right_of(rect) - kSpace3;
  if (!below) {
    const float y = rect.y + (rect.height - ui.target()) / 2;
    return buttons.draw({right - buttons.width(), y, buttons.width(), ui.target()}, rect.height);
  }
  const float x = std::clamp(right - buttons.width(), rect.x + kSpace4, rect.x + left);
  return buttons.draw({x, bottom_of(rect) - button_row, right - x, button_row - kSpace2},
                      rect.height);
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
    result.acted = button(ui, {rect.x, y, wanted, ui.target() + 4}, act);
    y += ui.target() + 4;
  }
  result.height = y - rect.y;
  return result;
}

}  // namespace atlas::ui
