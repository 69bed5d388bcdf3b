// What holds for every built-in record, and the counts that the issue names.
#include <doctest/doctest.h>

#include "base/text.hpp"
#include "models/built_in_document.hpp"

namespace atlas {
namespace {

using testing::text_of;
using testing::value_of;

std::vector<RecordId> all_records(const Document& document) {
  std::vector<RecordId> found;
  for (const TypeSpec* type : schema_types()) {
    const std::vector<RecordId> some = document.records_of(type->type);
    found.insert(found.end(), some.begin(), some.end());
  }
  return found;
}

std::size_t count_in(const Document& document, const char* model, RecordType type) {
  std::size_t count = 0;
  for (RecordId id : document.records_of(type)) {
    while (!id.is_null() && id != built_in_record(model)) id = document.find(id)->parent;
    count += id.is_null() ? 0 : 1;
  }
  return count;
}

bool has_combining_mark(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value >= 0x300 && point.value < 0x370) return true;
    at += point.length;
  }
  return false;
}

TEST_CASE("every built-in record says where it comes from") {
  const Document document = testing::built_in_document();
  CHECK(document.live_count() > 300);
  for (const RecordId id : all_records(document)) {
    if (document.find(id)->type == RecordType::kWorkspace) continue;
    CAPTURE(title_of(document, id));
    CHECK(id.replica == kBuiltInReplica);
    const auto* source = std::get_if<RecordId>(&value_of(document, id, "evidence_source"));
    REQUIRE(source != nullptr);
    REQUIRE(document.find_live(*source) != nullptr);
    CHECK(document.find_live(*source)->type == RecordType::kSourceDocument);
    CHECK_FALSE(text_of(document, id, "evidence_place").empty());
    CHECK_FALSE(text_of(document, id, "evidence_as_at").empty());
    CHECK(std::holds_alternative<Choice>(value_of(document, id, "evidence_basis")));
  }
}

TEST_CASE("no built-in text holds an address or a letter that is not composed") {
  const Document document = testing::built_in_document();
  for (const RecordId id : all_records(document)) {
    for (const auto& [number, state] : document.find(id)->fields) {
      const auto* text = std::get_if<std::string>(&state.shown());
      if (text == nullptr) continue;
      CAPTURE(*text);
      CHECK(text->find('@') == std::string::npos);
      CHECK_FALSE(has_combining_mark(*text));
      CHECK(trim(*text) == *text);
      CHECK(state.others().empty());
    }
  }
}

TEST_CASE("the workspace, five models and five papers") {
  const Document document = testing::built_in_document();
  const auto workspaces = document.records_of(RecordType::kWorkspace);
  REQUIRE(workspaces.size() == 1);
  CHECK(title_of(document, workspaces.front()) == "Durham and Darlington partnerships");
  CHECK(document.records_of(RecordType::kModel).size() == 5);
  CHECK(document.records_of(RecordType::kSourceDocument).size() == 5);
  CHECK(document.waiting().empty());
}

TEST_CASE("2012 has its seven outcomes and thirty-two indicators") {
  const Document document = testing::built_in_document();
  CHECK(count_in(document, "darlington-2012", RecordType::kOutcome) == 7);
  CHECK(count_in(document, "darlington-2012", RecordType::kIndicator) == 32);
  for (const RecordId id : document.records_of(RecordType::kIndicator)) {
    CHECK(document.find(document.find(id)->parent)->type == RecordType::kOutcome);
  }
}

TEST_CASE("three review forms of 2008-09 are there in full") {
  const Document document = testing::built_in_document();
  for (const RecordType type :
       {RecordType::kPlan, RecordType::kObjective, RecordType::kAction, RecordType::kReview,
        RecordType::kBudgetLine, RecordType::kResourceLine, RecordType::kIssueOfConcern}) {
    CAPTURE(find_type(type)->plural);
    CHECK(count_in(document, "darlington-2008-09", type) >= 3);
  }
}

}  // namespace
}  // namespace atlas
