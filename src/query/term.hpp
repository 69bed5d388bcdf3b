// What a path or a figure comes to: a value that can be compared and shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/decimal.hpp"
#include "document/document.hpp"

namespace atlas::query {

struct Nothing {};
struct Word {
  std::string shown;  // what a person reads
  std::string other;  // another name for the same: a choice's key, a body's short name
};

using Term = std::variant<Nothing, NotStated, Decimal, Date, bool, Word, RecordId>;

// Neither unset nor "not stated".
[[nodiscard]] bool is_known(const Term& term);

// Exact; nullopt beyond 18 digits.
[[nodiscard]] std::optional<Decimal> plus(Decimal a, Decimal b);

[[nodiscard]] Term to_term(const FieldSpec& field, const Value& value);
// As one cell of an answer: plain figures, ISO dates, titles of records.
[[nodiscard]] std::string to_text(const Document& document, const Term& term);

// Whether the term is what was written, for `=`: a number by value, a day, yes or no, a text
// without case, a record by any of its names.
[[nodiscard]] bool is_equal(const Document& document, const Term& term, std::string_view literal);
// Below 0, 0 or above 0 for terms that have an order together; nothing for others.
[[nodiscard]] std::optional<int> compare(const Document& document, const Term& a, const Term& b);
// A literal as the sort of term that it is compared with.
[[nodiscard]] Term literal_like(const Term& model, std::string_view literal);

// Whether the record is called so: title, short name or "also known as", without case.
[[nodiscard]] bool is_called(const Document& document, RecordId record, std::string_view name);

}  // namespace atlas::query
