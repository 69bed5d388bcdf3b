#include "exchange/problems.hpp"

namespace atlas::exchange {

void Problems::add(std::size_t line, std::string_view record, std::string_view field,
                   std::string_view what) {
  if (full()) return;
  std::string text;
  const auto part = [&](std::string_view word, std::string_view value) {
    if (value.empty()) return;
    text += (text.empty() ? "" : ", ") + std::string(word) + std::string(value);
  };
  part("line ", line == 0 ? std::string() : std::to_string(line));
  part("record ", record);
  part("field ", field);
  lines_.push_back((text.empty() ? "" : text + ": ") + std::string(what));
}

Error Problems::error() const {
  Error error{ErrorCode::kInvalid, "", "Nothing was changed.", "Mend these and try again."};
  for (const std::string& line : lines_) {
    error.happened += (error.happened.empty() ? "" : "\n") + line;
  }
  if (full()) {
    error.happened +=
        "\nThere are more mistakes; reading stopped after " + std::to_string(lines_.size()) + ".";
  }
  return error;
}

}  // namespace atlas::exchange
