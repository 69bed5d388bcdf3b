// One of a few: radio buttons in a row, wrapped to the width. Arrow keys move and choose.
#pragma once

#include <span>

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

struct RadioResult {
  int chosen = -1;  // in this frame
  float height = 0;
};
RadioResult radio_group(Ui& ui, Rect rect, std::string_view name,
                        std::span<const std::string_view> options, int current,
                        bool enabled = true);

}  // namespace atlas::ui
