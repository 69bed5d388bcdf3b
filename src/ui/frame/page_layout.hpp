// Where the parts of the frame go on a page of this size. Pure: no drawing.
#pragma once

#include "app/settings.hpp"
#include "semantics/node.hpp"
#include "ui/theme.hpp"

namespace atlas::ui {

struct PageLayout {
  using Rect = semantics::Rect;
  Rect top_bar;
  Rect rail;
  Rect main;                // the screen, with the crumbs above it
  Rect splitter;            // between screen and details; empty where there is none
  Rect details;             // empty where there are none
  Rect status;              // empty on a page too low for it
  bool rail_below = false;  // a bar under the screen instead of a column beside it
  bool rail_words = false;  // there is room for words beside the icons
  bool details_below = false;
  float details_least = 0, details_most = 0;  // what the splitter may give them
};

struct PageRequest {
  semantics::Rect page;
  Fold fold = Fold::kLaptop;
  Metrics metrics;
  bool has_details = false;
  float details_width = app::kDetailsWidth;
  float sheet_share = app::kSheetShare;
};

[[nodiscard]] Fold fold_of(float page_width);
[[nodiscard]] PageLayout lay_out_page(const PageRequest& request);

}  // namespace atlas::ui
