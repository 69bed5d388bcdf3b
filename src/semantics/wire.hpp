// Patches as bytes for the DOM mirror in JavaScript. All numbers are little-endian, nothing is
// aligned, strings are UTF-8 without an end mark. Ids are 64 bits, given as two u32 (low, high): in
// JS take them with two getUint32, or one getBigUint64, as the key of a map.
//
//   buffer   u32 number of patches, then the patches
//
//   patch    u8  kind: 1 insert, 2 move, 3 update, 4 remove
//            u32 id, low half
//            u32 id, high half
//            insert and move only:
//              u32 u32  id of the parent (0 0: it becomes the root)
//              u32 u32  id of the sibling it comes right after (0 0: it becomes the first child)
//            insert and update only:
//              fields
//
//   fields   u16 mask, then, in this order, those whose bit is set:
//            bit 0  role          u8   (the number of Role in node.hpp)
//            bit 1  name          string
//            bit 2  value         string
//            bit 3  description   string
//            bit 4  states        u32  (bits of State in node.hpp)
//            bit 5  level         u16
//            bit 6  indices       i32 row, i32 column
//            bit 7  counts        i32 rows, i32 columns
//            bit 8  rectangle     f32 x, f32 y, f32 width, f32 height (CSS pixels of the page)
//            An insert leaves out what is at its default (0, the empty text); it always has bit 0.
//
//   string   u32 length in bytes, then the bytes
//
// Apply the patches in order; see diff.hpp for what they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "semantics/diff.hpp"

namespace atlas::semantics {

[[nodiscard]] std::vector<std::uint8_t> encode(const std::vector<Patch>& patches);

// For tests: the patches read back. nullopt if the bytes are not what encode writes.
[[nodiscard]] std::optional<std::vector<Patch>> decode(std::span<const std::uint8_t> bytes);

}  // namespace atlas::semantics
