#include "io/compress.hpp"

#include <zlib.h>

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

std::string deflated(std::string_view plain) {
  uLongf size = compressBound(static_cast<uLong>(plain.size()));
  std::string packed(size, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(packed.data()), &size, as_bytes(plain),
                               static_cast<uLong>(plain.size()), kLevel);
  if (status != Z_OK) throw Refused(RefusalKind::kNoMemory);
  packed.resize(size);
  return packed;
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

std::string pack_block(std::string_view plain) {
  if (plain.size() > limits::kMaxBlockBytes) throw Refused(RefusalKind::kWorkspaceFull);
  std::string packed = deflated(plain);
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
