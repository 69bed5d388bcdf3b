#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/id_text.hpp"
#include "base/text.hpp"
#include "describe.hpp"
#include "files.hpp"
#include "query/run.hpp"
#include "verbs.hpp"

namespace atlas::command {
namespace {

// Columns in line, headings above; the last column is not padded.
void print_table(const query::Answer& answer, std::ostream& out) {
  std::vector<std::vector<std::string>> lines{answer.columns};
  lines.insert(lines.end(), answer.rows.begin(), answer.rows.end());
  if (!answer.total.empty()) lines.push_back(answer.total);
  std::vector<std::size_t> widths(answer.columns.size());
  for (auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      std::replace(line[i].begin(), line[i].end(), '\n', ' ');
      widths[i] = std::max(widths[i], count_code_points(line[i]));
    }
  }
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      out << line[i];
      if (i + 1 == line.size()) continue;
      out << std::string(widths[i] - count_code_points(line[i]) + 2, ' ');
    }
    out << "\n";
  }
}

Json as_json(const query::Answer& answer) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    Json row = Json::object();
    if (i < answer.records.size()) row["id"] = to_text(answer.records[i]);
    for (std::size_t c = 0; c < answer.columns.size(); ++c) {
      row[answer.columns[c]] = answer.rows[i][c];
    }
    rows.push_back(std::move(row));
  }
  Json json{{"rows", std::move(rows)}};
  if (!answer.total.empty()) json["total"] = answer.total.back();
  return json;
}

}  // namespace

int query(const std::string& file, const std::string& text, Format format, Streams streams) {
  const auto read = read_workspace(file);
  if (!read.ok()) return refuse(read.error(), streams);
  const auto answer = query::run(read.value().document, text);
  if (!answer.ok()) return refuse(answer.error(), streams);
  if (format == Format::kJson) {
    streams.out << as_json(answer.value()).dump(2) << "\n";
  } else {
    print_table(answer.value(), streams.out);
  }
  return kFine;
}

}  // namespace atlas::command
