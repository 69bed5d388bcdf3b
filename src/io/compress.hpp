// Blocks of bytes, deflated where that pays. The same bytes give the same block on every target:
// one zlib, one level. Layout: FORMAT.md, "Block". Throws Refused.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace atlas::io {

// `starts`: rising places in `plain` where the statistics of bytes change; the compressor makes
// codes anew there. What is unpacked is the same.
[[nodiscard]] std::string pack_block(std::string_view plain,
                                     std::span<const std::size_t> starts = {});
// The plain size that a block claims, after checking the claim against the limits.
[[nodiscard]] std::uint64_t claimed_size(std::string_view block);
[[nodiscard]] std::string unpack_block(std::string_view block);

}  // namespace atlas::io
