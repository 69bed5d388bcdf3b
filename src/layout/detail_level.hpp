// How much of a card is shown at a zoom: the whole card, its name only, or a coloured block that
// carries the name of its branch. The levels are chosen so that no text is ever drawn under
// min_text_px; a small hysteresis keeps the picture from flickering between two levels.
#pragma once

#include <algorithm>
#include <cstdint>

#include "layout/geometry.hpp"

namespace atlas::layout {

enum class DetailLevel : std::uint8_t { kCard, kName, kBlock };

struct DetailMetrics {
  Size card{220, 84};        // world units, of the smallest card
  float smallest_text = 14;  // world units: the smallest text on a whole card
  float min_text_px = 14;    // no text is drawn smaller than this
  float name_width_em = 6;   // a name is worth drawing in a card of this many ems of min_text_px
  float name_lines = 2;      // and this many lines of 1.3 em
  float hysteresis = 0.06F;  // a finer level starts this much above the zoom at which it ends
};

// The zoom under which whole cards give way to names.
[[nodiscard]] inline float lowest_card_zoom(const DetailMetrics& m) {
  return m.min_text_px / m.smallest_text;
}

// The zoom from which whole cards are shown whatever was shown before.
[[nodiscard]] inline float full_card_zoom(const DetailMetrics& m) {
  return lowest_card_zoom(m) * (1 + m.hysteresis);
}

// The zoom under which names give way to blocks.
[[nodiscard]] inline float lowest_name_zoom(const DetailMetrics& m) {
  return std::max(m.name_width_em * m.min_text_px / m.card.width,
                  m.name_lines * 1.3F * m.min_text_px / m.card.height);
}

// The zoom from which names are shown whatever was shown before.
[[nodiscard]] inline float full_name_zoom(const DetailMetrics& m) {
  return lowest_name_zoom(m) * (1 + m.hysteresis);
}

// `previous` is the level shown before; at the start pass kBlock.
[[nodiscard]] inline DetailLevel detail_level(float zoom, DetailLevel previous,
                                              const DetailMetrics& m = {}) {
  const auto reached = [&](float lowest, bool shown) {
    return zoom >= (shown ? lowest : lowest * (1 + m.hysteresis));
  };
  if (reached(lowest_card_zoom(m), previous == DetailLevel::kCard)) return DetailLevel::kCard;
  const bool name_shown = previous != DetailLevel::kBlock;
  return reached(lowest_name_zoom(m), name_shown) ? DetailLevel::kName : DetailLevel::kBlock;
}

// The size at which a text of `world_size` is drawn: with the zoom, but never under the minimum.
[[nodiscard]] inline float text_px(float world_size, float zoom, const DetailMetrics& m = {}) {
  return std::max(world_size * zoom, m.min_text_px);
}

}  // namespace atlas::layout
