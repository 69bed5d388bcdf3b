#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "document/transaction.hpp"

namespace atlas {
namespace {

// Enough of what was typed to recognise it.
constexpr std::size_t kQuotedLength = 40;

Error refusal(std::string_view text, std::string_view is_not, std::string_view next) {
  return {ErrorCode::kInvalid,
          "“" + shortened(text, kQuotedLength) + "” is not " + std::string(is_not) + ".",
          "Nothing was changed.", std::string(next)};
}

std::string without(std::string text, std::string_view unwanted) {
  std::erase_if(text, [&](char c) { return unwanted.find(c) != std::string_view::npos; });
  return text;
}

// A number as typed: "£ 1,200", "12.5 %", "−3" with a true minus.
std::optional<Decimal> typed_decimal(std::string_view text) {
  return parse_decimal(without(fold_for_search(text), " "));
}

std::string without_prefix(std::string_view text, std::string_view prefix) {
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  return std::string(trim(text));
}

Result<Value> typed_money(std::string_view text) {
  std::string plain = without_prefix(fold_for_search(text), "£");
  const bool negative = plain.starts_with('-');
  if (negative) plain = without_prefix(without_prefix(plain, "-"), "£");
  std::optional<Decimal> value = typed_decimal(plain);
  if (!value || value->scale > 2 || plain.starts_with('-')) {
    return refusal(text, "an amount of money", "Type pounds like £1,200 or £1,200.50.");
  }
  constexpr std::int64_t kMostPounds = 1'000'000'000'000'000;  // in pence it still fits
  for (; value->scale < 2; ++value->scale) {
    if (value->mantissa > kMostPounds) {
      return refusal(text, "an amount of money", "Type a smaller amount.");
    }
    value->mantissa *= 10;
  }
  return Value(Money{negative ? -value->mantissa : value->mantissa});
}

Result<Value> typed_percent(std::string_view text) {
  std::string_view number = text;
  if (number.ends_with('%')) number = trim(number.substr(0, number.size() - 1));
  const std::optional<Decimal> value = typed_decimal(number);
  if (!value) return refusal(text, "a percentage", "Type a number like 15.9 or 15.9%.");
  return Value(*value);
}

Result<Value> typed_choice(const FieldSpec& field, std::string_view text) {
  const std::string wanted = fold_for_search(text);
  for (const ChoiceOption& option : field.choices) {
    if (fold_for_search(option.label) == wanted || option.key == wanted) {
      return Value(Choice{option.number});
    }
  }
  return refusal(text, "one of the choices for " + std::string(field.label),
                 "Choose one from the list.");
}

Result<Value> typed_flag(std::string_view text) {
  const std::string wanted = fold_for_search(text);
  for (const std::string_view yes : {"yes", "y", "true"}) {
    if (wanted == yes) return Value(true);
  }
  for (const std::string_view no : {"no", "n", "false"}) {
    if (wanted == no) return Value(false);
  }
  return refusal(text, "yes or no", "Type yes or no.");
}

// Line breaks of a paste become spaces; otherwise text is kept as typed.
Result<Value> typed_text(const FieldSpec& field, std::string_view text) {
  if (!is_valid_utf8(text)) {
    return Error{ErrorCode::kInvalid, "The text is damaged.", "Nothing was changed.",
                 "Copy it again, or type it."};
  }
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (!pair) kept += text[i] == '\r' ? '\n' : text[i];
  }
  if (field.kind == FieldKind::kText) {
    for (char& c : kept) {
      if (c == '\n' || c == '\t') c = ' ';
    }
  }
  return Value(std::move(kept));
}

}  // namespace

Result<Value> parse_typed(const FieldSpec& field, std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) return Value(Unset{});
  if (fold_for_search(trimmed) == "not stated") return Value(NotStated{});
  switch (field.kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
      return typed_text(field, text);
    case FieldKind::kDate: {
      const std::optional<Date> date = parse_typed_date(trimmed);
      if (date) return Value(*date);
      return refusal(trimmed, "a date", "Type a date like 31 March 2009.");
    }
    case FieldKind::kMoney:
      return typed_money(trimmed);
    case FieldKind::kNumber: {
      const std::optional<Decimal> number = typed_decimal(trimmed);
      if (number) return Value(*number);
      return refusal(trimmed, "a number", "Type a number like 12 or 12.5.");
    }
    case FieldKind::kPercent:
      return typed_percent(trimmed);
    case FieldKind::kChoice:
      return typed_choice(field, trimmed);
    case FieldKind::kFlag:
      return typed_flag(trimmed);
    case FieldKind::kReference:
      break;
  }
  return refusal(trimmed, "something that can be typed here", "Choose a record from the list.");
}

}  // namespace atlas
