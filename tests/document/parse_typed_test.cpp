#include <doctest/doctest.h>

#include "base/tr.hpp"
#include "document/transaction.hpp"
#include "support/pseudo.hpp"

using namespace atlas;

namespace {

const FieldSpec& spec(std::string_view key) {
  return *find_field_by_key(RecordType::kAction, key);
}

Value typed(std::string_view key, std::string_view text) {
  const Result<Value> value = parse_typed(spec(key), text);
  CAPTURE(text);
  REQUIRE(value.ok());
  return value.value();
}

std::string refusal(std::string_view key, std::string_view text) {
  const Result<Value> value = parse_typed(spec(key), text);
  return value.ok() ? std::string("taken") : value.error().sentence();
}

}  // namespace

TEST_CASE("nothing typed is unset, and \"not stated\" is a value") {
  for (const char* key : {"name", "due", "status", "percent", "cost"}) {
    CHECK(is_unset(typed(key, "")));
    CHECK(is_unset(typed(key, " \u00A0 ")));
    CHECK(std::holds_alternative<NotStated>(typed(key, "Not stated")));
  }
}

TEST_CASE("text is kept as typed") {
  CHECK(typed("name", "  £20 – é ") == Value(std::string("  £20 – é ")));
  CHECK(typed("owner", "one\r\ntwo") == Value(std::string("one two")));
  CHECK(typed("rag_reason", "one\r\ntwo\rthree") == Value(std::string("one\ntwo\nthree")));
  CHECK(refusal("name", "\xFF") != "taken");
}

TEST_CASE("dates") {
  CHECK(typed("due", " 31/3/2009") == Value(Date{14334}));
  CHECK(refusal("due", "31 Febuary") ==
        "“31 Febuary” is not a date. Nothing was changed. Type a date like 31 March 2009.");
}

TEST_CASE("money is whole pence") {
  CHECK(typed("cost", "£1,200") == Value(Money{120'000}));
  CHECK(typed("cost", "1200.5") == Value(Money{120'050}));
  CHECK(typed("cost", "£ 1 200.50") == Value(Money{120'050}));
  CHECK(typed("cost", "-£5") == Value(Money{-500}));
  CHECK(typed("cost", "−5") == Value(Money{-500}));
  CHECK(typed("cost", "£-0.05") == Value(Money{-5}));
  CHECK(refusal("cost", "--5") != "taken");
  CHECK(refusal("cost", "£1.005") != "taken");
  CHECK(refusal("cost", "lots") ==
        "“lots” is not an amount of money. Nothing was changed. "
        "Type pounds like £1,200 or £1,200.50.");
  CHECK(refusal("cost", "999999999999999999") != "taken");
}

TEST_CASE("numbers and percentages keep their digits") {
  CHECK(typed("percent", "12.50 %") == Value(Decimal{1250, 2}));
  CHECK(typed("percent", "15.9") == Value(Decimal{159, 1}));
  CHECK(refusal("percent", "half") != "taken");
  const FieldSpec& number = *find_field_by_key(RecordType::kOutcome, "number");
  CHECK(parse_typed(number, "1,234").value() == Value(Decimal{1234, 0}));
  CHECK_FALSE(parse_typed(number, "one").ok());
}

TEST_CASE("choices by label or key, flags by yes or no, references not at all") {
  CHECK(typed("status", "in progress") == Value(Choice{2}));
  CHECK(typed("status", "ON HOLD") == Value(Choice{4}));
  CHECK(typed("status", "on_hold") == Value(Choice{4}));
  CHECK(refusal("status", "done-ish") ==
        "“done-ish” is not one of the choices for Status. Nothing was changed. "
        "Choose one from the list.");
  const FieldSpec& flag = *find_field_by_key(RecordType::kBody, "statutory");
  CHECK(parse_typed(flag, "Yes").value() == Value(true));
  CHECK(parse_typed(flag, "n").value() == Value(false));
  CHECK_FALSE(parse_typed(flag, "perhaps").ok());
  const FieldSpec& reference = *find_field_by_key(RecordType::kLine, "from");
  CHECK_FALSE(parse_typed(reference, "Board").ok());
}

TEST_CASE("long nonsense is quoted in part") {
  const Result<Value> value = parse_typed(spec("due"), std::string(5000, 'x'));
  REQUIRE_FALSE(value.ok());
  CHECK(value.error().happened.size() < 100);
}

TEST_CASE("words are understood as they are shown, and in English too") {
  const PseudoLanguage pseudo;
  const Value complete = typed("status", "Complete");
  CHECK(typed("status", tr_word("Complete")) == complete);
  CHECK(typed("status", "complete") == complete);
  for (const char* key : {"status", "due"}) {
    CHECK(std::holds_alternative<NotStated>(typed(key, tr(Text::kValueNotStated))));
    CHECK(std::holds_alternative<NotStated>(typed(key, "not stated")));
  }
  const FieldSpec& flag = *find_field_by_key(RecordType::kIndicator, "proxy");
  for (const auto& [word, meant] :
       {std::pair{tr(Text::kValueYes), true}, std::pair{std::string_view("Yes"), true},
        std::pair{tr(Text::kValueNo), false}, std::pair{std::string_view("n"), false}}) {
    const std::string_view said = word;
    CAPTURE(said);
    const Result<Value> value = parse_typed(flag, word);
    REQUIRE(value.ok());
    CHECK(value.value() == Value(meant));
  }
}
