// The 17 review forms of 2008-09, held against a table that a second reader took from the paper.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "io/sample_history.hpp"
#include "models/built_in_document.hpp"
#include "models/numbers.hpp"

namespace atlas {
namespace {

using testing::numbers_in;
using testing::text_of;
using testing::value_of;

constexpr const char* kForms[] = {"14-19-partnership",
                                  "childrens-trust",
                                  "cdrp",
                                  "lsp",
                                  "daat",
                                  "greener-darlington",
                                  "healthy-darlington",
                                  "integration-of-health-and-social-care",
                                  "learning-disability-partnership-board",
                                  "mental-health-partnership-board",
                                  "older-persons-partnership-board",
                                  "prosperous-darlington",
                                  "safeguarding-adults-board",
                                  "safeguarding-children-board",
                                  "supporting-people-commissioning-body",
                                  "tees-valley-unlimited",
                                  "youth-offending-service"};

using Facts = std::multimap<std::string, std::string>;  // what: value

std::map<int, Facts> read_table() {
  std::map<int, Facts> forms;
  std::istringstream rows(testing::read_test_file("models/tables/reviews-2008-09.tsv"));
  for (std::string row; std::getline(rows, row);) {
    if (row.empty() || row.front() == '#') continue;
    const std::vector<std::string_view> cells = split(row, '\t');
    CAPTURE(row);
    REQUIRE(cells.size() == 4);
    forms[std::stoi(std::string(cells[0]))].emplace(cells[1], cells[3]);
  }
  return forms;
}

// The records whose evidence names the form.
std::vector<RecordId> records_of_form(const Document& document, int form) {
  const std::string place = "Form " + std::to_string(form) + ",";
  std::vector<RecordId> found;
  for (const TypeSpec* type : schema_types()) {
    for (const RecordId id : document.records_of(type->type)) {
      if (text_of(document, id, "evidence_place").find(place) != std::string::npos) {
        found.push_back(id);
      }
    }
  }
  return found;
}

std::multiset<std::string> wanted(const Facts& facts, const std::string& what) {
  std::multiset<std::string> values;
  const auto [from, to] = facts.equal_range(what);
  for (auto at = from; at != to; ++at) values.insert(at->second);
  return values;
}

std::string one(const Facts& facts, const std::string& what) {
  const auto values = wanted(facts, what);
  REQUIRE(values.size() == 1);
  return *values.begin();
}

// Pounds or full-time equivalents as the table has them. Nothing where the form says nil or
// nothing.
std::string figure_in(const Document& document, RecordId id, const char* field) {
  const Value& value = value_of(document, id, field);
  if (const auto* money = std::get_if<Money>(&value)) {
    if (money->pence == 0) return {};
    REQUIRE(money->pence % 100 == 0);
    return std::to_string(money->pence / 100);
  }
  const auto* number = std::get_if<Decimal>(&value);
  return number == nullptr || number->mantissa == 0 ? std::string() : to_text(*number);
}

std::multiset<std::string> figures(const Document& document, const std::vector<RecordId>& records,
                                   RecordType type, const char* field) {
  std::multiset<std::string> found;
  for (const RecordId id : records) {
    if (document.find(id)->type != type) continue;
    const std::string figure = figure_in(document, id, field);
    if (!figure.empty()) found.insert(figure);
  }
  return found;
}

std::string date_in(const Document& document, RecordId id, const char* field) {
  const auto* date = std::get_if<Date>(&value_of(document, id, field));
  return date == nullptr ? "none" : to_iso_text(*date);
}

std::size_t objectives_under(const Document& document, const std::string& plan) {
  const RecordId id = built_in_record(plan);
  if (document.find(id) == nullptr) return 0;
  const auto children = document.children(id);
  return static_cast<std::size_t>(std::count_if(
      children.begin(), children.end(),
      [&](RecordId child) { return document.find(child)->type == RecordType::kObjective; }));
}

std::set<std::string> numbers_of(const Document& document, const std::vector<RecordId>& records) {
  std::set<std::string> found;
  const auto add = [&](RecordId id, const FieldSpec& field) {
    for (std::string& each :
         numbers_in(display_text(document, field, document.get(id, field.number)))) {
      found.insert(std::move(each));
    }
  };
  for (const RecordId id : records) {
    for (const FieldSpec& field : find_type(document.find(id)->type)->fields) add(id, field);
    for (const FieldSpec& field : common_fields()) {
      if (field.key == "note") add(id, field);
    }
  }
  return found;
}

TEST_CASE("two readings of the review forms agree on who, when and how many") {
  const Document document = testing::built_in_document();
  for (const auto& entry : read_table()) {
    const int form = entry.first;
    const Facts& facts = entry.second;
    CAPTURE(form);
    const std::string body = std::string("darlington-2008-09/") + kForms[form - 1];
    const RecordId review = built_in_record(body + "/review-2008-09");
    REQUIRE(document.find(review) != nullptr);
    CHECK(text_of(document, review, "completed_by") == one(facts, "completed_by"));
    CHECK(text_of(document, review, "received_by") == one(facts, "received_by"));
    CHECK(date_in(document, review, "completed_on") == one(facts, "completed_on"));
    CHECK(date_in(document, review, "received_on") == one(facts, "received_on"));
    CHECK(value_of(document, review, "to_continue") == Value(one(facts, "continue") == "yes"));
    CHECK(std::to_string(objectives_under(document, body + "/delivery-plan-2008-09")) ==
          one(facts, "objectives"));
    CHECK(std::to_string(objectives_under(document, body + "/objectives-2009-10")) ==
          one(facts, "next_objectives"));
    const auto records = records_of_form(document, form);
    const auto issues = std::count_if(records.begin(), records.end(), [&](RecordId id) {
      return document.find(id)->type == RecordType::kIssueOfConcern;
    });
    CHECK(std::to_string(issues) == one(facts, "issues"));
  }
}

TEST_CASE("two readings of the review forms agree on every amount, post and due date") {
  const Document document = testing::built_in_document();
  for (const auto& entry : read_table()) {
    const int form = entry.first;
    const Facts& facts = entry.second;
    CAPTURE(form);
    const auto records = records_of_form(document, form);
    CHECK(figures(document, records, RecordType::kBudgetLine, "amount") == wanted(facts, "budget"));
    CHECK(figures(document, records, RecordType::kResourceLine, "fte") == wanted(facts, "fte"));
    CHECK(figures(document, records, RecordType::kResourceLine, "amount") ==
          wanted(facts, "amount"));
    const RecordId plan = built_in_record(std::string("darlington-2008-09/") + kForms[form - 1] +
                                          "/governance-actions");
    std::multiset<std::string> due;
    if (document.find(plan) != nullptr) {
      for (const RecordId action : document.children(plan)) {
        const std::string first = date_in(document, action, "first_due");
        due.insert(first == "none" ? date_in(document, action, "due") : first);
      }
    }
    CHECK(due == wanted(facts, "governance"));
  }
}

TEST_CASE("every other figure of the review forms is in the records of its form") {
  const Document document = testing::built_in_document();
  std::size_t seen = 0;
  for (const auto& entry : read_table()) {
    const int form = entry.first;
    const Facts& facts = entry.second;
    CAPTURE(form);
    const auto there = numbers_of(document, records_of_form(document, form));
    for (const std::string& figure : wanted(facts, "figure")) {
      CAPTURE(figure);
      for (const std::string& each : numbers_in(figure)) {
        CAPTURE(each);
        CHECK(there.count(each) == 1);
        ++seen;
      }
    }
  }
  CHECK(seen > 150);
}

}  // namespace
}  // namespace atlas
