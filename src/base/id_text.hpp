// Identities as text, for files and tools that people read: sixteen hexadecimal digits a number,
// "b017000000000001-00c5e1a4f0b3d2e7" for a record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"

namespace atlas {

[[nodiscard]] std::string to_hex(std::uint64_t value);
// Sixteen lower-case digits, nothing else.
[[nodiscard]] std::optional<std::uint64_t> parse_hex(std::string_view text);

[[nodiscard]] std::string to_text(RecordId id);
// Null ids have no text, so they are never read.
[[nodiscard]] std::optional<RecordId> parse_record_id(std::string_view text);

}  // namespace atlas
