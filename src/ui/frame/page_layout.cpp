#include "ui/frame/page_layout.hpp"

#include <algorithm>

namespace atlas::ui {
namespace {

using semantics::Rect;

constexpr float kLeastScreen = 360;  // width that the details leave to the screen
constexpr float kWordsBelow = 340;   // page width at which words fit into the bar below
constexpr float kGrip = 64;          // length of the splitter: no longer than it has to be
constexpr float kLeastBeside = 300;  // height that a sheet leaves to the screen; else it covers it

// Details beside the screen, as wide as was wished and as the screen allows.
void put_beside(PageLayout& layout, const PageRequest& request) {
  layout.details_least = app::kDetailsNarrowest;
  layout.details_most =
      std::clamp(layout.main.width - kLeastScreen, app::kDetailsNarrowest, app::kDetailsWidest);
  const float width = std::clamp(request.details_width, layout.details_least, layout.details_most);
  Rect& main = layout.main;
  layout.details = {main.x + main.width - width, main.y, width, main.height};
  main.width -= width;
  const float grip = std::min(kGrip, main.height);
  layout.splitter = {layout.details.x, main.y + (main.height - grip) / 2, kSplitter, grip};
}

// Details as a sheet over the lower part; over all of it where the page is low.
void put_below(PageLayout& layout, const PageRequest& request) {
  layout.details_below = true;
  Rect& main = layout.main;
  const bool crowded = main.height * (1 - app::kSheetShare) < kLeastBeside;
  if (request.page.height < kShortPage || crowded) {
    layout.details = main;
    return;
  }
  layout.details_least = main.height * app::kSheetLeast;
  layout.details_most = main.height * app::kSheetMost;
  const float height =
      std::clamp(main.height * request.sheet_share, layout.details_least, layout.details_most);
  // A row of its own, so that nothing of the sheet scrolls under it.
  layout.splitter = {main.x, main.y + main.height - height, main.width, kSplitter};
  layout.details = {main.x, layout.splitter.y + kSplitter, main.width, height - kSplitter};
  main.height -= height;
}

}  // namespace

Fold fold_of(float page_width) {
  if (page_width < kTabletPage) return Fold::kPhone;
  if (page_width < kLaptopPage) return Fold::kTablet;
  return page_width < kWidePage ? Fold::kLaptop : Fold::kWide;
}

PageLayout lay_out_page(const PageRequest& request) {
  const Rect& page = request.page;
  const Metrics& metrics = request.metrics;
  const bool low = page.height < kShortPage;
  PageLayout layout;
  layout.rail_below = request.fold == Fold::kPhone && page.height > page.width;
  const bool room_below = layout.rail_below && page.width >= kWordsBelow;
  layout.rail_words = request.fold >= Fold::kLaptop || room_below;
  const float top = low ? metrics.target + kSpace2 : metrics.top_bar;
  const float status = low ? 0 : kStatusLine;
  const float rail_height =
      !layout.rail_below ? 0 : metrics.target + (layout.rail_words ? kSpace5 : kSpace2);
  const float middle = page.height - top - status - rail_height;
  layout.top_bar = {page.x, page.y, page.width, top};
  layout.status = {page.x, page.y + page.height - status, page.width, status};
  if (layout.rail_below) {
    layout.rail = {page.x, page.y + top + middle, page.width, rail_height};
    layout.main = {page.x, page.y + top, page.width, middle};
  } else {
    const float rail = layout.rail_words ? kRail : kRailNarrow;
    layout.rail = {page.x, page.y + top, rail, middle};
    layout.main = {page.x + rail, page.y + top, page.width - rail, middle};
  }
  if (!request.has_details) return layout;
  if (request.fold >= Fold::kLaptop) {
    put_beside(layout, request);
  } else {
    put_below(layout, request);
  }
  return layout;
}

}  // namespace atlas::ui
