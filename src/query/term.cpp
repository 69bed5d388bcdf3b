#include "query/term.hpp"

#include <algorithm>

#include "base/id_text.hpp"
#include "base/text.hpp"
#include "document/plain_text.hpp"
#include "partnership/fields.hpp"

namespace atlas::query {
namespace {

bool same_text(std::string_view a, std::string_view b) {
  return fold_for_search(a) == fold_for_search(b);
}

std::optional<std::int64_t> scaled(std::int64_t value, int steps) {
  for (; steps > 0; --steps) {
    constexpr std::int64_t kMost = 1'000'000'000'000'000'000 / 10;
    if (value > kMost || value < -kMost) return std::nullopt;
    value *= 10;
  }
  return value;
}

std::string text_field(const Document& document, RecordId record, FieldNumber field) {
  const auto* text = std::get_if<std::string>(&document.get(record, field));
  return text == nullptr ? std::string() : *text;
}

int order_of(const std::string& a, const std::string& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

}  // namespace

bool is_known(const Term& term) {
  return !std::holds_alternative<Nothing>(term) && !std::holds_alternative<NotStated>(term);
}

std::optional<Decimal> plus(Decimal a, Decimal b) {
  const std::uint8_t scale = std::max(a.scale, b.scale);
  const auto left = scaled(a.mantissa, scale - a.scale);
  const auto right = scaled(b.mantissa, scale - b.scale);
  if (!left || !right) return std::nullopt;
  const std::int64_t sum = *left + *right;  // both within 10^18
  constexpr std::int64_t kMost = 1'000'000'000'000'000'000;
  return sum < kMost && sum > -kMost ? std::optional(Decimal{sum, scale}) : std::nullopt;
}

Term to_term(const FieldSpec& field, const Value& value) {
  if (std::holds_alternative<NotStated>(value)) return NotStated{};
  if (const auto* money = std::get_if<Money>(&value)) {
    return money->pence % 100 == 0 ? Decimal{money->pence / 100, 0} : Decimal{money->pence, 2};
  }
  if (const auto* number = std::get_if<Decimal>(&value)) return *number;
  if (const auto* date = std::get_if<Date>(&value)) return *date;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* record = std::get_if<RecordId>(&value)) return *record;
  if (const auto* choice = std::get_if<Choice>(&value)) {
    const ChoiceOption* option = find_option(field, choice->number);
    if (option == nullptr) return Nothing{};
    return Word{std::string(option->label), std::string(option->key)};
  }
  if (const auto* text = std::get_if<std::string>(&value)) return Word{*text, {}};
  return Nothing{};
}

std::string to_text(const Document& document, const Term& term) {
  if (std::holds_alternative<NotStated>(term)) return "not stated";
  if (const auto* number = std::get_if<Decimal>(&term)) return atlas::to_text(*number);
  if (const auto* date = std::get_if<Date>(&term)) return to_iso_text(*date);
  if (const auto* flag = std::get_if<bool>(&term)) return *flag ? "yes" : "no";
  if (const auto* word = std::get_if<Word>(&term)) return word->shown;
  if (const auto* record = std::get_if<RecordId>(&term)) return title_of(document, *record);
  return {};
}

bool is_called(const Document& document, RecordId record, std::string_view name) {
  const Record* found = document.find_live(record);
  if (found == nullptr) return false;
  if (same_text(title_of(document, record), name)) return true;
  if (found->type == RecordType::kModel) {
    return same_text(text_field(document, record, fields::kModelShortName), name);
  }
  if (found->type != RecordType::kBody) return false;
  return same_text(text_field(document, record, fields::kBodyShortName), name) ||
         same_text(text_field(document, record, fields::kBodyAlsoKnownAs), name);
}

Term literal_like(const Term& model, std::string_view literal) {
  if (std::holds_alternative<Decimal>(model)) {
    const auto number = parse_decimal(literal);
    if (number) return *number;
  } else if (std::holds_alternative<Date>(model)) {
    const auto date = parse_typed_date(literal);
    if (date) return *date;
  } else if (std::holds_alternative<bool>(model)) {
    if (same_text(literal, "yes") || same_text(literal, "true")) return true;
    if (same_text(literal, "no") || same_text(literal, "false")) return false;
  } else if (std::holds_alternative<Word>(model)) {
    return Word{std::string(literal), {}};
  }
  return Nothing{};
}

bool is_equal(const Document& document, const Term& term, std::string_view literal) {
  if (const auto* record = std::get_if<RecordId>(&term)) {
    return is_called(document, *record, literal);
  }
  if (const auto* word = std::get_if<Word>(&term)) {
    return same_text(word->shown, literal) ||
           (!word->other.empty() && same_text(word->other, literal));
  }
  const auto order = compare(document, term, literal_like(term, literal));
  return order == 0;
}

std::optional<int> compare(const Document& document, const Term& a, const Term& b) {
  if (a.index() != b.index()) return std::nullopt;
  if (const auto* number = std::get_if<Decimal>(&a)) {
    const auto difference = plus(
        *number, Decimal{-std::get_if<Decimal>(&b)->mantissa, std::get_if<Decimal>(&b)->scale});
    if (!difference) return std::nullopt;
    return difference->mantissa < 0 ? -1 : (difference->mantissa > 0 ? 1 : 0);
  }
  if (const auto* date = std::get_if<Date>(&a)) {
    const Date other = *std::get_if<Date>(&b);
    return *date < other ? -1 : (other < *date ? 1 : 0);
  }
  if (const auto* flag = std::get_if<bool>(&a)) {
    return static_cast<int>(*flag) - static_cast<int>(*std::get_if<bool>(&b));
  }
  if (const auto* word = std::get_if<Word>(&a)) {
    return order_of(fold_for_search(word->shown), fold_for_search(std::get_if<Word>(&b)->shown));
  }
  if (const auto* record = std::get_if<RecordId>(&a)) {
    const RecordId other = *std::get_if<RecordId>(&b);
    if (*record == other) return 0;
    return order_of(title_of(document, *record) + atlas::to_text(*record),
                    title_of(document, other) + atlas::to_text(other));
  }
  return std::nullopt;
}

}  // namespace atlas::query
