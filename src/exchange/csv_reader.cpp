#include "exchange/csv_reader.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace atlas::exchange {
namespace {

constexpr std::size_t kMostBytes = 256U << 20U;
constexpr std::size_t kMostCells = 1'000;

// The one that stands most often in the first line, outside quotation marks.
char separator_of(std::string_view text) {
  constexpr std::size_t kLongestHeading = 64U << 10U;
  text = text.substr(0, kLongestHeading);
  std::size_t counts[3] = {};
  constexpr std::string_view kSeparators = ",;\t";
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '\n') break;
    const std::size_t at = quoted ? std::string_view::npos : kSeparators.find(c);
    if (at != std::string_view::npos) ++counts[at];
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

std::size_t first_line_with_bad_text(std::string_view text) {
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value == kReplacementCharacter && point.length == 1) break;
    line += text[at] == '\n' ? 1 : 0;
    at += point.length;
  }
  return line;
}

}  // namespace

CsvReader::CsvReader(std::string_view text, Problems& problems) : problems_(problems) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.size() > kMostBytes) {
    problems.add(0, "", "", "the file is larger than 256 MB");
  } else if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    problems.add(0, "", "", "the file is UTF-16; save it as \"CSV UTF-8\"");
  } else if (!is_valid_utf8(text)) {
    problems.add(first_line_with_bad_text(text), "", "",
                 "the text is not UTF-8; save it as \"CSV UTF-8\"");
  } else {
    text_ = text;
    separator_ = separator_of(text);
  }
}

std::optional<CsvRow> CsvReader::next() {
  while (at_ < text_.size() && !problems_.full()) {
    CsvRow row = read_row();
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const std::string& cell) { return cell.empty(); });
    if (!blank) return row;
  }
  return std::nullopt;
}

CsvRow CsvReader::read_row() {
  CsvRow row;
  row.line = line_;
  while (true) {
    row.cells.push_back(text_.substr(at_, 1) == "\"" ? read_quoted() : read_plain());
    if (row.cells.size() > kMostCells) {
      problems_.add(row.line, "", "", "the line has more than 1,000 cells");
      at_ = text_.size();
      return row;
    }
    if (at_ >= text_.size() || text_[at_] != separator_) break;
    ++at_;
  }
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') {
    ++at_;
    ++line_;
  }
  return row;
}

bool CsvReader::at_end_of_cell() const {
  return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
         text_[at_] == '\r';
}

std::string CsvReader::read_plain() {
  const std::size_t begin = at_;
  while (!at_end_of_cell()) ++at_;
  return std::string(text_.substr(begin, at_ - begin));
}

std::string CsvReader::read_quoted() {
  const std::size_t begin_line = line_;
  std::string cell;
  for (++at_;; ++at_) {
    const std::size_t end = text_.find('"', at_);
    if (end == std::string_view::npos) {
      problems_.add(begin_line, "", "", "a quotation mark is opened here and never closed");
      at_ = text_.size();
      return {};
    }
    const std::string_view piece = text_.substr(at_, end - at_);
    line_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    cell += piece;
    at_ = end + 1;
    if (text_.substr(at_, 1) != "\"") break;
    cell += '"';
  }
  if (!at_end_of_cell()) {
    problems_.add(line_, "", "", "there is text behind the closing quotation mark");
    while (!at_end_of_cell()) ++at_;
  }
  // A spreadsheet's own line break inside a cell may be CRLF.
  for (std::size_t at = 0; (at = cell.find("\r\n", at)) != std::string::npos;) cell.erase(at, 1);
  return cell;
}

}  // namespace atlas::exchange
