// Asks a document a query (README.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"

namespace atlas::query {

struct Answer {
  std::vector<std::string> columns;            // headings: the paths as they were written
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
  std::vector<RecordId> records;               // of each row, for `show`; empty for figures
  std::vector<std::string> total;              // of `count` and `sum` with groups; else empty
};

// An error has the place in the query, or names what was not found.
[[nodiscard]] Result<Answer> run(const Document& document, std::string_view query);

}  // namespace atlas::query
