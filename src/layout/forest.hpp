// Trees of a forest put on shelves: in order, side by side, shelf under shelf.
#pragma once

#include <span>
#include <vector>

#include "layout/tidy_tree.hpp"

namespace atlas::layout {

struct Shelves {
  std::vector<Point> at;  // top left of each tree
  Size size;
};

// How large a picture is when it is fitted on a screen of that shape: less is better. Aspect 0:
// only the width counts against a picture.
[[nodiscard]] float fit_cost(Size size, float aspect);

// `is_single`: a root without children. A run of them is put in columns of its own.
[[nodiscard]] Shelves shelved(std::span<const Size> trees, const std::vector<bool>& is_single,
                              const TidyOptions& options);

}  // namespace atlas::layout
