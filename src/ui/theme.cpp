#include "ui/theme.hpp"

namespace atlas::ui {

const Palette& light_palette() {
  static constexpr Palette kLight{
      .background = rgb(0xF5F7F9),
      .surface = rgb(0xFFFFFF),
      .sunken = rgb(0xE9EDF1),
      .accent_soft = rgb(0xE3EEF9),
      .ink = rgb(0x14212B),
      .muted = rgb(0x495966),
      .accent = rgb(0x0B5CAD),
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
  };
  return kLight;
}

}  // namespace atlas::ui
