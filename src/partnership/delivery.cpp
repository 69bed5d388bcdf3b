#include "partnership/delivery.hpp"

#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas {
namespace {

bool is_row_type(RecordType type) {
  return type == RecordType::kObjective || type == RecordType::kAction;
}

void add_rows(const Document& document, RecordId parent, int level,
              std::vector<DeliveryRow>& rows) {
  for (const RecordId child : document.children(parent)) {
    const RecordType type = document.find(child)->type;
    if (!is_row_type(type)) continue;
    rows.push_back({child, type, level});
    add_rows(document, child, level + 1, rows);
  }
}

std::uint32_t status_of(const Document& document, const Record& record) {
  const FieldNumber field =
      record.type == RecordType::kObjective ? fields::kObjectiveStatus : fields::kActionStatus;
  const auto* choice = std::get_if<Choice>(&document.get(record.id, field));
  return choice == nullptr ? 0 : choice->number;
}

}  // namespace

std::vector<RecordId> plans_of(const Document& document, RecordId body) {
  return document.children(body, RecordType::kPlan);
}

std::vector<DeliveryRow> delivery_rows(const Document& document, RecordId plan) {
  std::vector<DeliveryRow> rows;
  add_rows(document, plan, 1, rows);
  return rows;
}

bool is_delivery_row(const Document& document, RecordId record) {
  const Record* found = document.find_live(record);
  return found != nullptr && is_row_type(found->type);
}

std::vector<RecordId> bodies_with_plans(const Document& document) {
  std::vector<RecordId> bodies;
  for (const RecordId model : models(document)) {
    const std::vector<RecordId> of_model = bodies_with_plans(document, model);
    bodies.insert(bodies.end(), of_model.begin(), of_model.end());
  }
  return bodies;
}

std::vector<RecordId> bodies_with_plans(const Document& document, RecordId model) {
  std::vector<RecordId> bodies;
  for (const HierarchyEntry& entry : hierarchy(document, model)) {
    if (!plans_of(document, entry.body).empty()) bodies.push_back(entry.body);
  }
  return bodies;
}

bool is_overdue(const Document& document, RecordId row, Date today) {
  const Record* record = document.find_live(row);
  if (record == nullptr || !is_row_type(record->type)) return false;
  const FieldNumber field =
      record->type == RecordType::kObjective ? fields::kObjectiveDue : fields::kActionDue;
  const auto* due = std::get_if<Date>(&document.get(row, field));
  if (due == nullptr || !(*due < today)) return false;
  const std::uint32_t status = status_of(document, *record);
  return status != fields::kStatusComplete && status != fields::kStatusCancelled;
}

DeliveryCounts count_delivery(const Document& document, RecordId plan, Date today) {
  DeliveryCounts counts;
  for (const DeliveryRow& row : delivery_rows(document, plan)) {
    if (is_overdue(document, row.record, today)) ++counts.overdue;
    if (row.type == RecordType::kObjective) {
      ++counts.objectives;
      continue;
    }
    ++counts.actions;
    const Record* record = document.find(row.record);
    if (status_of(document, *record) == fields::kStatusComplete) ++counts.complete;
  }
  return counts;
}

}  // namespace atlas
