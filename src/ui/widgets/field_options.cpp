// What can be chosen in a field.
#include "base/tr.hpp"
#include "ui/widgets/field.hpp"

namespace atlas::ui {
namespace {

void add_option(FieldOptions& out, std::string text, Value value, const Value& current) {
  if (value == current) out.current = static_cast<int>(out.options.size());
  out.options.push_back({std::move(text), {}});
  out.values.push_back(std::move(value));
}

// The model that a record lives in; null when in none.
RecordId model_of(const Document& document, RecordId id) {
  for (const Record* record = document.find(id); record != nullptr;
       record = document.find(record->parent)) {
    if (record->type == RecordType::kModel) return record->id;
  }
  return {};
}

}  // namespace

FieldOptions options_of(const Document& document, RecordId record, const FieldSpec& field) {
  return options_of(document, record, field, document.get(record, field.number));
}

FieldOptions options_of(const Document& document, RecordId record, const FieldSpec& field,
                        const Value& current) {
  FieldOptions out;
  for (const ChoiceOption& option : field.choices) {
    add_option(out, std::string(tr_word(option.label)), Choice{option.number}, current);
  }
  if (field.kind == FieldKind::kFlag) {
    add_option(out, std::string(tr(Text::kValueYes)), true, current);
    add_option(out, std::string(tr(Text::kValueNo)), false, current);
  }
  if (field.kind == FieldKind::kReference) {
    const RecordId model = model_of(document, record);
    for (const RecordType type : field.refers_to) {
      for (const RecordId candidate : document.records_of(type)) {
        if (candidate == record) continue;
        const RecordId home = model_of(document, candidate);
        if (!model.is_null() && !home.is_null() && !(home == model) &&
            !(Value(candidate) == current)) {
          continue;
        }
        add_option(out, title_of(document, candidate), candidate, current);
      }
    }
  }
  add_option(out, std::string(tr(Text::kValueNotStated)), NotStated{}, current);
  if (!field.required) add_option(out, std::string(tr(Text::kFieldLeaveEmpty)), Unset{}, current);
  return out;
}

}  // namespace atlas::ui
