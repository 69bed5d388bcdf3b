// Figures in texts, for comparing readings of a paper.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace atlas::testing {

// The numbers in a text, without separators of thousands.
inline std::vector<std::string> numbers_in(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() &&
           (is_digit(text[end]) ||
            (text[end] == '.' && end > at && end + 1 < text.size() && is_digit(text[end + 1])))) {
      ++end;
    }
    if (end > at) found.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return found;
}

}  // namespace atlas::testing
