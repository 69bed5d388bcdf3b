#include "document/plain_text.hpp"

#include <limits>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id_text.hpp"

namespace atlas {
namespace {

Error wrong(std::string what) {
  return {ErrorCode::kInvalid, std::move(what), "", ""};
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

struct PlainText {
  const FieldSpec& field;

  std::string operator()(Unset) const { return {}; }
  std::string operator()(NotStated) const { return {}; }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Date date) const { return to_iso_text(date); }
  std::string operator()(Money money) const {
    std::string text = to_text(Decimal{money.pence, 2});
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text;
  }
  std::string operator()(Decimal number) const { return to_text(number); }
  std::string operator()(Choice choice) const {
    const ChoiceOption* option = find_option(field, choice.number);
    return option == nullptr ? std::string() : std::string(option->key);
  }
  std::string operator()(RecordId id) const { return to_text(id); }
  std::string operator()(Erased) const { return {}; }
  std::string operator()(LeftOut) const { return {}; }
  std::string operator()(const UnknownValue&) const { return {}; }
};

Result<Value> parse_money(std::string_view text) {
  const auto pounds = parse_decimal(text);
  if (!pounds.has_value() || pounds->scale > 2) {
    return wrong(quoted(text) + " is not an amount in pounds such as \"140000\" or \"12.50\"");
  }
  std::int64_t pence = pounds->mantissa;
  for (int scale = pounds->scale; scale < 2; ++scale) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 10;
    if (pence > kMost || pence < -kMost) return wrong(quoted(text) + " is too large an amount");
    pence *= 10;
  }
  return Value(Money{pence});
}

Result<Value> parse_choice(const FieldSpec& field, std::string_view text) {
  std::string known;
  for (const ChoiceOption& option : field.choices) {
    if (option.key == text) return Value(Choice{option.number});
    known += (known.empty() ? "" : ", ") + std::string(option.key);
  }
  return wrong(quoted(text) + " is not one of " + known);
}

}  // namespace

std::string plain_text(const FieldSpec& field, const Value& value) {
  return std::visit(PlainText{field}, value);
}

Result<Value> parse_plain(const FieldSpec& field, std::string_view text) {
  switch (field.kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
      return Value(std::string(text));
    case FieldKind::kDate: {
      const auto date = parse_iso_date(text);
      if (date.has_value()) return Value(*date);
      return wrong(quoted(text) + " is not a date such as \"2009-03-31\"");
    }
    case FieldKind::kMoney:
      return parse_money(text);
    case FieldKind::kNumber:
    case FieldKind::kPercent: {
      const auto number = parse_decimal(text);
      if (number.has_value()) return Value(*number);
      return wrong(quoted(text) + " is not a number such as \"15.9\"");
    }
    case FieldKind::kChoice:
      return parse_choice(field, text);
    case FieldKind::kReference:
    case FieldKind::kFlag:
      break;
  }
  return wrong("it wants true or false, not a text");
}

}  // namespace atlas
