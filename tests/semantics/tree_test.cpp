#include "semantics/tree.hpp"

#include <doctest/doctest.h>

#include "semantics/random_tree.hpp"
#include "semantics/role_names.hpp"

namespace atlas::semantics {
namespace {

Node make(std::uint64_t id, Role role, std::string name) {
  Node node;
  node.id = NodeId{id};
  node.role = role;
  node.name = std::move(name);
  return node;
}

Tree small_tree() {
  TreeBuilder builder;
  builder.open(make(1, Role::kApplication, "Partnership Atlas"));
  builder.open(make(2, Role::kToolbar, "Tools"));
  builder.leaf(make(3, Role::kButton, "Save"));
  builder.leaf(make(4, Role::kButton, "Open"));
  builder.close();
  builder.leaf(make(5, Role::kStatus, "Saved"));
  builder.close();
  return builder.take();
}

TEST_CASE("a built tree is numbered in reading order") {
  const Tree tree = small_tree();
  REQUIRE(tree.nodes.size() == 5);
  CHECK(tree.nodes[0].children == std::vector<std::uint32_t>{1, 4});
  CHECK(tree.nodes[1].children == std::vector<std::uint32_t>{2, 3});
  CHECK(parents_of(tree) == std::vector<std::uint32_t>{0, 0, 1, 1, 0});
  CHECK(index_of(tree, NodeId{4}) == 3U);
  CHECK_FALSE(index_of(tree, NodeId{9}));
  CHECK(problems_of(tree).empty());
}

TEST_CASE("taking a tree closes what is open and leaves the builder ready") {
  TreeBuilder builder;
  const std::uint32_t root = builder.open(make(1, Role::kApplication, "A"));
  builder.node(root).states = kFocusable;
  builder.open(make(2, Role::kMain, "M"));
  CHECK(builder.current() == 1);
  CHECK(builder.take().nodes.size() == 2);
  CHECK(builder.depth() == 0);
  builder.open(make(1, Role::kApplication, "A"));
  CHECK(builder.take().nodes.size() == 1);
}

TEST_CASE("problems are told by node") {
  Tree tree = small_tree();
  const auto only_problem = [&] {
    const auto problems = problems_of(tree);
    REQUIRE(problems.size() == 1);
    return problems.front().text;
  };
  SUBCASE("no name") {
    tree.nodes[2].name.clear();
    CHECK(only_problem() == "button has no name");
  }
  SUBCASE("groups need none") {
    tree.nodes[1].role = Role::kGroup;
    tree.nodes[1].name.clear();
    CHECK(problems_of(tree).empty());
  }
  SUBCASE("an id twice") {
    tree.nodes[3].id = NodeId{3};
    CHECK(only_problem() == "button “Open” has the same id as button “Save”");
  }
  SUBCASE("an id of zero") {
    tree.nodes[3].id = NodeId{};
    CHECK(only_problem() == "button “Open” has no id");
  }
  SUBCASE("no parent") {
    tree.nodes[0].children = {1};
    CHECK(only_problem() == "status “Saved” has no parent");
  }
  SUBCASE("two parents") {
    tree.nodes[0].children = {1, 4, 4};
    CHECK(only_problem() == "status “Saved” has two parents");
  }
  SUBCASE("a child beyond the tree") {
    tree.nodes[4].children = {7};
    CHECK(only_problem() == "a child lies beyond the tree");
  }
  SUBCASE("out of order") {
    tree.nodes[1].children = {3, 2};
    CHECK(only_problem() == "button “Open” is out of reading order");
  }
  SUBCASE("a second application") {
    tree.nodes[1].role = Role::kApplication;
    CHECK(only_problem() == "application “Tools” is a second application");
  }
  SUBCASE("nothing at all") {
    tree = {};
    CHECK(only_problem() == "there is no application");
  }
}

TEST_CASE("random trees are well formed") {
  testing::Rng rng(20);
  for (int round = 0; round < 50; ++round) {
    CHECK(problems_of(testing::random_tree(rng, 60)).empty());
  }
}

TEST_CASE("every role has its own ARIA name") {
  for (int i = 0; i <= static_cast<int>(kLastRole); ++i) {
    const auto role = static_cast<Role>(i);
    CHECK(role_named(aria_name(role)) == role);
  }
  CHECK(aria_name(Role::kBanner) == "banner");
  CHECK(aria_name(Role::kContentInfo) == "contentinfo");
  CHECK(aria_name(Role::kProgress) == "progressbar");
  CHECK(aria_name(Role::kToolbar) == "toolbar");
  CHECK_FALSE(role_named("knob"));
}

}  // namespace
}  // namespace atlas::semantics
