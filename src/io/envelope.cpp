#include "io/envelope.hpp"

#include <utility>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "io/limits.hpp"
#include "io/refusal.hpp"

namespace atlas::io {
namespace {

// The first byte is no text, CR LF and LF show a transfer as text, 1A ends a listing on Windows.
constexpr std::string_view kMagic{"\x89\x41\x54\x4C\r\n\x1A\n", 8};
constexpr std::string_view kMagicName = kMagic.substr(0, 4);
// Magic, version, minimum reader, total length, checksum.
constexpr std::size_t kHeadBytes = 8 + 4 + 4 + 8 + 4;
// Type, flags, length; then the checksum of these and of the bytes.
constexpr std::size_t kChunkHeadBytes = 4 + 4 + 8 + 4;
constexpr std::size_t kChunkSummedBytes = 4 + 4 + 8;

void check_magic(std::string_view file) {
  if (file.empty()) throw Refused(RefusalKind::kEmpty);
  if (file.substr(0, kMagic.size()) == kMagic) return;
  if (kMagic.substr(0, file.size()) == file) throw Refused(RefusalKind::kCutShort);
  // The name is there but what follows is not: something took the file for text.
  if (file.substr(0, kMagicName.size()) == kMagicName) throw Refused(RefusalKind::kDamaged);
  throw Refused(RefusalKind::kNotOurs);
}

void check_head(std::string_view file) {
  check_magic(file);
  if (file.size() < kHeadBytes) throw Refused(RefusalKind::kCutShort);
  ByteReader reader(file.substr(kMagic.size(), kHeadBytes - kMagic.size()));
  const std::uint32_t version = reader.read_u32();
  const std::uint32_t min_reader = reader.read_u32();
  const std::uint64_t length = reader.read_u64();
  const std::uint32_t sum = reader.read_u32();
  if (sum != crc32(file.substr(0, kHeadBytes - 4))) throw Refused(RefusalKind::kDamaged);
  if (min_reader == 0 || min_reader > version) throw Refused(RefusalKind::kDamaged);
  if (min_reader > kFormatVersion) throw Refused(RefusalKind::kNewer);
  if (length > limits::kMaxFileBytes) throw Refused(RefusalKind::kTooLarge);
  if (file.size() < length) throw Refused(RefusalKind::kCutShort);
  if (file.size() > length) throw Refused(RefusalKind::kDamaged);
}

ChunkView take_chunk(std::string_view& rest) {
  ByteReader reader(rest);
  ChunkView chunk;
  chunk.type.code = reader.read_u32();
  chunk.flags = reader.read_u32();
  const std::uint64_t length = reader.read_u64();
  const std::uint32_t sum = reader.read_u32();
  if (!reader.ok()) throw Refused(RefusalKind::kDamaged);
  // Compared in 64 bits: on wasm32 a length above 2^32 must not come out small.
  if (length > rest.size() - kChunkHeadBytes) throw Refused(RefusalKind::kTooLarge);
  chunk.bytes = rest.substr(kChunkHeadBytes, static_cast<std::size_t>(length));
  const std::uint32_t head_sum = crc32(rest.substr(0, kChunkSummedBytes));
  if (sum != crc32(chunk.bytes, head_sum)) throw Refused(RefusalKind::kDamaged);
  rest.remove_prefix(kChunkHeadBytes + chunk.bytes.size());
  return chunk;
}

}  // namespace

std::vector<ChunkView> open_envelope(std::string_view file) {
  check_head(file);
  std::vector<ChunkView> chunks;
  std::string_view rest = file.substr(kHeadBytes);
  while (!rest.empty()) {
    if (chunks.size() == limits::kMaxChunks) throw Refused(RefusalKind::kTooLarge);
    chunks.push_back(take_chunk(rest));
  }
  return chunks;
}

EnvelopeWriter::EnvelopeWriter() : file_(kHeadBytes, '\0') {}

void EnvelopeWriter::add(ChunkType type, std::uint32_t flags, std::string_view bytes) {
  ByteWriter head;
  head.write_u32(type.code);
  head.write_u32(flags);
  head.write_u64(bytes.size());
  head.write_u32(crc32(bytes, crc32(head.bytes())));
  file_ += head.bytes();
  file_ += bytes;
}

std::string EnvelopeWriter::finish() && {
  ByteWriter head;
  head.write_bytes(kMagic);
  head.write_u32(kFormatVersion);
  head.write_u32(kMinReaderVersion);
  head.write_u64(file_.size());
  head.write_u32(crc32(head.bytes()));
  file_.replace(0, kHeadBytes, head.bytes());
  return std::move(file_);
}

}  // namespace atlas::io
