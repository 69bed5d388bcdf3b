// A table of HTML that keeps its form in word processors too: those read borders and relative
// widths ("3*") from attributes and skip most of a style sheet; browsers use the style sheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atlas::report {

class HtmlTable {
 public:
  // Words above the columns; without them the first cell of each row is its heading.
  HtmlTable(std::string_view caption, std::vector<std::string> headings);

  // As many cells of markup as there are headings, or two.
  void add_row(std::vector<std::string> cells);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  // Columns are as wide as what stands in them on average, within 8 to 60 letters.
  [[nodiscard]] std::string html() const;

 private:
  [[nodiscard]] std::string columns() const;

  std::string caption_;
  std::vector<std::string> headings_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace atlas::report
