#include "io/file_tools.hpp"

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "io/compress.hpp"
#include "io/sample_history.hpp"
#include "io/snapshot.hpp"

namespace atlas::testing {

LooseFile take_apart(std::string_view file) {
  LooseFile loose;
  for (const io::ChunkView& chunk : io::open_envelope(file)) {
    loose.chunks.push_back({chunk.type, chunk.flags, std::string(chunk.bytes)});
  }
  return loose;
}

std::string put_together(const LooseFile& loose) {
  io::EnvelopeWriter writer;
  for (const io::ForeignChunk& chunk : loose.chunks) {
    writer.add(chunk.type, chunk.flags, chunk.bytes);
  }
  std::string file = std::move(writer).finish();
  ByteWriter head;
  head.write_bytes(std::string_view(file).substr(0, 8));
  head.write_u32(loose.version);
  head.write_u32(loose.min_reader);
  head.write_u64(file.size());
  head.write_u32(crc32(head.bytes()));
  return file.replace(0, head.bytes().size(), head.bytes());
}

std::string raw_block(std::uint8_t method, std::uint64_t claim, std::string_view content) {
  ByteWriter block;
  block.write_u8(method);
  block.write_u64(claim);
  block.write_bytes(content);
  return block.take();
}

std::string file_around(std::string_view plain) {
  LooseFile loose = take_apart(io::SnapshotWriter().write(kSampleWorkspace, {}).value());
  loose.chunks.push_back({io::kHistoryChunk, io::kCriticalChunk, io::pack_block(plain)});
  return put_together(loose);
}

}  // namespace atlas::testing
