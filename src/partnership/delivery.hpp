// Delivery: the plans of a body, their objectives and actions in the order of the grid.
#pragma once

#include <cstddef>
#include <vector>

#include "base/date.hpp"
#include "document/document.hpp"

namespace atlas {

[[nodiscard]] std::vector<RecordId> plans_of(const Document& document, RecordId body);

struct DeliveryRow {
  RecordId record;
  RecordType type = RecordType::kAction;  // kObjective or kAction
  int level = 1;                          // 1: right under the plan
};
// Objectives and actions of a plan in sibling order, each objective before its actions.
[[nodiscard]] std::vector<DeliveryRow> delivery_rows(const Document& document, RecordId plan);
[[nodiscard]] bool is_delivery_row(const Document& document, RecordId record);

// Bodies that have a plan, by model, then in the order of its hierarchy.
[[nodiscard]] std::vector<RecordId> bodies_with_plans(const Document& document);
[[nodiscard]] std::vector<RecordId> bodies_with_plans(const Document& document, RecordId model);

// Due before `today` and neither complete nor cancelled. Records without a due date are not.
[[nodiscard]] bool is_overdue(const Document& document, RecordId row, Date today);

struct DeliveryCounts {
  std::size_t objectives = 0;
  std::size_t actions = 0;
  std::size_t complete = 0;  // actions
  std::size_t overdue = 0;   // objectives and actions
};
[[nodiscard]] DeliveryCounts count_delivery(const Document& document, RecordId plan, Date today);

}  // namespace atlas
