// The bars of the frame: what is open and whether it is saved, where one can go, where one is, and
// how the workspace stands.
#pragma once

#include "ui/frame/finder_box.hpp"
#include "ui/frame/page_layout.hpp"
#include "ui/widgets/paint.hpp"

namespace atlas::ui {

void top_bar(Ui& ui, const Rect& rect, FinderBox& finder);
void rail(Ui& ui, const PageLayout& layout);
// Back, forward, and the way from the screen down to what is selected. Returns the height used.
float crumbs(Ui& ui, const Rect& rect);
void status_line(Ui& ui, const Rect& rect);

}  // namespace atlas::ui
