// Operations of the open change: taken in one by one, given back in reverse.
#include <cassert>
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
    written.sets = node.sets;
    written.deletes = node.deletes;
    written.undone = node.undone;
    written.live_moves = node.live_moves;
  } else {
    written.node = size();
    written.created = std::holds_alternative<CreateOp>(operation);
  }
  apply(ref);
  written.moved = !moves_.empty();
  flush_moves();
  new_deletes_.clear();  // whoever writes now knows everything: nothing is concurrent
  written_.push_back(std::move(written));
}

void Records::put_back(Written& written) {
  if (written.created) {
    unlink(written.node, tree_.place(written.node));
    by_id_.erase(nodes_[written.node].id);
    touch(written.node);
    nodes_.pop_back();
    is_touched_.pop_back();
    tree_.remove_last();
    return;
  }
  if (written.node >= size()) return;
  Node& node = nodes_[written.node];
  touch(written.node);
  node.sets = std::move(written.sets);
  node.deletes = std::move(written.deletes);
  node.undone = std::move(written.undone);
  node.live_moves = std::move(written.live_moves);
  if (!node.placements.empty() && node.placements.back() == written.ref) {
    node.placements.pop_back();
  }
  if (written.moved) {
    unlink(written.node, tree_.place(written.node));
    tree_.retract_last();
    link(written.node);
  }
}

void Records::take_back_written() {
  for (std::size_t i = written_.size(); i > 0; --i) put_back(written_[i - 1]);
  written_.clear();
}

}  // namespace atlas
