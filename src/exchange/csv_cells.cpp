#include "exchange/csv_cells.hpp"

#include <utility>

#include "base/id_text.hpp"
#include "base/text.hpp"
#include "document/plain_text.hpp"
#include "document/transaction.hpp"

namespace atlas::exchange {
namespace {

constexpr std::string_view kNotStated = "Not stated";
constexpr std::string_view kPound = "£";

bool is_text(const FieldSpec& field) {
  return field.kind == FieldKind::kText || field.kind == FieldKind::kLongText;
}

bool is_not_stated(std::string_view trimmed) {
  return trimmed.size() == kNotStated.size() &&
         fold_for_search(trimmed) == fold_for_search(kNotStated);
}

std::string_view without_apostrophes(std::string_view text) {
  while (text.starts_with('\'')) text.remove_prefix(1);
  return text;
}

// Whether a text, or one that is a text like it behind apostrophes, would be taken for a formula,
// for "not stated", or for nothing.
bool is_taken_amiss(std::string_view text) {
  const std::string_view bare = without_apostrophes(text);
  const std::string_view plain = trim(bare);
  if (plain.empty()) return !text.empty();
  constexpr std::string_view kFormula = "=+-@";
  return kFormula.find(plain.front()) != std::string_view::npos || bare.front() == '\t' ||
         is_not_stated(plain);
}

// Most cells are written by a program, in one form; what people typed takes longer to understand.
std::optional<Value> as_programs_write(const FieldSpec& field, std::string_view cell) {
  switch (field.kind) {
    case FieldKind::kChoice:
      for (const ChoiceOption& option : field.choices) {
        if (option.label == cell) return Value(Choice{option.number});
      }
      return std::nullopt;
    case FieldKind::kFlag:
      if (cell == "Yes") return Value(true);
      if (cell == "No") return Value(false);
      return std::nullopt;
    case FieldKind::kPercent:
      if (cell.ends_with('%')) cell.remove_suffix(1);
      break;
    case FieldKind::kMoney:
      if (cell.starts_with(kPound)) cell.remove_prefix(kPound.size());
      break;
    case FieldKind::kDate:
      if (const auto date = parse_typed_date(cell)) return Value(*date);
      return std::nullopt;
    default:
      break;
  }
  // A reason why not takes longer to write than the figure to read.
  if (!parse_decimal(cell).has_value()) return std::nullopt;
  auto value = parse_plain(field, cell);
  return value.ok() ? std::optional(std::move(value).value()) : std::nullopt;
}

std::optional<RecordId> id_at_end(std::string_view cell) {
  const std::size_t open = cell.rfind('[');
  if (open == std::string_view::npos || !cell.ends_with(']')) return std::nullopt;
  return parse_record_id(cell.substr(open + 1, cell.size() - open - 2));
}

}  // namespace

std::string neutral_text(std::string_view text) {
  return (is_taken_amiss(text) ? "'" : "") + std::string(text);
}

std::string restored_text(std::string_view cell) {
  const bool guarded = cell.starts_with('\'') && is_taken_amiss(cell.substr(1));
  return std::string(guarded ? cell.substr(1) : cell);
}

std::string pointer_cell(const Document& document, RecordId target) {
  const std::string title =
      document.find(target) == nullptr ? std::string() : title_of(document, target);
  return neutral_text(title.empty() ? "[" + to_text(target) + "]"
                                    : title + " [" + to_text(target) + "]");
}

std::string to_cell(const Document& document, const FieldSpec& field, const Value& value) {
  if (std::holds_alternative<NotStated>(value)) return std::string(kNotStated);
  if (const auto* id = std::get_if<RecordId>(&value)) return pointer_cell(document, *id);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "Yes" : "No";
  if (const auto* choice = std::get_if<Choice>(&value)) {
    const ChoiceOption* option = find_option(field, choice->number);
    return option == nullptr ? std::string() : std::string(option->label);
  }
  std::string text = plain_text(field, value);
  return is_text(field) ? neutral_text(text) : text;
}

void append_cell(std::string& line, std::string_view cell) {
  const bool needs_quotes = cell.find_first_of(",;\t\"\r\n") != std::string_view::npos ||
                            (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
  if (!needs_quotes) {
    line += cell;
    return;
  }
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

Pointer pointer_from_cell(std::string_view cell) {
  const std::string text = restored_text(cell);
  if (const auto id = id_at_end(text)) return {id, {}};
  if (const auto id = parse_record_id(trim(text))) return {id, {}};
  return {std::nullopt, std::string(trim(text))};
}

Result<IncomingField> from_cell(const FieldSpec& field, std::string_view cell) {
  IncomingField incoming{&field, Unset{}, {}};
  if (cell.empty()) return incoming;
  if (is_text(field)) {
    if (is_not_stated(trim(cell))) {
      incoming.value = NotStated{};
    } else if (!trim(cell).empty()) {
      incoming.value = restored_text(cell);
    }
    return incoming;
  }
  if (trim(cell).empty()) return incoming;
  if (field.kind == FieldKind::kReference && !is_not_stated(trim(cell))) {
    incoming.pointer = std::make_shared<const Pointer>(pointer_from_cell(cell));
    return incoming;
  }
  if (auto value = as_programs_write(field, cell)) {
    incoming.value = std::move(*value);
    return incoming;
  }
  auto value = parse_typed(field, cell);
  if (!value.ok()) return value.error();
  incoming.value = std::move(value).value();
  return incoming;
}

}  // namespace atlas::exchange
