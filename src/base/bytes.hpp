// Bounded reading and canonical writing of bytes, little-endian. Bytes are held in std::string.
//
// The reader never reads past its end, never allocates by a number it has read, and remembers the
// first failure: after it every read gives zero or nothing, so a decoder may read a whole structure
// and ask ok() once, provided that loops run over read_count() and nesting goes through Nested.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace atlas {

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool ok() const { return ok_; }
  void fail() { ok_ = false; }
  [[nodiscard]] std::size_t remaining() const { return ok_ ? bytes_.size() - position_ : 0; }
  [[nodiscard]] std::size_t position() const { return position_; }
  // All read, nothing failed, nothing left over.
  [[nodiscard]] bool finished() const { return ok_ && position_ == bytes_.size(); }

  std::uint8_t read_u8();
  std::uint32_t read_u32();
  std::uint64_t read_u64();
  // LEB128; a longer form than needed fails, so that a number has one encoding only.
  std::uint64_t read_varint();
  std::int64_t read_zigzag();
  // A varint that must fit the smaller type.
  std::uint32_t read_varint_u32();
  // The next bytes, as a view into what the reader was given.
  std::string_view read_bytes(std::size_t length);
  // A varint length and that many bytes; longer than `limit` fails.
  std::string_view read_string(std::size_t limit);
  // How many bytes stand before the next `end`; all that are left where there is none.
  [[nodiscard]] std::size_t count_until(char end) const;
  // How many items follow, each at least `least_bytes` (1 or more) long: a count that the bytes
  // left cannot hold, or above `limit`, fails. Only then may one reserve.
  std::size_t read_count(std::size_t least_bytes, std::size_t limit);

  // Guards recursion: `if (ByteReader::Nested inside(reader); inside) …`. Too deep fails.
  static constexpr int kMaxDepth = 32;
  class Nested {
   public:
    explicit Nested(ByteReader& reader);
    ~Nested();
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;
    explicit operator bool() const { return reader_.ok(); }

   private:
    ByteReader& reader_;
  };

 private:
  bool need(std::size_t length);
  std::uint64_t read_little_endian(std::size_t length);

  std::string_view bytes_;
  std::size_t position_ = 0;
  int depth_ = 0;
  bool ok_ = true;
};

class ByteWriter {
 public:
  void write_u8(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void write_u32(std::uint32_t value) { write_little_endian(value, 4); }
  void write_u64(std::uint64_t value) { write_little_endian(value, 8); }
  void write_varint(std::uint64_t value);
  void write_zigzag(std::int64_t value);
  void write_bytes(std::string_view bytes) { bytes_ += bytes; }
  void write_string(std::string_view text);

  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void write_little_endian(std::uint64_t value, int length);
  std::string bytes_;
};

}  // namespace atlas
