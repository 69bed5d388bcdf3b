// The records of a workspace as JSON for other programs, format "atlas-records/1":
// shared/schema/README.md. The same state gives the same bytes.
#pragma once

#include <vector>

#include "exchange/selection.hpp"

namespace atlas::exchange {

// One line a record. Clashes are written with every value (member "clashes").
[[nodiscard]] Written write_json(const Document& document, const std::vector<RecordId>& records);

}  // namespace atlas::exchange
