#include <doctest/doctest.h>

#include "support/workspace.hpp"

using namespace atlas;
using namespace atlas::test;

namespace {

std::string words(const Document& document, RecordType type, std::string_view key,
                  const Value& value) {
  return display_text(document, *find_field_by_key(type, key), value);
}

}  // namespace

TEST_CASE("values in words") {
  const Document document = new_document(7);
  const auto action = [&](std::string_view key, const Value& value) {
    return words(document, RecordType::kAction, key, value);
  };
  CHECK(action("due", Date{14334}) == "31 March 2009");
  CHECK(action("cost", Money{2'000'000}) == "£20,000");
  CHECK(action("cost", Money{156'580}) == "£1,565.80");
  CHECK(action("cost", Money{-50}) == "-£0.50");
  CHECK(action("cost", Money{99'999}) == "£999.99");
  CHECK(action("percent", Decimal{159, 1}) == "15.9%");
  CHECK(action("rag", Choice{1}) == "On track");
  CHECK(action("rag", Choice{77}) == "From a newer version");
  CHECK(action("owner", NotStated{}) == "Not stated");
  CHECK(action("owner", Unset{}) == "");
  CHECK(action("owner", std::string("Post")) == "Post");
  CHECK(action("owner", UnknownValue{}) == "From a newer version");
  CHECK(words(document, RecordType::kBody, "statutory", true) == "Yes");
  CHECK(words(document, RecordType::kBody, "count", Decimal{1'234'567, 0}) == "1,234,567");
  CHECK(words(document, RecordType::kBody, "count", Decimal{-123'450, 2}) == "-1,234.50");
}

TEST_CASE("titles") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  CHECK(title_of(document, board) == "Board");
  CHECK(title_of(document, {{9}, 9}) == "(Unknown record)");
  RecordId line;
  commit(document, "Line", [&](Transaction& transaction) {
    line = transaction.create(RecordType::kLine, kRootRecord);
    CHECK(title_of(document, line) == "(Line)");
    REQUIRE(transaction.set(line, field::kLineFrom, board).ok());
    REQUIRE(transaction.set(line, field::kLineTo, board).ok());
    REQUIRE(transaction.set(line, field::kLineKind, Choice{1}).ok());
  });
  CHECK(title_of(document, line) == "Reports to");
  CHECK(words(document, RecordType::kLine, "from", board) == "Board");
  remove(document, board);
  CHECK(words(document, RecordType::kLine, "from", board) == "Board (deleted)");
}
