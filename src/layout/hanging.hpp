// The outline form of a tree: under each card its children in one or more columns, indented, with
// all that is beneath them in the same form. Used for what stands in columns. Top-down here; the
// caller exchanges the axes of a left-to-right tree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/child_lists.hpp"
#include "layout/tidy_tree.hpp"

namespace atlas::layout {

// Siblings dealt out to columns in order, as evenly high as may be.
struct Columns {
  struct Column {
    std::uint32_t begin = 0;  // positions among the siblings
    std::uint32_t end = 0;
    float x = 0;  // of the cards
  };
  std::vector<Column> columns;
  Size size;
};

// At most max_columns of them. `gutter` is kept free left of each column, for its spine. `out` is
// overwritten; its memory is used again.
void deal_out(std::span<const Size> siblings, std::size_t max_columns, float gutter,
              const TidyOptions& options, Columns& out);

// What its constructor is given must outlive it.
class Hanging {
 public:
  Hanging(const TreeInput& input, const ChildLists& children, const TidyOptions& options);

  // max_columns: for each node how many columns its children may make. 0: they stand in a row; but
  // of what itself stands in a column, in as many as it takes to keep them short. Arranges anew
  // only what another arrangement before has not left as it has to be.
  void arrange(std::span<const std::uint32_t> max_columns);

  // What follows is of the last arrangement.
  [[nodiscard]] bool is_in_column(std::uint32_t node) const { return in_column_[node]; }
  // Whether its children stand in columns.
  [[nodiscard]] bool has_columns(std::uint32_t node) const { return dealt_to_[node] > 0; }
  // Of a node with everything beneath it in columns; of one whose children stand in a row, the
  // card.
  [[nodiscard]] Size size(std::uint32_t node) const { return sizes_[node]; }
  // The columns its children make, where they do.
  [[nodiscard]] const Columns& columns_of(std::uint32_t node) const { return inner_[node]; }
  // Writes the places of a node and of everything beneath it; the node's attachment, bus and spine
  // are left to the caller.
  void place(std::uint32_t node, Point at, std::vector<Placement>& out) const;
  // The same for the columns of `parent` without itself.
  void place_columns(std::uint32_t parent, Point at, float bus, std::vector<Placement>& out) const;

 private:
  struct Step {
    std::uint32_t node;
    Point at;
  };
  void mark_columns(std::span<const std::uint32_t> max_columns);
  void arrange_children(std::uint32_t node, std::uint32_t max_columns);
  void place_own(std::uint32_t parent, Point at, float bus, std::vector<Placement>& out,
                 std::vector<Step>& pending) const;
  void finish(std::vector<Step>& pending, std::vector<Placement>& out) const;

  const TreeInput& input_;
  const ChildLists& children_;
  const TidyOptions& options_;
  std::vector<Columns> inner_;
  std::vector<Size> sizes_;
  std::vector<char> in_column_;
  std::vector<std::uint32_t> dealt_to_;  // most columns that inner_ was made with; 0: in a row
  std::vector<char> grown_;              // a child has another size than in inner_
  std::vector<Size> siblings_;           // for the time of one node
};

}  // namespace atlas::layout
