// What a frame tells the page, as bytes that web/src/frame_report.js reads. Little-endian, nothing
// aligned; a string is a u32 length and UTF-8.
//
//   f64     milliseconds to the next frame (0 at once, negative none)
//   u8      cursor (number of ui::Cursor)
//   u8      theme (number of app::Theme)
//   string  page title
//   u8      1 when a field is edited, then:
//             u32 u32  node, low and high half
//             f64      serial
//             u8       1 multiline, 2 search, 4 select all
//             f32 × 5  x, y, width, height, font size (CSS pixels)
//             string × 4  label, value, input mode, hint
//   rest    patches of the semantic tree (semantics/wire.hpp)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ui/interface.hpp"

namespace atlas::web {

[[nodiscard]] std::vector<std::uint8_t> frame_report(const ui::FrameResult& result,
                                                     std::span<const std::uint8_t> patches);

}  // namespace atlas::web
