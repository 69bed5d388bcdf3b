// Random semantic trees. The generator is passed by reference; numbers are taken by remainder so
// that a seed means the same on every platform.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "semantics/tree.hpp"

namespace atlas::semantics::testing {

using Rng = std::mt19937_64;

inline std::uint32_t below(Rng& rng, std::uint32_t bound) {
  return static_cast<std::uint32_t>(rng() % bound);
}

inline Node random_node(Rng& rng, std::uint64_t id) {
  static constexpr const char* kNames[] = {"Board", "Save a file", "Ŵyr – £5 é", "שלום 🙂",
                                           "x"};
  Node node;
  node.id = NodeId{id};
  node.role = static_cast<Role>(1 + below(rng, static_cast<std::uint32_t>(kLastRole)));
  node.name = kNames[below(rng, 5)];
  if (below(rng, 3) == 0) node.value = kNames[below(rng, 5)];
  if (below(rng, 5) == 0) node.description = "help\nand more";
  if (below(rng, 3) == 0) node.states = below(rng, 1U << 13U);
  node.level = static_cast<std::uint16_t>(below(rng, 4));
  node.row_index = static_cast<std::int32_t>(below(rng, 3));
  node.column_count = static_cast<std::int32_t>(below(rng, 3));
  node.rect = {static_cast<float>(below(rng, 900)), 2.5F, 10, static_cast<float>(below(rng, 3))};
  return node;
}

// A tree whose nodes take their ids from a small pool, so that two trees share many of them in
// other places and orders.
inline Tree random_tree(Rng& rng, std::uint32_t pool) {
  std::vector<std::uint64_t> ids;
  for (std::uint64_t id = 2; id < pool + 2; ++id) {
    if (below(rng, 3) != 0) ids.push_back(id);
  }
  for (std::size_t i = ids.size(); i > 1; --i) {  // std::shuffle differs between libraries
    std::swap(ids[i - 1], ids[below(rng, static_cast<std::uint32_t>(i))]);
  }
  TreeBuilder builder;
  Node root = random_node(rng, 1);
  root.role = Role::kApplication;
  builder.open(root);
  for (const std::uint64_t id : ids) {
    while (builder.depth() > 1 && below(rng, 3) == 0) builder.close();
    builder.open(random_node(rng, id));
  }
  return builder.take();
}

// The same tree with small changes: some nodes leave, some move, some change, some come.
inline Tree edited_tree(Rng& rng, const Tree& tree) {
  TreeBuilder builder;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    Node node = tree.nodes[i];
    if (i > 0 && below(rng, 12) == 0) continue;
    if (below(rng, 8) == 0) node.name += "!";
    while (builder.depth() > 1 && below(rng, 2) == 0) builder.close();
    builder.open(node);
    if (below(rng, 10) == 0) builder.leaf(random_node(rng, 1'000'000 + rng() % 1'000'000'000));
  }
  return builder.take();
}

}  // namespace atlas::semantics::testing
