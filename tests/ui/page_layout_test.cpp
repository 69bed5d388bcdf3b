#include "ui/frame/page_layout.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace ui = atlas::ui;
using atlas::semantics::Rect;

namespace {

bool overlap(const Rect& a, const Rect& b) {
  return a.width > 0 && b.width > 0 && a.height > 0 && b.height > 0 &&
         a.x < b.x + b.width - 0.01F && b.x < a.x + a.width - 0.01F &&
         a.y < b.y + b.height - 0.01F && b.y < a.y + a.height - 0.01F;
}

ui::PageLayout laid_out(float width, float height, bool details, float wished = 372) {
  return ui::lay_out_page({.page = {0, 0, width, height},
                           .fold = ui::fold_of(width),
                           .metrics = ui::metrics_of(atlas::app::Spacing::kComfortable, false),
                           .has_details = details,
                           .details_width = wished});
}

}  // namespace

TEST_CASE("the parts of the frame fill the page and do not overlap, at any size") {
  for (float width = 320; width < 2600; width += 67) {
    for (float height = 240; height < 1500; height += 61) {
      for (const bool details : {false, true}) {
        CAPTURE(width);
        CAPTURE(height);
        const ui::PageLayout page = laid_out(width, height, details);
        const bool covers = page.details_below && page.splitter.height <= 0;
        std::vector<Rect> parts{page.top_bar, page.rail, page.status, page.main};
        if (!covers) parts.push_back(page.details);
        if (page.details_below && !covers) parts.push_back(page.splitter);
        float area = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
          REQUIRE(parts[i].width >= 0);
          REQUIRE(parts[i].height >= 0);
          area += parts[i].width * parts[i].height;
          for (std::size_t j = i + 1; j < parts.size(); ++j) {
            REQUIRE_FALSE(overlap(parts[i], parts[j]));
          }
        }
        REQUIRE(std::abs(area - width * height) < width);
        REQUIRE(page.main.height >= 80);
        REQUIRE(page.main.width >= 200);
      }
    }
  }
}

TEST_CASE("a phone has its rail below, a laptop beside with words") {
  CHECK(laid_out(390, 844, false).rail_below);
  CHECK_FALSE(laid_out(820, 1180, false).rail_below);
  CHECK_FALSE(laid_out(820, 1180, false).rail_words);
  CHECK(laid_out(1366, 768, false).rail_words);
  CHECK(laid_out(1366, 768, true).details_below == false);
  CHECK(laid_out(820, 1180, true).details_below);
  CHECK_FALSE(laid_out(320, 256, false).rail_below);
  CHECK(laid_out(320, 256, false).status.height == 0);
}

TEST_CASE("the details are as wide as wished, within what the screen can spare") {
  CHECK(laid_out(1920, 1080, true, 500).details.width == doctest::Approx(500));
  CHECK(laid_out(1920, 1080, true, 5000).details.width == doctest::Approx(720));
  CHECK(laid_out(1024, 768, true, 5000).main.width >= 350);
  CHECK(laid_out(1920, 1080, true, 10).details.width == doctest::Approx(280));
}
