#include "semantics/diff.hpp"

#include <doctest/doctest.h>

#include "semantics/random_tree.hpp"
#include "semantics/tree.hpp"

namespace atlas::semantics {
namespace {

using testing::Rng;

std::size_t count(const std::vector<Patch>& patches, PatchKind kind) {
  return static_cast<std::size_t>(std::count_if(
      patches.begin(), patches.end(), [&](const Patch& patch) { return patch.kind == kind; }));
}

void check_round_trip(const Tree& a, const Tree& b) {
  const auto result = patched(a, diff(a, b));
  REQUIRE(result);
  CHECK(result->nodes == b.nodes);
}

// A grid of which rows [first, first + rows) are drawn.
Tree list_window(std::uint32_t first, std::uint32_t rows) {
  TreeBuilder builder;
  Node node;
  node.id = NodeId{1};
  node.role = Role::kApplication;
  node.name = "App";
  builder.open(node);
  for (std::uint32_t row = first; row < first + rows; ++row) {
    node.id = NodeId{1000 + row * 10U};
    node.role = Role::kRow;
    node.name = "Row " + std::to_string(row);
    builder.open(node);
    for (std::uint32_t cell = 1; cell <= 4; ++cell) {
      node.id = NodeId{1000 + row * 10U + cell};
      node.role = Role::kGridCell;
      builder.leaf(node);
    }
    builder.close();
  }
  return builder.take();
}

Tree flat(const std::vector<std::uint64_t>& ids) {
  TreeBuilder builder;
  Node node;
  node.id = NodeId{1};
  node.role = Role::kApplication;
  node.name = "App";
  builder.open(node);
  for (const std::uint64_t id : ids) {
    node.id = NodeId{id};
    node.role = Role::kText;
    builder.leaf(node);
  }
  return builder.take();
}

TEST_CASE("equal trees have no difference") {
  Rng rng(1);
  const Tree tree = testing::random_tree(rng, 80);
  CHECK(diff(tree, tree).empty());
  CHECK(diff(Tree{}, Tree{}).empty());
}

TEST_CASE("a tree comes from nothing and goes to nothing") {
  const Tree tree = list_window(0, 3);
  const auto born = diff(Tree{}, tree);
  CHECK(count(born, PatchKind::kInsert) == tree.nodes.size());
  check_round_trip(Tree{}, tree);
  check_round_trip(tree, Tree{});
}

TEST_CASE("moving the window of a list costs only the rows that come and go") {
  const auto patches = diff(list_window(100, 30), list_window(102, 30));
  CHECK(patches.size() == 20);
  CHECK(count(patches, PatchKind::kInsert) == 10);
  CHECK(count(patches, PatchKind::kRemove) == 10);
  check_round_trip(list_window(100, 30), list_window(98, 30));
}

TEST_CASE("one node that changes its place is one move") {
  const Tree before = flat({2, 3, 4, 5, 6, 7});
  const auto patches = diff(before, flat({2, 6, 3, 4, 5, 7}));
  REQUIRE(patches.size() == 1);
  CHECK(patches[0].kind == PatchKind::kMove);
  CHECK(patches[0].id == NodeId{6});
  CHECK(patches[0].parent == NodeId{1});
  CHECK(patches[0].after == NodeId{2});
  const auto to_front = diff(before, flat({7, 2, 3, 4, 5, 6}));
  REQUIRE(to_front.size() == 1);
  CHECK(to_front[0].after == NodeId{});
}

TEST_CASE("an update names the fields that differ and carries no other") {
  const Tree before = flat({2, 3});
  Tree after = before;
  after.nodes[2].value = "£";
  after.nodes[2].rect.x = 4;
  const auto patches = diff(before, after);
  REQUIRE(patches.size() == 1);
  CHECK(patches[0].kind == PatchKind::kUpdate);
  CHECK(patches[0].fields == (kFieldValue | kFieldRect));
  CHECK(patches[0].node.name.empty());
  CHECK(patches[0].node.value == "£");
}

TEST_CASE("parent and child can change places") {
  const auto chain = [](const std::vector<std::uint64_t>& ids) {
    Tree tree = flat(ids);
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
      tree.nodes[i].children.clear();
      if (i + 1 < tree.nodes.size()) tree.nodes[i].children = {i + 1};
    }
    return tree;
  };
  check_round_trip(chain({2, 3, 4, 5}), chain({5, 4, 3, 2}));
  check_round_trip(chain({2, 3, 4, 5}), chain({4, 9, 2}));
}

TEST_CASE("the root can be replaced") {
  Tree before = flat({2, 3});
  Tree after = flat({3, 2, 4});
  after.nodes[0].id = NodeId{77};
  check_round_trip(before, after);
}

TEST_CASE("applying the difference of random trees gives the second") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    Rng rng(seed);
    const Tree a = testing::random_tree(rng, 2 + testing::below(rng, 60));
    const Tree b = testing::random_tree(rng, 2 + testing::below(rng, 60));
    const Tree c = testing::edited_tree(rng, a);
    check_round_trip(a, b);
    check_round_trip(a, c);
    check_round_trip(c, a);
  }
}

TEST_CASE("patches that do not fit are refused") {
  const Tree tree = flat({2, 3});
  Patch patch;
  patch.id = NodeId{99};
  for (const PatchKind kind : {PatchKind::kMove, PatchKind::kUpdate, PatchKind::kRemove}) {
    patch.kind = kind;
    CHECK_FALSE(patched(tree, {patch}));
  }
  patch.kind = PatchKind::kInsert;
  patch.parent = NodeId{1};
  patch.after = NodeId{50};
  CHECK_FALSE(patched(tree, {patch}));
  patch.after = NodeId{};
  CHECK(patched(tree, {patch}));
  CHECK_FALSE(patched(tree, {patch, patch}));
  patch.kind = PatchKind::kMove;
  patch.id = NodeId{2};
  patch.parent = NodeId{2};
  CHECK_FALSE(patched(tree, {patch}));
}

TEST_CASE("large trees") {
  const Tree a = list_window(0, 4000);
  const Tree b = list_window(1000, 4000);
  check_round_trip(a, b);
}

}  // namespace
}  // namespace atlas::semantics
