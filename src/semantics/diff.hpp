// The difference of two semantic trees as a short list of patches, and its application.
//
// Patches are meant to be applied one after another, in order:
//  - kInsert puts a new node under `parent`, right after its sibling `after` (id 0: first child).
//    A parent of id 0 makes it the root.
//  - kMove takes a known node with all that is in it to that place.
//  - kUpdate changes the fields named in `fields`.
//  - kRemove forgets a node. Removes come last, and every node that goes has its own.
// Places are named by sibling and not by number, so that they hold while nodes that have yet to go
// are still there; in the DOM: parent.insertBefore(element, after ? after.nextSibling :
// parent.firstChild). A node never moves into something that is inside itself.
//
// Of the children that stay with a parent the longest run in order is left alone, so shifting the
// window of a long list costs the rows that come and go (and the new rectangles).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "semantics/node.hpp"

namespace atlas::semantics {

enum class PatchKind : std::uint8_t { kInsert = 1, kMove = 2, kUpdate = 3, kRemove = 4 };

// Fields carried by a patch.
enum Field : std::uint16_t {
  kFieldRole = 1U << 0U,  // the mirror has to make the element anew
  kFieldName = 1U << 1U,
  kFieldValue = 1U << 2U,
  kFieldDescription = 1U << 3U,
  kFieldStates = 1U << 4U,
  kFieldLevel = 1U << 5U,
  kFieldIndices = 1U << 6U,  // row and column index
  kFieldCounts = 1U << 7U,   // row and column count
  kFieldRect = 1U << 8U,
};

struct Patch {
  PatchKind kind = PatchKind::kUpdate;
  NodeId id;
  NodeId parent;             // kInsert, kMove
  NodeId after;              // kInsert, kMove
  std::uint16_t fields = 0;  // kInsert: all but those at their default; kUpdate: those that differ
  Node node;                 // holds the fields named, the rest at default; no children
  friend bool operator==(const Patch&, const Patch&) = default;
};

void copy_fields(const Node& from, std::uint16_t fields, Node& to);

// Both trees are well formed (problems_of is empty) or have no nodes.
[[nodiscard]] std::vector<Patch> diff(const Tree& before, const Tree& after);

// patched(a, diff(a, b)) == b for trees numbered in preorder. nullopt if a patch does not fit.
[[nodiscard]] std::optional<Tree> patched(const Tree& tree, const std::vector<Patch>& patches);

}  // namespace atlas::semantics
