// Four papers and the covering report of the fifth, held against tables that second readers took
// from them who had not seen the records. Figures and names must stand in the records of the paper.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "document/plain_text.hpp"
#include "io/sample_history.hpp"
#include "models/built_in_document.hpp"
#include "models/numbers.hpp"

namespace atlas {
namespace {

using testing::numbers_in;

// Letters and digits as they are compared: marks that machine reading and typing change are gone.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : fold_for_search(text)) {
    constexpr std::string_view kDropped = "\"'*\\";
    constexpr std::string_view kSpaces = " .,;:?\n\t";
    if (kDropped.find(c) != std::string_view::npos) continue;
    const char plain = kSpaces.find(c) != std::string_view::npos ? ' ' : c;
    const bool after_gap = out.empty() || out.back() == ' ' || out.back() == '-';
    if (plain == ' ' && after_gap) continue;
    if (plain == '-' && !out.empty() && out.back() == ' ') out.pop_back();
    out += plain;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// What the records of a paper say, all together.
struct Said {
  std::string text;
  std::set<std::string> numbers;
};

Said said_of(const Document& document, const std::string& source) {
  const RecordId paper = built_in_record(source);
  Said said;
  for (const TypeSpec* type : schema_types()) {
    for (const RecordId id : document.records_of(type->type)) {
      const auto* evidence =
          std::get_if<RecordId>(&testing::value_of(document, id, "evidence_source"));
      if (evidence == nullptr || !(*evidence == paper)) continue;
      for (const auto& [number, state] : document.find(id)->fields) {
        const FieldSpec* field = find_field(type->type, FieldNumber{number});
        const bool own_evidence =
            field->key.starts_with("evidence_") && field->key != "evidence_place";
        if (own_evidence || field->kind == FieldKind::kReference) continue;
        const std::string text = plain_text(*field, state.shown());
        said.text += " | " + bare(text);
        for (std::string& each : numbers_in(text)) said.numbers.insert(std::move(each));
      }
    }
  }
  return said;
}

bool is_figure(std::string_view what) {
  constexpr std::string_view kFigures[] = {"amount",
                                           "percent",
                                           "count",
                                           "fte",
                                           "rank",
                                           "grant",
                                           "period",
                                           "date",
                                           "due",
                                           "figure",
                                           "minute",
                                           "appendix_b_page",
                                           "outstanding_actions"};
  return std::find(std::begin(kFigures), std::end(kFigures), what) != std::end(kFigures);
}

bool stands_in(const Said& said, std::string_view what, std::string_view value) {
  if (said.text.find(bare(value)) != std::string::npos) return true;
  if (!is_figure(what)) return false;
  const std::vector<std::string> numbers = numbers_in(std::string(value));
  return !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), [&](const auto& number) {
    return said.numbers.count(number) > 0;
  });
}

void hold_against(const char* table, const char* source, std::size_t least) {
  const Document document = testing::built_in_document();
  const Said said = said_of(document, source);
  std::istringstream rows(
      testing::read_test_file("models/tables/second-" + std::string(table) + ".tsv"));
  std::size_t compared = 0;
  for (std::string row; std::getline(rows, row);) {
    if (row.empty() || row.front() == '#') continue;
    CAPTURE(row);
    const std::vector<std::string_view> cells = split(row, '\t');
    REQUIRE(cells.size() == 4);
    CHECK(stands_in(said, cells[1], cells[3]));
    ++compared;
  }
  CHECK(compared >= least);
}

TEST_CASE("County Durham 2011: the second reading stands in the records") {
  hold_against("durham-2011", "source/durham-2011", 170);
}
TEST_CASE("Darlington 2012: the second reading stands in the records") {
  hold_against("darlington-2012", "source/darlington-2012", 150);
}
TEST_CASE("Darlington 2021: the second reading stands in the records") {
  hold_against("darlington-2021", "source/darlington-2021", 100);
}
TEST_CASE("Community partnerships 2009: the second reading stands in the records") {
  hold_against("darlington-communities-2009", "source/darlington-communities-2009", 100);
}
TEST_CASE("Covering report of 2008-09: the second reading stands in the records") {
  hold_against("summary-2008-09", "source/darlington-2008-09", 180);
}

TEST_CASE("a figure or a name that no record has would be noticed") {
  const Said said{" | " + bare("The Board met 12 times, 1,234 people came"), {"12", "1234"}};
  CHECK(stands_in(said, "count", "12"));
  CHECK(stands_in(said, "count", "1,234"));
  CHECK_FALSE(stands_in(said, "count", "13"));
  CHECK(stands_in(said, "body", "the “Board”"));
  CHECK_FALSE(stands_in(said, "body", "Assembly"));
}

}  // namespace
}  // namespace atlas
