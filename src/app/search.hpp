// Finding bodies by what a person types: words in any order, without regard to case or marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace atlas::app {

// Bodies of the model in which every word of the query occurs, in the name, short name, other
// names, lead or purpose; best first, equals in the order of the hierarchy. An empty query finds
// nothing.
[[nodiscard]] std::vector<RecordId> search_bodies(const Document& document, RecordId model,
                                                  std::string_view query);

// The words of a folded text (base/text.hpp's fold_for_search).
[[nodiscard]] std::vector<std::string> words_of(std::string_view folded);
// How well a folded word matches a folded text: 4 a whole word, 2 the start of one, 1 anywhere, 0.
[[nodiscard]] int word_match(std::string_view text, std::string_view word);

}  // namespace atlas::app
