#include "semantics/diff.hpp"

#include <algorithm>
#include <utility>

#include "semantics/tree.hpp"

namespace atlas::semantics {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

std::uint16_t fields_that_differ(const Node& a, const Node& b) {
  std::uint32_t fields = 0;
  if (a.role != b.role) fields |= kFieldRole;
  if (a.name != b.name) fields |= kFieldName;
  if (a.value != b.value) fields |= kFieldValue;
  if (a.description != b.description) fields |= kFieldDescription;
  if (a.states != b.states) fields |= kFieldStates;
  if (a.level != b.level) fields |= kFieldLevel;
  if (a.row_index != b.row_index || a.column_index != b.column_index) fields |= kFieldIndices;
  if (a.row_count != b.row_count || a.column_count != b.column_count) fields |= kFieldCounts;
  if (!(a.rect == b.rect)) fields |= kFieldRect;
  return static_cast<std::uint16_t>(fields);
}

Node only(const Node& node, std::uint16_t fields) {
  Node part;
  part.id = node.id;
  copy_fields(node, fields, part);
  return part;
}

// Marks the entries of one longest strictly increasing run; kNone entries never belong to it.
std::vector<bool> longest_increasing(const std::vector<std::uint32_t>& values) {
  std::vector<bool> chosen(values.size(), false);
  std::vector<std::uint32_t> tails;  // tails[k]: where the best run of length k + 1 ends
  std::vector<std::uint32_t> before(values.size(), kNone);
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    if (values[i] == kNone) continue;
    const auto tail = std::lower_bound(
        tails.begin(), tails.end(), values[i],
        [&](std::uint32_t index, std::uint32_t value) { return values[index] < value; });
    if (tail != tails.begin()) before[i] = *(tail - 1);
    if (tail == tails.end()) {
      tails.push_back(i);
    } else {
      *tail = i;
    }
  }
  for (std::uint32_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = before[i]) {
    chosen[i] = true;
  }
  return chosen;
}

class Differ {
 public:
  Differ(const Tree& before, const Tree& after)
      : before_(before), after_(after), parent_before_(parents_of(before)) {
    match_nodes();
    position_before_.resize(before.nodes.size(), 0);
    for (const Node& node : before.nodes) {
      for (std::uint32_t i = 0; i < node.children.size(); ++i) {
        position_before_[node.children[i]] = i;
      }
    }
  }

  std::vector<Patch> run() {
    if (!after_.nodes.empty()) {
      const bool stays = matched_[0] == 0;
      place(0, NodeId{}, NodeId{}, stays);
    }
    // A node is placed while its parent is looked at, so its ancestors are already where they
    // belong: nothing can move into its own inside.
    for (std::uint32_t i = 0; i < after_.nodes.size(); ++i) place_children(i);
    for (std::uint32_t i = 0; i < before_.nodes.size(); ++i) {
      if (kept_[i]) continue;
      Patch patch;
      patch.kind = PatchKind::kRemove;
      patch.id = before_.nodes[i].id;
      patch.node.id = patch.id;
      patches_.push_back(std::move(patch));
    }
    return std::move(patches_);
  }

 private:
  void match_nodes() {
    matched_.assign(after_.nodes.size(), kNone);
    kept_.assign(before_.nodes.size(), false);
    std::vector<std::pair<NodeId, std::uint32_t>> ids;
    for (std::uint32_t i = 0; i < after_.nodes.size(); ++i) {
      const NodeId id = after_.nodes[i].id;
      if (i < before_.nodes.size() && before_.nodes[i].id == id) {  // as in most frames
        matched_[i] = i;
        kept_[i] = true;
        continue;
      }
      if (ids.empty()) ids = sorted_ids(before_);
      const auto found = std::lower_bound(ids.begin(), ids.end(), std::pair(id, 0U));
      if (found == ids.end() || !(found->first == id)) continue;
      matched_[i] = found->second;
      kept_[found->second] = true;
    }
  }

  static std::vector<std::pair<NodeId, std::uint32_t>> sorted_ids(const Tree& tree) {
    std::vector<std::pair<NodeId, std::uint32_t>> ids;
    ids.reserve(tree.nodes.size());
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) ids.emplace_back(tree.nodes[i].id, i);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  void place_children(std::uint32_t parent) {
    const auto& children = after_.nodes[parent].children;
    if (children.empty()) return;
    std::vector<std::uint32_t> positions(children.size(), kNone);
    for (std::size_t i = 0; i < children.size(); ++i) {
      const std::uint32_t old = matched_[children[i]];
      if (old == kNone || old == 0 || parent_before_[old] != matched_[parent]) continue;
      positions[i] = position_before_[old];
    }
    const std::vector<bool> stays = longest_increasing(positions);
    NodeId previous;
    for (std::size_t i = 0; i < children.size(); ++i) {
      place(children[i], after_.nodes[parent].id, previous, stays[i]);
      previous = after_.nodes[children[i]].id;
    }
  }

  void place(std::uint32_t index, NodeId parent, NodeId after, bool stays) {
    const Node& node = after_.nodes[index];
    const std::uint32_t old = matched_[index];
    if (old == kNone) {
      const auto fields = static_cast<std::uint16_t>(fields_that_differ(Node{}, node) | kFieldRole);
      patches_.push_back({PatchKind::kInsert, node.id, parent, after, fields, only(node, fields)});
      return;
    }
    if (!stays) patches_.push_back({PatchKind::kMove, node.id, parent, after, 0, only(node, 0)});
    const std::uint16_t fields = fields_that_differ(before_.nodes[old], node);
    if (fields != 0) {
      patches_.push_back({PatchKind::kUpdate, node.id, {}, {}, fields, only(node, fields)});
    }
  }

  const Tree& before_;
  const Tree& after_;
  std::vector<std::uint32_t> parent_before_;
  std::vector<std::uint32_t> position_before_;  // among its siblings
  std::vector<std::uint32_t> matched_;          // for each node after: its index before
  std::vector<bool> kept_;                      // for each node before
  std::vector<Patch> patches_;
};

}  // namespace

void copy_fields(const Node& from, std::uint16_t fields, Node& to) {
  if ((fields & kFieldRole) != 0) to.role = from.role;
  if ((fields & kFieldName) != 0) to.name = from.name;
  if ((fields & kFieldValue) != 0) to.value = from.value;
  if ((fields & kFieldDescription) != 0) to.description = from.description;
  if ((fields & kFieldStates) != 0) to.states = from.states;
  if ((fields & kFieldLevel) != 0) to.level = from.level;
  if ((fields & kFieldIndices) != 0) {
    to.row_index = from.row_index;
    to.column_index = from.column_index;
  }
  if ((fields & kFieldCounts) != 0) {
    to.row_count = from.row_count;
    to.column_count = from.column_count;
  }
  if ((fields & kFieldRect) != 0) to.rect = from.rect;
}

std::vector<Patch> diff(const Tree& before, const Tree& after) {
  return Differ(before, after).run();
}

}  // namespace atlas::semantics
