#include "exchange/csv_reader.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace atlas::exchange {
namespace {

constexpr std::size_t kMostBytes = 256U << 20U;
constexpr std::size_t kMostCells = 1'000;

// The one that stands most often in the first line, outside quotation marks.
char separator_of(std::string_view text) {
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

class Reader {
 public:
  Reader(std::string_view text, Problems& problems)
      : text_(text), problems_(problems), separator_(separator_of(text)) {}

  std::vector<CsvRow> read() {
    while (at_ < text_.size() && !problems_.full()) read_row();
    return std::move(rows_);
  }

 private:
  void read_row() {
    CsvRow row;
    row.line = line_;
    while (true) {
      row.cells.push_back(text_.substr(at_, 1) == "\"" ? read_quoted() : read_plain());
      if (row.cells.size() > kMostCells) {
        problems_.add(row.line, "", "", "the line has more than 1,000 cells");
        at_ = text_.size();
        return;
      }
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      break;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') {
      ++at_;
      ++line_;
    }
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const std::string& cell) { return cell.empty(); });
    if (!blank) rows_.push_back(std::move(row));
  }

  [[nodiscard]] bool at_end_of_cell() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
           text_[at_] == '\r';
  }

  std::string read_plain() {
    const std::size_t begin = at_;
    while (!at_end_of_cell()) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string read_quoted() {
    const std::size_t begin_line = line_;
    std::string cell;
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c != '"') {
        line_ += c == '\n' ? 1 : 0;
        // A spreadsheet's own line break inside a cell may be CRLF.
        const bool pair = c == '\r' && text_.substr(at_, 1) == "\n";
        if (!pair) cell += c;
        continue;
      }
      if (text_.substr(at_, 1) != "\"") {
        if (!at_end_of_cell()) {
          problems_.add(line_, "", "", "there is text behind the closing quotation mark");
          while (!at_end_of_cell()) ++at_;
        }
        return cell;
      }
      cell += '"';
      ++at_;
    }
    problems_.add(begin_line, "", "", "a quotation mark is opened here and never closed");
    return cell;
  }

  std::string_view text_;
  Problems& problems_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> read_csv_rows(std::string_view text, Problems& problems) {
  if (text.size() > kMostBytes) {
    problems.add(0, "", "", "the file is larger than 256 MB");
    return {};
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    problems.add(0, "", "", "the file is UTF-16; save it as \"CSV UTF-8\"");
    return {};
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_valid_utf8(text)) {
    std::size_t line = 1;
    std::size_t at = 0;
    while (at < text.size()) {
      const CodePoint point = code_point_at(text, at);
      if (point.value == kReplacementCharacter && point.length == 1) break;
      line += text[at] == '\n' ? 1 : 0;
      at += point.length;
    }
    problems.add(line, "", "", "the text is not UTF-8; save it as \"CSV UTF-8\"");
    return {};
  }
  return Reader(text, problems).read();
}

}  // namespace atlas::exchange
