#include "replica/change_check.hpp"

#include <doctest/doctest.h>

#include "support/change_builder.hpp"

using namespace atlas;
using namespace atlas::test;

TEST_CASE("changes that cannot be right by themselves") {
  const RecordId record{{1}, 1};
  const Change good = change_on({1}, {}, {create(record), SetOp{record, 1, true, {}}});
  REQUIRE(is_well_formed(good));
  const auto broken = [&](const auto& breakage) {
    Change change = good;
    breakage(change);
    return !is_well_formed(change);
  };
  CHECK(broken([](Change& c) { c.replica = {}; }));
  CHECK(broken([](Change& c) { c.operations.clear(); }));
  CHECK(broken([](Change& c) { c.first_counter = 0; }));
  CHECK(broken([](Change& c) { c.lamport = 0; }));
  CHECK(broken([](Change& c) { c.lamport = ~std::uint64_t{0}; }));
  CHECK(broken([](Change& c) { c.first_counter = ~std::uint64_t{0} - 1; }));
  CHECK(broken([](Change& c) { c.parents = {{{2}, 2}, {{1}, 1}}; }));
  CHECK(broken([](Change& c) { c.parents = {{{2}, 2}, {{2}, 2}}; }));
  CHECK(broken([](Change& c) { c.parents = {{{2}, 0}}; }));
  CHECK(broken([&](Change& c) { c.operations[0] = create({}); }));
  CHECK(broken([&](Change& c) { c.operations[0] = create(record, record); }));
  CHECK(broken([&](Change& c) { c.operations[0] = create(record, {}, "no key"); }));
  CHECK(broken([&](Change& c) { c.operations[0] = MoveOp{record, {}, ""}; }));
  CHECK(broken([&](Change& c) { c.operations[1] = SetOp{record, 1, true, {{{2}, 2}, {{2}, 1}}}; }));
  CHECK(broken([&](Change& c) { c.operations[1] = RestoreOp{record, {{{2}, 2}, {{2}, 2}}}; }));
  CHECK(broken([&](Change& c) { c.operations[1] = UnknownOp{2, "a kind that is known"}; }));
  CHECK(broken([&](Change& c) { c.operations[1] = UnknownOp{5, "a kind that is known"}; }));
  const OpId a{{2}, 1};
  const OpId b{{2}, 2};
  const auto erasing = [&](EraseOp op) {
    return broken([&](Change& c) { c.operations[1] = std::move(op); });
  };
  CHECK_FALSE(erasing({{a, b}, {}, {}}));
  CHECK_FALSE(erasing({{}, {a}, {}}));
  CHECK_FALSE(erasing({{}, {}, {b}}));
  CHECK(erasing({}));  // erases nothing
  CHECK(erasing({{b, a}, {}, {}}));
  CHECK(erasing({{}, {a, a}, {}}));
  CHECK(erasing({{a}, {}, {b, a}}));
  CHECK(erasing({{{{2}, 0}}, {}, {}}));
  CHECK(erasing({{{{}, 1}}, {}, {}}));
  CHECK(erasing({{{{2}, ~std::uint64_t{0}}}, {}, {}}));
}
