// The words of the interface. Each stands once, in shared/strings/en-GB.json; `Text` names it by
// its key: "save_file" is Text::kSaveFile. The language belongs to the process, as a locale does:
// it is set once, before anything is drawn, and every view stays valid for the life of the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "strings.hpp"

namespace atlas {

// kPseudo is English for tests: accented, longer by two fifths, in brackets. Words without brackets
// on a screen escaped the table; words that are cut off there would be cut off in other languages.
enum class Language : std::uint8_t { kEnglish, kPseudo };
void use_language(Language language);
[[nodiscard]] Language language();

// A text without placeholders.
[[nodiscard]] std::string_view tr(Text text);
// A text with {0}, {1}, … replaced. A placeholder without an argument stays.
[[nodiscard]] std::string tr(Text text, std::initializer_list<std::string_view> arguments);
// "1 change", "3 changes": {0} is the number.
[[nodiscard]] std::string tr_count(Text one, Text many, std::size_t n);
// Words from a table of the document's schema (labels, help, choices), which stay there because
// files and checks share them.
[[nodiscard]] std::string_view tr_word(std::string_view word);

}  // namespace atlas
