// The words of a query.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace atlas::query {

enum class TokenKind { kWord, kText, kNumber, kSign, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;    // of kText without its quotation marks
  std::size_t at = 0;  // where it begins, in characters from 1
};

// Ends with kEnd.
[[nodiscard]] Result<std::vector<Token>> tokens_of(std::string_view text);
[[nodiscard]] Error query_error(std::size_t at, std::string_view what);

}  // namespace atlas::query
