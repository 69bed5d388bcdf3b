#include "ui/theme.hpp"

namespace atlas::ui {
namespace {

constexpr Palette kLight{
    .background = rgb(0xF5F7F9),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xE9EDF1),
    .accent_soft = rgb(0xE3EEF9),
    .ink = rgb(0x14212B),
    .muted = rgb(0x495966),
    .accent = rgb(0x0B5CAD),
    .accent_strong = rgb(0x084A8C),
    .on_accent = rgb(0xFFFFFF),
    .hairline = rgb(0xC6D0D8),
    .control_edge = rgb(0x6B7C8A),
    .focus = rgb(0xFFDD00),
    .focus_edge = rgb(0x14212B),
    .themes = {rgb(0x4A5A68), rgb(0x1D5F96), rgb(0x8A3A8C), rgb(0x9B2F4E), rgb(0x54489C),
               rgb(0x2E6A3A), rgb(0x725600), rgb(0x4A5A68)},
    .rag = {rgb(0x52606B), rgb(0x006B39), rgb(0x8F4700), rgb(0xB81509), rgb(0x0B5CAD),
            rgb(0x52606B)},
    .shade = with_alpha(rgb(0x14212B), 96),
    .shadow = with_alpha(rgb(0x14212B), 10),
};

constexpr Palette kDark{
    .background = rgb(0x10181F),
    .surface = rgb(0x18222B),
    .sunken = rgb(0x0B1117),
    .accent_soft = rgb(0x173450),
    .ink = rgb(0xEDF2F6),
    .muted = rgb(0xA9B8C4),
    .accent = rgb(0x6CB2F5),
    .accent_strong = rgb(0x93C6F8),
    .on_accent = rgb(0x0B1117),
    .hairline = rgb(0x33424F),
    .control_edge = rgb(0x7E909E),
    .focus = rgb(0xFFDD00),
    .focus_edge = rgb(0x14212B),
    .themes = {rgb(0xA9B8C4), rgb(0x7DB8E8), rgb(0xDD9BDF), rgb(0xF29BB0), rgb(0xB3A7F2),
               rgb(0x86CF93), rgb(0xE0BE55), rgb(0xA9B8C4)},
    .rag = {rgb(0xA9B8C4), rgb(0x4CC38A), rgb(0xFFB454), rgb(0xFF8177), rgb(0x6CB2F5),
            rgb(0xA9B8C4)},
    .shade = with_alpha(rgb(0x000000), 150),
    .shadow = with_alpha(rgb(0x000000), 40),
};

constexpr Colour kBlack = rgb(0x000000);
constexpr Colour kWhite = rgb(0xFFFFFF);
constexpr Colour kYellow = rgb(0xFFDD00);

// Black, white and the yellow of the focus; what is chosen lies on a deep grey.
constexpr Palette kContrast{
    .background = kBlack,
    .surface = kBlack,
    .sunken = kBlack,
    .accent_soft = rgb(0x333333),
    .ink = kWhite,
    .muted = kWhite,
    .accent = kYellow,
    .accent_strong = kWhite,
    .on_accent = kBlack,
    .hairline = kWhite,
    .control_edge = kWhite,
    .focus = kYellow,
    .focus_edge = kBlack,
    .themes = {kWhite, kWhite, kWhite, kWhite, kWhite, kWhite, kWhite, kWhite},
    .rag = {kWhite, kWhite, kWhite, kWhite, kWhite, kWhite},
    .shade = with_alpha(kBlack, 200),
    .shadow = with_alpha(kWhite, 0),
};

}  // namespace

const Palette& palette_of(app::Theme theme) {
  switch (theme) {
    case app::Theme::kDark:
      return kDark;
    case app::Theme::kContrast:
      return kContrast;
    case app::Theme::kLight:
    default:
      return kLight;
  }
}

const Metrics& metrics_of(app::Spacing spacing, bool touch) {
  static constexpr Metrics kComfortable{};
  static constexpr Metrics kCompact{.target = 28, .row = 28, .top_bar = 44, .rail_item = 52};
  static constexpr Metrics kTouch{.target = 44, .row = 48, .top_bar = 60, .rail_item = 64};
  if (touch) return kTouch;
  return spacing == app::Spacing::kCompact ? kCompact : kComfortable;
}

}  // namespace atlas::ui
