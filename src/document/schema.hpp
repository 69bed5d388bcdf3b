// The schema: one table from which forms, import checks, CSV columns, change lists, pages and
// accessible names come. Numbers are permanent and never reused; keys are the names used in JSON.
// A record of an unknown type, or an unknown field, is kept and passed on (RULES.md 1).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "document/types.hpp"

namespace atlas {

struct FieldNumber {
  std::uint32_t value = 0;
  friend bool operator==(FieldNumber, FieldNumber) = default;
  friend bool operator<(FieldNumber a, FieldNumber b) { return a.value < b.value; }
};

enum class FieldKind {
  kText,      // one line
  kLongText,  // paragraphs
  kDate,
  kMoney,    // whole pence
  kNumber,   // exact decimal
  kPercent,  // exact decimal, 15.9 means 15.9 %
  kChoice,
  kFlag,
  kReference,
};

struct ChoiceOption {
  std::uint32_t number;
  std::string_view key;
  std::string_view label;
};
using ChoiceSet = std::span<const ChoiceOption>;

struct FieldSpec {
  FieldNumber number;
  std::string_view key;
  std::string_view label;
  FieldKind kind = FieldKind::kText;
  std::string_view help = {};
  ChoiceSet choices = {};                      // kChoice only
  std::span<const RecordType> refers_to = {};  // kReference only; empty: any type
  bool required = false;
  bool not_negative = false;  // kMoney, kNumber, kPercent
};

struct TypeSpec {
  RecordType type;
  std::string_view key;
  std::string_view label;             // "Body"
  std::string_view plural;            // "Bodies"
  FieldNumber title;                  // the field that names a record of this type
  std::span<const FieldSpec> fields;  // in the order of forms; common fields are not repeated
};

// All types, by number.
[[nodiscard]] std::span<const TypeSpec* const> schema_types();
// nullptr for a type this version does not know.
[[nodiscard]] const TypeSpec* find_type(RecordType type);
[[nodiscard]] const TypeSpec* find_type_by_key(std::string_view key);
// Fields that every type has: evidence and note.
[[nodiscard]] std::span<const FieldSpec> common_fields();
// Looks in the type's own fields, then in the common ones.
[[nodiscard]] const FieldSpec* find_field(RecordType type, FieldNumber field);
[[nodiscard]] const FieldSpec* find_field_by_key(RecordType type, std::string_view key);
// nullptr for an option this version does not know.
[[nodiscard]] const ChoiceOption* find_option(const FieldSpec& field, std::uint32_t number);

}  // namespace atlas
