#include "replica/move_tree.hpp"

#include <doctest/doctest.h>

using namespace atlas;

namespace {

LogicalTime at(std::uint64_t lamport) {
  return {lamport, {1}};
}
MoveTree::Move move(std::uint64_t lamport, std::uint32_t node, std::uint32_t parent) {
  return {at(lamport), node, {parent, {static_cast<std::uint32_t>(lamport), 0}}};
}

MoveTree flat_tree(std::uint32_t nodes) {
  MoveTree tree;
  for (std::uint32_t i = 0; i < nodes; ++i) tree.add({MoveTree::kRoot, {}});
  return tree;
}

}  // namespace

TEST_CASE("a move that would close a circle has no effect") {
  MoveTree tree = flat_tree(3);
  tree.take({move(1, 1, 2)});
  tree.take({move(2, 2, 1)});
  CHECK(tree.place(1).parent == 2);
  CHECK(tree.place(2).parent == MoveTree::kRoot);
  CHECK(tree.has_effect(at(1)));
  CHECK_FALSE(tree.has_effect(at(2)));
  CHECK(tree.is_within(1, 2));
  CHECK_FALSE(tree.is_within(2, 1));
}

TEST_CASE("an earlier move that arrives late turns the outcome") {
  MoveTree tree = flat_tree(3);
  tree.take({move(5, 2, 1)});
  CHECK(tree.place(2).parent == 1);
  const auto revisited = tree.take({move(3, 1, 2)});
  CHECK(revisited.size() == 2);
  CHECK(tree.place(1).parent == 2);
  CHECK(tree.place(2).parent == MoveTree::kRoot);
  CHECK_FALSE(tree.has_effect(at(5)));
  CHECK(tree.before(at(5)).parent == MoveTree::kRoot);
}

TEST_CASE("a move without effect takes effect when the way is clear") {
  MoveTree tree = flat_tree(3);
  tree.take({move(2, 1, 2), move(4, 2, 1)});
  CHECK_FALSE(tree.has_effect(at(4)));
  tree.take({move(3, 1, 3)});
  CHECK(tree.has_effect(at(4)));
  CHECK(tree.is_within(2, 3));
}

TEST_CASE("moves in one batch end as one by one") {
  const std::vector<MoveTree::Move> moves{move(1, 1, 2), move(2, 2, 3), move(3, 3, 1),
                                          move(4, 1, 3), move(5, 2, 1)};
  MoveTree one = flat_tree(3);
  for (auto it = moves.rbegin(); it != moves.rend(); ++it) one.take({*it});
  MoveTree batch = flat_tree(3);
  batch.take(moves);
  for (std::uint32_t node = 1; node <= 3; ++node) CHECK(one.place(node) == batch.place(node));
}

TEST_CASE("the last move can be taken back") {
  MoveTree tree = flat_tree(2);
  tree.take({move(1, 1, 2)});
  tree.take({move(2, 1, 0)});
  tree.retract_last();
  CHECK(tree.place(1).parent == 2);
}
