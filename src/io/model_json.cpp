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
    for (const ModelRecord& record : records_.records) create(record, 0);
    if (!problems_.empty()) return model_error(problems_);  // fields would only echo them
    for (const ModelRecord& record : records_.records) set_fields(record);
    if (!problems_.empty()) return model_error(problems_);
    const auto committed = transaction_.commit();
    if (!committed.ok()) return committed.error();
    return signed_changes();
  }

 private:
  void create_workspace() {
    const RecordId id = built_in_record(kWorkspaceKey);
    transaction_.create_with_id(id, RecordType::kWorkspace, kRootRecord);
    const auto name = find_field_by_key(RecordType::kWorkspace, "name")->number;
    const auto set = transaction_.set(id, name, std::string(kWorkspaceName));
    if (!set.ok()) problems_.push_back(set.error().happened);
  }

  // Parents first, wherever they stand; otherwise in the order of the files.
  void create(const ModelRecord& record, std::size_t depth) {
    if (!created_.try_emplace(record.id, true).second) return;
    if (depth > records_.records.size()) return;
    RecordId parent = kRootRecord;
    if (record.parent.has_value()) {
      const ModelRecord* above = records_.find(*record.parent);
      if (above == nullptr) {
        problems_.push_back(record.where("parent") + "there is no record \"" + *record.parent +
                            "\"");
        return;
      }
      create(*above, depth + 1);
      parent = above->id;
    }
    transaction_.create_with_id(record.id, record.type, parent);
  }

  void set_fields(const ModelRecord& record) {
    for (const ModelField& field : record.fields) {
      const auto value = to_value(field, records_);
      if (!value.ok()) {
        problems_.push_back(record.where(field.key) + value.error().happened);
        continue;
      }
      const auto set = transaction_.set(record.id, field.spec->number, value.value());
      if (!set.ok()) problems_.push_back(record.where(field.key) + set.error().happened);
    }
    for (const std::string& missing : missing_fields(record)) {
      problems_.push_back(record.where(missing) + "it is required and missing");
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
  std::map<RecordId, bool> created_;
  std::vector<std::string> problems_;
};

}  // namespace

Result<std::vector<Change>> read_models(std::span<const ModelFile> files) {
  Result<ModelRecords> records = read_records(files);
  if (!records.ok()) return records.error();
  return Edition(std::move(records).value()).build();
}

}  // namespace atlas::io
