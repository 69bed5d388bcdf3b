#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("valid and invalid UTF-8") {
  for (const char* good : {"", "plain", "£20 – é ŵ", "שלום", "😀", "\U0010FFFF"}) {
    CAPTURE(good);
    CHECK(is_valid_utf8(good));
    CHECK(repaired_utf8(good) == good);
  }
  for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80",
                          "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "a\xFFz", "\xE2\x82"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_valid_utf8(bad));
    CHECK(is_valid_utf8(repaired_utf8(bad)));
  }
  CHECK(repaired_utf8("a\xFFz") == "a\uFFFDz");
}

TEST_CASE("code points are counted and walked") {
  const std::string_view text = "aŵ€😀";
  CHECK(count_code_points(text) == 4);
  CHECK(code_point_at(text, 1).value == 0x175);
  CHECK(code_point_at(text, 3).value == 0x20AC);
  CHECK(code_point_at(text, 6).value == 0x1F600);
  CHECK(code_point_at(text, 6).length == 4);
  CHECK(code_point_at(text, text.size()).length == 0);
  std::string built;
  for (const char32_t c : {U'a', U'ŵ', U'€', U'😀'}) append_code_point(built, c);
  CHECK(built == text);
}

TEST_CASE("trim takes all sorts of white space") {
  CHECK(trim("  a b \n") == "a b");
  CHECK(trim("\u00A0\u2003a\u202F") == "a");
  CHECK(trim(" \t ").empty());
  CHECK(trim("") == "");
}

TEST_CASE("split keeps empty parts") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split(",", ',').size() == 2);
}

TEST_CASE("shortened says that it is") {
  CHECK(shortened("Partnership", 20) == "Partnership");
  CHECK(shortened("Partnership", 11) == "Partnership");
  CHECK(shortened("Partnership", 5) == "Part…");
  CHECK(shortened("ŵŵŵŵ", 3) == "ŵŵ…");
}

TEST_CASE("search folds case, marks and typography") {
  CHECK(fold_for_search("Créative DARLINGTON") == "creative darlington");
  CHECK(fold_for_search("ŴŷẀÿŁódź") == "wywylodz");
  CHECK(fold_for_search("Ærø Straße œuvre") == "aero strasse oeuvre");
  CHECK(fold_for_search("e\u0301") == "e");
  CHECK(fold_for_search("children’s – “young”\u00A0people…") == "children's - \"young\" people...");
  CHECK(fold_for_search("שלום £5 😀") == "שלום £5 😀");
  CHECK(contains_folded("Tŷ Gwyn Partnership", "ty gwyn"));
  CHECK(contains_folded("anything", ""));
  CHECK_FALSE(contains_folded("Board", "boards"));
}

TEST_CASE("control characters are found") {
  CHECK_FALSE(has_control_characters("plain ŵ", TextShape::kOneLine));
  CHECK(has_control_characters("a\nb", TextShape::kOneLine));
  CHECK_FALSE(has_control_characters("a\n\tb", TextShape::kLines));
  CHECK(has_control_characters("a\rb", TextShape::kLines));
  CHECK(has_control_characters(std::string_view("a\0b", 3), TextShape::kLines));
  CHECK(has_control_characters("a\u0085b", TextShape::kLines));
}
