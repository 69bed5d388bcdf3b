#include "base/id_text.hpp"

namespace atlas {
namespace {

constexpr std::size_t kDigits = 16;
constexpr std::string_view kHex = "0123456789abcdef";

}  // namespace

std::string to_hex(std::uint64_t value) {
  std::string text(kDigits, '0');
  for (std::size_t at = kDigits; at-- > 0; value >>= 4U) text[at] = kHex[value & 0xFU];
  return text;
}

std::optional<std::uint64_t> parse_hex(std::string_view text) {
  if (text.size() != kDigits) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    const std::size_t digit = kHex.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value << 4U | digit;
  }
  return value;
}

std::string to_text(RecordId id) {
  return to_hex(id.replica.value) + "-" + to_hex(id.counter);
}

std::optional<RecordId> parse_record_id(std::string_view text) {
  if (text.size() != 2 * kDigits + 1 || text[kDigits] != '-') return std::nullopt;
  const auto replica = parse_hex(text.substr(0, kDigits));
  const auto counter = parse_hex(text.substr(kDigits + 1));
  if (!replica || !counter) return std::nullopt;
  const RecordId id{ReplicaId{*replica}, *counter};
  return id.is_null() ? std::nullopt : std::optional(id);
}

}  // namespace atlas
