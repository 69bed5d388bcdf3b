// Changes as bytes. Operations and values carry their kind and length, so that kinds which only a
// newer version knows are skipped, kept and written again. Layout: FORMAT.md, "Change".
// Throws Refused; one value has one encoding, anything else is refused.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "replica/change.hpp"

namespace atlas::io {

[[nodiscard]] std::string encode_change(const Change& change);
// The content of an erasing operation, which rows and columns share.
[[nodiscard]] std::string encode_erasing(const EraseOp& op);
[[nodiscard]] EraseOp decode_erasing(std::string_view content);
// Several encoded changes as one archive, and back.
[[nodiscard]] std::string frame_changes(std::span<const std::string> encoded);
[[nodiscard]] std::vector<Change> decode_changes(std::string_view archive);

}  // namespace atlas::io
