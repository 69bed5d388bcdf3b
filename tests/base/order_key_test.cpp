#include "base/order_key.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace atlas;

namespace {

constexpr OrderTag kMine{1};
constexpr OrderTag kTheirs{2};

}  // namespace

TEST_CASE("a key fits before, after and between") {
  const std::string first = order_key_between(std::nullopt, std::nullopt, kMine);
  const std::string after = order_key_between(first, std::nullopt, kMine);
  const std::string before = order_key_between(std::nullopt, first, kMine);
  const std::string between = order_key_between(first, after, kMine);
  CHECK(before < first);
  CHECK(first < between);
  CHECK(between < after);
  CHECK(first.size() == 5);
  CHECK(order_key_between(first, after, kMine) == between);
}

TEST_CASE("a run counts on where it began") {
  const std::string a = order_key_between(std::nullopt, std::nullopt, kTheirs);
  const std::string b = order_key_between(a, std::nullopt, kTheirs);
  std::string last = a;
  for (int i = 0; i < 100; ++i) {
    const std::string next = order_key_between(last, b, kMine);
    CHECK(last < next);
    CHECK(next < b);
    CHECK(next.size() <= 12);
    last = next;
  }
}

TEST_CASE("equal keys do not stop anybody") {
  const std::string key = order_key_between(std::nullopt, std::nullopt, kMine);
  const std::string after = order_key_between(key, key, kTheirs);
  CHECK(key < after);
  CHECK(is_order_key(after));
}

TEST_CASE("only keys are keys") {
  for (const char* bad : {"", "a", "V000", "V000!", "V-00V", "V000V ", "V000Vx", "zV", "é000V"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_order_key(bad));
  }
  // Numbers have one form: 21 is the first that takes a further digit.
  CHECK(is_order_key("q0000V"));
  CHECK(is_order_key("r10000V"));
  CHECK_FALSE(is_order_key("r01000V"));
}

TEST_CASE("keys at the ends of the numbers break nothing") {
  const std::string top(std::string("z") + "zzzzzzzzzz" + "zzz" + "z" + "zzzzzzzzzz");
  const std::string bottom = std::string("0") + "0000000000" + "000" + "0" + "0000000000";
  for (const std::string& hostile : {top, bottom}) {
    if (!is_order_key(hostile)) continue;
    CHECK(is_order_key(order_key_between(hostile, std::nullopt, kMine)));
    CHECK(is_order_key(order_key_between(std::nullopt, hostile, kMine)));
  }
}

TEST_CASE("the tag of a replica is always the same and within bounds") {
  for (std::uint64_t replica = 1; replica < 1000; ++replica) {
    CHECK(order_tag({replica}).value < kOrderTags);
    CHECK(order_tag({replica}).value == order_tag({replica}).value);
  }
  CHECK(order_tag({1}).value != order_tag({2}).value);
}
