// A document as text, for comparing copies: everything that a person can come to see, nothing that
// depends on the order of arrival.
#pragma once

#include <string>

#include "document/document.hpp"

namespace atlas::test {

[[nodiscard]] std::string text_of(OpId id);
[[nodiscard]] std::string text_of(RecordId id);
[[nodiscard]] std::string text_of(const Value& value);
[[nodiscard]] std::string text_of(const Clash& clash);

// All records, also those in the bin, with clashes.
[[nodiscard]] std::string dump(const Document& document);
// Live records without clashes: what undo has to bring back. That a record has returned is left
// out: keeping it cannot be undone, there is nothing to take back but the mark.
[[nodiscard]] std::string dump_live(const Document& document);

}  // namespace atlas::test
