// UTF-8 text. Strings in memory are valid UTF-8 once they have passed the border (a typed text, a
// file); the functions here still survive any bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// Whether the bytes are UTF-8: shortest forms only, no surrogates, at most U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

// One code point and the bytes it takes. Bytes that are not UTF-8 give kReplacementCharacter and
// length 1. Length is 0 only at the end of the text.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);
void append_code_point(std::string& text, char32_t value);
[[nodiscard]] std::size_t count_code_points(std::string_view text);
// Bad bytes replaced by U+FFFD.
[[nodiscard]] std::string repaired_utf8(std::string_view text);
// At most `count` code points, "…" in place of the rest.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t count);

// No control characters except, where `lines` is allowed, line feed and tab.
enum class TextShape { kOneLine, kLines };
[[nodiscard]] bool has_control_characters(std::string_view text, TextShape shape);

// Without white space (also no-break spaces) at both ends. The view points into `text`.
[[nodiscard]] std::string_view trim(std::string_view text);
// Parts between separators, empty ones included; "" gives one empty part.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

// For searching: lower case, Latin letters without their marks (Welsh ŵ and ŷ included),
// typographic quotes, dashes and spaces plain, "æ" as "ae". Other scripts stay as they are.
[[nodiscard]] std::string fold_for_search(std::string_view text);
// Both folded; an empty `wanted` is found everywhere.
[[nodiscard]] bool contains_folded(std::string_view text, std::string_view wanted);

}  // namespace atlas
