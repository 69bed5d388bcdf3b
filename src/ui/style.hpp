// What little of ImGui's own look remains: windows without padding, and scroll bars.
#pragma once

#include "ui/theme.hpp"

namespace atlas::ui {

void apply_style(const Palette& palette);

}  // namespace atlas::ui
