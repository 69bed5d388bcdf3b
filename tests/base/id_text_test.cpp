#include "base/id_text.hpp"

#include <doctest/doctest.h>

#include "base/random.hpp"

namespace atlas {
namespace {

TEST_CASE("ids come back from their text") {
  SeededRandom random(1);
  for (int i = 0; i < 200; ++i) {
    const RecordId id{ReplicaId{random.next()}, random.next()};
    CHECK(parse_record_id(to_text(id)) == id);
  }
  CHECK(to_text(RecordId{ReplicaId{0xB017000000000001U}, 255}) ==
        "b017000000000001-00000000000000ff");
  CHECK(parse_hex("ffffffffffffffff") == ~std::uint64_t{0});
}

TEST_CASE("what is no id is none") {
  CHECK_FALSE(parse_record_id("").has_value());
  CHECK_FALSE(parse_record_id("b017000000000001").has_value());
  CHECK_FALSE(parse_record_id("B017000000000001-00000000000000FF").has_value());
  CHECK_FALSE(parse_record_id("b017000000000001_00000000000000ff").has_value());
  CHECK_FALSE(parse_record_id("b017000000000001-00000000000000ff0").has_value());
  CHECK_FALSE(parse_record_id("b01700000000000g-00000000000000ff").has_value());
  CHECK_FALSE(parse_record_id("0000000000000000-0000000000000000").has_value());
}

}  // namespace
}  // namespace atlas
