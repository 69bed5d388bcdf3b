#include "document/schema.hpp"

#include <algorithm>
#include <iterator>

#include "document/schema_tables.hpp"

namespace atlas {
namespace {

// By number: entry i describes type i + 1.
constexpr const TypeSpec* kTypes[] = {
    &tables::workspace,
    &tables::model,
    &tables::body,
    &tables::seat,
    &tables::line,
    &tables::priority,
    &tables::outcome,
    &tables::indicator,
    &tables::reading,
    &tables::plan,
    &tables::objective,
    &tables::action,
    &tables::budget_line,
    &tables::resource_line,
    &tables::requirement,
    &tables::answer,
    &tables::issue_of_concern,
    &tables::review,
    &tables::agreement,
    &tables::pairing,
    &tables::home,
    &tables::contribution,
    &tables::vote,
    &tables::strategy,
    &tables::duty,
    &tables::function,
    &tables::project,
    &tables::proposal,
    &tables::achievement,
    &tables::locality,
    &tables::locality_fact,
    &tables::grant,
    &tables::meeting,
    &tables::event,
    &tables::agenda_item,
    &tables::attendance,
    &tables::comment,
    &tables::saved_view,
    &tables::story,
    &tables::dependency,
    &tables::risk,
    &tables::requirement_template,
    &tables::rag_definition,
    &tables::timeline_entry,
    &tables::source_document,
    &tables::evidence,
    &tables::question,
    &tables::restore_point,
    &tables::implication,
};

const FieldSpec* find_in(std::span<const FieldSpec> fields, FieldNumber field) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const FieldSpec& spec) { return spec.number == field; });
  return found == fields.end() ? nullptr : &*found;
}

const FieldSpec* find_in(std::span<const FieldSpec> fields, std::string_view key) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const FieldSpec& spec) { return spec.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace

std::span<const TypeSpec* const> schema_types() {
  return kTypes;
}

const TypeSpec* find_type(RecordType type) {
  const auto number = static_cast<std::uint32_t>(type);
  return number >= 1 && number <= std::size(kTypes) ? kTypes[number - 1] : nullptr;
}

const TypeSpec* find_type_by_key(std::string_view key) {
  for (const TypeSpec* spec : kTypes) {
    if (spec->key == key) return spec;
  }
  return nullptr;
}

std::span<const FieldSpec> common_fields() {
  return tables::common;
}

const FieldSpec* find_field(RecordType type, FieldNumber field) {
  const TypeSpec* spec = find_type(type);
  const FieldSpec* own = spec == nullptr ? nullptr : find_in(spec->fields, field);
  return own != nullptr ? own : find_in(tables::common, field);
}

const FieldSpec* find_field_by_key(RecordType type, std::string_view key) {
  const TypeSpec* spec = find_type(type);
  const FieldSpec* own = spec == nullptr ? nullptr : find_in(spec->fields, key);
  return own != nullptr ? own : find_in(tables::common, key);
}

const ChoiceOption* find_option(const FieldSpec& field, std::uint32_t number) {
  for (const ChoiceOption& option : field.choices) {
    if (option.number == number) return &option;
  }
  return nullptr;
}

}  // namespace atlas
