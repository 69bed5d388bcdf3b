#include "replica/records.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "replica/contests.hpp"

namespace atlas {

Records::Records(const ChangeLog& log) : log_(log), nodes_(1), is_touched_(1) {}

std::optional<std::uint32_t> Records::find(RecordId id) const {
  if (id.is_null()) return MoveTree::kRoot;
  if (id == last_found_.first) return last_found_.second;
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  last_found_ = *found;
  return found->second;
}

const std::string& Records::order_by(OpRef placement) const {
  const Operation& operation = log_.operation(placement);
  const auto* move = std::get_if<MoveOp>(&operation);
  return move != nullptr ? move->order : std::get<CreateOp>(operation).order;
}

const std::string& Records::order(std::uint32_t node) const {
  return order_by(tree_.place(node).by);
}

const Value& Records::value(OpRef set) const {
  return std::get<SetOp>(log_.operation(set)).value;
}

std::optional<std::uint32_t> Records::known_node(OpRef ref, RecordId record) const {
  const auto found = find(record);
  if (!found || *found == MoveTree::kRoot) return found;
  const std::vector<OpRef>& placements = nodes_[*found].placements;
  // Whoever knows a move knows the creation.
  const bool known = std::any_of(placements.begin(), placements.end(),
                                 [&](OpRef placement) { return log_.knows(ref, placement); });
  return known ? found : std::nullopt;
}

void Records::touch(std::uint32_t node) {
  if (node == MoveTree::kRoot || is_touched_[node]) return;
  is_touched_[node] = true;
  touched_.nodes.push_back(node);
}

void Records::touch_field(std::uint32_t node, std::uint32_t field) {
  if (!is_touched_[node]) touched_.fields.emplace_back(node, field);
}

void Records::take_rewritten(RecordId record) {
  if (const auto found = find(record)) touch(*found);
}

Records::Touched Records::take_touched() {
  Touched touched = std::exchange(touched_, {});
  if (!touched.nodes.empty()) {
    // What was touched as a whole after one of its fields.
    std::erase_if(touched.fields, [&](const auto& entry) {
      return entry.first >= size() || is_touched_[entry.first];
    });
  }
  for (const std::uint32_t node : touched.nodes) {
    if (node < size()) is_touched_[node] = false;
  }
  std::sort(touched.nodes.begin(), touched.nodes.end());
  return touched;
}

// Children are kept sorted; a list is searched with the place that the child has in it.

bool Records::comes_before(std::uint32_t a, const std::string& order_a, std::uint32_t b) const {
  const int compared = order_a.compare(order(b));
  return compared != 0 ? compared < 0 : nodes_[a].id < nodes_[b].id;
}

void Records::link(std::uint32_t node) {
  const MoveTree::Place& place = tree_.place(node);
  std::vector<std::uint32_t>& children = nodes_[place.parent].children;
  const std::string& order = order_by(place.by);
  const auto at = std::partition_point(
      children.begin(), children.end(),
      [&](std::uint32_t sibling) { return !comes_before(node, order, sibling); });
  children.insert(at, node);
}

// The child's siblings must still be where the list says.
void Records::unlink(std::uint32_t node, const MoveTree::Place& from) {
  std::erase(nodes_[from.parent].children, node);
}

void Records::relink(const std::vector<MoveTree::Revisited>& revisited) {
  std::vector<std::uint32_t> moved;
  std::vector<std::uint32_t> left;
  for (const auto& [node, before] : revisited) {
    touch(node);
    if (tree_.place(node) == before) continue;
    moved.push_back(node);
    left.push_back(before.parent);
  }
  // All leave before any arrives, each list filtered once: the lists are sorted by places of now.
  std::sort(left.begin(), left.end());
  left.erase(std::unique(left.begin(), left.end()), left.end());
  for (const std::uint32_t parent : left) {
    std::erase_if(nodes_[parent].children, [&](std::uint32_t child) {
      return std::binary_search(moved.begin(), moved.end(), child);
    });
  }
  for (const std::uint32_t node : moved) link(node);
}

void Records::note_edit(std::uint32_t node, OpRef ref) {
  nodes_[node].edits.push_back(ref);
  touch(node);
}

void Records::note_placement(std::uint32_t node, OpRef ref, std::uint32_t parent) {
  nodes_[node].placements.push_back(ref);
  if (parent != MoveTree::kRoot) nodes_[parent].ever_inside.push_back(node);
  note_edit(node, ref);
}

void Records::apply_operation(OpRef ref, const CreateOp& op) {
  const MoveTree::Place place{known_node(ref, op.parent).value_or(MoveTree::kRoot), ref};
  const auto [at, is_new] = by_id_.try_emplace(op.record, size());
  const std::uint32_t index = at->second;
  if (is_new) {
    Node& node = nodes_.emplace_back();
    node.id = op.record;
    is_touched_.push_back(false);
    tree_.add(place);
  }
  note_placement(index, ref, place.parent);
  Node& node = nodes_[index];
  if (is_new || is_later(node.creation, ref)) {
    node.type = op.type;
    node.creation = ref;
    if (is_new) {
      link(index);
    } else {
      relink(tree_.begin_elsewhere(index, place));
    }
  }
}

void Records::apply_operation(OpRef ref, const SetOp& op) {
  const auto index = known_node(ref, op.record);
  if (!index || *index == MoveTree::kRoot) return;
  std::vector<LiveSet>& sets = nodes_[*index].sets;
  const auto first = std::partition_point(sets.begin(), sets.end(),
                                          [&](const LiveSet& set) { return set.field < op.field; });
  auto last = first;
  while (last != sets.end() && last->field == op.field) ++last;
  const auto replaced = [&](const LiveSet& set) {
    return std::binary_search(op.replaces.begin(), op.replaces.end(), log_.id(set.op));
  };
  const auto kept = std::remove_if(first, last, replaced);
  const auto at =
      std::partition_point(first, kept, [&](const LiveSet& set) { return is_later(set.op, ref); });
  if (kept == last) {
    sets.insert(at, {op.field, ref});
  } else {
    std::move_backward(at, kept, kept + 1);
    *at = {op.field, ref};
    sets.erase(kept + 1, last);
  }
  nodes_[*index].edits.push_back(ref);
  touch_field(*index, op.field);
}

void Records::apply_operation(OpRef ref, const MoveOp& op) {
  const auto index = known_node(ref, op.record);
  const auto parent = known_node(ref, op.parent);
  if (!index || *index == MoveTree::kRoot) return;
  if (!parent) return note_edit(*index, ref);  // to where nobody can know of: it stays
  Node& node = nodes_[*index];
  std::erase_if(node.live_moves, [&](OpRef move) { return log_.knows(ref, move); });
  node.live_moves.push_back(ref);
  note_placement(*index, ref, *parent);
  moves_.push_back({log_.time(ref), *index, {*parent, ref}});
}

void Records::apply_operation(OpRef ref, const DeleteOp& op) {
  const auto index = known_node(ref, op.record);
  if (!index || *index == MoveTree::kRoot) return;
  nodes_[*index].deletes.push_back({ref, std::nullopt});
  new_deletes_.push_back(ref);
  deletes_.raise(log_.id(ref));
  touch(*index);
}

void Records::apply_operation(OpRef ref, const RestoreOp& op) {
  const auto index = known_node(ref, op.record);
  if (!index) return;
  Node& node = nodes_[*index];
  const auto named =
      std::stable_partition(node.deletes.begin(), node.deletes.end(), [&](const LiveDelete& live) {
        return !std::binary_search(op.undoes.begin(), op.undoes.end(), log_.id(live.op));
      });
  node.undone.insert(node.undone.end(), named, node.deletes.end());
  node.deletes.erase(named, node.deletes.end());
  note_edit(*index, ref);
}

void Records::apply(OpRef ref) {
  std::visit([&](const auto& op) { apply_operation(ref, op); }, log_.operation(ref));
}

void Records::flush_moves() {
  relink(tree_.take(std::exchange(moves_, {})));
}

void Records::take_changes(std::uint32_t first) {
  for (std::uint32_t at = first; at < log_.size(); ++at) {
    const auto count = static_cast<std::uint32_t>(log_.change(at).operations.size());
    for (std::uint32_t i = 0; i < count; ++i) apply({at, i});
  }
  flush_moves();
  Contests(*this).look_for(first, std::exchange(new_deletes_, {}));
}

}  // namespace atlas
