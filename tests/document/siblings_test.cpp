// Order keys as a document uses them: they stay short, and people who write apart at one spot do
// not get in each other's way.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "base/order_key.hpp"
#include "support/seeds.hpp"
#include "support/workspace.hpp"

namespace atlas::test {
namespace {

constexpr std::size_t kLongestKey = 64;

enum class Way { kForwards, kBackwards };

// Between the same two siblings, each after (or before) the last one.
std::vector<RecordId> insert_run(Document& document, RecordId before, std::size_t count, Way way) {
  std::vector<RecordId> run;
  commit(document, "Add many", [&](Transaction& transaction) {
    transaction.expect(2 * count);
    for (std::size_t i = 0; i < count; ++i) {
      run.push_back(transaction.create(RecordType::kAction, kRootRecord, {before}));
      REQUIRE(transaction.set(run.back(), field::kName, std::string("Do")).ok());
      if (way == Way::kBackwards) before = run.back();
    }
  });
  if (way == Way::kBackwards) std::reverse(run.begin(), run.end());
  return run;
}

std::vector<RecordId> with_neighbours(RecordId first, std::vector<RecordId> run, RecordId last) {
  run.insert(run.begin(), first);
  run.push_back(last);
  return run;
}

}  // namespace

TEST_CASE("ten thousand records made at one spot have keys within 64 bytes") {
  for (const Way way : {Way::kForwards, Way::kBackwards}) {
    Document document = new_document(7);
    const RecordId first = add(document, RecordType::kAction, "First");
    const RecordId last = add(document, RecordType::kAction, "Last");
    const std::vector<RecordId> run = insert_run(document, last, 10'000, way);
    const bool in_order = document.children(kRootRecord) == with_neighbours(first, run, last);
    CHECK(in_order);
    std::size_t longest = 0;
    for (const RecordId id : run) longest = std::max(longest, document.find(id)->order.size());
    CHECK(longest <= kLongestKey);
  }
}

TEST_CASE("what two people make apart at one spot stands in two runs, each in its order") {
  for_seeds(30, [](Random& random) {
    const ReplicaId one{random.next() | 1U};
    const ReplicaId other{random.next() | 1U};
    if (order_tag(one).value == order_tag(other).value) return;  // 1 in 238 328
    Document base = new_document(7);
    const RecordId first = add(base, RecordType::kAction, "First");
    const RecordId last = add(base, RecordType::kAction, "Last");
    Document a = copy_of(base, one.value);
    Document b = copy_of(base, other.value);
    const auto way = [&] { return random.one_in(2) ? Way::kForwards : Way::kBackwards; };
    const std::vector<RecordId> of_a = insert_run(a, last, 15, way());
    const std::vector<RecordId> of_b = insert_run(b, last, 15, way());
    exchange(a, b);
    std::vector<RecordId> runs = of_a;
    const bool a_first = a.find(of_a.front())->order < a.find(of_b.front())->order;
    runs.insert(a_first ? runs.end() : runs.begin(), of_b.begin(), of_b.end());
    const bool apart = a.children(kRootRecord) == with_neighbours(first, runs, last);
    CHECK(apart);
    CHECK(a.children(kRootRecord) == b.children(kRootRecord));
  });
}

}  // namespace atlas::test
