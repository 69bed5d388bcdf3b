// The trees of tools/bench layout, the same as the peers' runner makes: parents as indices of
// earlier nodes, -1 for the root.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/geometry.hpp"

namespace atlas::bench {

// Each new node under any earlier one that has fewer than 12 children.
[[nodiscard]] std::vector<std::int32_t> random_tree(std::uint32_t count);
// Eight children each.
[[nodiscard]] std::vector<std::int32_t> balanced_tree(std::uint32_t count);
// One by one each, or from a half to one and a half.
[[nodiscard]] std::vector<layout::Size> sizes_of_nodes(std::uint32_t count, bool varied);

}  // namespace atlas::bench
