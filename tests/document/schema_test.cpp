#include "document/schema.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace atlas;

TEST_CASE("the schema table is in order") {
  std::set<std::string_view> keys;
  std::uint32_t number = 0;
  for (const TypeSpec* type : schema_types()) {
    CAPTURE(type->key);
    CHECK(static_cast<std::uint32_t>(type->type) == ++number);
    CHECK(keys.insert(type->key).second);
    CHECK(find_type(type->type) == type);
    CHECK(find_type_by_key(type->key) == type);
    CHECK(find_field(type->type, type->title) != nullptr);
  }
  CHECK(find_type(RecordType{9999}) == nullptr);
  CHECK(find_type_by_key("nothing") == nullptr);
}

TEST_CASE("fields have numbers, keys and labels of their own, and what their kind needs") {
  for (const TypeSpec* type : schema_types()) {
    std::set<std::uint32_t> numbers;
    std::set<std::string_view> keys;
    std::vector<FieldSpec> fields(type->fields.begin(), type->fields.end());
    fields.insert(fields.end(), common_fields().begin(), common_fields().end());
    for (const FieldSpec& field : fields) {
      CAPTURE(type->key);
      CAPTURE(field.key);
      CHECK(numbers.insert(field.number.value).second);
      CHECK(keys.insert(field.key).second);
      CHECK_FALSE(field.label.empty());
      CHECK_FALSE(field.help.empty());
      CHECK((field.kind == FieldKind::kChoice) == !field.choices.empty());
      if (field.kind != FieldKind::kReference) CHECK(field.refers_to.empty());
      CHECK(find_field(type->type, field.number)->key == field.key);
      CHECK(find_field_by_key(type->type, field.key)->number == field.number);
    }
    // 1 to 15 are for fields that every type has.
    for (const FieldSpec& field : type->fields) CHECK(field.number.value >= 16);
    for (const FieldSpec& field : common_fields()) CHECK(field.number.value < 16);
  }
}

TEST_CASE("choices have numbers and keys of their own") {
  for (const TypeSpec* type : schema_types()) {
    for (const FieldSpec& field : type->fields) {
      std::set<std::uint32_t> numbers;
      std::set<std::string_view> keys;
      for (const ChoiceOption& option : field.choices) {
        CAPTURE(option.key);
        CHECK(option.number >= 1);
        CHECK(numbers.insert(option.number).second);
        CHECK(keys.insert(option.key).second);
        CHECK_FALSE(option.label.empty());
        CHECK(find_option(field, option.number) == &option);
      }
      CHECK(find_option(field, 9999) == nullptr);
    }
  }
}
