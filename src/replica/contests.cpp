#include "replica/contests.hpp"

#include <algorithm>
#include <unordered_set>

namespace atlas {
namespace {

void add_new(std::vector<std::uint32_t>& nodes, std::uint32_t node) {
  if (std::find(nodes.begin(), nodes.end(), node) == nodes.end()) nodes.push_back(node);
}

RecordId edited_by(const Operation& operation) {
  if (const auto* create = std::get_if<CreateOp>(&operation)) return create->record;
  if (const auto* set = std::get_if<SetOp>(&operation)) return set->record;
  if (const auto* move = std::get_if<MoveOp>(&operation)) return move->record;
  if (const auto* restore = std::get_if<RestoreOp>(&operation)) return restore->record;
  return {};
}

}  // namespace

void Contests::look_for(std::uint32_t first, const std::vector<OpRef>& new_deletes) {
  // New edits, where there is a delete that they did not know.
  for (std::uint32_t at = first; at < log_.size(); ++at) {
    const ReplicaId own = log_.change(at).replica;
    const std::vector<OpId>& deletes = records_.deletes_.entries();
    const bool knows_all = std::all_of(deletes.begin(), deletes.end(), [&](OpId last) {
      return last.replica == own || log_.past(at).has(last);
    });
    if (!knows_all) look_at_change(at);
  }
  for (const OpRef removal : new_deletes) look_below(removal);
}

// Edits that are here and that the delete did not know: none of them knows it, or it would have
// come before them.
void Contests::look_below(OpRef removal) {
  const RecordId record = std::get<DeleteOp>(log_.operation(removal)).record;
  std::vector<std::uint32_t> below{*records_.find(record)};
  std::unordered_set<std::uint32_t> seen(below.begin(), below.end());
  for (std::size_t i = 0; i < below.size(); ++i) {
    for (const OpRef edit : records_.nodes_[below[i]].edits) {
      if (!log_.knows(removal, edit)) look_at_deletes(edit, below[i], below.front());
    }
    for (const std::uint32_t inside : records_.nodes_[below[i]].ever_inside) {
      if (seen.insert(inside).second) below.push_back(inside);
    }
  }
}

void Contests::look_at_change(std::uint32_t at) {
  const std::vector<Operation>& operations = log_.change(at).operations;
  for (std::uint32_t i = 0; i < operations.size(); ++i) {
    const RecordId record = edited_by(operations[i]);
    if (record.is_null()) continue;
    const OpRef edit{at, i};
    const auto node = records_.find(record);
    if (!node) continue;
    const bool could_know = std::holds_alternative<CreateOp>(operations[i]) ||
                            records_.known_node(edit, record).has_value();
    if (could_know) look_at_edit(edit, *node);
  }
}

// Goes up through every place that the record ever had: few have had more than one. What is met
// there with live deletes is then looked at exactly.
void Contests::look_at_edit(OpRef edit, std::uint32_t node) {
  std::vector<std::uint32_t> above{node};
  for (std::size_t i = 0; i < above.size(); ++i) {
    if (above[i] == MoveTree::kRoot) continue;
    const Node& met = records_.nodes_[above[i]];
    if (!met.deletes.empty()) look_at_deletes(edit, node, above[i]);
    for (const OpRef placement : met.placements) add_new(above, parent_by(placement));
  }
}

void Contests::look_at_deletes(OpRef edit, std::uint32_t node, std::uint32_t deleted) {
  for (LiveDelete& live : records_.nodes_[deleted].deletes) {
    if (log_.knows(edit, live.op) || log_.knows(live.op, edit)) continue;
    if (live.contested_by && !records_.is_later(edit, *live.contested_by)) continue;
    if (!lies_inside(edit, node, live.op, deleted)) continue;
    live.contested_by = edit;
    records_.touch(deleted);
  }
}

bool Contests::lies_inside(OpRef edit, std::uint32_t node, OpRef removal,
                           std::uint32_t deleted) const {
  std::vector<std::uint32_t> above{node};
  for (std::size_t i = 0; i < above.size(); ++i) {
    if (above[i] == deleted) return true;
    if (above[i] == MoveTree::kRoot) continue;
    for (const std::uint32_t parent : parents_known(edit, removal, above[i])) {
      add_new(above, parent);
    }
  }
  return false;
}

// Parents by the placements that the two authors knew and that nothing they knew has overtaken:
// one, or two when the authors knew different moves.
std::vector<std::uint32_t> Contests::parents_known(OpRef edit, OpRef removal,
                                                   std::uint32_t node) const {
  std::vector<OpRef> known;
  for (const OpRef placement : records_.nodes_[node].placements) {
    if (placement == edit || log_.knows(edit, placement) || log_.knows(removal, placement)) {
      known.push_back(placement);
    }
  }
  std::vector<std::uint32_t> parents;
  for (const OpRef placement : known) {
    const bool overtaken = std::any_of(known.begin(), known.end(),
                                       [&](OpRef other) { return log_.knows(other, placement); });
    if (!overtaken) add_new(parents, parent_by(placement));
  }
  return parents;
}

std::uint32_t Contests::parent_by(OpRef placement) const {
  const Operation& operation = log_.operation(placement);
  const auto* move = std::get_if<MoveOp>(&operation);
  const RecordId parent = move != nullptr ? move->parent : std::get<CreateOp>(operation).parent;
  return records_.known_node(placement, parent).value_or(MoveTree::kRoot);
}

}  // namespace atlas
