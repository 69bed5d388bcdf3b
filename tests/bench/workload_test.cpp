#include "bench/workload.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "base/hash.hpp"
#include "bench/plan_replica.hpp"

namespace atlas::bench {
namespace {

constexpr std::uint64_t kTraceOf200 = 0xF67CE4548D79B597U;

TEST_CASE("the workload is the one that the peers are measured with, byte for byte") {
  // Of the published trace of 200 actions: its size, its own hash of the settled cells, and all of
  // it.
  const std::string tsv = to_tsv(make_workload(200));
  CHECK(tsv.size() == 125'194);
  CHECK(fnv1a64(tsv) == kTraceOf200);
  const auto again = from_tsv(tsv);
  REQUIRE(again.has_value());
  CHECK(to_tsv(*again) == tsv);
}

TEST_CASE("what is no trace, or a damaged one, is none") {
  std::string tsv = to_tsv(make_workload(8));
  REQUIRE(from_tsv(tsv).has_value());
  CHECK_FALSE(from_tsv("").has_value());
  CHECK_FALSE(from_tsv("H\t1\n").has_value());
  CHECK_FALSE(from_tsv(tsv.substr(0, tsv.size() / 2)).has_value());
  CHECK_FALSE(from_tsv("?" + tsv).has_value());
}

TEST_CASE(
    "four people's work on one plan comes together the same in any order, and nothing is lost") {
  for (const std::size_t batch : {1U, 100U}) {
    const Workload workload = make_workload(200);
    const std::string base = PlanReplica::built(workload, 100).save();
    std::vector<PlanReplica> people;
    std::vector<std::string> deltas;
    for (std::size_t i = 0; i < kPeople; ++i) {
      auto replica = PlanReplica::opened(base, ReplicaId{i + 1});
      REQUIRE(replica.has_value());
      const auto mark = replica->mark();
      replica->apply(workload.people[i], batch);
      deltas.push_back(replica->changes_since(mark));
      people.push_back(std::move(*replica));
    }
    std::string first;
    for (std::size_t i = 0; i < kPeople; ++i) {
      for (const std::size_t step : {3U, 1U, 2U, 1U}) {
        REQUIRE(people[i].merge(deltas[(i + step) % kPeople]));
      }
      const std::string settled = settled_hash(
          workload, [&](auto action, Cell cell) { return people[i].value(action, cell); });
      CHECK(settled == expected_hash(workload));
      CHECK(people[i].groups_out_of_sight() == 0);
      const std::string bytes = people[i].save();
      CHECK(bytes == people[i].save_from_nothing());
      if (i == 0) first = bytes;
      CHECK(bytes == first);
    }
    const auto opened = PlanReplica::opened(first, ReplicaId{9});
    REQUIRE(opened.has_value());
    CHECK(opened->read_all() == people[0].read_all());
  }
}

}  // namespace
}  // namespace atlas::bench
