#include "io/model_json.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "document/transaction.hpp"
#include "io/built_in.hpp"
#include "io/change_codec.hpp"
#include "io/model_records.hpp"
#include "io/no_throw.hpp"

namespace atlas::io {
namespace {

constexpr std::string_view kWorkspaceKey = "workspace";
constexpr std::string_view kWorkspaceName = "Durham and Darlington partnerships";
// Stands in while the edition's own id, the hash of its operations, is not known yet.
constexpr ReplicaId kProvisional{1};

// Reads all records of all files into one transaction; gathers mistakes instead of stopping.
class Edition {
 public:
  explicit Edition(ModelRecords records)
      : records_(std::move(records)),
        document_(kBuiltInWorkspace, kProvisional),
        transaction_(document_, "Built-in models", {0, "Built-in data"}) {}

  Result<std::vector<Change>> build() {
    create_workspace();
    create_records();
    if (!problems_.empty()) return model_error(problems_);  // fields would only echo them
    // In the order of creation: then the file says of each record's fields only "the next one".
    for (const ModelRecord* record : created_) set_fields(*record);
    if (!problems_.empty()) return model_error(problems_);
    const auto committed = transaction_.commit();
    if (!committed.ok()) return committed.error();
    return signed_changes();
  }

 private:
  void problem(const ModelRecord& record, std::string_view field, const std::string& text) {
    problems_.push_back(record.where(field) + text);
  }

  void create_workspace() {
    const RecordId id = built_in_record(kWorkspaceKey);
    transaction_.create_with_id(id, RecordType::kWorkspace, kRootRecord);
    const auto name = find_field_by_key(RecordType::kWorkspace, "name")->number;
    const auto set = transaction_.set(id, name, std::string(kWorkspaceName));
    if (!set.ok()) problems_.push_back(set.error().happened);
  }

  // How many records stand above it; a missing one or a circle is a mistake.
  std::size_t depth_of(const ModelRecord& record) {
    std::size_t depth = 0;
    for (const ModelRecord* at = &record; at->parent.has_value(); ++depth) {
      const ModelRecord* above = records_.find(*at->parent);
      if (above == nullptr) {
        // Told at the record that names it, not at those below.
        if (depth == 0) problem(record, "parent", "there is no record \"" + *at->parent + "\"");
        break;
      }
      if (depth == records_.records.size()) {
        problem(record, "parent", "it leads back to itself in a circle");
        break;
      }
      at = above;
    }
    return depth;
  }

  // Level by level, so that parents come first and siblings in the order of the files.
  void create_records() {
    std::map<std::size_t, std::vector<const ModelRecord*>> levels;
    for (const ModelRecord& record : records_.records) levels[depth_of(record)].push_back(&record);
    if (!problems_.empty()) return;
    for (const auto& [depth, records] : levels) {
      for (const ModelRecord* record : records) {
        const RecordId parent = depth == 0 ? kRootRecord : records_.find(*record->parent)->id;
        transaction_.create_with_id(record->id, record->type, parent);
        created_.push_back(record);
      }
    }
  }

  void set_fields(const ModelRecord& record) {
    for (const ModelField& field : record.fields) {
      const auto value = to_value(field, records_);
      if (!value.ok()) {
        problem(record, field.key, value.error().happened);
        continue;
      }
      const auto set = transaction_.set(record.id, field.spec->number, value.value());
      if (!set.ok()) problem(record, field.key, set.error().happened);
    }
    for (const std::string& missing : missing_fields(record)) {
      problem(record, missing, "it is required and missing");
    }
  }

  // A change's id must never be used again with other content: the replica is the hash of it.
  Result<std::vector<Change>> signed_changes() const {
    std::vector<Change> changes;
    std::string all;
    for (const Change* change : document_.changes()) {
      changes.push_back(*change);
      all += encode_change(*change);
    }
    const ReplicaId edition{fnv1a64(all) | 1U};
    for (Change& change : changes) change.replica = edition;
    return changes;
  }

  ModelRecords records_;
  Document document_;
  Transaction transaction_;
  std::vector<const ModelRecord*> created_;
  std::vector<std::string> problems_;
};

}  // namespace

Result<std::vector<Change>> read_models(std::span<const ModelFile> files) {
  Result<ModelRecords> records = read_records(files);
  if (!records.ok()) return records.error();
  return Edition(std::move(records).value()).build();
}

}  // namespace atlas::io
