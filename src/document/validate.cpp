#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "document/transaction.hpp"

namespace atlas {
namespace {

// A field is for reading; what is longer belongs in a document of its own.
constexpr std::size_t kMostTextBytes = 1U << 20U;

Error refusal(std::string_view happened, std::string_view next) {
  return error_of(ErrorCode::kInvalid, happened, tr(Text::kKeptNothingChanged), next);
}

std::string quoted(const FieldSpec& field) {
  return tr(Text::kQuoted, {tr_word(field.label)});
}

Text wanted(FieldKind kind) {
  switch (kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
      return Text::kKindText;
    case FieldKind::kDate:
      return Text::kKindDate;
    case FieldKind::kMoney:
      return Text::kKindMoney;
    case FieldKind::kNumber:
      return Text::kKindNumber;
    case FieldKind::kPercent:
      return Text::kKindPercent;
    case FieldKind::kChoice:
      return Text::kKindChoice;
    case FieldKind::kFlag:
      return Text::kKindFlag;
    case FieldKind::kReference:
      return Text::kKindReference;
  }
  return Text::kKindOther;
}

Result<> check_text(const FieldSpec& field, const std::string& text) {
  if (text.size() > kMostTextBytes) {
    return refusal(tr(Text::kErrorTextTooLong, {quoted(field)}), tr(Text::kNextShorten));
  }
  const auto shape = field.kind == FieldKind::kText ? TextShape::kOneLine : TextShape::kLines;
  if (!is_valid_utf8(text) || has_control_characters(text, shape)) {
    return refusal(tr(Text::kErrorTextCharacters, {quoted(field)}), tr(Text::kNextTypeDoNotPaste));
  }
  return Ok{};
}

Result<> check_reference(const Document& document, const FieldSpec& field, RecordId id) {
  const Record* target = document.find_live(id);
  if (target == nullptr) {
    return refusal(tr(Text::kErrorReferenceGone, {quoted(field)}), tr(Text::kNextChooseAnother));
  }
  const bool fits = field.refers_to.empty() ||
                    std::find(field.refers_to.begin(), field.refers_to.end(), target->type) !=
                        field.refers_to.end();
  if (fits) return Ok{};
  const TypeSpec* type = find_type(field.refers_to.front());
  return refusal(tr(Text::kErrorReferenceKind, {title_of(document, id), quoted(field)}),
                 tr(Text::kNextChooseKind, {tr_word(type->label)}));
}

// Judges a value that is neither unset nor "not stated".
struct ValueCheck {
  const Document& document;
  const FieldSpec& field;

  [[nodiscard]] Result<> wrong_kind() const {
    return refusal(tr(Text::kErrorNeedsKind, {quoted(field), tr(wanted(field.kind))}),
                   tr(Text::kNextEnterKind, {tr(wanted(field.kind))}));
  }
  [[nodiscard]] Result<> only_if(bool allowed) const {
    return allowed ? Result<>(Ok{}) : wrong_kind();
  }
  [[nodiscard]] Result<> check_sign(bool negative) const {
    if (!negative || !field.not_negative) return Ok{};
    return refusal(tr(Text::kErrorNegative, {quoted(field)}), tr(Text::kNextZeroOrMore));
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
    return refusal(tr(Text::kErrorDateFar, {quoted(field)}), tr(Text::kNextTypeDate));
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
  Result<> operator()(Erased) const { return wrong_kind(); }
  Result<> operator()(LeftOut) const { return wrong_kind(); }
  Result<> operator()(const UnknownValue&) const { return wrong_kind(); }
};

}  // namespace

Result<> validate(const Document& document, RecordType type, FieldNumber field,
                  const Value& value) {
  const FieldSpec* spec = find_field(type, field);
  if (spec == nullptr) {
    return refusal(tr(Text::kErrorNewerField), tr(Text::kNextUpdateApp));
  }
  if (spec->required && (is_unset(value) || std::holds_alternative<NotStated>(value))) {
    return refusal(tr(Text::kErrorEmpty, {quoted(*spec)}),
                   tr(Text::kNextEnterKind, {tr(wanted(spec->kind))}));
  }
  return std::visit(ValueCheck{document, *spec}, value);
}

}  // namespace atlas
