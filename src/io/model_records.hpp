// The records of the model files as they are written there, with types and fields found in the
// schema; one step of model_json.hpp.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/schema.hpp"
#include "io/model_json.hpp"
#include "replica/value.hpp"

namespace atlas::io {

struct ModelField {
  std::string key;
  const FieldSpec* spec = nullptr;
  // Exactly one of these: the text as written, a flag, or "not stated".
  std::optional<std::string> text;
  std::optional<bool> flag;
  bool not_stated = false;
};

struct ModelRecord {
  std::string file;
  std::string key;
  RecordId id;
  RecordType type{};
  std::optional<std::string> parent;
  std::vector<ModelField> fields;  // those of "fields", then of "evidence"

  // "darlington-2012.json, record darlington-2012/board, field kind: "
  [[nodiscard]] std::string where(std::string_view field) const;
};

struct ModelRecords {
  std::vector<ModelRecord> records;  // files in the order given, records in theirs
  std::map<std::string, std::size_t, std::less<>> by_key;

  [[nodiscard]] const ModelRecord* find(std::string_view key) const;
};

// Checks shape, keys, types, field names and evidence. All mistakes in one Error.
[[nodiscard]] Result<ModelRecords> read_records(std::span<const ModelFile> files);

// As the field's kind. `happened` says what is wrong with it, without saying where.
[[nodiscard]] Result<Value> to_value(const ModelField& field, const ModelRecords& records);

// Keys of the type's required fields that the record lacks.
[[nodiscard]] std::vector<std::string> missing_fields(const ModelRecord& record);

[[nodiscard]] Error model_error(const std::vector<std::string>& problems);

}  // namespace atlas::io
