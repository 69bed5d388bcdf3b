// A value of a field. "Not stated" is a value of its own and never zero; unset is the absence of
// one. A value of a kind this version does not know is kept as its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/ids.hpp"

namespace atlas {

struct Unset {
  friend bool operator==(Unset, Unset) = default;
};
struct NotStated {
  friend bool operator==(NotStated, NotStated) = default;
};
struct Choice {
  std::uint32_t number = 0;  // number of the option in the schema's choice set
  friend bool operator==(Choice, Choice) = default;
};
struct Money {
  std::int64_t pence = 0;
  friend bool operator==(Money, Money) = default;
};
// What stands where a value was erased for good; by whom and when says the change with the EraseOp.
struct Erased {
  friend bool operator==(Erased, Erased) = default;
};
// What stands in a thin file where a value that was replaced is left out (thin.hpp). Another copy
// of the change may still have it.
struct LeftOut {
  friend bool operator==(LeftOut, LeftOut) = default;
};
struct UnknownValue {
  std::uint32_t kind = 0;
  std::string bytes;
  friend bool operator==(const UnknownValue&, const UnknownValue&) = default;
};

// The order of alternatives is the file format's number of the kind: append only,
// before UnknownValue, which is no kind of its own.
using Value = std::variant<Unset, NotStated, bool, std::string, Date, Money, Decimal, Choice,
                           RecordId, Erased, LeftOut, UnknownValue>;

[[nodiscard]] inline bool is_unset(const Value& value) {
  return std::holds_alternative<Unset>(value);
}
[[nodiscard]] inline bool is_erased(const Value& value) {
  return std::holds_alternative<Erased>(value);
}
[[nodiscard]] inline bool is_left_out(const Value& value) {
  return std::holds_alternative<LeftOut>(value);
}
// Whether something stood there that this copy does not hold.
[[nodiscard]] inline bool is_gone(const Value& value) {
  return is_erased(value) || is_left_out(value);
}

}  // namespace atlas
