// Cards of a hierarchy laid out as a tidy tree: parents centred over their children, siblings in
// order, nothing overlapping, the same input always giving the same result.
//
// The children of a card are laid in one of two ways:
//  - in a row (van der Ploeg 2014, see van_der_ploeg.hpp): subtrees side by side, as close as their
//    outlines allow;
//  - in columns: many siblings stacked beneath the parent in k columns, read down each column and
//    then to the right; their own descendants hang under them, indented as in an outline.
// Which parents get columns, and how many, is chosen so that the whole comes near aspect_target and
// is therefore as large as possible when it is fitted on a screen of that shape. Several roots make
// a forest whose trees are put side by side or on several shelves, again by aspect_target.
//
// In a left-to-right tree everything here holds with x and y exchanged.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/geometry.hpp"

namespace atlas::layout {

inline constexpr std::int32_t kNoParent = -1;

enum class Orientation : std::uint8_t { kTopDown, kLeftRight };

// How the children of a node are laid.
enum class Stacking : std::uint8_t { kAuto, kNever, kAlways };

struct NodeIn {
  std::int32_t parent = kNoParent;  // index of an earlier node, or kNoParent for a root
  float width = 0;
  float height = 0;
  Stacking stacking = Stacking::kAuto;
};

// Parents come before their children; siblings are ordered by index.
struct TreeInput {
  std::vector<NodeIn> nodes;
};

// World units. The defaults suit cards of about 220 by 84.
struct TidyOptions {
  Orientation orientation = Orientation::kTopDown;
  float sibling_gap = 24;       // between siblings in a row
  float branch_gap = 40;        // between cards of different parents in a row; >= sibling_gap
  float level_gap = 56;         // from a parent down to the row or columns beneath it
  float stack_gap = 12;         // between cards of a column
  float stack_level_gap = 20;   // from a card in a column down to what hangs under it
  float hang_indent = 24;       // how far a hanging card is indented; its spine runs in the middle
  float tree_gap = 72;          // between the trees of a forest
  std::int32_t stack_from = 3;  // fewer siblings than this are never put in columns by kAuto
  float aspect_target = 16.0F / 9.0F;  // width by height; 0: rows only, trees side by side
};

enum class Attachment : std::uint8_t {
  kRoot,
  kBelow,   // in a row: the connector enters in the middle of the top
  kBeside,  // in a column: the connector leaves the spine and enters the left border
};

struct Placement {
  Rect rect;
  Attachment attachment = Attachment::kRoot;
  float bus = 0;    // y of the cross line between the parent and its children (x if left-to-right)
  float spine = 0;  // kBeside: x of the line that runs down left of the column (y if left-to-right)
};

struct TreeLayout {
  Orientation orientation = Orientation::kTopDown;
  std::vector<Placement> nodes;  // one for each node of the input
  Rect bounds;                   // of all cards; its top left corner is the origin
};

// An empty input gives an empty layout. About linear in the number of nodes.
[[nodiscard]] TreeLayout tidy_tree(const TreeInput& input, const TidyOptions& options = {});

}  // namespace atlas::layout
