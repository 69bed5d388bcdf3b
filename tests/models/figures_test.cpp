// Figures as fields: each has the value of a table that was compared with the papers by reading,
// and the table has each. The review forms have a table of their own (reviews_test.cpp).
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "io/sample_history.hpp"
#include "models/built_in_document.hpp"

namespace atlas {
namespace {

// "" where the value is no figure.
std::string figure_of(const Value& value) {
  if (const auto* decimal = std::get_if<Decimal>(&value)) return to_text(*decimal);
  if (const auto* money = std::get_if<Money>(&value)) {
    return to_text(Decimal{money->pence, 2});
  }
  return "";
}

// Budgets and resources of the review forms are compared by form.
bool is_of_a_form(const Document& document, RecordId id) {
  const RecordType type = document.find(id)->type;
  if (type != RecordType::kBudgetLine && type != RecordType::kResourceLine) return false;
  return testing::text_of(document, id, "evidence_place").starts_with("Form ");
}

std::vector<std::string> figures_of(const Document& document) {
  std::vector<std::string> found;
  for (const TypeSpec* type : schema_types()) {
    for (const RecordId id : document.records_of(type->type)) {
      if (is_of_a_form(document, id)) continue;
      for (const auto& [number, state] : document.find(id)->fields) {
        const std::string figure = figure_of(state.shown());
        if (figure.empty()) continue;
        const FieldSpec* field = find_field(type->type, FieldNumber{number});
        found.push_back(std::string(type->key) + "\t" + title_of(document, id) + "\t" +
                        std::string(field->key) + "\t" + figure);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST_CASE("figures as fields are those of the papers, no more and no fewer") {
  const std::vector<std::string> found = figures_of(testing::built_in_document());
  std::vector<std::string> wanted;
  std::istringstream rows(testing::read_test_file("models/tables/figures.tsv"));
  for (std::string row; std::getline(rows, row);) {
    if (!row.empty() && row.front() != '#') wanted.push_back(row);
  }
  std::sort(wanted.begin(), wanted.end());
  REQUIRE(wanted.size() > 60);
  std::vector<std::string> differing;
  std::set_symmetric_difference(found.begin(), found.end(), wanted.begin(), wanted.end(),
                                std::back_inserter(differing));
  for (const std::string& row : differing) CHECK_MESSAGE(row.empty(), row);
}

}  // namespace
}  // namespace atlas
