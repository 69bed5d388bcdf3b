#include "base/tr.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "support/pseudo.hpp"

using namespace atlas;

namespace {

std::vector<Text> all_texts() {
  std::vector<Text> all;
  for (std::size_t i = 0; i < kTextCount; ++i) all.push_back(static_cast<Text>(i));
  return all;
}

std::size_t count_of(std::string_view text, std::string_view wanted) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos;
       at = text.find(wanted, at + 1)) {
    ++count;
  }
  return count;
}

bool is_plain_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

TEST_CASE("English is the language until another is asked for, and its texts are the table's") {
  CHECK(language() == Language::kEnglish);
  for (const Text text : all_texts()) {
    CHECK(tr(text) == source_text(text));
    CHECK(tr(text).data() == source_text(text).data());
  }
  CHECK(tr_word("Board") == "Board");
}

TEST_CASE("placeholders take their arguments by number; one without an argument stays") {
  CHECK(tr(Text::kDate, {"31", "March", "2009"}) == "31 March 2009");
  CHECK(tr(Text::kDate, {"31", "{0}"}) == "31 {0} {2}");
}

TEST_CASE("the pseudo-language covers every text: brackets, accents, two fifths longer") {
  const PseudoLanguage pseudo;
  for (const Text text : all_texts()) {
    CAPTURE(key_of(text));
    const std::string_view source = source_text(text);
    const std::string_view said = tr(text);
    CHECK(said.front() == '[');
    CHECK(said.back() == ']');
    CHECK(is_valid_utf8(said));
    for (const char* placeholder : {"{0}", "{1}", "{2}", "{3}"}) {
      CHECK(count_of(said, placeholder) == count_of(source, placeholder));
    }
    const auto letters = std::count_if(source.begin(), source.end(), is_plain_letter);
    if (letters == 0) continue;
    const auto more = std::max<std::ptrdiff_t>(2, letters * 2 / 5);
    CHECK(count_code_points(said) >= count_code_points(source) + static_cast<std::size_t>(more));
  }
}

TEST_CASE("what was said stays valid when the language changes") {
  const std::string_view english = tr(Text::kMonthMarch);
  std::string_view pseudo_text;
  std::string_view pseudo_word;
  {
    const PseudoLanguage pseudo;
    pseudo_text = tr(Text::kMonthMarch);
    pseudo_word = tr_word("Board");
    CHECK(pseudo_word == "[Böàŕď Bö]");
    for (int i = 0; i < 100; ++i) CHECK_FALSE(tr_word("Word " + std::to_string(i)).empty());
    CHECK(tr_word("Board").data() == pseudo_word.data());
  }
  CHECK(tr(Text::kMonthMarch).data() == english.data());
  CHECK(pseudo_text == "[Màŕçĥ Mà]");
  const PseudoLanguage again;
  CHECK(tr(Text::kMonthMarch).data() == pseudo_text.data());
}

TEST_CASE("counts have commas between thousands") {
  CHECK(tr_count(Text::kSourcesRecordsOne, Text::kSourcesRecordsMany, 1) == "1 record");
  CHECK(tr_count(Text::kSourcesRecordsOne, Text::kSourcesRecordsMany, 999) == "999 records");
  CHECK(tr_count(Text::kSourcesRecordsOne, Text::kSourcesRecordsMany, 1253) == "1,253 records");
  CHECK(tr_count(Text::kSourcesRecordsOne, Text::kSourcesRecordsMany, 1234567) ==
        "1,234,567 records");
}

TEST_CASE("dates are said in the language, and understood in English too") {
  const PseudoLanguage pseudo;
  const Date date = from_civil({2009, 3, 31});
  CHECK(to_plain_text(date) == "[31 [Màŕçĥ Mà] 2009]");
  CHECK(parse_typed_date("31 March 2009") == date);
  CHECK(parse_typed_date("31 Mar 2009") == date);
}
