// What holds of every document, whatever was written to it or merged into it: each record hangs
// below the top without a circle, is seen exactly where it is not in the bin, and the indexes say
// what the records say.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"

namespace atlas::test {

// Records that any creation in the log names, sorted.
[[nodiscard]] std::vector<RecordId> created_records(const Document& document);

// What is wrong, in one line for each thing; empty when all is well.
[[nodiscard]] std::string structural_faults(const Document& document);

}  // namespace atlas::test
