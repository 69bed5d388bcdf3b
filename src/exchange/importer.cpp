#include "exchange/importer.hpp"

#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "base/id_text.hpp"
#include "exchange/restore_clashes.hpp"

namespace atlas::exchange {
namespace {

std::string name_of(const IncomingRecord& record) {
  return record.id ? to_text(*record.id) : std::string();
}

std::string_view label_of(const FieldSpec* spec) {
  return spec == nullptr ? std::string_view() : spec->label;
}

// The text of the field that names records of its type; empty where it has none.
std::string title_in(const IncomingRecord& record) {
  const TypeSpec* type = find_type(record.type);
  for (const IncomingField& field : record.fields) {
    if (field.spec->number == type->title) {
      const auto* text = std::get_if<std::string>(&field.value);
      return text == nullptr ? std::string() : *text;
    }
  }
  return {};
}

class Import {
 public:
  Import(Document& document, std::vector<IncomingRecord> records, std::string message, Stamp stamp)
      : document_(document),
        records_(std::move(records)),
        transaction_(document, std::move(message), std::move(stamp)),
        ids_(records_.size()) {}

  Result<ImportCounts> run() {
    find_ids();
    std::size_t operations = records_.size();
    for (const IncomingRecord& record : records_) operations += record.fields.size();
    transaction_.expect(operations);
    create_records();
    if (!problems_.empty()) return problems_.error();
    for (std::size_t i = 0; i < records_.size() && !problems_.full(); ++i) set_fields(i);
    if (!problems_.empty()) return problems_.error();
    const auto committed = transaction_.commit();
    if (!committed.ok()) {
      problems_.add(0, "", "", committed.error().happened);
      return problems_.error();
    }
    return counts_;
  }

 private:
  void problem(const IncomingRecord& record, std::string_view field, std::string_view what) {
    problems_.add(record.line, name_of(record), field, what);
  }

  void find_ids() {
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (!records_[i].id) continue;
      if (!by_id_.emplace(*records_[i].id, i).second) {
        problem(records_[i], "", "this id stands twice");
      } else if (const Record* there = document_.find(*records_[i].id)) {
        if (there->type != records_[i].type) {
          problem(records_[i], "", "there is a record of another type with this id");
        } else if (document_.find_live(*records_[i].id) == nullptr) {
          problem(records_[i], "", "this record is in the bin; restore it first");
        }
      }
    }
  }

  // Ids of live records and of those in the file, by type and title; made when first needed.
  const std::vector<RecordId>& named(RecordType type, const std::string& title) {
    auto& of_type = titles_[type];
    if (!of_type.has_value()) {
      of_type.emplace();
      const std::set<RecordId> made(ids_.begin(), ids_.end());
      for (const RecordId id : document_.records_of(type)) {
        const bool in_file = made.count(id) > 0;
        if (!in_file) (*of_type)[title_of(document_, id)].push_back(id);
      }
      for (std::size_t i = 0; i < records_.size(); ++i) {
        if (records_[i].type != type || ids_[i].is_null()) continue;
        (*of_type)[title_now(i)].push_back(ids_[i]);
      }
    }
    return (*of_type)[title];
  }

  // From the file until the record has been filled in, then as it stands; also for what was there
  // before and keeps its title.
  std::string title_now(std::size_t i) {
    const std::string title = title_in(records_[i]);
    return title.empty() ? title_of(document_, ids_[i]) : title;
  }

  std::optional<RecordId> resolve(const IncomingRecord& record, std::string_view field,
                                  const Pointer& pointer, std::span<const RecordType> types) {
    if (pointer.id) {
      if (document_.find_live(*pointer.id) != nullptr) return pointer.id;
      problem(record, field, "there is no record " + to_text(*pointer.id) + " here");
      return std::nullopt;
    }
    std::vector<RecordId> found;
    const auto look = [&](RecordType type) {
      const auto& ids = named(type, pointer.title);
      found.insert(found.end(), ids.begin(), ids.end());
    };
    for (const RecordType type : types) look(type);
    if (types.empty()) {
      for (const TypeSpec* type : schema_types()) look(type->type);
    }
    if (found.size() == 1) return found.front();
    problem(record, field,
            found.empty() ? "there is no record called \"" + pointer.title + "\""
                          : std::to_string(found.size()) + " records are called \"" +
                                pointer.title + "\"; write the id of the one that is meant");
    return std::nullopt;
  }

  // Nothing when the one that is named is not there, which has been told then.
  std::optional<RecordId> parent_of(const IncomingRecord& record) {
    return record.parent ? resolve(record, "Parent", *record.parent, {}) : kRootRecord;
  }

