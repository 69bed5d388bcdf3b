#include <algorithm>
#include <utility>

#include "document/state.hpp"

namespace atlas {
namespace {

// Builds the clashes of one node.
class ClashFinder {
 public:
  ClashFinder(const Replica& replica, std::uint32_t at)
      : log_(replica.log()), records_(replica.records()), node_(records_.node(at)) {}

  std::vector<Clash> find() {
    find_in_fields();
    find_in_moves();
    find_in_deletes();
    return std::move(clashes_);
  }

 private:
  [[nodiscard]] ClashSide side(OpRef ref) const {
    return {log_.id(ref), &log_.change(ref.change), {}, {}};
  }

  void add(ClashKind kind, std::uint32_t field, std::vector<ClashSide> sides) {
    clashes_.push_back({kind, node_.id, {field}, std::move(sides)});
  }

  void sort_latest_first(std::vector<OpRef>& refs) const {
    std::sort(refs.begin(), refs.end(),
              [&](OpRef a, OpRef b) { return log_.time(b) < log_.time(a); });
  }

  void find_in_fields() {
    for (auto at = node_.sets.begin(); at != node_.sets.end();) {
      const std::uint32_t field = at->field;
      std::vector<ClashSide> sides;
      for (; at != node_.sets.end() && at->field == field; ++at) {
        const Value& value = records_.value(at->op);
        if (is_gone(value)) continue;
        const bool is_there = std::any_of(
            sides.begin(), sides.end(), [&](const ClashSide& side) { return side.value == value; });
        if (is_there) continue;
        sides.push_back(side(at->op));
        sides.back().value = value;
      }
      if (sides.size() > 1) add(ClashKind::kField, field, std::move(sides));
    }
  }

  void find_in_moves() {
    std::vector<OpRef> moves = node_.live_moves;
    sort_latest_first(moves);
    std::vector<ClashSide> apart;
    std::vector<ClashSide> circles;
    for (const OpRef ref : moves) {
      ClashSide move = side(ref);
      move.parent = std::get<MoveOp>(log_.operation(ref)).parent;
      std::vector<ClashSide>& sides = records_.tree().has_effect(log_.time(ref)) ? apart : circles;
      const bool is_there = std::any_of(sides.begin(), sides.end(), [&](const ClashSide& other) {
        return other.parent == move.parent;
      });
      if (!is_there) sides.push_back(std::move(move));
    }
    if (apart.size() > 1) add(ClashKind::kMovedApart, 0, std::move(apart));
    if (!circles.empty()) add(ClashKind::kCircle, 0, std::move(circles));
  }

  void find_in_deletes() {
    std::vector<OpRef> deletes;
    std::vector<OpRef> edits;
    for (const LiveDelete& live : node_.deletes) {
      if (!live.contested_by) return;  // it is in the bin
      deletes.push_back(live.op);
      edits.push_back(*live.contested_by);
    }
    if (deletes.empty()) return;
    sort_latest_first(deletes);
    sort_latest_first(edits);
    std::vector<ClashSide> sides;
    sides.reserve(deletes.size() + 1);
    for (const OpRef ref : deletes) sides.push_back(side(ref));
    sides.push_back(side(edits.front()));
    add(ClashKind::kDeletedAndEdited, 0, std::move(sides));
  }

  const ChangeLog& log_;
  const Records& records_;
  const Node& node_;
  std::vector<Clash> clashes_;
};

}  // namespace

std::vector<Clash> Document::State::clashes_at(std::uint32_t at) const {
  return ClashFinder(replica, at).find();
}

bool Document::State::may_clash(std::uint32_t at) const {
  const Node& there = node(at);
  const auto two_sets =
      std::adjacent_find(there.sets.begin(), there.sets.end(),
                         [](const LiveSet& a, const LiveSet& b) { return a.field == b.field; });
  return two_sets != there.sets.end() || !there.live_moves.empty() || !there.deletes.empty();
}

bool Document::State::has_placement_clash(std::uint32_t at) const {
  const std::vector<Clash> clashes = clashes_at(at);
  return std::any_of(clashes.begin(), clashes.end(), [](const Clash& clash) {
    return clash.kind == ClashKind::kMovedApart || clash.kind == ClashKind::kCircle;
  });
}

std::vector<Clash> Document::clashes() const {
  std::vector<Clash> clashes;
  for (const std::uint32_t at : state_->clashing) {
    if (!state_->is_live(at)) continue;
    for (Clash& clash : state_->clashes_at(at)) clashes.push_back(std::move(clash));
  }
  std::sort(clashes.begin(), clashes.end(), [](const Clash& a, const Clash& b) {
    if (a.record != b.record) return a.record < b.record;
    return a.kind == b.kind ? a.field < b.field : a.kind < b.kind;
  });
  return clashes;
}

}  // namespace atlas
