#include "ui/widgets/badge.hpp"

#include <algorithm>
#include <cmath>

#include "base/tr.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

constexpr float kShape = 12;

Colour colour_of(Ui& ui, Tone tone) {
  const Palette& p = ui.palette();
  switch (tone) {
    case Tone::kGood:
      return p.rag[1];
    case Tone::kCaution:
      return p.rag[2];
    case Tone::kBad:
      return p.rag[3];
    case Tone::kInfo:
    default:
      return p.accent;
  }
}

}  // namespace

float badge(Ui& ui, Vec2 at, std::string_view text, Tone tone) {
  const Colour colour = colour_of(ui, tone);
  const float width = ui.text().width(text, Font::kSmallStrong) + 2 * kSpace2;
  const float height = TextPainter::line_height(kSmallText) + kSpace1;
  const Rect box{at.x, at.y, width, height};
  fill(box, ui.palette().surface, height / 2);
  stroke(box, colour, height / 2);
  label_in(ui, {box.x + kSpace2, box.y, width - 2 * kSpace2 + 1, height}, text, Font::kSmallStrong,
           colour);
  return width;
}

float rag_mark(Ui& ui, Vec2 at, std::uint32_t rag, std::string_view word) {
  const Colour colour = ui.palette().rag[std::min<std::uint32_t>(rag, 5)];
  const float height = TextPainter::line_height(kBodyText);
  draw_rag_shape(ui, {at.x, at.y, kShape, height}, rag, colour);
  const float width = ui.text().width(word, Font::kBody) + 1;
  label_in(ui, {at.x + kShape + kSpace2, at.y, width, height}, word, Font::kBody, colour);
  return kShape + kSpace2 + width;
}

ProgressResult progress(Ui& ui, Rect rect, const ProgressSpec& spec) {
  constexpr float kBar = 8;
  constexpr double kRoundMs = 1600;
  const Ui::Scope scope(ui, spec.name);
  const Palette& p = ui.palette();
  const ButtonSpec cancel{.text = tr(Text::kProgressCancel)};
  constexpr float kBesideButton = 140;  // what words need; with less the button goes below
  const float beside = button_width(ui, cancel) + kSpace3;
  const bool below = spec.can_cancel && rect.width - beside < kBesideButton;
  const float button_space = spec.can_cancel && !below ? beside : 0;
  const float width = rect.width - button_space;
  const float text = TextPainter::line_height(kBodyText);
  const auto percent =
      static_cast<int>(std::lround(std::clamp(spec.share.value_or(0), 0.0F, 1.0F) * 100));
  const std::string value = spec.share ? std::to_string(percent) + "%" : std::string();
  const float value_width = ui.text().width(value, Font::kSmall) + kSpace2;
  const WrappedText words = ui.text().wrap(spec.name, Font::kBody, width - value_width, 4);
  const float words_height = text * static_cast<float>(words.lines.size());
  rect.height = words_height + kSpace1 + kBar + kSpace1;
  ui.leaf({.id = ui.id("progress"),
           .role = Role::kProgress,
           .name = std::string(spec.name),
           .value = value,
           .level = static_cast<std::uint16_t>(spec.share ? percent + 1 : 0),
           .rect = {rect.x, rect.y, width, rect.height}});
  draw_lines(ui, {rect.x, rect.y}, words, Font::kBody, p.ink);
  draw_text_in(ui, {rect.x + width - value_width, rect.y, value_width, text}, value, Font::kSmall,
               p.muted, Align::kRight);
  const Rect bar{rect.x, rect.y + words_height + kSpace1, width, kBar};
  fill(bar, p.sunken, kBar / 2);
  control_edge(ui, bar, p.control_edge, kBar / 2);
  if (spec.share) {
    fill({bar.x, bar.y, bar.width * static_cast<float>(percent) / 100, kBar}, p.accent, kBar / 2);
  } else {
    // Not known: a part that travels, or stands in the middle where motion is reduced.
    const bool moves = ui.motion_ms() > 0 && !spec.at_rest;
    const double at = moves ? std::fmod(ui.now_ms(), kRoundMs) / kRoundMs : 0.5;
    const float part = bar.width * 0.3F;
    fill({bar.x + (bar.width - part) * static_cast<float>(at), bar.y, part, kBar}, p.accent,
         kBar / 2);
    if (moves) ui.want_frame();
  }
  ProgressResult result{.height = std::max(rect.height, ui.target())};
  if (spec.can_cancel) {
    Rect place{right_of(rect) - beside + kSpace3, rect.y, beside - kSpace3, ui.target()};
    if (below) place = {rect.x, rect.y + rect.height, beside - kSpace3, ui.target()};
    result.height = std::max(rect.height, bottom_of(place) - rect.y);
    result.cancelled = button(ui, place, cancel);
  }
  return result;
}

}  // namespace atlas::ui
