// Applies patches the way the DOM does: nodes in linked lists of siblings, places named by sibling.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "semantics/diff.hpp"

namespace atlas::semantics {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

struct Links {
  std::uint32_t parent = kNone;
  std::uint32_t previous = kNone;
  std::uint32_t next = kNone;
  std::uint32_t first_child = kNone;
};

class Patcher {
 public:
  explicit Patcher(const Tree& tree) : nodes_(tree.nodes), links_(tree.nodes.size()) {
    alive_ = nodes_.size();
    root_ = nodes_.empty() ? kNone : 0;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      index_.emplace(nodes_[i].id.value, i);
      std::uint32_t previous = kNone;
      for (const std::uint32_t child : nodes_[i].children) {
        attach(child, i, previous);
        previous = child;
      }
      nodes_[i].children.clear();
    }
  }

  bool run(const Patch& patch) {
    switch (patch.kind) {
      case PatchKind::kInsert:
        return insert(patch);
      case PatchKind::kMove:
        return move(patch);
      case PatchKind::kUpdate:
        return update(patch);
      case PatchKind::kRemove:
        return remove(patch);
    }
    return false;
  }

  // In preorder; nullopt if a node that was not removed hangs nowhere.
  std::optional<Tree> take() {
    Tree tree;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pending;  // node, its parent's new index
    if (root_ != kNone) pending.emplace_back(root_, kNone);
    while (!pending.empty()) {
      const auto [index, parent] = pending.back();
      pending.pop_back();
      const auto number = static_cast<std::uint32_t>(tree.nodes.size());
      if (parent != kNone) tree.nodes[parent].children.push_back(number);
      tree.nodes.push_back(std::move(nodes_[index]));
      const auto first = static_cast<std::ptrdiff_t>(pending.size());
      for (std::uint32_t c = links_[index].first_child; c != kNone; c = links_[c].next) {
        pending.emplace_back(c, number);
      }
      std::reverse(pending.begin() + first, pending.end());
    }
    if (tree.nodes.size() != alive_) return std::nullopt;
    return tree;
  }

 private:
  std::uint32_t find(NodeId id) const {
    const auto found = index_.find(id.value);
    return found == index_.end() ? kNone : found->second;
  }

  void attach(std::uint32_t node, std::uint32_t parent, std::uint32_t after) {
    Links& own = links_[node];
    own.parent = parent;
    own.previous = after;
    own.next = after == kNone ? links_[parent].first_child : links_[after].next;
    if (after == kNone) {
      links_[parent].first_child = node;
    } else {
      links_[after].next = node;
    }
    if (own.next != kNone) links_[own.next].previous = node;
  }

  void detach(std::uint32_t node) {
    Links& own = links_[node];
    if (root_ == node) root_ = kNone;
    if (own.previous != kNone) {
      links_[own.previous].next = own.next;
    } else if (own.parent != kNone) {
      links_[own.parent].first_child = own.next;
    }
    if (own.next != kNone) links_[own.next].previous = own.previous;
    own.parent = own.previous = own.next = kNone;
  }

  bool place(std::uint32_t node, NodeId parent_id, NodeId after_id) {
    if (parent_id.value == 0) {
      root_ = node;
      return true;
    }
    const std::uint32_t parent = find(parent_id);
    const std::uint32_t after = after_id.value == 0 ? kNone : find(after_id);
    if (parent == kNone) return false;
    if (after_id.value != 0 && (after == kNone || links_[after].parent != parent)) return false;
    for (std::uint32_t up = parent; up != kNone; up = links_[up].parent) {
      if (up == node) return false;
    }
    attach(node, parent, after);
    return true;
  }

  bool insert(const Patch& patch) {
    const auto node = static_cast<std::uint32_t>(nodes_.size());
    if (patch.id.value == 0 || !index_.emplace(patch.id.value, node).second) return false;
    nodes_.emplace_back();
    links_.emplace_back();
    nodes_[node].id = patch.id;
    copy_fields(patch.node, patch.fields, nodes_[node]);
    ++alive_;
    return place(node, patch.parent, patch.after);
  }

  bool move(const Patch& patch) {
    const std::uint32_t node = find(patch.id);
    if (node == kNone) return false;
    detach(node);
    return place(node, patch.parent, patch.after);
  }

  bool update(const Patch& patch) {
    const std::uint32_t node = find(patch.id);
    if (node == kNone) return false;
    copy_fields(patch.node, patch.fields, nodes_[node]);
    return true;
  }

  bool remove(const Patch& patch) {
    const std::uint32_t node = find(patch.id);
    if (node == kNone) return false;
    detach(node);
    index_.erase(patch.id.value);
    --alive_;
    return true;
  }

  std::vector<Node> nodes_;
  std::vector<Links> links_;
  std::unordered_map<std::uint64_t, std::uint32_t> index_;
  std::uint32_t root_ = kNone;
  std::size_t alive_ = 0;
};

}  // namespace

std::optional<Tree> patched(const Tree& tree, const std::vector<Patch>& patches) {
  Patcher patcher(tree);
  for (const Patch& patch : patches) {
    if (!patcher.run(patch)) return std::nullopt;
  }
  return patcher.take();
}

}  // namespace atlas::semantics
