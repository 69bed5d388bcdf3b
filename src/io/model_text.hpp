// Checks of the model files' text that the JSON library does not make.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace atlas::io {

// Empty when `text` is JSON in which no object names a member twice; else what is wrong.
[[nodiscard]] std::string parse_json(const std::string& text, nlohmann::ordered_json& json);

// Empty when good: UTF-8 without combining marks (so it is NFC), without control characters except
// line breaks, not blank at either end, not empty.
[[nodiscard]] std::string text_problem(std::string_view text);

}  // namespace atlas::io
