// Building and checking a semantic tree.
//
//   TreeBuilder builder;
//   builder.open(application);
//   builder.open(toolbar);
//   builder.leaf(save_button);
//   builder.close();
//   builder.close();
//   Tree tree = builder.take();
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "semantics/node.hpp"

namespace atlas::semantics {

// Nodes are added in reading order, parents before children, so a built tree is always numbered in
// preorder. The `children` of nodes given are ignored: nesting comes from open and close.
class TreeBuilder {
 public:
  // Both return the node's index.
  std::uint32_t open(Node node);
  std::uint32_t leaf(Node node);
  void close();

  // For what is known only later (a rectangle, a state). The reference holds until the next node.
  [[nodiscard]] Node& node(std::uint32_t index) { return tree_.nodes[index]; }
  // The innermost open node; only while one is open.
  [[nodiscard]] std::uint32_t current() const { return open_.back(); }
  [[nodiscard]] std::size_t depth() const { return open_.size(); }

  // The finished tree; closes what is still open and leaves the builder empty for the next frame.
  [[nodiscard]] Tree take();

 private:
  Tree tree_;
  std::vector<std::uint32_t> open_;
};

struct Problem {
  std::uint32_t node = 0;
  std::string text;  // "button has no name"
};

// What is wrong with a tree, by node: no name (but for groups), an id of zero or used twice, a
// second application or none, children not in preorder, a node with two parents or none. Empty when
// all is well: what tests assert and what debug builds check after each frame.
[[nodiscard]] std::vector<Problem> problems_of(const Tree& tree);

// Index of the node with this id.
[[nodiscard]] std::optional<std::uint32_t> index_of(const Tree& tree, NodeId id);
// For each node the index of its parent; the root has itself.
[[nodiscard]] std::vector<std::uint32_t> parents_of(const Tree& tree);

}  // namespace atlas::semantics
