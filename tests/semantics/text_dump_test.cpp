#include "semantics/text_dump.hpp"

#include <doctest/doctest.h>

#include "semantics/tree.hpp"

namespace atlas::semantics {
namespace {

Node make(std::uint64_t id, Role role, std::string name, std::uint32_t states = 0) {
  Node node;
  node.id = NodeId{id};
  node.role = role;
  node.name = std::move(name);
  node.states = states;
  return node;
}

Tree sample() {
  TreeBuilder builder;
  builder.open(make(1, Role::kApplication, "Partnership Atlas"));
  builder.open(make(2, Role::kBanner, "Top"));
  builder.leaf(make(3, Role::kButton, "Save a file", kDisabled | kFocusable));
  builder.close();
  builder.open(make(4, Role::kMain, "Plan"));
  Node heading = make(5, Role::kHeading, "Actions");
  heading.level = 2;
  builder.leaf(heading);
  Node grid = make(6, Role::kGrid, "Actions");
  grid.row_count = 12;
  grid.column_count = 6;
  builder.open(grid);
  Node cell = make(7, Role::kGridCell, "Owner", kFocused | kSelected);
  cell.value = "Head of\nHousing";
  cell.row_index = 3;
  cell.column_index = 4;
  cell.description = "Press Enter to edit";
  builder.leaf(cell);
  builder.leaf(make(8, Role::kButton, "Save a file"));
  return builder.take();
}

TEST_CASE("a tree as text") {
  CHECK(dump(sample()) ==
        "application “Partnership Atlas”\n"
        "  banner “Top”\n"
        "    button “Save a file” disabled\n"
        "  main “Plan”\n"
        "    heading “Actions” level 2\n"
        "    grid “Actions” 12 rows 6 columns\n"
        "      gridcell “Owner” value “Head of\\nHousing” row 3 column 4 focused selected"
        " description “Press Enter to edit”\n"
        "      button “Save a file”\n");
  CHECK(dump(sample(), 1) == "banner “Top”\n  button “Save a file” disabled\n");
  CHECK(dump(Tree{}).empty());
}

TEST_CASE("finding by role and name") {
  const Tree tree = sample();
  CHECK(find(tree, Role::kButton, "Save a file") == std::vector<std::uint32_t>{2, 7});
  CHECK(find(tree, Role::kButton) == std::vector<std::uint32_t>{2, 7});
  CHECK(find(tree, Role::kButton, "Save").empty());
  CHECK(find_one(tree, Role::kGrid, "Actions") == 5U);
  CHECK_FALSE(find_one(tree, Role::kButton, "Save a file"));
  CHECK(focused(tree) == 6U);
}

}  // namespace
}  // namespace atlas::semantics
