// What the built-in data must keep to beyond the schema: names, dates, and the sums that the papers
// state, with those that the papers get wrong told as such.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "document/outline.hpp"
#include "document/soundness.hpp"
#include "models/built_in_document.hpp"
#include "partnership/hierarchy.hpp"
#include "query/run.hpp"

namespace atlas {
namespace {

using testing::text_of;

std::vector<RecordId> every_record(const Document& document) {
  std::vector<RecordId> found;
  for (const OutlineEntry& entry : outline(document, kRootRecord)) found.push_back(entry.record);
  return found;
}

TEST_CASE("the data is sound: kinds, choices, references, required fields") {
  const Document document = testing::built_in_document();
  for (const Unsound& part : unsound_parts(document)) {
    FAIL_CHECK(title_of(document, part.record) << ": " << part.what);
  }
}

TEST_CASE("no two bodies of a model, nor strategies, outcomes or projects, have one name") {
  const Document document = testing::built_in_document();
  for (const RecordType type : {RecordType::kBody, RecordType::kStrategy, RecordType::kOutcome,
                                RecordType::kProject, RecordType::kIndicator}) {
    std::map<std::pair<RecordId, std::string>, RecordId> seen;
    for (const RecordId id : document.records_of(type)) {
      const RecordId model = model_of(document, id);
      CHECK_FALSE(model.is_null());
      CAPTURE(title_of(document, id));
      CHECK(seen.emplace(std::pair{model, fold_for_search(title_of(document, id))}, id).second);
    }
  }
}

TEST_CASE("siblings of one type do not say the same twice") {
  const Document document = testing::built_in_document();
  for (const RecordId id : every_record(document)) {
    std::set<std::pair<RecordType, std::string>> seen;
    for (const RecordId child : document.children(id)) {
      const RecordType type = document.find(child)->type;
      // Lines have no names; agenda and seats may repeat a word with another role.
      if (type == RecordType::kLine || type == RecordType::kSeat) continue;
      std::string said;
      for (const FieldSpec& field : find_type(type)->fields) {
        said += display_text(document, field, document.get(child, field.number)) + "|";
      }
      CAPTURE(title_of(document, id));
      CAPTURE(said);
      CHECK(seen.emplace(type, said).second);
    }
  }
}

TEST_CASE("dates are of the papers' time, and periods do not end before they begin") {
  const Document document = testing::built_in_document();
  const Date first = from_civil({1980, 1, 1});
  const Date last = from_civil({2040, 12, 31});
  const auto date_in = [&](RecordId id, const char* key) -> std::optional<Date> {
    const FieldSpec* field = find_field_by_key(document.find(id)->type, key);
    if (field == nullptr) return std::nullopt;
    const auto* date = std::get_if<Date>(&document.get(id, field->number));
    return date == nullptr ? std::nullopt : std::optional(*date);
  };
  const std::pair<const char*, const char*> kSpans[] = {
      {"from", "until"}, {"start", "due"}, {"completed_on", "received_on"}};
  for (const RecordId id : every_record(document)) {
    CAPTURE(title_of(document, id));
    for (const auto& [number, state] : document.find(id)->fields) {
      const auto* date = std::get_if<Date>(&state.shown());
      if (date == nullptr) continue;
      CHECK_FALSE(*date < first);
      CHECK_FALSE(last < *date);
    }
    for (const auto& [from, to] : kSpans) {
      const auto begin = date_in(id, from);
      const auto end = date_in(id, to);
      // Forms that were received before they were completed say so in a note.
      if (begin && end && *end < *begin) CHECK_FALSE(text_of(document, id, "note").empty());
    }
  }
}

TEST_CASE("gross expenditure is the sum of its sources, or the data says that it is not") {
  const Document document = testing::built_in_document();
  const auto answer = query::run(
      document,
      "body where sum(budget_line.amount where kind = gross_expenditure) != "
      "sum(budget_line.amount where kind = council_funding or kind = government_grant or kind = "
      "other_contribution)");
  REQUIRE(answer.ok());
  for (const RecordId body : answer.value().records) {
    CAPTURE(title_of(document, body));
    const auto lines = document.children(body, RecordType::kBudgetLine);
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [&](RecordId line) { return !text_of(document, line, "note").empty(); }));
  }
}

}  // namespace
}  // namespace atlas
