// What a file may claim, in one place. A file beyond these is refused before memory is taken for
// it; the writer keeps to the same numbers, so that what is written can be read again.
#pragma once

#include <cstddef>
#include <cstdint>

namespace atlas::io::limits {

inline constexpr std::uint64_t kMaxFileBytes = 256U << 20U;
inline constexpr std::uint32_t kMaxChunks = 65'536;
// One history block after inflating, and all blocks of a file together.
inline constexpr std::uint64_t kMaxBlockBytes = 64U << 20U;
inline constexpr std::uint64_t kMaxHistoryBytes = 512U << 20U;
inline constexpr std::uint64_t kMaxChanges = 4'000'000;
inline constexpr std::uint64_t kMaxOperations = 4'000'000;
// A deflated block may grow by this factor at most; what compresses better is stored as it is.
inline constexpr std::uint64_t kMaxInflateRatio = 200;
// A block is finished when the weights of its changes reach this; finished blocks never change
// again.
inline constexpr std::size_t kBlockWeight = 256U << 10U;

}  // namespace atlas::io::limits
