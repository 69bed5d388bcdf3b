#include "layout/tidy_tree.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "layout/hit_test.hpp"
#include "layout/random_hierarchy.hpp"

namespace atlas::layout {
namespace {

std::vector<Rect> cards_of(const TreeLayout& layout) {
  std::vector<Rect> cards;
  for (const Placement& placement : layout.nodes) cards.push_back(placement.rect);
  return cards;
}

std::size_t overlaps(const TreeLayout& layout) {
  const std::vector<Rect> cards = cards_of(layout);
  const HitIndex index(cards);
  std::size_t count = 0;
  // A breath smaller: float coordinates far from the origin are rounded.
  for (const Rect& card : cards) count += index.overlapping(card.inflated(-0.01F)).size() - 1;
  return count;
}

Rect turned(const Rect& r) {
  return {r.y, r.x, r.height, r.width};
}

TreeLayout as_top_down(TreeLayout layout) {
  if (layout.orientation == Orientation::kTopDown) return layout;
  for (Placement& placement : layout.nodes) placement.rect = turned(placement.rect);
  layout.bounds = turned(layout.bounds);
  return layout;
}

// Siblings follow each other: along the row, or down a column and on to the next.
void check_order(const TreeInput& input, const TreeLayout& given) {
  const TreeLayout layout = as_top_down(given);
  std::vector<std::int32_t> last_child(input.nodes.size(), -1);
  std::size_t misplaced = 0;
  for (std::size_t i = 0; i < input.nodes.size(); ++i) {
    const std::int32_t parent = input.nodes[i].parent;
    if (parent < 0) continue;
    const Placement& own = layout.nodes[i];
    const Placement& above = layout.nodes[static_cast<std::size_t>(parent)];
    if (own.rect.y <= above.rect.bottom() || own.bus <= above.rect.bottom()) ++misplaced;
    const std::int32_t before =
        std::exchange(last_child[static_cast<std::size_t>(parent)], static_cast<std::int32_t>(i));
    if (before < 0) continue;
    const Placement& earlier = layout.nodes[static_cast<std::size_t>(before)];
    const bool is_same_column = own.attachment == Attachment::kBeside && own.spine == earlier.spine;
    if (own.attachment != earlier.attachment) ++misplaced;
    if (own.bus != doctest::Approx(earlier.bus)) ++misplaced;
    if (is_same_column ? own.rect.y < earlier.rect.bottom() : own.rect.x < earlier.rect.right()) {
      ++misplaced;
    }
  }
  CHECK(misplaced == 0);
}

void check_bounds(const TreeLayout& layout) {
  Rect all = layout.nodes.front().rect;
  for (const Placement& placement : layout.nodes) all = united(all, placement.rect);
  CHECK(layout.bounds.x == 0);
  CHECK(layout.bounds.y == 0);
  CHECK(all.x >= -0.01F);
  CHECK(all.y >= -0.01F);
  CHECK(all.right() <= layout.bounds.width + 0.05F);
  CHECK(all.bottom() == doctest::Approx(layout.bounds.height));
}

TEST_CASE("nothing, and one card") {
  CHECK(tidy_tree({}).nodes.empty());
  TreeInput input;
  input.nodes.push_back({kNoParent, 220, 84});
  const TreeLayout layout = tidy_tree(input);
  CHECK(layout.nodes[0].rect == Rect{0, 0, 220, 84});
  CHECK(layout.bounds == Rect{0, 0, 220, 84});
}

TEST_CASE("a parent stands over the middle of its row") {
  TidyOptions options;
  options.aspect_target = 0;
  const TreeLayout layout = tidy_tree(testing::star(4), options);
  const float width = 4 * 220 + 3 * options.sibling_gap;
  CHECK(layout.bounds == Rect{0, 0, width, 84 + options.level_gap + 84});
  CHECK(layout.nodes[0].rect.centre().x == doctest::Approx(width / 2));
  CHECK(layout.nodes[1].rect == Rect{0, 84 + options.level_gap, 220, 84});
  CHECK(layout.nodes[1].attachment == Attachment::kBelow);
  CHECK(layout.nodes[1].bus == doctest::Approx(84 + options.level_gap / 2));
}

TEST_CASE("rows only: every parent is centred over its first and last child") {
  TidyOptions options;
  options.aspect_target = 0;
  testing::Rng rng(5);
  for (int round = 0; round < 40; ++round) {
    TreeInput input = testing::random_hierarchy(rng, 60, 25, 1);
    for (NodeIn& node : input.nodes) node.stacking = Stacking::kAuto;
    const TreeLayout layout = tidy_tree(input, options);
    std::vector<Rect> row(input.nodes.size());
    for (std::size_t i = 1; i < input.nodes.size(); ++i) {
      Rect& all = row[static_cast<std::size_t>(input.nodes[i].parent)];
      all = all.is_empty() ? layout.nodes[i].rect : united(all, layout.nodes[i].rect);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].is_empty()) continue;
      CHECK(layout.nodes[i].rect.centre().x == doctest::Approx(row[i].centre().x).epsilon(0.001));
    }
  }
}

