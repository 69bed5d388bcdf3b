// What the dialogue for erasing shows: where a text stands in all of the history. Lives nowhere.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "document/erasure.hpp"

namespace atlas::app {

struct EraseView {
  RecordId record;   // whose values are listed while no text is looked for; null: none
  std::string text;  // that is looked for, as typed
  std::vector<TextPlace> places;
  std::set<std::size_t> chosen;  // of `places`
};

}  // namespace atlas::app
