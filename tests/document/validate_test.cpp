#include <doctest/doctest.h>

#include "support/workspace.hpp"

using namespace atlas;
using namespace atlas::test;

namespace {

std::string refusal(const Document& document, RecordType type, FieldNumber field,
                    const Value& value) {
  const Result<> result = validate(document, type, field, value);
  return result.ok() ? std::string("allowed") : result.error().sentence();
}

}  // namespace

TEST_CASE("values of the field's kind are allowed, others are not") {
  const Document document = new_document(7);
  const auto action = [&](FieldNumber field, const Value& value) {
    return refusal(document, RecordType::kAction, field, value);
  };
  CHECK(action(field::kOwner, std::string("Head of Policy")) == "allowed");
  CHECK(action(field::kOwner, NotStated{}) == "allowed");
  CHECK(action(field::kOwner, Unset{}) == "allowed");
  CHECK(action(field::kDue, Date{14334}) == "allowed");
  CHECK(action(field::kStatus, Choice{2}) == "allowed");
  CHECK(action(field::kPercent, Decimal{500, 1}) == "allowed");
  CHECK(action(field::kCost, Money{120'000}) == "allowed");
  CHECK(action(field::kOwner, Date{1}) == "“Owner” needs text. Nothing was changed. Enter text.");
  CHECK(action(field::kDue, std::string("soon")) ==
        "“Due” needs a date. Nothing was changed. Enter a date.");
  CHECK(
      action(field::kStatus, Choice{99}) ==
      "“Status” needs a choice from its list. Nothing was changed. Enter a choice from its list.");
  CHECK(action(field::kCost, Decimal{1, 0}) != "allowed");
  CHECK(action(field::kCost, Money{-1}) ==
        "“Cost” cannot be less than zero. Nothing was changed. Enter zero or more.");
  CHECK(action(field::kPercent, Decimal{-1, 0}) != "allowed");
  CHECK(action(field::kOwner, UnknownValue{99, ""}) != "allowed");
  CHECK(action(field::kOwner, true) != "allowed");
  CHECK(action(field::kDue, Date{-2'000'000}) != "allowed");
  CHECK(action({999}, true) ==
        "This field comes from a newer version of the app. Nothing was changed. "
        "Update the app to edit it.");
  CHECK(refusal(document, RecordType{999}, {700}, true) != "allowed");
}

TEST_CASE("required fields cannot be emptied") {
  const Document document = new_document(7);
  for (const Value& value : {Value(Unset{}), Value(NotStated{})}) {
    CHECK(refusal(document, RecordType::kBody, field::kName, value) ==
          "“Name” cannot be empty. Nothing was changed. Enter text.");
  }
}

TEST_CASE("text keeps out what cannot be kept") {
  const Document document = new_document(7);
  const auto name = [&](std::string text) {
    return refusal(document, RecordType::kBody, field::kName, std::move(text));
  };
  const auto note = [&](std::string text) {
    return refusal(document, RecordType::kBody, field::kNote, std::move(text));
  };
  CHECK(name("Tŷ £ – é שלום 😀") == "allowed");
  CHECK(name("=1+1 <b>") == "allowed");
  CHECK(name("two\nlines") != "allowed");
  CHECK(note("two\nlines\tand a tab") == "allowed");
  CHECK(note("a\x01") != "allowed");
  CHECK(note("\xFF") != "allowed");
  CHECK(note(std::string((1U << 20U) + 1, 'x')) != "allowed");
}

TEST_CASE("references go to live records of the right kind") {
  Document document = new_document(7);
  const RecordId body = add(document, RecordType::kBody, "Board");
  const RecordId model = add(document, RecordType::kModel, "Darlington 2012");
  const auto from = [&](RecordId id) {
    return refusal(document, RecordType::kLine, field::kLineFrom, id);
  };
  CHECK(from(body) == "allowed");
  CHECK(from(model) ==
        "“Darlington 2012” cannot stand in “From”. Nothing was changed. "
        "Choose a record of the kind “Body”.");
  CHECK(from({{9}, 9}) ==
        "The record chosen for “From” is not there. Nothing was changed. Choose another one.");
  remove(document, body);
  CHECK(from(body) != "allowed");
}
