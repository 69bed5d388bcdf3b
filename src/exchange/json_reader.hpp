// Reads "atlas-records/1" (shared/schema/README.md). Written for files from anywhere: a size limit,
// no nesting beyond what the format has, no memory for what is not understood, all mistakes told.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "exchange/importer.hpp"

namespace atlas::exchange {

struct JsonFile {
  std::optional<WorkspaceId> workspace;
  std::vector<IncomingRecord> records;
};

[[nodiscard]] Result<JsonFile> read_json(std::string_view text);

}  // namespace atlas::exchange
