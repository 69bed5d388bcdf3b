#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "document/transaction.hpp"

namespace atlas {
namespace {

// A field is for reading; what is longer belongs in a document of its own.
constexpr std::size_t kMostTextBytes = 1U << 20U;

Error refusal(std::string happened, std::string next) {
  return {ErrorCode::kInvalid, std::move(happened), "Nothing was changed.", std::move(next)};
}

std::string quoted(const FieldSpec& field) {
  return "“" + std::string(field.label) + "”";
}

std::string_view wanted(FieldKind kind) {
  switch (kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
      return "text";
    case FieldKind::kDate:
      return "a date";
    case FieldKind::kMoney:
      return "an amount of money";
    case FieldKind::kNumber:
      return "a number";
    case FieldKind::kPercent:
      return "a percentage";
    case FieldKind::kChoice:
      return "a choice from its list";
    case FieldKind::kFlag:
      return "yes or no";
    case FieldKind::kReference:
      return "a record";
  }
  return "another value";
}

Result<> check_text(const FieldSpec& field, const std::string& text) {
  if (text.size() > kMostTextBytes) {
    return refusal("The text for " + quoted(field) + " is too long.",
                   "Shorten it to less than a million characters.");
  }
  const auto shape = field.kind == FieldKind::kText ? TextShape::kOneLine : TextShape::kLines;
  if (!is_valid_utf8(text) || has_control_characters(text, shape)) {
    return refusal("The text for " + quoted(field) + " holds characters that cannot be kept.",
                   "Type it instead of pasting it.");
  }
  return Ok{};
}

Result<> check_reference(const Document& document, const FieldSpec& field, RecordId id) {
  const Record* target = document.find_live(id);
  if (target == nullptr) {
    return refusal("The record chosen for " + quoted(field) + " is not there.",
                   "Choose another one.");
  }
  const bool fits = field.refers_to.empty() ||
                    std::find(field.refers_to.begin(), field.refers_to.end(), target->type) !=
                        field.refers_to.end();
  if (fits) return Ok{};
  const TypeSpec* type = find_type(field.refers_to.front());
  return refusal("“" + title_of(document, id) + "” cannot stand in " + quoted(field) + ".",
                 "Choose a record of the kind “" + std::string(type->label) + "”.");
}

// Judges a value that is neither unset nor "not stated".
struct ValueCheck {
  const Document& document;
  const FieldSpec& field;

  [[nodiscard]] Result<> wrong_kind() const {
    return refusal(quoted(field) + " needs " + std::string(wanted(field.kind)) + ".",
                   "Enter " + std::string(wanted(field.kind)) + ".");
  }
  [[nodiscard]] Result<> only_if(bool allowed) const {
    return allowed ? Result<>(Ok{}) : wrong_kind();
  }
  [[nodiscard]] Result<> check_sign(bool negative) const {
    if (!negative || !field.not_negative) return Ok{};
    return refusal(quoted(field) + " cannot be less than zero.", "Enter zero or more.");
  }

  Result<> operator()(Unset) const { return Ok{}; }
  Result<> operator()(NotStated) const { return Ok{}; }
  Result<> operator()(bool) const { return only_if(field.kind == FieldKind::kFlag); }
  Result<> operator()(const std::string& text) const {
    if (field.kind != FieldKind::kText && field.kind != FieldKind::kLongText) return wrong_kind();
    return check_text(field, text);
  }
  Result<> operator()(Date date) const {
    if (field.kind != FieldKind::kDate) return wrong_kind();
    if (!(date < from_civil({1, 1, 1})) && !(from_civil({9999, 12, 31}) < date)) return Ok{};
    return refusal("The date for " + quoted(field) + " is out of reach.",
                   "Type a date like 31 March 2009.");
  }
  Result<> operator()(Money money) const {
    if (field.kind != FieldKind::kMoney) return wrong_kind();
    return check_sign(money.pence < 0);
  }
  Result<> operator()(Decimal value) const {
    if (field.kind != FieldKind::kNumber && field.kind != FieldKind::kPercent) return wrong_kind();
    if (value.scale > 9) return wrong_kind();
    return check_sign(value.mantissa < 0);
  }
  Result<> operator()(Choice choice) const {
    return only_if(field.kind == FieldKind::kChoice &&
                   find_option(field, choice.number) != nullptr);
  }
  Result<> operator()(RecordId id) const {
    if (field.kind != FieldKind::kReference) return wrong_kind();
    return check_reference(document, field, id);
  }
  Result<> operator()(const UnknownValue&) const { return wrong_kind(); }
};

}  // namespace

Result<> validate(const Document& document, RecordType type, FieldNumber field,
                  const Value& value) {
  const FieldSpec* spec = find_field(type, field);
  if (spec == nullptr) {
    return refusal("This field comes from a newer version of the app.",
                   "Update the app to edit it.");
  }
  if (spec->required && (is_unset(value) || std::holds_alternative<NotStated>(value))) {
    return refusal(quoted(*spec) + " cannot be empty.",
                   "Enter " + std::string(wanted(spec->kind)) + ".");
  }
  return std::visit(ValueCheck{document, *spec}, value);
}

}  // namespace atlas
