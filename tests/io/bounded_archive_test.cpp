#include "io/bounded_archive.hpp"

#include <doctest/doctest.h>

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include <sstream>

namespace atlas::io {
namespace {

std::string size_tag(std::uint64_t size) {
  return {reinterpret_cast<const char*>(&size), sizeof(size)};
}

TEST_CASE("the archives write and read what cereal's portable binary does") {
  const std::string text = "Board – ŵ";
  const std::vector<std::uint16_t> numbers = {1, 2, 65'535};
  std::ostringstream stream;
  {
    cereal::PortableBinaryOutputArchive stock(
        stream, cereal::PortableBinaryOutputArchive::Options::LittleEndian());
    stock(text, numbers, true, std::int64_t{-5});
  }
  BoundedOutputArchive ours;
  ours(kLittleEndianMark, text, numbers, true, std::int64_t{-5});
  CHECK(ours.bytes() == stream.str());

  BoundedInputArchive in(ours.bytes());
  std::uint8_t mark = 0;
  std::string text_back;
  std::vector<std::uint16_t> numbers_back;
  bool flag = false;
  std::int64_t number = 0;
  in(mark, text_back, numbers_back, flag, number);
  in.expect_end();
  CHECK(mark == kLittleEndianMark);
  CHECK(text_back == text);
  CHECK(numbers_back == numbers);
  CHECK(flag);
  CHECK(number == -5);
}

TEST_CASE("a length beyond the bytes left is refused before anything is allocated") {
  for (const std::uint64_t size :
       {std::uint64_t{4}, std::uint64_t{1} << 27U, (std::uint64_t{1} << 32U) + 1,
        std::uint64_t{1} << 63U, ~std::uint64_t{0}}) {
    CAPTURE(size);
    const std::string bytes = size_tag(size) + "abc";
    std::string text;
    BoundedInputArchive in(bytes);
    CHECK_THROWS_AS(in(text), Refused);
    CHECK(text.capacity() < 100);
    std::vector<std::string> list;
    BoundedInputArchive again(bytes);
    CHECK_THROWS_AS(again(list), Refused);
    CHECK(list.capacity() == 0);
    BoundedInputArchive counted(bytes);
    CHECK_THROWS_AS(static_cast<void>(counted.read_count(1)), Refused);
  }
}

TEST_CASE("a count is held against what each thing takes at least") {
  const std::string bytes = size_tag(3) + std::string(35, 'x');
  BoundedInputArchive enough(bytes);
  CHECK(enough.read_count(11) == 3);
  BoundedInputArchive too_many(bytes);
  CHECK_THROWS_AS(static_cast<void>(too_many.read_count(12)), Refused);
}

TEST_CASE("reading past the end is refused, and so is what is left over") {
  BoundedInputArchive in(std::string_view("abc"));
  std::uint32_t number = 0;
  CHECK_THROWS_AS(in(number), Refused);
  CHECK_THROWS_AS(in.expect_end(), Refused);
  CHECK(in.left() == 3);
}

TEST_CASE("a flag is 0 or 1") {
  BoundedInputArchive in(std::string_view("\x02", 1));
  bool flag = false;
  CHECK_THROWS_AS(in(flag), Refused);
}

}  // namespace
}  // namespace atlas::io
