#include "report/html_table.hpp"

#include <algorithm>
#include <utility>

#include "report/markup.hpp"

namespace atlas::report {
namespace {

constexpr std::size_t kNarrowest = 8;
constexpr std::size_t kWidest = 60;

// Bytes outside tags.
std::size_t length_shown(std::string_view markup) {
  std::size_t length = 0;
  bool is_inside_tag = false;
  for (const char c : markup) {
    if (c == '<') is_inside_tag = true;
    if (!is_inside_tag) ++length;
    if (c == '>') is_inside_tag = false;
  }
  return length;
}

std::string heading(std::string_view scope, std::string_view markup) {
  return "<th scope=\"" + std::string(scope) + "\" align=\"left\">" + std::string(markup) + "</th>";
}

}  // namespace

HtmlTable::HtmlTable(std::string_view caption, std::vector<std::string> headings)
    : caption_(caption), headings_(std::move(headings)) {}

void HtmlTable::add_row(std::vector<std::string> cells) {
  rows_.push_back(std::move(cells));
}

std::string HtmlTable::columns() const {
  std::vector<std::size_t> lengths;
  for (const std::vector<std::string>& row : rows_) {
    lengths.resize(std::max(lengths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) lengths[i] += length_shown(row[i]);
  }
  std::string text = "<colgroup>";
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    const std::size_t heading = i < headings_.size() ? headings_[i].size() : 0;
    const std::size_t mean = std::max(lengths[i] / rows_.size(), heading);
    text += "<col width=\"" + std::to_string(std::clamp(mean, kNarrowest, kWidest)) + "*\">";
  }
  return text + "</colgroup>\n";
}

std::string HtmlTable::html() const {
  std::string text =
      "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n<caption>" +
      escaped(caption_) + "</caption>\n" + columns();
  if (!headings_.empty()) {
    text += "<thead>\n<tr>";
    for (const std::string& words : headings_) text += heading("col", escaped(words));
    text += "</tr>\n</thead>\n";
  }
  text += "<tbody>\n";
  for (const std::vector<std::string>& row : rows_) {
    text += "<tr valign=\"top\">";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool leads = headings_.empty() && i == 0;
      text += leads ? heading("row", row[i]) : "<td>" + row[i] + "</td>";
    }
    text += "</tr>\n";
  }
  return text + "</tbody>\n</table>\n";
}

}  // namespace atlas::report
