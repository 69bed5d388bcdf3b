#include "exchange/csv_writer.hpp"

#include "base/id_text.hpp"
#include "exchange/csv_cells.hpp"

namespace atlas::exchange {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

}  // namespace

std::string id_heading(const TypeSpec& type) {
  return std::string(type.label) + " id";
}

Written write_csv(const Document& document, const TypeSpec& type,
                  const std::vector<RecordId>& records, CsvOptions options) {
  Written written;
  std::string& text = written.text;
  if (options.byte_order_mark) text = "\xEF\xBB\xBF";
  std::vector<const FieldSpec*> columns;
  for (const FieldSpec& field : type.fields) columns.push_back(&field);
  for (const FieldSpec& field : common_fields()) columns.push_back(&field);
  append_cell(text, id_heading(type));
  text += ',';
  append_cell(text, kParentHeading);
  for (const FieldSpec* field : columns) {
    text += ',';
    append_cell(text, field->label);
  }
  text += kLineEnd;
  for (const RecordId id : records) {
    const Record* record = document.find_live(id);
    if (record == nullptr || record->type != type.type) continue;
    text += to_text(id);
    text += ',';
    if (!record->parent.is_null()) append_cell(text, pointer_cell(document, record->parent));
    for (const FieldSpec* field : columns) {
      text += ',';
      const Value& value = document.get(id, field->number);
      if (is_hanging(document, value)) {
        ++written.hanging;
      } else {
        append_cell(text, to_cell(document, *field, value));
      }
    }
    for (const auto& [number, state] : record->fields) {
      written.left_out += find_field(type.type, FieldNumber{number}) == nullptr ? 1U : 0U;
      written.clashes += state.clashes() ? 1U : 0U;
    }
    text += kLineEnd;
  }
  return written;
}

}  // namespace atlas::exchange
