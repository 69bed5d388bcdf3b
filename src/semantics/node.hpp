// The semantic tree: what is on the screen, for assistive technology, the tests and the plain-HTML
// page. Whoever draws a widget adds its node in the same call; a widget without a node does not
// exist. Rectangles are in CSS pixels of the page, origin top left.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace atlas::semantics {

enum class Role : std::uint8_t {
  kApplication,  // the root; one
  kBanner,       // top bar
  kNavigation,
  kMain,
  kComplementary,  // details panel
  kContentInfo,    // status line
  kRegion,         // a named part of a screen
  kHeading,        // level in `level`
  kText,
  kButton,
  kLink,
  kCheckbox,  // checked in states
  kSwitch,
  kTextbox,   // value is its text; multiline in states
  kCombobox,  // value is the chosen option's label; expanded in states
  kListbox,
  kOption,  // selected in states
  kMenu,
  kMenuItem,
  kTree,
  kTreeItem,  // level, expanded, selected
  kGrid,      // row_count, column_count
  kRow,       // row_index
  kColumnHeader,
  kGridCell,  // row_index, column_index
  kTabList,
  kTab,
  kDialog,
  kAlert,   // spoken at once
  kStatus,  // spoken when idle
  kImage,
  kProgress,
  kList,
  kListItem,
  kGroup,
  kSearchbox,
  kToolbar,
  kRadioGroup,
  kRadio,      // checked in states
  kSeparator,  // a splitter: value is its place in words
  kTable,      // row_count, column_count
  kCell,       // row_index, column_index
};
inline constexpr Role kLastRole = Role::kCell;

enum State : std::uint32_t {
  kDisabled = 1U << 0U,
  kFocused = 1U << 1U,
  kSelected = 1U << 2U,
  kChecked = 1U << 3U,
  kExpanded = 1U << 4U,
  kCollapsed = 1U << 5U,  // can be expanded
  kPressed = 1U << 6U,
  kReadOnly = 1U << 7U,
  kMultiline = 1U << 8U,
  kInvalid = 1U << 9U,
  kFocusable = 1U << 10U,
  kCurrent = 1U << 11U,  // current page
  kModal = 1U << 12U,
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
};

// Stable over frames for the same thing: hash of the path of widget ids.
struct NodeId {
  std::uint64_t value = 0;
  friend bool operator==(NodeId, NodeId) = default;
  friend bool operator<(NodeId a, NodeId b) { return a.value < b.value; }
};

struct Node {
  NodeId id{};
  Role role = Role::kGroup;
  std::string name{};         // accessible name; required for all but groups
  std::string value{};        // text of a textbox, label of a chosen option
  std::string description{};  // help or error
  std::uint32_t states = 0;
  std::uint16_t level = 0;        // headings, tree items; progress and separators: percent + 1
  std::int32_t row_index = 0;     // from 1; 0: none
  std::int32_t column_index = 0;  // from 1; 0: none
  std::int32_t row_count = 0;     // of a grid: all rows, also those not drawn
  std::int32_t column_count = 0;
  Rect rect{};
  std::vector<std::uint32_t> children{};  // indices into Tree::nodes, in reading order
  friend bool operator==(const Node&, const Node&) = default;
};

// nodes[0] is the application. Parents come before their children.
struct Tree {
  std::vector<Node> nodes;
};

}  // namespace atlas::semantics
