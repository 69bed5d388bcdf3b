// Tables as RFC 4180 has them: cells in quotation marks may hold separators, line breaks and
// doubled quotation marks; lines end in CRLF or LF. The separator is a comma, a semicolon or a tab,
// whichever the first line uses (spreadsheets write the one of their country).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/problems.hpp"

namespace atlas::exchange {

struct CsvRow {
  std::size_t line = 1;  // where it begins
  std::vector<std::string> cells;
};

// Reads row by row, so that a file of something else is found out at its beginning.
class CsvReader {
 public:
  // Mistakes go to `problems`; both have to outlive the reader. What cannot be read at all (its
  // size, its encoding) is told here, and then there are no rows.
  CsvReader(std::string_view text, Problems& problems);
  // The next row with any text in it; nothing at the end, or after too many mistakes.
  [[nodiscard]] std::optional<CsvRow> next();

 private:
  CsvRow read_row();
  std::string read_plain();
  std::string read_quoted();
  [[nodiscard]] bool at_end_of_cell() const;

  std::string_view text_;
  Problems& problems_;
  char separator_ = ',';
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace atlas::exchange
