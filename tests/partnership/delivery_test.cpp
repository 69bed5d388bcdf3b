#include "partnership/delivery.hpp"

#include <doctest/doctest.h>

#include "support/small_workspace.hpp"

namespace atlas {

using test::SmallWorkspace;

TEST_CASE("rows of a plan are objectives with their actions, in order") {
  const SmallWorkspace small;
  const std::vector<DeliveryRow> rows = delivery_rows(small.document, small.plan);
  const RecordId records[] = {small.first,  small.open, small.done,
                              small.second, small.late, small.loose};
  const int levels[] = {1, 2, 2, 1, 2, 1};
  REQUIRE(rows.size() == 6);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(i);
    CHECK(rows[i].record == records[i]);
    CHECK(rows[i].level == levels[i]);
  }
  CHECK(rows[0].type == RecordType::kObjective);
  CHECK(rows[5].type == RecordType::kAction);
  CHECK(is_delivery_row(small.document, small.loose));
  CHECK_FALSE(is_delivery_row(small.document, small.plan));
}

TEST_CASE("bodies with plans are found") {
  const SmallWorkspace small;
  CHECK(bodies_with_plans(small.document) == std::vector{small.board});
  CHECK(bodies_with_plans(small.document, small.beta).empty());
  CHECK(plans_of(small.document, small.board) == std::vector{small.plan});
}

TEST_CASE("overdue means due before today and still open") {
  const SmallWorkspace small;
  const Date due = from_civil({2009, 3, 31});
  const Date next_day{due.days + 1};
  CHECK_FALSE(is_overdue(small.document, small.late, due));
  CHECK(is_overdue(small.document, small.late, next_day));
  CHECK_FALSE(is_overdue(small.document, small.done, next_day));
  CHECK_FALSE(is_overdue(small.document, small.open, next_day));
  CHECK_FALSE(is_overdue(small.document, small.plan, next_day));
}

TEST_CASE("delivery is counted") {
  const SmallWorkspace small;
  const DeliveryCounts counts =
      count_delivery(small.document, small.plan, from_civil({2010, 1, 1}));
  CHECK(counts.objectives == 2);
  CHECK(counts.actions == 4);
  CHECK(counts.complete == 1);
  CHECK(counts.overdue == 1);
}

}  // namespace atlas
