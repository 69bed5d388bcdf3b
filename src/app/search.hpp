// Finding bodies by what a person types: words in any order, without regard to case or marks.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace atlas::app {

// Bodies of the model in which every word of the query occurs, in the name, short name, other
// names, lead or purpose; best first, equals in the order of the hierarchy. An empty query finds
// nothing.
[[nodiscard]] std::vector<RecordId> search_bodies(const Document& document, RecordId model,
                                                  std::string_view query);

}  // namespace atlas::app
