#include "layout/detail_level.hpp"

#include <doctest/doctest.h>

namespace atlas::layout {
namespace {

TEST_CASE("no text under the minimum at any zoom, on the way in and out") {
  const DetailMetrics metrics;
  for (const DetailLevel start : {DetailLevel::kBlock, DetailLevel::kCard}) {
    DetailLevel level = start;
    for (int step = 0; step <= 500; ++step) {
      const float zoom =
          0.01F * static_cast<float>(start == DetailLevel::kBlock ? step : 500 - step);
      level = detail_level(zoom, level, metrics);
      if (level == DetailLevel::kCard) {
        CHECK(metrics.smallest_text * zoom >= metrics.min_text_px - 1e-3F);
      }
      if (level == DetailLevel::kName) {
        CHECK(metrics.card.width * zoom >= metrics.name_width_em * metrics.min_text_px - 1e-3F);
        CHECK(metrics.card.height * zoom >= 2 * 1.3F * metrics.min_text_px - 1e-3F);
      }
      CHECK(text_px(16, zoom, metrics) >= metrics.min_text_px);
    }
    CHECK(level == (start == DetailLevel::kBlock ? DetailLevel::kCard : DetailLevel::kBlock));
  }
}

TEST_CASE("a level holds on while the zoom trembles") {
  const DetailMetrics metrics;
  const float edge = lowest_card_zoom(metrics);
  CHECK(detail_level(edge * 1.03F, DetailLevel::kName) == DetailLevel::kName);
  CHECK(detail_level(edge * 1.03F, DetailLevel::kCard) == DetailLevel::kCard);
  CHECK(detail_level(edge * 1.07F, DetailLevel::kName) == DetailLevel::kCard);
  CHECK(detail_level(edge * 0.99F, DetailLevel::kCard) == DetailLevel::kName);
  const float low = lowest_name_zoom(metrics);
  CHECK(detail_level(low * 1.03F, DetailLevel::kBlock) == DetailLevel::kBlock);
  CHECK(detail_level(low * 1.03F, DetailLevel::kName) == DetailLevel::kName);
}

}  // namespace
}  // namespace atlas::layout
