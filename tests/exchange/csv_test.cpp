#include <set>

#include "base/random.hpp"
#include "base/text.hpp"
#include "exchange/csv_cells.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/exchange_tools.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

using exchange::Problems;

std::vector<std::vector<std::string>> rows_of(const std::string& text) {
  Problems problems;
  std::vector<std::vector<std::string>> rows;
  exchange::CsvReader reader(text, problems);
  while (auto row = reader.next()) rows.push_back(std::move(row->cells));
  CHECK(problems.empty());
  return rows;
}

std::string problem_in(const std::string& text) {
  Problems problems;
  exchange::CsvReader reader(text, problems);
  while (reader.next()) continue;
  REQUIRE_FALSE(problems.empty());
  return problems.error().happened;
}

using Rows = std::vector<std::vector<std::string>>;

TEST_CASE("tables as RFC 4180 has them") {
  CHECK(rows_of("a,b\r\nc,d\r\n") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows_of("a,b\nc,d") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows_of("\"a,1\",\"say \"\"so\"\"\"\r\n\"two\r\nlines\",\r\n") ==
        Rows{{"a,1", "say \"so\""}, {"two\nlines", ""}});
  CHECK(rows_of("\xEF\xBB\xBF"
                "a,b\n\n,,\nc,d\n") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(rows_of("a;b\n1,5;2\n") == Rows{{"a", "b"}, {"1,5", "2"}});
  CHECK(rows_of("a\tb\n1\t2\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("").empty());
}

TEST_CASE("lines are counted through line breaks inside cells") {
  Problems problems;
  exchange::CsvReader reader("a,b\n\"1\n2\n3\",x\nlast,y\n", problems);
  REQUIRE(reader.next().has_value());
  CHECK(reader.next()->line == 2);
  CHECK(reader.next()->line == 5);
  CHECK_FALSE(reader.next().has_value());
}

TEST_CASE("what is no table is refused in words, with its line") {
  CHECK(problem_in("a,b\nc,\"never closed\nmore\n").find("line 2: a quotation mark") == 0);
  CHECK(problem_in("a,b\n\"x\"y,c\n").find("line 2: there is text behind") == 0);
  CHECK(problem_in("a,b\nc,\xFF\n").find("line 2: the text is not UTF-8") == 0);
  CHECK(problem_in("\xFF\xFE"
                   "a,b")
            .find("UTF-16") != std::string::npos);
  CHECK(problem_in("a" + std::string(2'000, ',') + "\n").find("more than 1,000 cells") !=
        std::string::npos);
}

TEST_CASE("cells that a spreadsheet would run are neutralised, and restored") {
  for (const char* text : {"=1+1", "+44", "-2", "@sum", "\tx", " =1", "Not stated", "not STATED",
                           "'=x", "''-y", " ", "\n"}) {
    CAPTURE(text);
    const std::string cell = exchange::neutral_text(text);
    CHECK(cell == "'" + std::string(text));
    CHECK(exchange::restored_text(cell) == text);
  }
  for (const char* text : {"", "plain", "1+1", "it's", "'quoted'", "'", "a=b", "£5", "3 - 2"}) {
    CAPTURE(text);
    if (std::string(text) == "'") continue;
    CHECK(exchange::neutral_text(text) == text);
    CHECK(exchange::restored_text(text) == text);
  }
}

TEST_CASE("any text goes out and comes back") {
  const FieldSpec& note = *find_field_by_key(RecordType::kBody, "note");
  const Document document({1, 2}, ReplicaId{5});
  constexpr std::string_view kPieces[] = {"'", "=", "-", "@",          " ", "\t", "\n", "\"",
                                          ",", ";", "a", "Not stated", "ŵ", "[",  "]",  "+"};
  SeededRandom random(4);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::uint64_t n = 1 + random.below(5); n > 0; --n) {
      text += kPieces[random.below(std::size(kPieces))];
    }
    CAPTURE(text);
    std::string line;
    exchange::append_cell(line, exchange::to_cell(document, note, text));
    Problems problems;
    const std::string table = "x,\"y\"\n" + line + ",z\n";
    exchange::CsvReader reader(table, problems);
    REQUIRE(reader.next().has_value());
    const auto row = reader.next();
    REQUIRE(problems.empty());
    REQUIRE(row.has_value());
    const auto back = exchange::from_cell(note, row->cells.front());
    REQUIRE(back.ok());
    CHECK(back.value().value == Value(text));
  }
}

TEST_CASE("columns are named by the schema's labels, each once") {
  for (const TypeSpec* type : schema_types()) {
    CAPTURE(type->key);
    std::set<std::string> seen{fold_for_search(exchange::id_heading(*type)), "parent", "id"};
    const auto add = [&](const FieldSpec& field) {
      CAPTURE(field.label);
      CHECK(seen.insert(fold_for_search(field.label)).second);
    };
    for (const FieldSpec& field : type->fields) add(field);
    for (const FieldSpec& field : common_fields()) add(field);
  }
}

std::string refused(const std::string& text) {
  const auto file = exchange::read_csv(text);
  REQUIRE_FALSE(file.ok());
  return file.error().happened;
}

TEST_CASE("unknown columns and bad cells are all told") {
  const std::string told = refused(
      "Action id,Action,Due,Colour,Percent done\n"
      ",First,31/2/2009,red,ten\n");
  CHECK(told.find("line 1, field Colour: Actions have no such column") != std::string::npos);
  const std::string cells = refused(
      "Action id,Action,Due,Percent done\n"
      "seven,First,31/2/2009,ten\n"
      ",Second,,5,more\n");
  CHECK(cells.find("line 2, field Action id: \"seven\" is not an id") != std::string::npos);
  CHECK(cells.find("line 2, field Due:") != std::string::npos);
  CHECK(cells.find("line 2, field Percent done:") != std::string::npos);
  CHECK(cells.find("line 3: the line has more cells than the heading") != std::string::npos);
  CHECK(refused("Action,Due\nx,\n").find("no column tells what the records are") !=
        std::string::npos);
  CHECK(refused("Action id,Due,due\n").find("this column stands twice") != std::string::npos);
  CHECK(refused("").find("no heading line") != std::string::npos);
}

TEST_CASE("an officer's own table: names for parents, dates as people write them") {
  test::SmallWorkspace small;
  const std::string plan = title_of(small.document, small.plan);
  auto file = exchange::read_csv("Action id,Parent,Action,Due,RAG,Percent done\n,\"" + plan +
                                 "\",Write the report,31/3/2009,at risk,40%\n");
  REQUIRE(file.ok());
  const auto counts = test::bring_in(small.document, file.value().records);
  CAPTURE(counts.ok() ? std::string() : counts.error().happened);
  REQUIRE(counts.ok());
  CHECK(counts.value().added == 1);
  const RecordId made = small.document.children(small.plan).back();
  CHECK(title_of(small.document, made) == "Write the report");
  CHECK(small.document.get(made, test::field::kDue) == Value(from_civil({2009, 3, 31})));
  CHECK(small.document.get(made, test::field::kPercent) == Value(Decimal{40, 0}));
}

}  // namespace
}  // namespace atlas
