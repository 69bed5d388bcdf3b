#include "query/evaluate.hpp"

#include <algorithm>

#include "base/id_text.hpp"
#include "base/text.hpp"
#include "partnership/hierarchy.hpp"
#include "partnership/lines.hpp"

namespace atlas::query {
namespace {

bool fits(Comparison comparison, int order) {
  switch (comparison) {
    case Comparison::kEqual:
      return order == 0;
    case Comparison::kUnequal:
      return order != 0;
    case Comparison::kLess:
      return order < 0;
    case Comparison::kLessEqual:
      return order <= 0;
    case Comparison::kGreater:
      return order > 0;
    case Comparison::kGreaterEqual:
      return order >= 0;
    case Comparison::kContains:
      break;
  }
  return false;
}

}  // namespace

Term Evaluator::follow(RecordId record, const Path& path) const {
  Term term = record;
  bool skip_fields = false;
  for (const std::string& step : path) {
    const auto* at = std::get_if<RecordId>(&term);
    const Record* found = at == nullptr ? nullptr : document_.find_live(*at);
    if (found == nullptr) return Nothing{};
    const FieldSpec* field = skip_fields ? nullptr : find_field_by_key(found->type, step);
    const TypeSpec* type = find_type_by_key(step);
    if (step == "above") {
      skip_fields = true;
      continue;
    }
    skip_fields = false;
    if (field != nullptr) {
      term = to_term(*field, document_.get(found->id, field->number));
    } else if (step == "title") {
      term = Word{title_of(document_, found->id), {}};
    } else if (step == "type") {
      const TypeSpec* own = find_type(found->type);
      if (own == nullptr) return Nothing{};
      term = Word{std::string(own->label), std::string(own->key)};
    } else if (step == "id") {
      term = Word{atlas::to_text(found->id), {}};
    } else if (step == "parent") {
      if (found->parent.is_null()) return Nothing{};
      term = found->parent;
    } else if (type != nullptr) {
      const RecordId above = nearest(document_, found->id, type->type);
      if (above.is_null()) return Nothing{};
      term = above;
    } else {
      return Nothing{};
    }
  }
  return term;
}

bool Evaluator::holds(RecordId record, const Condition& condition) const {
  const auto part_holds = [&](const std::shared_ptr<const Condition>& part) {
    return holds(record, *part);
  };
  switch (condition.kind) {
    case Condition::Kind::kAnd:
      return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Condition::Kind::kOr:
      return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Condition::Kind::kNot:
      return !part_holds(condition.parts.front());
    case Condition::Kind::kCompare:
      return compares(record, condition);
    case Condition::Kind::kIsSet:
      return is_known(operand(record, condition.left));
    case Condition::Kind::kIsEmpty:
      return !is_known(operand(record, condition.left));
    case Condition::Kind::kIsNotStated:
      return std::holds_alternative<NotStated>(operand(record, condition.left));
    case Condition::Kind::kHasLine:
      return has_line(record, condition);
  }
  return false;
}

Term Evaluator::operand(RecordId record, const Operand& operand) const {
  switch (operand.kind) {
    case Operand::Kind::kPath:
      return follow(record, operand.path);
    case Operand::Kind::kCount:
      return count(record, operand);
    case Operand::Kind::kSum:
      return sum(record, operand);
    case Operand::Kind::kLiteral:
      break;
  }
  return Word{operand.literal, {}};
}

// What belongs to the record: below it, but not below another record of its own type.
std::vector<RecordId> Evaluator::below(RecordId record, const Operand& operand) const {
  const RecordType own = document_.find_live(record)->type;
  std::vector<RecordId> found;
  std::vector<RecordId> waiting = document_.children(record);
  while (!waiting.empty()) {
    const RecordId next = waiting.back();
    waiting.pop_back();
    const RecordType type = document_.find_live(next)->type;
    const bool wanted = !operand.type || type == *operand.type;
    if (wanted && (operand.condition == nullptr || holds(next, *operand.condition))) {
      found.push_back(next);
    }
    if (type == own) continue;
    const std::vector<RecordId> children = document_.children(next);
    waiting.insert(waiting.end(), children.begin(), children.end());
  }
  return found;
}

Term Evaluator::count(RecordId record, const Operand& operand) const {
  return Decimal{static_cast<std::int64_t>(below(record, operand).size()), 0};
}

// Nothing when none of them has a figure: the sum of no figures is not zero.
Term Evaluator::sum(RecordId record, const Operand& operand) const {
  std::optional<Decimal> total;
  for (const RecordId each : below(record, operand)) {
    const Term term = follow(each, operand.path);
    const auto* number = std::get_if<Decimal>(&term);
    if (number == nullptr) continue;
    const auto next = plus(total.value_or(Decimal{}), *number);
    if (!next) {
      overflowed_ = true;
      return Nothing{};
    }
    total = next;
  }
  return total ? Term(*total) : Term(Nothing{});
}

bool Evaluator::compares(RecordId record, const Condition& condition) const {
  const Term left = operand(record, condition.left);
  if (!is_known(left)) return false;
  const bool literal = condition.right.kind == Operand::Kind::kLiteral;
  if (condition.comparison == Comparison::kContains) {
    const std::string wanted =
        literal ? condition.right.literal : to_text(document_, operand(record, condition.right));
    return contains_folded(to_text(document_, left), wanted);
  }
  if (literal && condition.comparison == Comparison::kEqual) {
    return is_equal(document_, left, condition.right.literal);
  }
  if (literal && condition.comparison == Comparison::kUnequal) {
    return !is_equal(document_, left, condition.right.literal);
  }
  const Term right =
      literal ? literal_like(left, condition.right.literal) : operand(record, condition.right);
  const auto order = compare(document_, left, right);
  return order && fits(condition.comparison, *order);
}

bool Evaluator::has_line(RecordId record, const Condition& condition) const {
  for (const LineGroup& group : lines_of(document_, record)) {
    if (group.kind != condition.line_kind || group.direction != LineDirection::kForward) continue;
    for (const LineEnd& end : group.ends) {
      if (is_called(document_, end.other, condition.name)) return true;
    }
  }
  return false;
}

}  // namespace atlas::query
