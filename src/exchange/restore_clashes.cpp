#include "exchange/restore_clashes.hpp"

#include <algorithm>
#include <utility>

#include "base/id_text.hpp"
#include "document/transaction.hpp"

namespace atlas::exchange {
namespace {

bool shows(const IncomingRecord& record, const FieldSpec* spec) {
  return std::any_of(record.fields.begin(), record.fields.end(),
                     [&](const IncomingField& field) { return field.spec == spec; });
}

// What came after everything in `before`, made on it alone.
Change made_on(const Change& before, ReplicaId replica, Operation operation) {
  Change change = before;
  change.replica = replica;
  change.first_counter = 1;
  change.lamport = before.lamport + before.operations.size();
  change.parents = {before.last_id()};
  change.operations = {std::move(operation)};
  return change;
}

}  // namespace

std::vector<ClashValue> clash_values(const std::vector<IncomingRecord>& records) {
  std::vector<ClashValue> values;
  for (const IncomingRecord& record : records) {
    for (const IncomingField& field : record.clashes) {
      if (!record.id) continue;
      ClashValue value{record.line, *record.id,  record.type,
                       field.spec,  field.value, !shows(record, field.spec)};
      if (field.pointer && field.pointer->id) value.value = *field.pointer->id;
      values.push_back(std::move(value));
    }
  }
  return values;
}

Result<std::vector<Change>> changes_with_clashes(const Document& plain,
                                                 const std::vector<ClashValue>& clashes) {
  Problems problems;
  for (const ClashValue& clash : clashes) {
    if (is_unset(clash.value)) continue;
    const Result<> good = validate(plain, clash.type, clash.spec->number, clash.value);
    if (good.ok()) continue;
    problems.add(clash.line, to_text(clash.record), clash.spec->label, good.error().happened);
  }
  if (!problems.empty()) return problems.error();

  Change records = *plain.changes().front();
  Change fields = records;
  const auto first_set =
      std::find_if(records.operations.begin(), records.operations.end(),
                   [](const Operation& each) { return !std::holds_alternative<CreateOp>(each); });
  const auto created = static_cast<std::size_t>(first_set - records.operations.begin());
  records.operations.erase(first_set, records.operations.end());
  fields.operations.erase(fields.operations.begin(),
                          fields.operations.begin() + static_cast<std::ptrdiff_t>(created));
  fields.first_counter += created;
  fields.lamport += created;
  fields.parents = {records.last_id()};

  // All at one Lamport time, so that the replica decides which is later: each is below the one
  // before it, and all are below that of `fields`, whose values are shown.
  std::vector<Change> changes;
  std::uint64_t next = records.replica.value / 2;
  const auto add = [&](const ClashValue& clash, Value value) {
    changes.push_back(made_on(records, ReplicaId{next--},
                              SetOp{clash.record, clash.spec->number.value, std::move(value), {}}));
  };
  const ClashValue* last = nullptr;
  for (const ClashValue& clash : clashes) {
    const bool same = last != nullptr && last->record == clash.record && last->spec == clash.spec;
    if (clash.shown_is_unset && !same) add(clash, Unset{});
    add(clash, clash.value);
    last = &clash;
  }
  changes.push_back(std::move(records));
  if (!fields.operations.empty()) changes.push_back(std::move(fields));
  return changes;
}

}  // namespace atlas::exchange
