#include "io/compress.hpp"

#include <zlib.h>

#include <utility>

#include "base/bytes.hpp"
#include "io/limits.hpp"
#include "io/refusal.hpp"

namespace atlas::io {
namespace {

// Level 9 takes twenty times as long on histories and saves a twelfth of the bytes.
constexpr int kLevel = 6;
enum class Method : std::uint8_t { kStored = 0, kDeflated = 1 };
constexpr std::size_t kHeadBytes = 9;  // method and plain size

const Bytef* as_bytes(std::string_view text) {
  return reinterpret_cast<const Bytef*>(text.data());
}

// What a new set of codes may take at most, and the end of the one before.
constexpr std::size_t kCodesBytes = 512;

class Deflater {
 public:
  Deflater(std::string_view plain, std::size_t parts)
      : plain_(plain), packed_(compressBound(uLong(plain.size())) + parts * kCodesBytes, '\0') {
    if (deflateInit(&stream_, kLevel) != Z_OK) throw Refused(RefusalKind::kNoMemory);
    stream_.next_out = reinterpret_cast<Bytef*>(packed_.data());
    stream_.avail_out = static_cast<uInt>(packed_.size());
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }

  void take_up_to(std::size_t end, int flush) {
    // zlib does not write to its input.
    stream_.next_in = const_cast<Bytef*>(as_bytes(plain_.substr(taken_)));
    stream_.avail_in = static_cast<uInt>(end - taken_);
    taken_ = end;
    const int status = deflate(&stream_, flush);
    const bool good = flush == Z_FINISH ? status == Z_STREAM_END : status == Z_OK;
    if (!good || stream_.avail_in > 0) throw Refused(RefusalKind::kNoMemory);
  }
  std::string finish() {
    take_up_to(plain_.size(), Z_FINISH);
    packed_.resize(stream_.total_out);
    return std::move(packed_);
  }

 private:
  std::string_view plain_;
  std::string packed_;
  z_stream stream_{};
  std::size_t taken_ = 0;
};

std::string deflated(std::string_view plain, std::span<const std::size_t> starts) {
  Deflater deflater(plain, starts.size());
  for (const std::size_t start : starts) deflater.take_up_to(start, Z_BLOCK);
  return deflater.finish();
}

bool within_ratio(std::uint64_t plain, std::uint64_t packed) {
  return plain <= packed * limits::kMaxInflateRatio;
}

struct BlockHead {
  Method method = Method::kStored;
  std::uint64_t plain_size = 0;
  std::string_view content;
};

BlockHead read_head(std::string_view block) {
  ByteReader reader(block);
  BlockHead head;
  const std::uint8_t method = reader.read_u8();
  head.plain_size = reader.read_u64();
  if (!reader.ok() || method > static_cast<std::uint8_t>(Method::kDeflated)) {
    throw Refused(RefusalKind::kDamaged);
  }
  head.method = static_cast<Method>(method);
  head.content = block.substr(kHeadBytes);
  const bool honest = head.method == Method::kStored
                          ? head.plain_size == head.content.size()
                          : within_ratio(head.plain_size, head.content.size());
  if (!honest || head.plain_size > limits::kMaxBlockBytes) throw Refused(RefusalKind::kTooLarge);
  return head;
}

}  // namespace

std::string pack_block(std::string_view plain, std::span<const std::size_t> starts) {
  if (plain.size() > limits::kMaxBlockBytes) throw Refused(RefusalKind::kWorkspaceFull);
  std::string packed = deflated(plain, starts);
  const bool pays = packed.size() < plain.size() && within_ratio(plain.size(), packed.size());
  ByteWriter block;
  block.write_u8(static_cast<std::uint8_t>(pays ? Method::kDeflated : Method::kStored));
  block.write_u64(plain.size());
  block.write_bytes(pays ? std::string_view(packed) : plain);
  return block.take();
}

std::uint64_t claimed_size(std::string_view block) {
  return read_head(block).plain_size;
}

std::string unpack_block(std::string_view block) {
  const BlockHead head = read_head(block);
  if (head.method == Method::kStored) return std::string(head.content);
  std::string plain(static_cast<std::size_t>(head.plain_size), '\0');
  uLongf size = static_cast<uLongf>(plain.size());
  uLong used = static_cast<uLong>(head.content.size());
  const int status =
      uncompress2(reinterpret_cast<Bytef*>(plain.data()), &size, as_bytes(head.content), &used);
  const bool whole = status == Z_OK && size == plain.size() && used == head.content.size();
  if (!whole) throw Refused(RefusalKind::kDamaged);
  return plain;
}

}  // namespace atlas::io
