#include "io/model_records.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <utility>

#include "io/built_in.hpp"
#include "io/model_text.hpp"

namespace atlas::io {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "atlas-models/1";
constexpr std::pair<const char*, const char*> kEvidence[] = {
    {"source", "evidence_source"},
    {"place", "evidence_place"},
    {"as_at", "evidence_as_at"},
    {"basis", "evidence_basis"},
};

bool is_key(std::string_view key) {
  for (const char letter : key) {
    const bool good = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                      letter == '-' || letter == '/' || letter == '.';
    if (!good) return false;
  }
  return !key.empty();
}

class Reader {
 public:
  Result<ModelRecords> read(std::span<const ModelFile> files) {
    for (const ModelFile& file : files) read_file(file);
    if (!problems_.empty()) return model_error(problems_);
    return std::move(result_);
  }

 private:
  void problem(const std::string& text) { problems_.push_back(text); }

  void read_file(const ModelFile& file) {
    Json json;
    if (const std::string wrong = parse_json(file.text, json); !wrong.empty()) {
      return problem(file.name + ": " + wrong);
    }
    if (!json.is_object() || json.value("format", "") != kFormat || json.size() != 2 ||
        !json.contains("records") || !json["records"].is_array()) {
      return problem(file.name + ": it wants \"format\": \"" + std::string(kFormat) +
                     "\" and a list of \"records\", and nothing else");
    }
    for (const Json& item : json["records"]) read_record(file, item);
  }

  void read_record(const ModelFile& file, const Json& item) {
    ModelRecord record;
    record.file = file.name;
    if (!item.is_object() || !item.contains("key") || !item["key"].is_string()) {
      return problem(file.name + ": a record without a \"key\"");
    }
    record.key = item["key"].get<std::string>();
    record.id = built_in_record(record.key);
    if (!read_head(item, record)) return;
    read_fields(item, record);
    read_evidence(item, record);
    keep(std::move(record));
  }

  bool read_head(const Json& item, ModelRecord& record) {
    const auto wrong = [&](const char* field, const std::string& text) {
      problem(record.where(field) + text);
      return false;
    };
    if (!is_key(record.key)) return wrong("key", "use a-z, 0-9, -, . and / only");
    for (const auto& [name, ignored] : item.items()) {
      static_cast<void>(ignored);
      if (name != "key" && name != "type" && name != "parent" && name != "fields" &&
          name != "evidence") {
        return wrong(name.c_str(), "a record has no such part");
      }
    }
    const std::string type = item.contains("type") && item["type"].is_string()
                                 ? item["type"].get<std::string>()
                                 : std::string();
    const TypeSpec* spec = find_type_by_key(type);
    if (spec == nullptr) return wrong("type", "\"" + type + "\" is not a type of the schema");
    record.type = spec->type;
    if (!item.contains("parent")) return wrong("parent", "it is missing; null means none");
    if (item["parent"].is_string()) {
      record.parent = item["parent"].get<std::string>();
    } else if (!item["parent"].is_null()) {
      return wrong("parent", "it wants a key or null");
    }
    return true;
  }

  void read_fields(const Json& item, ModelRecord& record) {
    if (!item.contains("fields") || !item["fields"].is_object()) {
      return problem(record.where("fields") + "they are missing");
    }
    for (const auto& [key, value] : item["fields"].items()) {
      if (key.starts_with("evidence_")) {
        problem(record.where(key) + "it belongs into \"evidence\"");
        continue;
      }
      add_field(key, value, record);
    }
  }

  void read_evidence(const Json& item, ModelRecord& record) {
    if (!item.contains("evidence") || !item["evidence"].is_object()) {
      return problem(record.where("evidence") + "it is missing");
    }
    const Json& evidence = item["evidence"];
    for (const auto& [name, field] : kEvidence) {
      if (evidence.contains(name)) {
        add_field(field, evidence[name], record);
      } else {
        problem(record.where(std::string("evidence.") + name) + "it is missing");
      }
    }
    if (evidence.size() > std::size(kEvidence)) {
      problem(record.where("evidence") + "it has source, place, as_at and basis only");
    }
  }

  void add_field(const std::string& key, const Json& value, ModelRecord& record) {
    ModelField field;
    field.key = key;
    field.spec = find_field_by_key(record.type, key);
    if (field.spec == nullptr) {
      return problem(record.where(key) + "the schema has no such field for this type");
    }
    if (value.is_string()) {
      field.text = value.get<std::string>();
      if (const std::string wrong = text_problem(*field.text); !wrong.empty()) {
        return problem(record.where(key) + wrong);
      }
    } else if (value.is_boolean()) {
      field.flag = value.get<bool>();
    } else if (value == Json{{"not_stated", true}}) {
      field.not_stated = true;
    } else {
      return problem(record.where(key) + "it wants a text, true, false or {\"not_stated\": true}");
    }
    record.fields.push_back(std::move(field));
  }

  void keep(ModelRecord record) {
    if (!ids_.insert(record.id).second) {
      return problem(record.where("key") + "it is used twice, or its id is that of another key");
    }
    result_.by_key.emplace(record.key, result_.records.size());
    result_.records.push_back(std::move(record));
  }

  ModelRecords result_;
  std::set<RecordId> ids_{built_in_record("workspace")};
  std::vector<std::string> problems_;
};

}  // namespace

std::string ModelRecord::where(std::string_view field) const {
  return file + ", record " + key + ", field " + std::string(field) + ": ";
}

const ModelRecord* ModelRecords::find(std::string_view key) const {
  const auto found = by_key.find(key);
  return found == by_key.end() ? nullptr : &records[found->second];
}

Result<ModelRecords> read_records(std::span<const ModelFile> files) {
  return Reader().read(files);
}

Error model_error(const std::vector<std::string>& problems) {
  Error error{ErrorCode::kInvalid, "", "No file was written.", "Mend these in shared/models."};
  for (const std::string& problem : problems) {
    error.happened += (error.happened.empty() ? "" : "\n") + problem;
  }
  return error;
}

}  // namespace atlas::io
