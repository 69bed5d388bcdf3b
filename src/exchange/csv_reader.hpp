// Tables as RFC 4180 has them: cells in quotation marks may hold separators, line breaks and
// doubled quotation marks; lines end in CRLF or LF. The separator is a comma, a semicolon or a tab,
// whichever the first line uses (spreadsheets write the one of their country).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/problems.hpp"

namespace atlas::exchange {

struct CsvRow {
  std::size_t line = 1;  // where it begins
  std::vector<std::string> cells;
};

// Rows without any text are left out. Mistakes go to `problems`, and what could be read is given.
[[nodiscard]] std::vector<CsvRow> read_csv_rows(std::string_view text, Problems& problems);

}  // namespace atlas::exchange
