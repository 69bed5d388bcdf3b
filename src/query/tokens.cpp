#include "query/tokens.hpp"

#include "base/text.hpp"

namespace atlas::query {
namespace {

bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

Error query_error(std::size_t at, std::string_view what) {
  return {ErrorCode::kInvalid, "Character " + std::to_string(at) + ": " + std::string(what), "",
          "See src/query/README.md for what a query may say."};
}

Result<std::vector<Token>> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  const auto next_is = [&](char c) { return at + 1 < text.size() && text[at + 1] == c; };
  const auto take_while = [&](auto wanted) {
    const std::size_t begin = at;
    while (at < text.size() && wanted(text[at])) ++at;
    return std::string(text.substr(begin, at - begin));
  };
  while (at < text.size()) {
    const char c = text[at];
    const std::size_t place = count_code_points(text.substr(0, at)) + 1;
    if (is_space(c)) {
      ++at;
    } else if (c == '"') {
      std::string inside;
      for (++at;; ++at) {
        if (at >= text.size()) return query_error(place, "this text is never closed");
        if (text[at] == '"' && !next_is('"')) break;
        if (text[at] == '"') ++at;
        inside += text[at];
      }
      ++at;
      tokens.push_back({TokenKind::kText, std::move(inside), place});
    } else if (is_digit(c) || (c == '-' && at + 1 < text.size() && is_digit(text[at + 1]))) {
      ++at;
      std::string digits(1, c);
      digits += take_while([](char d) { return is_digit(d) || d == '.' || d == ',' || d == '-'; });
      // A comma that ends it belongs to a list.
      while (digits.ends_with(',')) {
        digits.pop_back();
        --at;
      }
      tokens.push_back({TokenKind::kNumber, std::move(digits), place});
    } else if (is_word_start(c)) {
      tokens.push_back(
          {TokenKind::kWord,
           take_while([](char w) { return is_word_start(w) || is_digit(w) || w == '.'; }), place});
    } else {
      std::string sign(1, c);
      if ((c == '!' || c == '<' || c == '>') && next_is('=')) sign += '=';
      const bool known = sign == "=" || sign == "!=" || sign == "<" || sign == "<=" ||
                         sign == ">" || sign == ">=" || sign == "(" || sign == ")" || sign == ",";
      if (!known) {
        const CodePoint point = code_point_at(text, at);
        return query_error(
            place, "\"" + std::string(text.substr(at, point.length)) + "\" means nothing here");
      }
      at += sign.size();
      tokens.push_back({TokenKind::kSign, std::move(sign), place});
    }
  }
  tokens.push_back({TokenKind::kEnd, "", count_code_points(text) + 1});
  return tokens;
}

}  // namespace atlas::query
