#include "base/tr.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "base/text.hpp"

namespace atlas {
namespace {

// The packer lets braces stand around one digit only.
constexpr std::size_t kPlaceholderLength = 3;
bool is_placeholder(std::string_view text, std::size_t at) {
  return text[at] == '{' && at + kPlaceholderLength <= text.size();
}

// All in the built-in font; a letter that is not here stays.
struct Accented {
  char plain;
  std::string_view with;
};
constexpr std::array kAccented{
    Accented{'A', "À"}, Accented{'C', "Ç"}, Accented{'D', "Ď"}, Accented{'E', "É"},
    Accented{'G', "Ğ"}, Accented{'H', "Ĥ"}, Accented{'I', "Î"}, Accented{'J', "Ĵ"},
    Accented{'K', "Ķ"}, Accented{'L', "Ľ"}, Accented{'N', "Ñ"}, Accented{'O', "Ö"},
    Accented{'R', "Ŕ"}, Accented{'S', "Š"}, Accented{'T', "Ţ"}, Accented{'U', "Û"},
    Accented{'W', "Ŵ"}, Accented{'Y', "Ý"}, Accented{'Z', "Ž"}, Accented{'a', "à"},
    Accented{'c', "ç"}, Accented{'d', "ď"}, Accented{'e', "é"}, Accented{'g', "ğ"},
    Accented{'h', "ĥ"}, Accented{'i', "î"}, Accented{'j', "ĵ"}, Accented{'k', "ķ"},
    Accented{'l', "ľ"}, Accented{'n', "ñ"}, Accented{'o', "ö"}, Accented{'r', "ŕ"},
    Accented{'s', "š"}, Accented{'t', "ţ"}, Accented{'u', "û"}, Accented{'w', "ŵ"},
    Accented{'y', "ý"}, Accented{'z', "ž"},
};

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

void append_accented(std::string& out, char c) {
  const auto* const found = std::find_if(kAccented.begin(), kAccented.end(),
                                         [c](const Accented& entry) { return entry.plain == c; });
  if (found == kAccented.end()) {
    out += c;
  } else {
    out += found->with;
  }
}

// As many letters of the text again as make it two fifths longer, two at least, in short words so
// that they wrap.
void append_padding(std::string& out, std::string_view letters) {
  constexpr std::size_t kWordLength = 5;
  if (letters.empty()) return;
  const std::size_t wanted = std::max<std::size_t>(2, (letters.size() * 2 + 4) / 5);
  for (std::size_t i = 0; i < wanted; ++i) {
    if (i % kWordLength == 0) out += ' ';
    append_accented(out, letters[i % letters.size()]);
  }
}

std::string pseudo(std::string_view text) {
  std::string out = "[";
  std::string letters;
  for (std::size_t i = 0; i < text.size();) {
    if (is_placeholder(text, i)) {
      out += text.substr(i, kPlaceholderLength);
      i += kPlaceholderLength;
      continue;
    }
    append_accented(out, text[i]);
    if (is_letter(text[i])) letters += text[i];
    ++i;
  }
  append_padding(out, letters);
  return out + "]";
}

// What is made stays: views into it live as long as the program.
struct Speech {
  Language language = Language::kEnglish;
  std::vector<std::string> pseudo_texts;
  std::map<std::string, std::string, std::less<>> pseudo_words;
};

Speech& speech() {
  static Speech the_one;
  return the_one;
}

}  // namespace

void use_language(Language language) {
  Speech& now = speech();
  now.language = language;
  if (language == Language::kEnglish || !now.pseudo_texts.empty()) return;
  now.pseudo_texts.reserve(kTextCount);
  for (std::size_t i = 0; i < kTextCount; ++i) {
    now.pseudo_texts.push_back(pseudo(source_text(static_cast<Text>(i))));
  }
}

Language language() {
  return speech().language;
}

std::string_view tr(Text text) {
  const Speech& now = speech();
  if (now.language == Language::kEnglish) return source_text(text);
  return now.pseudo_texts[static_cast<std::size_t>(text)];
}

std::string tr(Text text, std::initializer_list<std::string_view> arguments) {
  const std::string_view words = tr(text);
  std::string out;
  for (std::size_t i = 0; i < words.size();) {
    if (!is_placeholder(words, i)) {
      out += words[i++];
      continue;
    }
    const auto number = static_cast<std::size_t>(words[i + 1] - '0');
    const bool given = number < arguments.size();
    out += given ? arguments.begin()[number] : words.substr(i, kPlaceholderLength);
    i += kPlaceholderLength;
  }
  return out;
}

std::string tr_count(Text one, Text many, std::size_t n) {
  return tr(n == 1 ? one : many, {with_thousands(std::to_string(n))});
}

std::string_view tr_word(std::string_view word) {
  Speech& now = speech();
  if (now.language == Language::kEnglish || word.empty()) return word;
  auto found = now.pseudo_words.find(word);
  if (found == now.pseudo_words.end()) {
    found = now.pseudo_words.emplace(std::string(word), pseudo(word)).first;
  }
  return found->second;
}

}  // namespace atlas
