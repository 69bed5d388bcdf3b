#include "io/envelope.hpp"

#include <utility>

#include "base/bytes.hpp"
#include "io/compress.hpp"
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
  std::uint32_t version = 0;
  std::uint32_t min_reader = 0;
  std::uint64_t length = 0;
  std::uint32_t sum = 0;
  const bool whole =
      reader.u32(version) && reader.u32(min_reader) && reader.u64(length) && reader.u32(sum);
  if (!whole || sum != checksum(file.substr(0, kHeadBytes - 4))) {
    throw Refused(RefusalKind::kDamaged);
  }
  if (min_reader == 0 || min_reader > version) throw Refused(RefusalKind::kDamaged);
  if (min_reader > kFormatVersion) throw Refused(RefusalKind::kNewer);
  if (length > limits::kMaxFileBytes) throw Refused(RefusalKind::kTooLarge);
  if (file.size() < length) throw Refused(RefusalKind::kCutShort);
  if (file.size() > length) throw Refused(RefusalKind::kDamaged);
}

ChunkView take_chunk(std::string_view& rest) {
  ByteReader reader(rest);
  ChunkView chunk;
  std::uint64_t length = 0;
  std::uint32_t sum = 0;
  if (!(reader.u32(chunk.type.code) && reader.u32(chunk.flags) && reader.u64(length) &&
        reader.u32(sum))) {
    throw Refused(RefusalKind::kDamaged);
  }
  // Compared in 64 bits: on wasm32 a length above 2^32 must not come out small.
  if (length > rest.size() - kChunkHeadBytes) throw Refused(RefusalKind::kTooLarge);
  chunk.bytes = rest.substr(kChunkHeadBytes, static_cast<std::size_t>(length));
  const std::uint32_t head_sum = checksum(rest.substr(0, kChunkSummedBytes));
  if (sum != checksum(head_sum, chunk.bytes)) throw Refused(RefusalKind::kDamaged);
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
  head.u32(type.code);
  head.u32(flags);
  head.u64(bytes.size());
  head.u32(checksum(checksum(head.view()), bytes));
  file_ += head.view();
  file_ += bytes;
}

std::string EnvelopeWriter::finish() && {
  ByteWriter head;
  head.bytes(kMagic);
  head.u32(kFormatVersion);
  head.u32(kMinReaderVersion);
  head.u64(file_.size());
  head.u32(checksum(head.view()));
  file_.replace(0, kHeadBytes, head.view());
  return std::move(file_);
}

}  // namespace atlas::io
