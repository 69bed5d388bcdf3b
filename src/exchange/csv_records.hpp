// A table as records: columns are found by their heading (schema labels or keys, in any order).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/schema.hpp"
#include "exchange/importer.hpp"

namespace atlas::exchange {

struct CsvFile {
  RecordType type{};
  std::vector<IncomingRecord> records;
};

// The type from the heading of the id column ("Action id"), unless it is given. A column that no
// field has is a mistake, named with its heading: nothing is dropped silently.
[[nodiscard]] Result<CsvFile> read_csv(std::string_view text,
                                       std::optional<RecordType> type = std::nullopt);

}  // namespace atlas::exchange
