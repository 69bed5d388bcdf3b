#include "document/inverse.hpp"

#include <algorithm>
#include <utility>

namespace atlas {

void Inverse::gather() {
  const std::vector<Operation>& operations = state_.replica.log().change(change_).operations;
  for (std::uint32_t i = 0; i < operations.size(); ++i) {
    const OpRef ref{change_, i};
    meant_.insert(meant_by(ref));
    if (const auto* create = std::get_if<CreateOp>(&operations[i])) {
      created_.insert(create->record);
    } else if (const auto* set = std::get_if<SetOp>(&operations[i])) {
      sets_[{set->record, set->field}].push_back(ref);
    }
  }
}

// Last done, first undone. The sets of a field are undone together, at the last of them.
void Inverse::write() {
  gather();
  // By index: the log grows while this runs, but the change stays where it is.
  const std::vector<Operation>& operations = state_.replica.log().change(change_).operations;
  for (auto i = static_cast<std::uint32_t>(operations.size()); i-- > 0;) {
    const OpRef ref{change_, i};
    const Operation& operation = operations[i];
    if (const auto* create = std::get_if<CreateOp>(&operation)) {
      undo_create(*create);
    } else if (const auto* set = std::get_if<SetOp>(&operation)) {
      // What the change created goes to the bin as a whole, with its fields and its place.
      const auto at = state_.node_of(set->record);
      const std::vector<OpRef>& mine = sets_[{set->record, set->field}];
      if (at && !created_.contains(set->record) && mine.back() == ref) {
        undo_sets(*at, set->field, mine);
      }
    } else if (const auto* move = std::get_if<MoveOp>(&operation)) {
      const auto at = state_.node_of(move->record);
      if (at && !created_.contains(move->record)) undo_move(*at, ref);
    } else if (const auto* removal = std::get_if<DeleteOp>(&operation)) {
      if (const auto at = state_.node_of(removal->record)) undo_delete(*at, ref);
    } else if (const auto* restore = std::get_if<RestoreOp>(&operation)) {
      if (const auto at = state_.node_of(restore->record)) undo_restore(*at, ref);
    }
  }
}

void Inverse::undo_create(const CreateOp& op) {
  const Record& record = state_.records[*state_.node_of(op.record)];
  if (!record.deleted) state_.write(DeleteOp{op.record});
}

OpId Inverse::meant_by(OpRef ref) const {
  const OpId id = state_.replica.log().id(ref);
  const auto found = memory_.stand_ins.find(id);
  return found == memory_.stand_ins.end() ? id : found->second;
}

bool Inverse::is_mine(OpRef ref) const {
  return meant_.contains(meant_by(ref));
}

void Inverse::write_for(OpRef earlier, Operation operation) {
  memory_.stand_ins[state_.replica.next_id()] = meant_by(earlier);
  state_.write(std::move(operation));
}

// The sets that these replaced, earliest first, one a value. More than one when these had settled a
// clash, which then comes back. What is gone does not come back.
std::vector<OpRef> Inverse::sets_before(const std::vector<OpRef>& mine) const {
  const ChangeLog& log = state_.replica.log();
  std::vector<OpRef> replaced;
  for (const OpRef ref : mine) {
    for (const OpId id : std::get<SetOp>(log.operation(ref)).replaces) {
      const auto earlier = log.find(id);
      if (earlier && earlier->change != change_ &&
          std::holds_alternative<SetOp>(log.operation(*earlier))) {
        replaced.push_back(*earlier);
      }
    }
  }
  std::sort(replaced.begin(), replaced.end(),
            [&](OpRef a, OpRef b) { return log.time(a) < log.time(b); });
  std::vector<OpRef> before;
  for (const OpRef ref : replaced) {
    const Value& value = state_.replica.records().value(ref);
    if (is_gone(value)) continue;
    // The later of two equal ones counts: it is the one shown.
    std::erase_if(before,
                  [&](OpRef other) { return state_.replica.records().value(other) == value; });
    before.push_back(ref);
  }
  return before;
}

bool Inverse::replaced_left_out(const std::vector<OpRef>& mine) const {
  const ChangeLog& log = state_.replica.log();
  return std::any_of(mine.begin(), mine.end(), [&](OpRef ref) {
    const std::vector<OpId>& replaces = std::get<SetOp>(log.operation(ref)).replaces;
    return std::any_of(replaces.begin(), replaces.end(), [&](OpId id) {
      const auto earlier = log.find(id);
      const auto* set = earlier ? std::get_if<SetOp>(&log.operation(*earlier)) : nullptr;
      return set != nullptr && is_left_out(set->value);
    });
  });
}

void Inverse::undo_sets(std::uint32_t at, std::uint32_t field, const std::vector<OpRef>& mine) {
  const std::vector<OpRef> live = state_.sets_of(at, field);
  const auto by_me = [&](OpRef ref) { return is_mine(ref); };
  if (std::none_of(live.begin(), live.end(), by_me)) return;
  const RecordId record = state_.records[at].id;
  const std::vector<OpId> replaces = state_.ids_of(live);
  std::vector<OpRef> before = sets_before(mine);
  const auto other = std::find_if(live.begin(), live.end(), [&](OpRef ref) {
    return !by_me(ref) && !is_gone(state_.replica.records().value(ref));
  });
  // Somebody else's value stands beside: it stays, alone.
  if (other != live.end()) before = {*other};
  if (before.empty()) {
    // What stood there is not in this copy: better to leave the field as it is than empty.
    if (replaced_left_out(mine)) return;
    state_.write(SetOp{record, field, Unset{}, replaces});
  }
  for (const OpRef ref : before) {
    write_for(ref, SetOp{record, field, state_.replica.records().value(ref), replaces});
  }
}

void Inverse::undo_move(std::uint32_t at, OpRef ref) {
  const Records& records = state_.replica.records();
  const MoveTree& tree = records.tree();
  const MoveTree::Place now = tree.place(at);
  if (!is_mine(now.by)) return;
  const ChangeLog& log = state_.replica.log();
  const MoveTree::Place before = tree.before(log.time(ref));
  if (tree.is_within(before.parent, at)) return;
  const bool into_bin = !state_.is_live(before.parent);
  if (into_bin && !memory_.out_of_bin.contains(log.id(ref))) return;
  if (!into_bin && !state_.is_live(now.parent)) {
    memory_.out_of_bin.insert(state_.replica.next_id());
  }
  const RecordId parent = state_.node(before.parent).id;
  write_for(before.by, MoveOp{state_.records[at].id, parent, records.order_by(before.by)});
}

void Inverse::undo_delete(std::uint32_t at, OpRef ref) {
  const OpId id = meant_by(ref);
  std::vector<OpRef> mine;
  for (const LiveDelete& live : state_.node(at).deletes) {
    if (meant_by(live.op) == id) mine.push_back(live.op);
  }
  if (!mine.empty()) state_.write(RestoreOp{state_.records[at].id, state_.ids_of(mine)});
}

// A restore that only kept a record which had returned changed nothing that deleting could undo.
void Inverse::undo_restore(std::uint32_t at, OpRef ref) {
  const ChangeLog& log = state_.replica.log();
  const std::vector<OpId>& named = std::get<RestoreOp>(log.operation(ref)).undoes;
  const std::vector<LiveDelete>& undone = state_.node(at).undone;
  const auto removal = std::find_if(undone.begin(), undone.end(), [&](const LiveDelete& live) {
    return !live.contested_by && std::binary_search(named.begin(), named.end(), log.id(live.op));
  });
  if (removal == undone.end() || state_.records[at].deleted) return;
  write_for(removal->op, DeleteOp{state_.records[at].id});
}

}  // namespace atlas
