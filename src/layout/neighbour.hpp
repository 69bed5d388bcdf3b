// Walking with the arrow keys by sight: the nearest card in a direction. Parent, first child and
// siblings are known from the tree; this is for where the tree has no answer.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <span>

#include "layout/geometry.hpp"

namespace atlas::layout {

enum class Direction : std::uint8_t { kUp, kRight, kDown, kLeft };

// The card that a person would call next in that direction: its centre lies beyond the border
// looked through, and distance along counts once, distance aside three times, with none for cards
// that overlap in the other axis. The earlier of two equals.
[[nodiscard]] inline std::optional<std::uint32_t> nearest_in_direction(std::span<const Rect> cards,
                                                                       std::uint32_t from,
                                                                       Direction direction) {
  if (from >= cards.size()) return std::nullopt;
  const bool vertical = direction == Direction::kUp || direction == Direction::kDown;
  const float sign = direction == Direction::kRight || direction == Direction::kDown ? 1.0F : -1.0F;
  const Rect& start = cards[from];
  std::optional<std::uint32_t> best;
  float best_cost = 0;
  for (std::uint32_t i = 0; i < cards.size(); ++i) {
    if (i == from) continue;
    const Rect& card = cards[i];
    const Point delta = card.centre() - start.centre();
    const float half = (vertical ? start.height : start.width) / 2;
    const float along = sign * (vertical ? delta.y : delta.x);
    if (along <= half) continue;
    const float reach =
        vertical ? (start.width + card.width) / 2 : (start.height + card.height) / 2;
    const float aside = std::max(0.0F, std::abs(vertical ? delta.x : delta.y) - reach);
    const float skew = std::abs(vertical ? delta.x : delta.y) * 0.01F;
    const float cost = along + 3 * aside + skew;
    if (!best || cost < best_cost) {
      best = i;
      best_cost = cost;
    }
  }
  return best;
}

}  // namespace atlas::layout
