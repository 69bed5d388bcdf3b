#include <string_view>

#include "base/text.hpp"

namespace atlas {
namespace {

// The plain letter of each code point from U+00C0 to U+017F and from U+1E00 to U+1EFF: the base of
// its canonical decomposition in lower case. '*' stands for two letters, see pair_of.
constexpr std::string_view kLatin =
    "aaaaaa*ceeeeiiiidnoooooxouuuuy**aaaaaa*ceeeeiiiidnooooo/ouuuuy*yaaaaaaccccccccddddeeeeeeeeee"
    "gggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnn**oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuww"
    "yyyzzzzzzs";
constexpr std::string_view kLatinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrr"
    "rrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss*d"
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy**"
    "vvyy";
static_assert(kLatin.size() == 0x180 - 0xC0);
static_assert(kLatinAdditional.size() == 0x100);

std::string_view pair_of(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x14A:
    case 0x14B:
      return "ng";
    case 0x152:
    case 0x153:
      return "oe";
    case 0x1EFA:
    case 0x1EFB:
      return "ll";
    default:
      return "ss";
  }
}

std::string_view plain_punctuation(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x2032:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2033:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    case 0xA0:
    case 0x2009:
    case 0x202F:
      return " ";
    default:
      return {};
  }
}

std::string_view latin_letter(char32_t c) {
  if (c >= 0xC0 && c < 0x180) return kLatin.substr(c - 0xC0, 1);
  if (c >= 0x1E00 && c < 0x1F00) return kLatinAdditional.substr(c - 0x1E00, 1);
  return {};
}

bool is_combining_mark(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

}  // namespace

std::string fold_for_search(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    i += point.length;
    const char32_t c = point.value;
    if (c < 0x80) {
      folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else if (const std::string_view letter = latin_letter(c); !letter.empty()) {
      folded += letter == "*" ? pair_of(c) : letter;
    } else if (const std::string_view plain = plain_punctuation(c); !plain.empty()) {
      folded += plain;
    } else if (!is_combining_mark(c)) {
      append_code_point(folded, c);
    }
  }
  return folded;
}

}  // namespace atlas
