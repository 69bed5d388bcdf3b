#include "io/model_text.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <vector>

#include "base/text.hpp"

namespace atlas::io {

std::string parse_json(const std::string& text, nlohmann::ordered_json& json) {
  using Json = nlohmann::ordered_json;
  std::vector<std::set<std::string>> members;
  std::string twice;
  const auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) members.emplace_back();
    if (event == Json::parse_event_t::object_end) members.pop_back();
    if (event == Json::parse_event_t::key) {
      const auto name = parsed.get<std::string>();
      if (!members.back().insert(name).second && twice.empty()) twice = name;
    }
    return true;
  };
  try {
    json = Json::parse(text, watch);
  } catch (const Json::exception& wrong) {
    return std::string("it is not JSON: ") + wrong.what();
  }
  return twice.empty() ? "" : "an object names \"" + twice + "\" twice";
}

std::string text_problem(std::string_view text) {
  if (!is_valid_utf8(text)) return "it is not UTF-8";
  if (text.empty()) return "it is empty; leave the field out, or say {\"not_stated\": true}";
  if (trim(text) != text) return "it begins or ends with a space";
  if (has_control_characters(text, TextShape::kLines)) return "it has a control character";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    // U+0300 to U+036F: no text of ours needs one that NFC would not have composed.
    const bool combining = byte == 0xCC || (byte == 0xCD && next < 0xB0);
    if (combining) return "it has a combining mark; write the composed letter (NFC)";
  }
  return "";
}

}  // namespace atlas::io
