// One picture of a hierarchy, all choices made: which parents lay their children in a row and which
// in how many columns. tidy_tree.cpp makes many of them and keeps the best. Top-down only.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/child_lists.hpp"
#include "layout/tidy_tree.hpp"

namespace atlas::layout {

// For each node: 0, its children stand in a row; else the most columns they may make.
using Choices = std::vector<std::uint32_t>;

[[nodiscard]] TreeLayout picture_of(const TreeInput& input, const ChildLists& children,
                                    const TidyOptions& options, const Choices& choices);

}  // namespace atlas::layout
