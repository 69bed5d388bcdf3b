// Messages around the screen: banners that stay for as long as they are true, and toasts that say
// what was done and go by themselves.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

[[nodiscard]] bool has_banners(const Ui& ui);
// Above the screen; returns the height used.
float banners(Ui& ui, const Rect& rect);
// Over the lower edge of the rectangle.
void toasts(Ui& ui, const Rect& rect);

}  // namespace atlas::ui
