// What a change did, in words for its history: with the titles that its records have now, so that a
// reader recognises them.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas {

// Records that the change's operations are about, each once, in their order.
[[nodiscard]] std::vector<RecordId> records_in(const Change& change);

// One line: “Moved “Creative Darlington” under “Board””; else the message that its maker gave it,
// else what kind of things it did to how many records.
[[nodiscard]] std::string headline_of(const Document& document, const Change& change);

// A line an effect, `most` at most: “Status of “Publish plan”: Complete”. What a newer version did
// is said to be that.
[[nodiscard]] std::vector<std::string> effects_of(const Document& document, const Change& change,
                                                  std::size_t most);

}  // namespace atlas
