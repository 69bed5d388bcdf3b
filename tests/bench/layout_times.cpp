// How long our tidy tree takes in one process, as a line of JSON with the names of figures that the
// peers' runner uses (bench_layout.mjs puts them side by side).
//
//   atlas_layout_times SHAPE COUNT SIZES   random or balanced8; nodes; fixed or varied
//
// layout_ms is the layout alone, of a tree whose nodes stand in order, as the peers' is of their
// own node objects; prep_ms is to bring a list of parents in that order. all_ms is tidy_tree as a
// whole: from a list of parents to a place for every card, rows only. screen_ms is what the app
// does to show all of it: cards of usual size, rows and columns chosen for the shape of a screen.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "bench/tree_shapes.hpp"
#include "layout/child_lists.hpp"
#include "layout/tidy_tree.hpp"
#include "layout/van_der_ploeg.hpp"

namespace {

using namespace atlas;
using namespace atlas::bench;

double now_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

template <typename Act>
double timed(Act act) {
  const double begun = now_ms();
  act();
  return now_ms() - begun;
}

int repeats_for(std::uint32_t count) {
  return count <= 1'000 ? 101 : count <= 10'000 ? 41 : count <= 100'000 ? 11 : 5;
}

double quantile(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

struct Times {
  std::vector<double> prep;
  std::vector<double> layout;
  std::vector<double> all;
  std::vector<double> screen;
};

// Breadth first, as RowTree takes them.
void bring_in_order(const layout::TreeInput& input, std::vector<layout::PloegNode>& nodes) {
  const layout::ChildLists children(input.nodes.size(),
                                    [&](std::size_t i) { return input.nodes[i].parent; });
  std::vector<std::uint32_t> order = {0};
  order.reserve(input.nodes.size());
  nodes.assign(1, {-1, input.nodes[0].width, input.nodes[0].height, 0, 0});
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const std::uint32_t child : children.of(order[i])) {
      const layout::NodeIn& node = input.nodes[child];
      order.push_back(child);
      nodes.push_back({static_cast<std::int32_t>(i), node.width, node.height, 0, 0});
    }
  }
}

double width_of(const std::vector<layout::PloegNode>& nodes) {
  float left = std::numeric_limits<float>::max();
  float right = std::numeric_limits<float>::lowest();
  for (const layout::PloegNode& node : nodes) {
    left = std::min(left, node.x);
    right = std::max(right, node.x + node.w);
  }
  return right - left;
}

}  // namespace

int main(int count_of_arguments, char** arguments) {
  if (count_of_arguments != 4) {
    std::fprintf(stderr, "atlas_layout_times random|balanced8 COUNT fixed|varied\n");
    return 2;
  }
  const std::string shape = arguments[1];
  const auto count = static_cast<std::uint32_t>(std::strtoul(arguments[2], nullptr, 10));
  const std::vector<std::int32_t> parents =
      shape == "random" ? random_tree(count) : balanced_tree(count);
  const std::vector<layout::Size> sizes =
      sizes_of_nodes(count, std::string(arguments[3]) == "varied");

  layout::TreeInput input;
  for (std::uint32_t i = 0; i < count; ++i) {
    input.nodes.push_back({parents[i], sizes[i].width, sizes[i].height, layout::Stacking::kAuto});
  }
  layout::TidyOptions rows_only;
  rows_only.sibling_gap = rows_only.branch_gap = rows_only.level_gap = 0;
  rows_only.aspect_target = 0;

  layout::TreeInput cards = input;
  for (layout::NodeIn& node : cards.nodes) {
    node.width *= 220;
    node.height *= 84;
  }

  Times times;
  double width = 0;
  layout::RowTree row_tree;
  std::vector<layout::PloegNode> nodes;
  double sum = 0;  // so that nothing can be left out
  for (int i = 0; i < repeats_for(count); ++i) {
    times.prep.push_back(timed([&] { bring_in_order(input, nodes); }));
    times.layout.push_back(timed([&] { row_tree.lay_out(nodes, 0); }));
    times.all.push_back(timed([&] { sum += layout::tidy_tree(input, rows_only).bounds.width; }));
    if (i % 10 == 0) {
      times.screen.push_back(timed([&] { sum += layout::tidy_tree(cards).bounds.width; }));
    }
    width = width_of(nodes);
  }
  std::printf(
      "{\"shape\":\"%s\",\"n\":%u,\"layout_ms\":%.4f,\"first_ms\":%.4f,\"p95_ms\":%.4f,"
      "\"prep_ms\":%.4f,\"all_ms\":%.4f,\"screen_ms\":%.4f,\"width\":%.1f,\"sum\":%.1f}\n",
      shape.c_str(), count, quantile(times.layout, 0.5), times.layout.front(),
      quantile(times.layout, 0.95), quantile(times.prep, 0.5), quantile(times.all, 0.5),
      quantile(times.screen, 0.5), width, sum);
  return 0;
}
