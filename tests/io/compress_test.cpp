#include "io/compress.hpp"

#include <doctest/doctest.h>

#include "base/random.hpp"
#include "io/file_tools.hpp"
#include "io/limits.hpp"
#include "io/refusal.hpp"

namespace atlas::io {
namespace {

RefusalKind refused_as(const std::string& block) {
  try {
    static_cast<void>(unpack_block(block));
  } catch (const Refused& refused) {
    return refused.kind();
  }
  FAIL("the block was taken");
  return {};
}

TEST_CASE("blocks come back as they were") {
  std::string noise;
  SeededRandom random(7);
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>(random.next());
  for (const std::string& plain :
       {std::string(), std::string("a"), std::string("Board Board Board Board Board Board Board"),
        noise, std::string(1U << 20U, 'a')}) {
    const std::string block = pack_block(plain);
    CHECK(claimed_size(block) == plain.size());
    CHECK(unpack_block(block) == plain);
    CHECK(block.size() <= plain.size() + 9);
  }
}

TEST_CASE("what is written keeps to the ratio that readers allow") {
  const std::string block = pack_block(std::string(3U << 20U, 'a'));
  CHECK(block.size() * limits::kMaxInflateRatio >= (3U << 20U));
}

TEST_CASE("false claims are refused before inflating") {
  const std::string good = pack_block(std::string(400, 'a') + "Board and groups and plans");
  const std::string deflated = good.substr(9);
  REQUIRE(good[0] == 1);
  for (const std::uint64_t claim :
       {std::uint64_t{1} << 27U, (std::uint64_t{1} << 32U) + 426, std::uint64_t{1} << 63U}) {
    CHECK(refused_as(testing::raw_block(1, claim, deflated)) == RefusalKind::kTooLarge);
    CHECK(refused_as(testing::raw_block(0, claim, deflated)) == RefusalKind::kTooLarge);
  }
  const std::string padded = deflated + std::string(1U << 20U, ' ');
  CHECK(refused_as(testing::raw_block(1, limits::kMaxBlockBytes + 1, padded)) ==
        RefusalKind::kTooLarge);
}

TEST_CASE("a block that does not fit its claim is damaged") {
  const std::string plain = std::string(400, 'a') + "Board and groups and plans";
  const std::string deflated = pack_block(plain).substr(9);
  CHECK(refused_as(testing::raw_block(1, plain.size() - 1, deflated)) == RefusalKind::kDamaged);
  CHECK(refused_as(testing::raw_block(1, plain.size() + 1, deflated)) == RefusalKind::kDamaged);
  CHECK(refused_as(testing::raw_block(1, plain.size(), deflated + "x")) == RefusalKind::kDamaged);
  CHECK(refused_as(testing::raw_block(1, plain.size(), deflated.substr(1))) ==
        RefusalKind::kDamaged);
  CHECK(refused_as(testing::raw_block(2, plain.size(), plain)) == RefusalKind::kDamaged);
  CHECK(refused_as("") == RefusalKind::kDamaged);
}

}  // namespace
}  // namespace atlas::io
