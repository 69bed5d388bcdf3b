#include "replica/version.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("a version remembers the highest counter of each replica") {
  Version version;
  CHECK(version.known({5}) == 0);
  CHECK_FALSE(version.has({{5}, 1}));
  version.raise({{5}, 3});
  version.raise({{2}, 1});
  version.raise({{5}, 2});
  CHECK(version.has({{5}, 3}));
  CHECK_FALSE(version.has({{5}, 4}));
  CHECK(version.entries() == std::vector<OpId>{{{2}, 1}, {{5}, 3}});
}

TEST_CASE("joining takes the higher of each") {
  const std::vector<OpId> list{{{3}, 1}, {{1}, 4}, {{3}, 2}};
  Version a{std::span<const OpId>(list)};
  Version b;
  b.raise({{1}, 9});
  b.raise({{2}, 1});
  a.join(b);
  CHECK(a.entries() == std::vector<OpId>{{{1}, 9}, {{2}, 1}, {{3}, 2}});
}
