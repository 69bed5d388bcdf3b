// The names of roles as ARIA writes them: what the DOM mirror sets, dumps print and tests look for.
#pragma once

#include <optional>
#include <string_view>

#include "semantics/node.hpp"

namespace atlas::semantics {

// kBanner is "banner", kContentInfo "contentinfo", kText "paragraph", kImage "img"…
[[nodiscard]] std::string_view aria_name(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view aria);

}  // namespace atlas::semantics
