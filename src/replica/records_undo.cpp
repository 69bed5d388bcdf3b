// Operations of the open change: taken in one by one, given back in reverse.
#include <memory>
#include <utility>

#include "replica/records.hpp"

namespace atlas {
namespace {

RecordId record_of(const Operation& operation) {
  return std::visit(
      [](const auto& op) -> RecordId {
        if constexpr (requires { op.record; }) {
          return op.record;
        } else {
          return {};
        }
      },
      operation);
}

}  // namespace

void Records::take_written(OpRef ref) {
  const Operation& operation = log_.operation(ref);
  Written written;
  written.ref = ref;
  const auto there = find(record_of(operation));
  if (there) {
    const Node& node = nodes_[*there];
    written.node = *there;
    if (const auto* set = std::get_if<SetOp>(&operation)) {
      written.replaced = replaced_by(node, *set);
    } else {
      written.before = std::make_unique<Before>(Before{node.undone, node.deletes, node.live_moves});
    }
  } else {
    written.node = size();
    written.created = std::holds_alternative<CreateOp>(operation);
  }
  apply(ref);
  flush_moves();
  new_deletes_.clear();  // whoever writes now knows everything: nothing is concurrent
  written_.push_back(std::move(written));
}

// The list of the parent ends with it: everything later has been put back already.
void Records::forget_placement(std::uint32_t node, OpRef ref) {
  const Operation& operation = log_.operation(ref);
  const auto* move = std::get_if<MoveOp>(&operation);
  const RecordId parent = move != nullptr ? move->parent : std::get<CreateOp>(operation).parent;
  nodes_[node].placements.pop_back();
  if (!parent.is_null()) nodes_[*find(parent)].ever_inside.pop_back();
  if (move == nullptr) return;
  unlink(node, tree_.place(node));
  tree_.retract_last();
  link(node);
}

// What the set takes the place of.
std::vector<LiveSet> Records::replaced_by(const Node& node, const SetOp& set) const {
  std::vector<LiveSet> replaced;
  if (set.replaces.empty()) return replaced;
  for (const LiveSet& live : node.sets) {
    const bool named =
        live.field == set.field &&
        std::binary_search(set.replaces.begin(), set.replaces.end(), log_.id(live.op));
    if (named) replaced.push_back(live);
  }
  return replaced;
}

void Records::put_back_sets(Node& node, const Written& written) const {
  std::erase_if(node.sets, [&](const LiveSet& set) { return set.op == written.ref; });
  for (const LiveSet& back : written.replaced) {
    const auto at =
        std::partition_point(node.sets.begin(), node.sets.end(), [&](const LiveSet& set) {
          return set.field < back.field || (set.field == back.field && is_later(set.op, back.op));
        });
    node.sets.insert(at, back);
  }
}

void Records::touch_written() {
  for (const Written& written : written_) {
    if (written.node < size()) touch(written.node);
  }
}

void Records::put_back(const Written& written) {
  if (written.node >= size()) return;
  Node& node = nodes_[written.node];
  touch(written.node);
  if (!node.edits.empty() && node.edits.back() == written.ref) node.edits.pop_back();
  if (written.created) {
    unlink(written.node, tree_.place(written.node));
    forget_placement(written.node, written.ref);
    by_id_.erase(node.id);
    last_found_ = {};
    nodes_.pop_back();
    is_touched_.pop_back();
    tree_.remove_last();
    return;
  }
  if (written.before) {
    Before& before = *written.before;
    node.undone = std::move(before.undone);
    node.deletes = std::move(before.deletes);
    node.live_moves = std::move(before.live_moves);
  } else {
    put_back_sets(node, written);
  }
  if (!node.placements.empty() && node.placements.back() == written.ref) {
    forget_placement(written.node, written.ref);
  }
}

void Records::take_back_written() {
  for (std::size_t i = written_.size(); i > 0; --i) put_back(written_[i - 1]);
  written_.clear();
}

}  // namespace atlas