  // Parents first, siblings in the order of the file: a record waits for its parent in the file.
  void create_records() {
    new_.resize(records_.size());
    std::vector<std::size_t> order;
    std::unordered_map<RecordId, std::vector<std::size_t>> below;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const IncomingRecord& record = records_[i];
      new_[i] = !record.id || document_.find(*record.id) == nullptr;
      if (!new_[i]) ids_[i] = *record.id;
      const bool waits = new_[i] && record.parent && record.parent->id &&
                         document_.find(*record.parent->id) == nullptr &&
                         by_id_.count(*record.parent->id) > 0;
      if (waits) {
        below[*record.parent->id].push_back(i);
      } else {
        order.push_back(i);
      }
    }
    std::size_t created = 0;
    for (std::size_t at = 0; at < order.size() && !problems_.full(); ++at) {
      if (new_[order[at]]) create(order[at]);
      ++created;
      if (!records_[order[at]].id) continue;
      const auto children = below.find(*records_[order[at]].id);
      if (children == below.end()) continue;
      order.insert(order.end(), children->second.begin(), children->second.end());
    }
    if (created == records_.size() || problems_.full()) return;
    for (const auto& [parent, children] : below) {
      for (const std::size_t child : children) {
        if (ids_[child].is_null() && is_new_root_of_circle(child)) {
          problem(records_[child], "Parent", "it leads back to itself in a circle");
        }
      }
    }
  }

  [[nodiscard]] bool is_new_root_of_circle(std::size_t start) const {
    std::size_t at = start;
    for (std::size_t steps = 0; steps <= records_.size(); ++steps) {
      const auto above = by_id_.find(*records_[at].parent->id);
      if (above == by_id_.end() || !ids_[above->second].is_null()) return false;
      at = above->second;
      if (at == start) return true;
      if (!records_[at].parent || !records_[at].parent->id) return false;
    }
    return false;
  }

  void create(std::size_t i) {
    const IncomingRecord& record = records_[i];
    const auto parent = parent_of(record);
    if (!parent) return;
    ids_[i] = record.id ? transaction_.create_with_id(*record.id, record.type, *parent)
                        : transaction_.create(record.type, *parent);
    if (ids_[i].is_null()) return problem(record, "", "it cannot be put there");
    const auto titles = titles_.find(record.type);
    if (titles != titles_.end() && titles->second) {
      (*titles->second)[title_in(record)].push_back(ids_[i]);
    }
    ++counts_.added;
  }

  void set_fields(std::size_t i) {
    IncomingRecord& record = records_[i];
    const std::uint64_t revision = document_.revision();
    if (!new_[i]) move(i);
    std::vector<Transaction::FieldValue> values;
    values.reserve(record.fields.size());
    for (IncomingField& field : record.fields) {
      if (!field.pointer) {
        values.emplace_back(field.spec->number, std::move(field.value));
        continue;
      }
      const auto target =
          resolve(record, label_of(field.spec), *field.pointer, field.spec->refers_to);
      if (target) values.emplace_back(field.spec->number, *target);
    }
    // Its memory is wanted for what it becomes.
    std::vector<IncomingField>().swap(record.fields);
    for (const Transaction::Refused& refused : transaction_.set_all(ids_[i], std::move(values))) {
      problem(record, label_of(find_field(record.type, refused.field)), refused.reason.happened);
    }
    if (new_[i]) return check_required(i);
    ++(document_.revision() == revision ? counts_.same : counts_.changed);
  }

  void move(std::size_t i) {
    const IncomingRecord& record = records_[i];
    if (!record.parent_given) return;
    const auto parent = parent_of(record);
    if (!parent || document_.find(ids_[i])->parent == *parent) return;
    const auto moved = transaction_.move(ids_[i], *parent);
    if (!moved.ok()) problem(record, "Parent", moved.error().happened);
  }

  void check_required(std::size_t i) {
    for (const FieldSpec& spec : find_type(records_[i].type)->fields) {
      if (spec.required && is_unset(document_.get(ids_[i], spec.number))) {
        problem(records_[i], spec.label, "it is required and missing");
      }
    }
  }

  Document& document_;
  std::vector<IncomingRecord> records_;
  Transaction transaction_;
  std::vector<RecordId> ids_;
  std::vector<bool> new_;
  std::unordered_map<RecordId, std::size_t> by_id_;
  using Titles = std::map<std::string, std::vector<RecordId>>;
  std::map<RecordType, std::optional<Titles>> titles_;
  Problems problems_;
  ImportCounts counts_;
};

}  // namespace

Result<ImportCounts> import_records(Document& document, std::vector<IncomingRecord> records,
                                    std::string message, Stamp stamp) {
  const std::vector<ClashValue> clashes = clash_values(records);
  if (clashes.empty() || !document.changes().empty()) {
    auto counts = Import(document, std::move(records), std::move(message), std::move(stamp)).run();
    if (counts.ok()) counts.value().clashes_left = clashes.size();
    return counts;
  }
  // What is written apart has to be made apart: the records first, then each value on its own.
  Document plain(document.workspace(), document.self());
  const auto counts = Import(plain, std::move(records), std::move(message), std::move(stamp)).run();
  if (!counts.ok()) return counts;
  auto changes = changes_with_clashes(plain, clashes);
  if (!changes.ok()) return changes.error();
  const auto taken = document.integrate(std::move(changes).value());
  return taken.ok() ? counts : Result<ImportCounts>(taken.error());
}

ReplicaId import_replica(const std::vector<std::string>& files, const Stamp& stamp) {
  std::uint64_t hash = fnv1a64(stamp.author + std::to_string(stamp.time_ms));
  for (const std::string& file : files) hash = fnv1a64(file, hash);
  return ReplicaId{mixed_64(hash) | 1U};
}

}  // namespace atlas::exchange
