#include <string>

#include "document/plain_text.hpp"
#include "io/model_records.hpp"

namespace atlas::io {
namespace {

Error wrong(std::string what) {
  return {ErrorCode::kInvalid, std::move(what), "", ""};
}

Result<Value> to_reference(const std::string& text, const ModelRecords& records) {
  const ModelRecord* record = records.find(text);
  if (record == nullptr) return wrong("there is no record \"" + text + "\"");
  return Value(record->id);
}

}  // namespace

Result<Value> to_value(const ModelField& field, const ModelRecords& records) {
  if (field.not_stated) return Value(NotStated{});
  if (field.text.has_value()) {
    return field.spec->kind == FieldKind::kReference ? to_reference(*field.text, records)
                                                     : parse_plain(*field.spec, *field.text);
  }
  if (field.spec->kind == FieldKind::kFlag) return Value(*field.flag);
  return wrong("it wants a text, not true or false");
}

std::vector<std::string> missing_fields(const ModelRecord& record) {
  std::vector<std::string> missing;
  for (const FieldSpec& spec : find_type(record.type)->fields) {
    bool there = !spec.required;
    for (const ModelField& field : record.fields) there = there || field.key == spec.key;
    if (!there) missing.emplace_back(spec.key);
  }
  return missing;
}

}  // namespace atlas::io
