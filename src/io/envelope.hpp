// The envelope of every file: fixed head, then chunks of type, flags, length, checksum and bytes.
// See FORMAT.md. Nothing of a payload is looked at before lengths and checksums agree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::io {

// What this version writes, and the oldest reader that understands it.
inline constexpr std::uint32_t kFormatVersion = 3;
inline constexpr std::uint32_t kMinReaderVersion = 3;

// Four letters, the first in the lowest byte.
struct ChunkType {
  std::uint32_t code = 0;
  friend bool operator==(ChunkType, ChunkType) = default;
  friend bool operator<(ChunkType a, ChunkType b) { return a.code < b.code; }
};

[[nodiscard]] constexpr ChunkType chunk_type(const char (&letters)[5]) {
  std::uint32_t code = 0;
  for (int i = 3; i >= 0; --i) code = (code << 8U) | static_cast<unsigned char>(letters[i]);
  return {code};
}

inline constexpr ChunkType kHeaderChunk = chunk_type("HEAD");
inline constexpr ChunkType kHistoryChunk = chunk_type("HIST");

// Set: a reader that does not know the type must refuse the file. Clear: it passes the chunk on.
inline constexpr std::uint32_t kCriticalChunk = 1;

struct ChunkView {
  ChunkType type;
  std::uint32_t flags = 0;
  std::string_view bytes;  // into the file's bytes
};

// A chunk of a type that only a newer version knows, kept to be written again.
struct ForeignChunk {
  ChunkType type;
  std::uint32_t flags = 0;
  std::string bytes;
  friend bool operator==(const ForeignChunk&, const ForeignChunk&) = default;
};

// The chunks of a whole file in their order. The views live as long as `file` does. Throws Refused.
[[nodiscard]] std::vector<ChunkView> open_envelope(std::string_view file);

// Builds a file: add chunks, then take the bytes.
class EnvelopeWriter {
 public:
  EnvelopeWriter();
  void add(ChunkType type, std::uint32_t flags, std::string_view bytes);
  [[nodiscard]] std::string finish() &&;

 private:
  std::string file_;
};

}  // namespace atlas::io
