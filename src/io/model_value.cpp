#include <string>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "io/model_records.hpp"

namespace atlas::io {
namespace {

Error wrong(std::string what) {
  return {ErrorCode::kInvalid, std::move(what), "", ""};
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

Result<Value> to_money(const std::string& text) {
  const auto pounds = parse_decimal(text);
  if (!pounds.has_value() || pounds->scale > 2) {
    return wrong(quoted(text) + " is not an amount in pounds such as \"140000\" or \"12.50\"");
  }
  Money money{pounds->mantissa};
  for (int scale = pounds->scale; scale < 2; ++scale) money.pence *= 10;
  return Value(money);
}

Result<Value> to_choice(const std::string& text, const FieldSpec& spec) {
  std::string known;
  for (const ChoiceOption& option : spec.choices) {
    if (option.key == text) return Value(Choice{option.number});
    known += (known.empty() ? "" : ", ") + std::string(option.key);
  }
  return wrong(quoted(text) + " is not one of " + known);
}

Result<Value> to_reference(const std::string& text, const ModelRecords& records) {
  const ModelRecord* record = records.find(text);
  if (record == nullptr) return wrong("there is no record " + quoted(text));
  return Value(record->id);
}

Result<Value> from_text(const std::string& text, const FieldSpec& spec,
                        const ModelRecords& records) {
  switch (spec.kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
      return Value(text);
    case FieldKind::kDate: {
      const auto date = parse_iso_date(text);
      if (date.has_value()) return Value(*date);
      return wrong(quoted(text) + " is not a date such as \"2009-03-31\"");
    }
    case FieldKind::kMoney:
      return to_money(text);
    case FieldKind::kNumber:
    case FieldKind::kPercent: {
      const auto number = parse_decimal(text);
      if (number.has_value()) return Value(*number);
      return wrong(quoted(text) + " is not a number such as \"15.9\"");
    }
    case FieldKind::kChoice:
      return to_choice(text, spec);
    case FieldKind::kReference:
      return to_reference(text, records);
    case FieldKind::kFlag:
      break;
  }
  return wrong("it wants true or false, not a text");
}

}  // namespace

Result<Value> to_value(const ModelField& field, const ModelRecords& records) {
  if (field.not_stated) return Value(NotStated{});
  if (field.text.has_value()) return from_text(*field.text, *field.spec, records);
  if (field.spec->kind == FieldKind::kFlag) return Value(*field.flag);
  return wrong("it wants a text, not true or false");
}

std::vector<std::string> missing_fields(const ModelRecord& record) {
  std::vector<std::string> missing;
  for (const FieldSpec& spec : find_type(record.type)->fields) {
    bool there = !spec.required;
    for (const ModelField& field : record.fields) there = there || field.key == spec.key;
    if (!there) missing.emplace_back(spec.key);
  }
  return missing;
}

}  // namespace atlas::io
