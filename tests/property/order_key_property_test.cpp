#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/order_key.hpp"
#include "support/seeds.hpp"

namespace atlas::test {
namespace {

using Keys = std::vector<std::string>;

std::string insert(Keys& keys, std::size_t at, OrderTag tag) {
  std::optional<std::string_view> after;
  std::optional<std::string_view> before;
  if (at > 0) after = keys[at - 1];
  if (at < keys.size()) before = keys[at];
  std::string key = order_key_between(after, before, tag);
  keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(at), key);
  return key;
}

bool rises(const Keys& keys) {
  return std::adjacent_find(keys.begin(), keys.end(),
                            [](const std::string& a, const std::string& b) { return !(a < b); }) ==
         keys.end();
}

std::size_t longest(const Keys& keys) {
  std::size_t length = 0;
  for (const std::string& key : keys) length = std::max(length, key.size());
  return length;
}

}  // namespace

TEST_CASE("keys inserted anywhere by anybody keep the order") {
  for_seeds(60, [](Random& random) {
    Keys keys;
    for (int i = 0; i < 400; ++i) {
      const OrderTag tag{static_cast<std::uint32_t>(random.below(4)) * 50'000};
      const std::string key =
          insert(keys, static_cast<std::size_t>(random.below(keys.size() + 1)), tag);
      REQUIRE(is_order_key(key));
    }
    REQUIRE(rises(keys));
  });
}

TEST_CASE("ten thousand inserts at one spot stay within 64 bytes") {
  // Forwards, backwards, and by two people in turn; between two old keys, at the end, at the start.
  for (const bool forwards : {true, false}) {
    for (const std::uint32_t people : {1U, 2U, 3U}) {
      for (const std::size_t neighbours : {0U, 2U}) {
        CAPTURE(forwards);
        CAPTURE(people);
        CAPTURE(neighbours);
        Keys keys;
        for (std::size_t i = 0; i < neighbours; ++i) insert(keys, i, OrderTag{77});
        std::size_t at = neighbours / 2;
        Keys made;
        for (std::uint32_t i = 0; i < 10'000; ++i) {
          // Only the neighbours matter: the rest is left out to be fast.
          const OrderTag tag{1000 * (i % people) + 5};
          std::string key = insert(keys, at, tag);
          keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(at));
          if (at > 0 && forwards) {
            keys[at - 1] = key;
          } else if (at < keys.size() && !forwards) {
            keys[at] = key;
          } else {
            keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(at), key);
            if (forwards) ++at;
          }
          made.push_back(std::move(key));
        }
        if (!forwards) std::reverse(made.begin(), made.end());
        CHECK(rises(made));
        CHECK(longest(made) <= 64);
        MESSAGE("longest key: " << longest(made));
      }
    }
  }
}

TEST_CASE("runs that two people write apart at one spot do not interleave") {
  for_seeds(40, [](Random& random) {
    Keys common;
    for (int i = 0; i < 12; ++i) {
      insert(common, static_cast<std::size_t>(random.below(common.size() + 1)),
             OrderTag{static_cast<std::uint32_t>(random.below(3)) * 1000});
    }
    const auto spot = static_cast<std::size_t>(random.below(common.size() + 1));
    std::vector<std::pair<std::string, int>> merged;
    for (int person = 0; person < 2; ++person) {
      Keys keys = common;
      const OrderTag tag{static_cast<std::uint32_t>(500 + person * 1000 * (1 - 2 * person) + 5000)};
      const bool forwards = random.one_in(2);
      std::size_t at = spot;
      for (int i = 0; i < 20; ++i) {
        merged.emplace_back(insert(keys, at, tag), person);
        if (forwards) ++at;
      }
    }
    std::sort(merged.begin(), merged.end());
    int turns = 0;
    for (std::size_t i = 1; i < merged.size(); ++i) {
      turns += merged[i].second != merged[i - 1].second ? 1 : 0;
    }
    CHECK(turns == 1);
  });
}

TEST_CASE("half a thousand inserts at random places keep keys short") {
  for_seeds(5, [](Random& random) {
    Keys keys;
    for (int i = 0; i < 3000; ++i) {
      insert(keys, static_cast<std::size_t>(random.below(keys.size() + 1)), OrderTag{5});
    }
    CHECK(longest(keys) <= 128);
    MESSAGE("longest key: " << longest(keys));
  });
}

}  // namespace atlas::test
