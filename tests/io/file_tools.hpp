// Taking files apart and putting them together again with good checksums, for tests that go past
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/envelope.hpp"

namespace atlas::testing {

struct LooseFile {
  std::uint32_t version = io::kFormatVersion;
  std::uint32_t min_reader = io::kMinReaderVersion;
  std::vector<io::ForeignChunk> chunks;
};

// `file` must be good.
[[nodiscard]] LooseFile take_apart(std::string_view file);
[[nodiscard]] std::string put_together(const LooseFile& loose);

// A block as io/compress.hpp writes it, but with any method and any claim.
[[nodiscard]] std::string raw_block(std::uint8_t method, std::uint64_t claim,
                                    std::string_view content);
// A history file whose only block holds these plain bytes.
[[nodiscard]] std::string file_around(std::string_view plain);

}  // namespace atlas::testing
