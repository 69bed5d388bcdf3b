// Every body and every line of the five models, held against tables that were written from the
// sources: nothing is missing and nothing is there besides.
#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <tuple>

#include "base/text.hpp"
#include "document/choices.hpp"
#include "io/sample_history.hpp"
#include "models/built_in_document.hpp"

namespace atlas {
namespace {

using testing::text_of;
using testing::value_of;

constexpr const char* kModels[] = {"durham-2011", "darlington-2008-09",
                                   "darlington-communities-2009", "darlington-2012",
                                   "darlington-2021"};

struct Table {
  std::vector<std::vector<std::string>> bodies;  // body, key, name, parent
  std::vector<std::vector<std::string>> lines;   // line, from, kind, to
};

Table read_table(const std::string& model) {
  Table table;
  std::istringstream rows(testing::read_test_file("models/tables/" + model + ".tsv"));
  for (std::string row; std::getline(rows, row);) {
    if (row.empty() || row.front() == '#') continue;
    const std::vector<std::string_view> parts = split(row, '\t');
    const std::vector<std::string> cells(parts.begin(), parts.end());
    CAPTURE(row);
    REQUIRE(cells.size() == 4);
    REQUIRE((cells[0] == "body" || cells[0] == "line"));
    (cells[0] == "body" ? table.bodies : table.lines).push_back(cells);
  }
  return table;
}

// The model that holds a record.
RecordId model_of(const Document& document, RecordId id) {
  while (document.find(id) != nullptr && document.find(id)->type != RecordType::kModel) {
    id = document.find(id)->parent;
  }
  return id;
}

std::set<RecordId> all_in_model(const Document& document, RecordType type, RecordId model) {
  std::set<RecordId> found;
  for (const RecordId id : document.records_of(type)) {
    if (model_of(document, id) == model) found.insert(id);
  }
  return found;
}

struct LineEnds {
  RecordId from;
  std::uint32_t kind = 0;
  RecordId to;
  friend bool operator<(const LineEnds& a, const LineEnds& b) {
    return std::tie(a.from, a.kind, a.to) < std::tie(b.from, b.kind, b.to);
  }
};

std::uint32_t line_kind(const std::string& key) {
  for (const ChoiceOption& option : choices::kLineKind) {
    if (option.key == key) return option.number;
  }
  FAIL("no such kind of line: " << key);
  return 0;
}

std::string words(const Document& document, const LineEnds& line) {
  return title_of(document, line.from) + " " +
         std::string(choices::kLineKind[line.kind - 1].label) + " " + title_of(document, line.to);
}

TEST_CASE("each model has exactly the bodies of its table") {
  const Document document = testing::built_in_document();
  for (const std::string model : kModels) {
    CAPTURE(model);
    std::set<RecordId> there = all_in_model(document, RecordType::kBody, built_in_record(model));
    for (const auto& cells : read_table(model).bodies) {
      CAPTURE(cells[1]);
      const RecordId id = built_in_record(cells[1]);
      CHECK(there.erase(id) == 1);
      REQUIRE(document.find(id) != nullptr);
      CHECK(text_of(document, id, "name") == cells[2]);
      CHECK(document.find(id)->parent == built_in_record(cells[3]));
    }
    for (const RecordId id : there) FAIL_CHECK("not in the table: " << title_of(document, id));
  }
}

TEST_CASE("each model has exactly the lines of its table") {
  const Document document = testing::built_in_document();
  for (const std::string model : kModels) {
    CAPTURE(model);
    std::multiset<LineEnds> there;
    for (const RecordId id : all_in_model(document, RecordType::kLine, built_in_record(model))) {
      there.insert({std::get<RecordId>(value_of(document, id, "from")),
                    std::get<Choice>(value_of(document, id, "kind")).number,
                    std::get<RecordId>(value_of(document, id, "to"))});
    }
    for (const auto& cells : read_table(model).lines) {
      const LineEnds line{built_in_record(cells[1]), line_kind(cells[2]),
                          built_in_record(cells[3])};
      const auto at = there.find(line);
      if (at == there.end()) {
        FAIL_CHECK("in the table only: " << cells[1] << " " << cells[2] << " " << cells[3]);
      } else {
        there.erase(at);
      }
    }
    for (const LineEnds& line : there) FAIL_CHECK("not in the table: " << words(document, line));
  }
}

TEST_CASE("the tables are not empty") {
  std::size_t bodies = 0;
  std::size_t lines = 0;
  for (const std::string model : kModels) {
    const Table table = read_table(model);
    MESSAGE(model << ": " << table.bodies.size() << " bodies, " << table.lines.size() << " lines");
    CHECK_FALSE(table.bodies.empty());
    CHECK_FALSE(table.lines.empty());
    bodies += table.bodies.size();
    lines += table.lines.size();
  }
  CHECK(bodies >= 130);
  CHECK(lines >= 60);
}

}  // namespace
}  // namespace atlas
