// Records by name.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace atlas::query {

// Live records that are called so (term.hpp), in the order of the outline.
[[nodiscard]] std::vector<RecordId> find_named(const Document& document, std::string_view name);

}  // namespace atlas::query