TEST_CASE("twenty siblings fit on a screen") {
  const TreeLayout layout = tidy_tree(testing::star(20));
  CHECK(layout.bounds.width <= 1500);
  CHECK(layout.bounds.height <= 800);
  CHECK(layout.nodes[1].attachment == Attachment::kBeside);
  CHECK(overlaps(layout) == 0);
}

TEST_CASE("aspect target shapes the picture") {
  testing::Rng rng(9);
  TreeInput input = testing::star(17);
  for (std::int32_t i = 0; i < 27; ++i) {
    input.nodes.push_back({1 + static_cast<std::int32_t>(testing::below(rng, 17)), 220, 84});
  }
  const TreeLayout wide = tidy_tree(input);
  CHECK(wide.bounds.width / wide.bounds.height > 1.2);
  CHECK(wide.bounds.width / wide.bounds.height < 2.6);
  TidyOptions tall;
  tall.aspect_target = 0.7F;
  const TreeLayout high = tidy_tree(input, tall);
  CHECK(high.bounds.width / high.bounds.height < 1.1);
}

TEST_CASE("a card may ask for a row or for columns") {
  TreeInput input = testing::star(20);
  input.nodes[0].stacking = Stacking::kNever;
  CHECK(tidy_tree(input).nodes[1].attachment == Attachment::kBelow);
  input = testing::star(2);
  input.nodes[0].stacking = Stacking::kAlways;
  CHECK(tidy_tree(input).nodes[1].attachment == Attachment::kBeside);
}

TEST_CASE("single roots beside a tree stand in columns of their own, in order") {
  TreeInput input = testing::star(5);
  for (int i = 0; i < 9; ++i) input.nodes.push_back({kNoParent, 220, 84});
  const TreeLayout layout = tidy_tree(input);
  CHECK(overlaps(layout) == 0);
  for (std::size_t i = 7; i < input.nodes.size(); ++i) {
    const Rect& before = layout.nodes[i - 1].rect;
    const Rect& own = layout.nodes[i].rect;
    CHECK(layout.nodes[i].attachment == Attachment::kRoot);
    CHECK((own.x == before.x ? own.y > before.y : own.x > before.x));
  }
}

TEST_CASE("random forests: order kept, nothing overlaps, the same each time") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    testing::Rng rng(seed);
    const std::uint32_t bushiness = 1 + testing::below(rng, 40);
    const std::uint32_t roots = 1 + testing::below(rng, 6);
    const TreeInput input =
        testing::random_hierarchy(rng, roots + testing::below(rng, 60), bushiness, roots);
    TidyOptions options;
    if (seed % 2 == 0) options.orientation = Orientation::kLeftRight;
    if (seed % 3 == 0) options.aspect_target = 0;
    const TreeLayout layout = tidy_tree(input, options);
    CHECK(overlaps(layout) == 0);
    check_order(input, layout);
    check_bounds(layout);
    CHECK(cards_of(tidy_tree(input, options)) == cards_of(layout));
  }
}

TEST_CASE("cards of a row keep their gaps") {
  TidyOptions options;
  options.aspect_target = 0;
  testing::Rng rng(77);
  TreeInput input = testing::random_hierarchy(rng, 80, 30, 1);
  for (NodeIn& node : input.nodes) node.stacking = Stacking::kAuto;
  const TreeLayout layout = tidy_tree(input, options);
  for (std::size_t i = 0; i < input.nodes.size(); ++i) {
    for (std::size_t k = i + 1; k < input.nodes.size(); ++k) {
      const Rect& a = layout.nodes[i].rect;
      const Rect& b = layout.nodes[k].rect;
      if (a.y >= b.bottom() || b.y >= a.bottom()) continue;
      const float gap = std::max(b.x - a.right(), a.x - b.right());
      const bool are_siblings = input.nodes[i].parent == input.nodes[k].parent;
      CHECK(gap >= (are_siblings ? options.sibling_gap : options.branch_gap) - 0.05F);
    }
  }
}

TEST_CASE("ten thousand nodes: a chain, a star, a forest of single cards, a wide tree") {
  TreeInput chain;
  TreeInput singles;
  for (std::int32_t i = 0; i < 10'000; ++i) {
    chain.nodes.push_back({i - 1, 100, 40});
    singles.nodes.push_back({kNoParent, 100, 40});
  }
  testing::Rng rng(4);
  for (const TreeInput& input :
       {chain, testing::star(9'999), singles, testing::random_hierarchy(rng, 10'000, 4'000, 3)}) {
    const TreeLayout layout = tidy_tree(input);
    CHECK(overlaps(layout) == 0);
    check_order(input, layout);
  }
}

}  // namespace
}  // namespace atlas::layout
