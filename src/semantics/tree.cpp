#include "semantics/tree.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "semantics/role_names.hpp"

namespace atlas::semantics {

std::uint32_t TreeBuilder::leaf(Node node) {
  assert(tree_.nodes.empty() || !open_.empty());  // one root
  const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
  node.children.clear();
  tree_.nodes.push_back(std::move(node));
  if (!open_.empty()) tree_.nodes[open_.back()].children.push_back(index);
  return index;
}

std::uint32_t TreeBuilder::open(Node node) {
  const std::uint32_t index = leaf(std::move(node));
  open_.push_back(index);
  return index;
}

void TreeBuilder::close() {
  assert(!open_.empty());
  open_.pop_back();
}

Tree TreeBuilder::take() {
  open_.clear();
  return std::exchange(tree_, Tree{});
}

namespace {

std::string title_of(const Node& node) {
  std::string title(aria_name(node.role));
  if (!node.name.empty()) title += " “" + node.name + "”";
  return title;
}

void check_nodes(const Tree& tree, std::vector<Problem>& problems) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    const auto report = [&](const char* what) { problems.push_back({i, title_of(node) + what}); };
    if (node.name.empty() && node.role != Role::kGroup) report(" has no name");
    if (node.id.value == 0) report(" has no id");
    if (i == 0 && node.role != Role::kApplication) report(" is the root but not the application");
    if (i != 0 && node.role == Role::kApplication) report(" is a second application");
  }
}

void check_ids(const Tree& tree, std::vector<Problem>& problems) {
  std::vector<std::pair<NodeId, std::uint32_t>> ids;
  ids.reserve(tree.nodes.size());
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) ids.emplace_back(tree.nodes[i].id, i);
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 1; i < ids.size(); ++i) {
    if (!(ids[i].first == ids[i - 1].first)) continue;
    const std::uint32_t later = ids[i].second;
    problems.push_back({later, title_of(tree.nodes[later]) + " has the same id as " +
                                   title_of(tree.nodes[ids[i - 1].second])});
  }
}

// Walks from the root: in a well formed tree the n-th node met is nodes[n].
void check_nesting(const Tree& tree, std::vector<Problem>& problems) {
  std::vector<bool> met(tree.nodes.size(), false);
  std::vector<std::uint32_t> pending = {0};
  std::uint32_t expected = 0;
  bool in_order = true;
  while (!pending.empty()) {
    const std::uint32_t index = pending.back();
    pending.pop_back();
    if (index >= tree.nodes.size()) {
      problems.push_back({index, "a child lies beyond the tree"});
      continue;
    }
    if (met[index]) {
      problems.push_back({index, title_of(tree.nodes[index]) + " has two parents"});
      continue;
    }
    met[index] = true;
    if (in_order && index != expected) {
      problems.push_back({index, title_of(tree.nodes[index]) + " is out of reading order"});
      in_order = false;
    }
    ++expected;
    const auto& children = tree.nodes[index].children;
    pending.insert(pending.end(), children.rbegin(), children.rend());
  }
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (!met[i]) problems.push_back({i, title_of(tree.nodes[i]) + " has no parent"});
  }
}

}  // namespace

std::vector<Problem> problems_of(const Tree& tree) {
  std::vector<Problem> problems;
  if (tree.nodes.empty()) {
    problems.push_back({0, "there is no application"});
    return problems;
  }
  check_nodes(tree, problems);
  check_ids(tree, problems);
  check_nesting(tree, problems);
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.node < b.node; });
  return problems;
}

std::optional<std::uint32_t> index_of(const Tree& tree, NodeId id) {
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].id == id) return i;
  }
  return std::nullopt;
}

std::vector<std::uint32_t> parents_of(const Tree& tree) {
  std::vector<std::uint32_t> parents(tree.nodes.size(), 0);
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    for (const std::uint32_t child : tree.nodes[i].children) parents[child] = i;
  }
  return parents;
}

}  // namespace atlas::semantics
