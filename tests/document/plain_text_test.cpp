#include "document/plain_text.hpp"

#include <doctest/doctest.h>

namespace atlas {
namespace {

const FieldSpec& field_of(RecordType type, const char* key) {
  return *find_field_by_key(type, key);
}

TEST_CASE("values come back from their plain text") {
  const FieldSpec& due = field_of(RecordType::kAction, "due");
  const FieldSpec& cost = field_of(RecordType::kAction, "cost");
  const FieldSpec& percent = field_of(RecordType::kAction, "percent");
  const FieldSpec& rag = field_of(RecordType::kAction, "rag");
  const auto same = [](const FieldSpec& field, const char* text) {
    const auto value = parse_plain(field, text);
    CAPTURE(text);
    REQUIRE(value.ok());
    CHECK(plain_text(field, value.value()) == text);
  };
  same(due, "2009-03-31");
  same(cost, "140000");
  same(cost, "12.50");
  same(cost, "-3");
  same(percent, "15.90");
  same(rag, "at_risk");
  same(field_of(RecordType::kAction, "name"), "Anything, even 31/3/2009");
}

TEST_CASE("what does not fit says why") {
  const auto refused = [](RecordType type, const char* key, const char* text) {
    const auto value = parse_plain(field_of(type, key), text);
    REQUIRE_FALSE(value.ok());
    return value.error().happened;
  };
  CHECK(refused(RecordType::kAction, "due", "31/3/2009") ==
        "\"31/3/2009\" is not a date such as \"2009-03-31\"");
  CHECK(refused(RecordType::kAction, "cost", "£5").find("amount") != std::string::npos);
  CHECK(refused(RecordType::kAction, "cost", "1.005").find("amount") != std::string::npos);
  CHECK(refused(RecordType::kAction, "cost", "999999999999999999").find("large") !=
        std::string::npos);
  CHECK(refused(RecordType::kAction, "rag", "green").find("on_track, at_risk") !=
        std::string::npos);
}

TEST_CASE("what has no text of its own has none") {
  const FieldSpec& due = field_of(RecordType::kAction, "due");
  CHECK(plain_text(due, Unset{}).empty());
  CHECK(plain_text(due, NotStated{}).empty());
  CHECK(plain_text(due, UnknownValue{77, "x"}).empty());
}

}  // namespace
}  // namespace atlas
