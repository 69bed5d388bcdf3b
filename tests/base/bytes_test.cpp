#include "base/bytes.hpp"

#include <doctest/doctest.h>

#include <limits>

using atlas::ByteReader;
using atlas::ByteWriter;

TEST_CASE("what is written is read, and nothing is left") {
  ByteWriter writer;
  writer.write_u8(0xAB);
  writer.write_u32(0x01020304);
  writer.write_u64(0x0102030405060708U);
  for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128},
                                    std::uint64_t{1} << 32U, ~std::uint64_t{0}}) {
    writer.write_varint(value);
  }
  writer.write_zigzag(-1);
  writer.write_zigzag(std::numeric_limits<std::int64_t>::min());
  writer.write_string("ŵ");
  const std::string bytes = writer.take();
  CHECK(bytes.substr(1, 4) == "\x04\x03\x02\x01");

  ByteReader reader(bytes);
  CHECK(reader.read_u8() == 0xAB);
  CHECK(reader.read_u32() == 0x01020304);
  CHECK(reader.read_u64() == 0x0102030405060708U);
  CHECK(reader.read_varint() == 0);
  CHECK(reader.read_varint() == 127);
  CHECK(reader.read_varint() == 128);
  CHECK(reader.read_varint() == std::uint64_t{1} << 32U);
  CHECK(reader.read_varint() == ~std::uint64_t{0});
  CHECK(reader.read_zigzag() == -1);
  CHECK(reader.read_zigzag() == std::numeric_limits<std::int64_t>::min());
  CHECK(reader.read_string(10) == "ŵ");
  CHECK(reader.finished());
}

TEST_CASE("reading past the end fails and stays failed") {
  ByteReader reader("abc");
  CHECK(reader.read_u32() == 0);
  CHECK_FALSE(reader.ok());
  CHECK(reader.read_u8() == 0);
  CHECK(reader.remaining() == 0);
  CHECK_FALSE(reader.finished());
}

TEST_CASE("a varint has one form only") {
  for (const std::string_view bytes :
       {std::string_view("\x80\x00", 2), std::string_view("\xFF\x80\x00", 3),
        std::string_view("\x80"), std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02"),
        std::string_view("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01")}) {
    ByteReader reader(bytes);
    CHECK(reader.read_varint() == 0);
    CHECK_FALSE(reader.ok());
  }
}

TEST_CASE("counts that the bytes cannot hold are refused before anything is reserved") {
  ByteWriter writer;
  writer.write_varint((std::uint64_t{1} << 32U) + 1);  // would be 1 when cut to 32 bits
  writer.write_bytes("abcdef");
  const std::string bytes = writer.take();
  ByteReader reader(bytes);
  CHECK(reader.read_count(1, 1000) == 0);
  CHECK_FALSE(reader.ok());

  ByteReader too_wide(std::string_view("\x03xxxxx", 6));
  CHECK(too_wide.read_count(2, 1000) == 0);
  CHECK_FALSE(too_wide.ok());
  ByteReader too_many(std::string_view("\x03xxxxxx", 7));
  CHECK(too_many.read_count(2, 2) == 0);
  CHECK_FALSE(too_many.ok());
  ByteReader fits(std::string_view("\x03xxxxxx", 7));
  CHECK(fits.read_count(2, 3) == 3);
}

TEST_CASE("a 32-bit varint must fit") {
  ByteWriter writer;
  writer.write_varint(std::uint64_t{1} << 32U);
  const std::string bytes = writer.take();
  ByteReader reader(bytes);
  CHECK(reader.read_varint_u32() == 0);
  CHECK_FALSE(reader.ok());
}

TEST_CASE("nesting has an end") {
  ByteReader reader("x");
  int depth = 0;
  const auto descend = [&](const auto& self) -> void {
    const ByteReader::Nested inside(reader);
    if (!inside) return;
    ++depth;
    self(self);
  };
  descend(descend);
  CHECK(depth == ByteReader::kMaxDepth);
  CHECK_FALSE(reader.ok());
}
