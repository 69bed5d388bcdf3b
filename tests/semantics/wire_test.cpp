#include "semantics/wire.hpp"

#include <doctest/doctest.h>

#include "semantics/random_tree.hpp"

namespace atlas::semantics {
namespace {

TEST_CASE("the bytes are as the header says") {
  Patch insert;
  insert.kind = PatchKind::kInsert;
  insert.id = NodeId{0x0807060504030201};
  insert.parent = NodeId{0x11};
  insert.after = NodeId{0x2200000000};
  insert.fields = kFieldRole | kFieldName | kFieldRect;
  insert.node.role = Role::kButton;
  insert.node.name = "£";
  insert.node.rect = {1, 0, 0, -2};
  Patch remove;
  remove.kind = PatchKind::kRemove;
  remove.id = NodeId{5};
  const std::vector<std::uint8_t> expected = {
      2,    0,    0,    0,                                                  // patches
      1,    1,    2,    3,    4,    5,    6, 7, 8,                          // insert
      0x11, 0,    0,    0,    0,    0,    0, 0,                             // parent
      0,    0,    0,    0,    0x22, 0,    0, 0,                             // after
      0x03, 0x01,                                                           // mask
      9,                                                                    // role
      2,    0,    0,    0,    0xC2, 0xA3,                                   // name
      0,    0,    0x80, 0x3F, 0,    0,    0, 0, 0, 0, 0, 0, 0, 0, 0, 0xC0,  // rectangle
      4,    5,    0,    0,    0,    0,    0, 0, 0,                          // remove
  };
  CHECK(encode({insert, remove}) == expected);
  CHECK(encode({}) == std::vector<std::uint8_t>{0, 0, 0, 0});
}

TEST_CASE("what is encoded is decoded, and applies") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    testing::Rng rng(seed);
    const Tree a = testing::random_tree(rng, 40);
    const Tree b = testing::edited_tree(rng, a);
    const auto patches = diff(a, b);
    const auto decoded = decode(encode(patches));
    REQUIRE(decoded);
    CHECK(*decoded == patches);
    const auto result = patched(a, *decoded);
    REQUIRE(result);
    CHECK(result->nodes == b.nodes);
  }
}

TEST_CASE("cut or lengthened bytes are refused") {
  testing::Rng rng(3);
  std::vector<std::uint8_t> bytes = encode(diff(Tree{}, testing::random_tree(rng, 12)));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode(std::span(bytes.data(), size)));
  }
  bytes.push_back(0);
  CHECK_FALSE(decode(bytes));
}

}  // namespace
}  // namespace atlas::semantics
