#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "document/transaction.hpp"

namespace atlas {
namespace {

// Enough of what was typed to recognise it.
constexpr std::size_t kQuotedLength = 40;

Error refusal(std::string_view text, std::string_view is_not, Text next) {
  return error_of(ErrorCode::kInvalid,
                  tr(Text::kErrorIsNot, {shortened(text, kQuotedLength), is_not}),
                  tr(Text::kKeptNothingChanged), tr(next));
}

// In the language of the interface, or in English.
bool means(std::string_view folded, std::string_view word) {
  return folded == fold_for_search(word) || folded == fold_for_search(tr_word(word));
}
bool means(std::string_view folded, Text text) {
  return folded == fold_for_search(source_text(text)) || folded == fold_for_search(tr(text));
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
    return refusal(text, tr(Text::kKindMoney), Text::kNextTypeMoney);
  }
  constexpr std::int64_t kMostPounds = 1'000'000'000'000'000;  // in pence it still fits
  for (; value->scale < 2; ++value->scale) {
    if (value->mantissa > kMostPounds) {
      return refusal(text, tr(Text::kKindMoney), Text::kNextSmallerAmount);
    }
    value->mantissa *= 10;
  }
  return Value(Money{negative ? -value->mantissa : value->mantissa});
}

Result<Value> typed_percent(std::string_view text) {
  std::string_view number = text;
  if (number.ends_with('%')) number = trim(number.substr(0, number.size() - 1));
  const std::optional<Decimal> value = typed_decimal(number);
  if (!value) return refusal(text, tr(Text::kKindPercent), Text::kNextTypePercent);
  return Value(*value);
}

Result<Value> typed_choice(const FieldSpec& field, std::string_view text) {
  const std::string wanted = fold_for_search(text);
  for (const ChoiceOption& option : field.choices) {
    if (means(wanted, option.label) || option.key == wanted) {
      return Value(Choice{option.number});
    }
  }
  return refusal(text, tr(Text::kKindChoiceFor, {tr_word(field.label)}), Text::kNextChooseFromList);
}

Result<Value> typed_flag(std::string_view text) {
  const std::string wanted = fold_for_search(text);
  if (means(wanted, Text::kValueYes) || wanted == "y" || wanted == "true") return Value(true);
  if (means(wanted, Text::kValueNo) || wanted == "n" || wanted == "false") return Value(false);
  return refusal(text, tr(Text::kKindFlag), Text::kNextYesOrNo);
}

// Line breaks of a paste become spaces; otherwise text is kept as typed.
Result<Value> typed_text(const FieldSpec& field, std::string_view text) {
  if (!is_valid_utf8(text)) {
    return error_of(ErrorCode::kInvalid, tr(Text::kErrorTextDamaged), tr(Text::kKeptNothingChanged),
                    tr(Text::kNextCopyOrType));
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
  if (means(fold_for_search(trimmed), Text::kValueNotStated)) return Value(NotStated{});
  switch (field.kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
      return typed_text(field, text);
    case FieldKind::kDate: {
      const std::optional<Date> date = parse_typed_date(trimmed);
      if (date) return Value(*date);
      return refusal(trimmed, tr(Text::kKindDate), Text::kNextTypeDate);
    }
    case FieldKind::kMoney:
      return typed_money(trimmed);
    case FieldKind::kNumber: {
      const std::optional<Decimal> number = typed_decimal(trimmed);
      if (number) return Value(*number);
      return refusal(trimmed, tr(Text::kKindNumber), Text::kNextTypeNumber);
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
  return refusal(trimmed, tr(Text::kKindTyped), Text::kNextChooseRecord);
}

}  // namespace atlas
