#include "base/bytes.hpp"

#include <algorithm>
#include <limits>

namespace atlas {

bool ByteReader::need(std::size_t length) {
  if (ok_ && length > bytes_.size() - position_) ok_ = false;
  return ok_;
}

std::uint64_t ByteReader::read_little_endian(std::size_t length) {
  if (!need(length)) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(bytes_[position_ + i]);
    value |= std::uint64_t{byte} << (8 * i);
  }
  position_ += length;
  return value;
}

std::uint8_t ByteReader::read_u8() {
  return static_cast<std::uint8_t>(read_little_endian(1));
}
std::uint32_t ByteReader::read_u32() {
  return static_cast<std::uint32_t>(read_little_endian(4));
}
std::uint64_t ByteReader::read_u64() {
  return read_little_endian(8);
}

std::uint64_t ByteReader::read_varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint8_t byte = read_u8();
    if (!ok_) return 0;
    const std::uint64_t bits = byte & 0x7FU;
    const bool overflows = shift == 63 && bits > 1;
    const bool padded = shift > 0 && byte == 0;
    if (overflows || padded) break;
    value |= bits << shift;
    if ((byte & 0x80U) == 0) return value;
  }
  fail();
  return 0;
}

std::int64_t ByteReader::read_zigzag() {
  const std::uint64_t value = read_varint();
  return static_cast<std::int64_t>((value >> 1U) ^ (0U - (value & 1U)));
}

std::uint32_t ByteReader::read_varint_u32() {
  const std::uint64_t value = read_varint();
  if (value > std::numeric_limits<std::uint32_t>::max()) fail();
  return ok_ ? static_cast<std::uint32_t>(value) : 0;
}

std::string_view ByteReader::read_bytes(std::size_t length) {
  if (!need(length)) return {};
  const std::string_view bytes = bytes_.substr(position_, length);
  position_ += length;
  return bytes;
}

std::string_view ByteReader::read_string(std::size_t limit) {
  return read_bytes(read_count(1, limit));
}

std::size_t ByteReader::count_until(char end) const {
  const std::string_view rest = ok_ ? bytes_.substr(position_) : std::string_view();
  return std::min(rest.find(end), rest.size());
}

std::size_t ByteReader::read_count(std::size_t least_bytes, std::size_t limit) {
  // Compared as 64 bits: on wasm32 a cast first would cut 2^32 + 1 down to 1.
  const std::uint64_t count = read_varint();
  const std::uint64_t holds = remaining() / (least_bytes == 0 ? 1 : least_bytes);
  if (count > holds || count > limit) fail();
  return ok_ ? static_cast<std::size_t>(count) : 0;
}

ByteReader::Nested::Nested(ByteReader& reader) : reader_(reader) {
  if (++reader_.depth_ > kMaxDepth) reader_.fail();
}

ByteReader::Nested::~Nested() {
  --reader_.depth_;
}

void ByteWriter::write_little_endian(std::uint64_t value, int length) {
  for (int i = 0; i < length; ++i) bytes_ += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

void ByteWriter::write_varint(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_ += static_cast<char>((value & 0x7FU) | 0x80U);
    value >>= 7U;
  }
  bytes_ += static_cast<char>(value);
}

void ByteWriter::write_zigzag(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  write_varint((bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0U));
}

void ByteWriter::write_string(std::string_view text) {
  write_varint(text.size());
  write_bytes(text);
}

}  // namespace atlas
