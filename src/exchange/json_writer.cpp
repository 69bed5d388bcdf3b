#include "exchange/json_writer.hpp"

#include <nlohmann/json.hpp>

#include "base/id_text.hpp"
#include "document/plain_text.hpp"

namespace atlas::exchange {
namespace {

using Json = nlohmann::ordered_json;

// Nothing for what has no form here.
std::optional<Json> to_json(const FieldSpec& field, const Value& value) {
  if (std::holds_alternative<NotStated>(value)) return Json{{"not_stated", true}};
  if (const bool* flag = std::get_if<bool>(&value)) return Json(*flag);
  std::string text = plain_text(field, value);
  if (text.empty()) return std::nullopt;
  return Json(std::move(text));
}

class Writer {
 public:
  explicit Writer(const Document& document) : document_(document) {}

  Written write(const std::vector<RecordId>& records) {
    const WorkspaceId workspace = document_.workspace();
    written_.text = "{\"format\": \"atlas-records/1\",\n\"workspace\": \"" +
                    to_hex(workspace.high) + to_hex(workspace.low) + "\",\n\"records\": [";
    bool first = true;
    for (const RecordId id : records) {
      const std::optional<Json> record = to_json(*document_.find_live(id));
      if (!record) continue;
      written_.text += first ? "\n" : ",\n";
      written_.text += record->dump();
      first = false;
    }
    written_.text += "\n]}\n";
    return std::move(written_);
  }

 private:
  std::optional<Json> to_json(const Record& record) {
    const TypeSpec* type = find_type(record.type);
    if (type == nullptr) {
      ++written_.left_out;
      return std::nullopt;
    }
    Json fields = Json::object();
    Json clashes = Json::object();
    const auto add = [&](std::span<const FieldSpec> specs) {
      for (const FieldSpec& spec : specs) add_field(record, spec, fields, clashes);
    };
    add(type->fields);
    add(common_fields());
    for (const auto& [number, state] : record.fields) {
      if (find_field(record.type, FieldNumber{number}) == nullptr) ++written_.left_out;
    }
    Json json{{"id", to_text(record.id)}, {"type", type->key}, {"parent", nullptr}};
    if (!record.parent.is_null()) json["parent"] = to_text(record.parent);
    json["fields"] = std::move(fields);
    if (!clashes.empty()) json["clashes"] = std::move(clashes);
    return json;
  }

  void add_field(const Record& record, const FieldSpec& spec, Json& fields, Json& clashes) {
    const auto found = record.fields.find(spec.number.value);
    if (found == record.fields.end()) return;
    const FieldState& state = found->second;
    if (is_hanging(document_, state.shown())) {
      ++written_.hanging;
      return;
    }
    const std::optional<Json> shown = exchange::to_json(spec, state.shown());
    if (shown) {
      fields[std::string(spec.key)] = *shown;
    } else if (!is_unset(state.shown()) && !is_gone(state.shown())) {
      ++written_.left_out;
    }
    // A value that points into the bin is left out like any other.
    Json others = Json::array();
    bool differs = false;
    for (const Value* each : state.others()) {
      const Value& other = *each;
      if (is_hanging(document_, other)) continue;
      others.push_back(exchange::to_json(spec, other).value_or(Json(nullptr)));
      differs = differs || !(other == state.shown());
    }
    if (!differs) return;
    clashes[std::string(spec.key)] = std::move(others);
    ++written_.clashes;
  }

  const Document& document_;
  Written written_;
};

}  // namespace

Written write_json(const Document& document, const std::vector<RecordId>& records) {
  return Writer(document).write(records);
}

}  // namespace atlas::exchange
