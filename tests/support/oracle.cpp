#include "support/oracle.hpp"

#include <algorithm>

#include "support/dump.hpp"

namespace atlas::test {
namespace {

RecordId record_of(const Operation& operation) {
  if (const auto* create = std::get_if<CreateOp>(&operation)) return create->record;
  if (const auto* set = std::get_if<SetOp>(&operation)) return set->record;
  if (const auto* move = std::get_if<MoveOp>(&operation)) return move->record;
  if (const auto* removal = std::get_if<DeleteOp>(&operation)) return removal->record;
  if (const auto* restore = std::get_if<RestoreOp>(&operation)) return restore->record;
  return {};
}

RecordId parent_in(const Operation& operation) {
  const auto* move = std::get_if<MoveOp>(&operation);
  return move != nullptr ? move->parent : std::get<CreateOp>(operation).parent;
}

template <typename List, typename Item>
bool holds(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

Oracle::Oracle(std::vector<Change> changes) : changes_(std::move(changes)) {
  number_operations();
  erase();
  replay_tree();
}

void Oracle::number_operations() {
  std::sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) {
    return a.lamport == b.lamport ? a.replica < b.replica : a.lamport < b.lamport;
  });
  std::map<OpId, std::set<OpId>> past_with;  // by last operation of a change
  for (const Change& change : changes_) {
    std::set<OpId> past;
    for (const OpId parent : change.parents) {
      const std::set<OpId>& more = past_with.at(parent);
      past.insert(more.begin(), more.end());
    }
    for (std::size_t i = 0; i < change.operations.size(); ++i) {
      ops_.push_back({change.id_of(i), change.lamport + i, &change.operations[i], past});
      past.insert(change.id_of(i));
    }
    past_with[change.last_id()] = std::move(past);
  }
  std::sort(ops_.begin(), ops_.end(), [](const Op& a, const Op& b) {
    return a.lamport == b.lamport ? a.id.replica < b.id.replica : a.lamport < b.lamport;
  });
}

void Oracle::erase() {
  for (const Op& op : ops_) {
    if (const auto* what = std::get_if<EraseOp>(op.operation)) erase_by(op, *what);
  }
}

// The values, then the words of all changes that touch their records and knew nothing of it.
void Oracle::erase_by(const Op& eraser, const EraseOp& what) {
  std::set<RecordId> records;
  for (Change& change : changes_) {
    for (std::size_t i = 0; i < change.operations.size(); ++i) {
      auto* set = std::get_if<SetOp>(&change.operations[i]);
      if (set == nullptr || !holds(what.targets, change.id_of(i))) continue;
      set->value = Erased{};
      records.insert(set->record);
    }
    if (holds(what.messages, change.first_id())) change.message.clear();
    if (holds(what.authors, change.first_id())) change.author.clear();
  }
  for (const Op& op : ops_) {
    const auto* create = std::get_if<CreateOp>(op.operation);
    const auto* move = std::get_if<MoveOp>(op.operation);
    const RecordId parent = create != nullptr ? create->parent
                            : move != nullptr ? move->parent
                                              : RecordId{};
    if (!records.contains(record_of(*op.operation)) && !records.contains(parent)) continue;
    for (Change& change : changes_) {
      if (op.id < change.first_id() || change.last_id() < op.id) continue;
      const bool itself = !(eraser.id < change.first_id()) && !(change.last_id() < eraser.id);
      if (!itself && !op.past.contains(eraser.id)) change.message.clear();
    }
  }
}

bool Oracle::is_known(const Op& op, RecordId record) const {
  if (record.is_null()) return true;
  return std::any_of(ops_.begin(), ops_.end(), [&](const Op& other) {
    const auto* create = std::get_if<CreateOp>(other.operation);
    return create != nullptr && create->record == record && op.past.contains(other.id);
  });
}

bool Oracle::is_within(RecordId record, RecordId ancestor) const {
  while (record != ancestor) {
    if (record.is_null()) return false;
    record = places_.at(record).parent;
  }
  return true;
}

void Oracle::replay_tree() {
  for (const Op& op : ops_) {
    if (const auto* create = std::get_if<CreateOp>(op.operation)) {
      if (places_.contains(create->record)) continue;
      const RecordId parent = is_known(op, create->parent) ? create->parent : kRootRecord;
      places_[create->record] = {parent, create->order};
      types_[create->record] = create->type;
    } else if (const auto* move = std::get_if<MoveOp>(op.operation)) {
      if (!is_known(op, move->record) || !is_known(op, move->parent)) continue;
      if (is_within(move->parent, move->record)) {
        without_effect_.insert(op.id);
      } else {
        places_[move->record] = {move->parent, move->order};
      }
    }
  }
}

// Operations of a kind on a record that their authors knew, latest first.
template <typename Kind>
std::vector<const Oracle::Op*> Oracle::ops_on(RecordId record) const {
  std::vector<const Op*> found;
  for (const Op& op : ops_) {
    if (!std::holds_alternative<Kind>(*op.operation)) continue;
    if (record_of(*op.operation) != record) continue;
    if (std::is_same_v<Kind, CreateOp> || is_known(op, record)) found.insert(found.begin(), &op);
  }
  return found;
}

std::vector<const Oracle::Op*> Oracle::live_sets(RecordId record, std::uint32_t field) const {
  std::vector<const Op*> sets;
  for (const Op* op : ops_on<SetOp>(record)) {
    if (std::get<SetOp>(*op->operation).field == field) sets.push_back(op);
  }
  std::vector<const Op*> live;
  for (const Op* op : sets) {
    const bool replaced = std::any_of(sets.begin(), sets.end(), [&](const Op* other) {
      return holds(std::get<SetOp>(*other->operation).replaces, op->id);
    });
    if (!replaced) live.push_back(op);
  }
  return live;
}

std::vector<const Oracle::Op*> Oracle::live_deletes(RecordId record) const {
  const std::vector<const Op*> restores = ops_on<RestoreOp>(record);
  std::vector<const Op*> live;
  for (const Op* op : ops_on<DeleteOp>(record)) {
    const bool undone = std::any_of(restores.begin(), restores.end(), [&](const Op* restore) {
      return holds(std::get<RestoreOp>(*restore->operation).undoes, op->id);
    });
    if (!undone) live.push_back(op);
  }
  return live;
}

std::vector<const Oracle::Op*> Oracle::live_moves(RecordId record) const {
  std::vector<const Op*> moves;
  for (const Op* op : ops_on<MoveOp>(record)) {
    if (is_known(*op, parent_in(*op->operation))) moves.push_back(op);
  }
  std::vector<const Op*> live;
  for (const Op* op : moves) {
    const bool overtaken = std::any_of(
        moves.begin(), moves.end(), [&](const Op* other) { return other->past.contains(op->id); });
    if (!overtaken) live.push_back(op);
  }
  return live;
}

bool Oracle::lies_inside(const Op& edit, const Op& removal, RecordId record, RecordId deleted,
                         std::set<RecordId>& seen) const {
  if (record == deleted) return true;
  if (record.is_null() || !seen.insert(record).second) return false;
  std::vector<const Op*> known;
  std::vector<const Op*> placements = ops_on<MoveOp>(record);
  std::erase_if(placements,
                [&](const Op* op) { return !is_known(*op, parent_in(*op->operation)); });
  for (const Op* op : ops_on<CreateOp>(record)) placements.push_back(op);
  for (const Op* op : placements) {
    if (op == &edit || edit.past.contains(op->id) || removal.past.contains(op->id)) {
      known.push_back(op);
    }
  }
  return std::any_of(known.begin(), known.end(), [&](const Op* op) {
    const bool overtaken = std::any_of(
        known.begin(), known.end(), [&](const Op* other) { return other->past.contains(op->id); });
    RecordId parent = parent_in(*op->operation);
    if (!is_known(*op, parent)) parent = kRootRecord;
    return !overtaken && lies_inside(edit, removal, parent, deleted, seen);
  });
}

// Latest first.
std::vector<const Oracle::Op*> Oracle::edits_against(const Op& removal, RecordId record) const {
  std::vector<const Op*> edits;
  for (const Op& op : ops_) {
    const RecordId edited = record_of(*op.operation);
    if (edited.is_null() || std::holds_alternative<DeleteOp>(*op.operation)) continue;
    if (!std::holds_alternative<CreateOp>(*op.operation) && !is_known(op, edited)) continue;
    if (op.id.replica == removal.id.replica || op.past.contains(removal.id)) continue;
    if (removal.past.contains(op.id)) continue;
    std::set<RecordId> seen;
    if (lies_inside(op, removal, edited, record, seen)) edits.insert(edits.begin(), &op);
  }
  return edits;
}

bool Oracle::is_deleted(RecordId record) const {
  const std::vector<const Op*> deletes = live_deletes(record);
  return std::any_of(deletes.begin(), deletes.end(),
                     [&](const Op* op) { return edits_against(*op, record).empty(); });
}

bool Oracle::is_live(RecordId record) const {
  for (; !record.is_null(); record = places_.at(record).parent) {
    if (is_deleted(record)) return false;
  }
  return true;
}

std::set<std::uint32_t> Oracle::fields_of(RecordId record) const {
  std::set<std::uint32_t> fields;
  for (const Op* op : ops_on<SetOp>(record)) {
    fields.insert(std::get<SetOp>(*op->operation).field);
  }
  return fields;
}

std::string Oracle::dump_record(RecordId record) const {
  const Placed& place = places_.at(record);
  const bool deleted = is_deleted(record);
  const bool returned = !deleted && !live_deletes(record).empty();
  std::string out = text_of(record) + " type " + std::to_string(types_.at(record)) + " in " +
                    text_of(place.parent) + " at " + place.order + (deleted ? " deleted" : "") +
                    (returned ? " returned" : "") + "\n";
  for (const std::uint32_t field : fields_of(record)) {
    std::string line;
    bool all_unset = true;
    std::vector<const Op*> live = live_sets(record, field);
    const auto gone = [](const Op* op) { return is_gone(std::get<SetOp>(*op->operation).value); };
    if (!live.empty() && std::all_of(live.begin(), live.end(), gone)) live.resize(1);
    if (live.size() > 1) std::erase_if(live, gone);
    for (const Op* op : live) {
      const Value& value = std::get<SetOp>(*op->operation).value;
      line += (line.empty() ? " = " : " | ") + text_of(value);
      all_unset = all_unset && is_unset(value);
    }
    if (!all_unset) out += "  " + std::to_string(field) + line + "\n";
  }
  out += "  children";
  std::map<std::pair<std::string, RecordId>, RecordId> children;
  for (const auto& [id, child] : places_) {
    if (child.parent == record && is_live(id)) children[{child.order, id}] = id;
  }
  for (const auto& [key, id] : children) out += " " + text_of(id);
  return out + "\n";
}

std::string Oracle::dump_clashes(RecordId record) const {
  std::string out;
  const auto add = [&](int kind, std::uint32_t field, const std::vector<OpId>& sides) {
    out += "clash " + std::to_string(kind) + " " + text_of(record) + " " + std::to_string(field);
    for (const OpId side : sides) out += " " + text_of(side);
    out += "\n";
  };
  for (const std::uint32_t field : fields_of(record)) {
    std::vector<Value> values;
    std::vector<OpId> sides;
    for (const Op* op : live_sets(record, field)) {
      const Value& value = std::get<SetOp>(*op->operation).value;
      if (holds(values, value) || is_gone(value)) continue;
      values.push_back(value);
      sides.push_back(op->id);
    }
    if (sides.size() > 1) add(0, field, sides);
  }
  for (const bool circle : {false, true}) {
    std::vector<RecordId> parents;
    std::vector<OpId> sides;
    for (const Op* op : live_moves(record)) {
      const RecordId parent = parent_in(*op->operation);
      if (without_effect_.contains(op->id) != circle || holds(parents, parent)) continue;
      parents.push_back(parent);
      sides.push_back(op->id);
    }
    if (sides.size() > (circle ? 0U : 1U)) add(circle ? 2 : 1, 0, sides);
  }
  if (is_deleted(record) || live_deletes(record).empty()) return out;
  std::vector<OpId> sides;
  const Op* latest = nullptr;
  for (const Op* op : live_deletes(record)) {
    sides.push_back(op->id);
    const Op* edit = edits_against(*op, record).front();
    if (latest == nullptr || latest < edit) latest = edit;  // ops_ is in time order
  }
  sides.push_back(latest->id);
  add(3, 0, sides);
  return out;
}

std::string Oracle::dump() const {
  std::string out;
  for (const auto& [record, place] : places_) out += dump_record(record);
  for (const auto& [record, place] : places_) {
    if (is_live(record)) out += dump_clashes(record);
  }
  return out;
}

}  // namespace atlas::test
