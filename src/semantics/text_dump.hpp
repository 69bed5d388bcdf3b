// A semantic tree as text, and finding nodes in it the way a person or a screen reader would.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "semantics/node.hpp"

namespace atlas::semantics {

// One line a node, two spaces a level, no ids and no rectangles, so that it changes only when a
// person would notice:
//   banner “Partnership Atlas”
//     button “Save a file” disabled
//     textbox “Owner” value “Head of Housing” multiline
//     heading “Explore” level 2
//     grid “Actions” 12 rows 6 columns
//     gridcell “On track” row 3 column 4 description “Press Enter to edit”
[[nodiscard]] std::string dump(const Tree& tree);
[[nodiscard]] std::string dump(const Tree& tree, std::uint32_t root);
[[nodiscard]] std::string describe(const Node& node);  // one line, no children

// All with this role and this accessible name, in reading order.
[[nodiscard]] std::vector<std::uint32_t> find(const Tree& tree, Role role, std::string_view name);
[[nodiscard]] std::vector<std::uint32_t> find(const Tree& tree, Role role);
// The only one; nullopt if there is none or more than one.
[[nodiscard]] std::optional<std::uint32_t> find_one(const Tree& tree, Role role,
                                                    std::string_view name);
// The node that has the keyboard focus.
[[nodiscard]] std::optional<std::uint32_t> focused(const Tree& tree);

}  // namespace atlas::semantics
