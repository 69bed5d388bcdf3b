// Looks at one finished frame as a tester would: what was painted (PaintRecord), the pixels that
// came of it and the semantic tree. Call it after the frame and before the next: it reads ImGui's
// windows and draw lists.
//
// What counts as a finding:
//   clipped     text with an ellipsis where the whole stands nowhere else; text that reaches out of
//               its clip by more than a pixel and cannot be scrolled or panned into it
//   overlap     two texts of one window whose ink meets; text over the edge of its control; two
//               targets of which neither holds the other; text that something later in its own
//               window covers in part
//   small       a target under 24 CSS pixels in a direction, but for cards on the canvas
//   faint       text under 4.5 : 1, a mark under 3 : 1, from pixels: the commonest colour that was
//               there before against the strongest pixels that it put there. What is painted over,
//               or is of a control out of use, is not measured
//   tree        problems_of, and rectangles that are no numbers
// What lies under another window, as under a dialogue, is left to the pictures without that.
#pragma once

#include <string>
#include <vector>

#include "pictures/paint_record.hpp"
#include "pictures/picture.hpp"
#include "semantics/tree.hpp"

namespace atlas::test {

enum class Defect : std::uint8_t { kClipped, kOverlap, kSmall, kFaint, kTree, kRing };

struct Finding {
  Defect defect = Defect::kTree;
  std::string text;  // one line: what, where, how much
};

struct Audited {
  const PaintRecord& record;
  const semantics::Tree& tree;
  const Picture& picture;
  float css_scale = 1;  // CSS pixels for one of the record's
};

[[nodiscard]] std::vector<Finding> audit(const Audited& frame);

// Whether the ring of the keyboard is seen around a rectangle of the page, in CSS pixels: along its
// sides the focus colour, beside something that stands out by 3 : 1. Looks at pixels alone.
struct RingLook {
  semantics::Rect rect;  // of the focused node
  float density = 1;     // device pixels for one CSS pixel
  ui::Colour ring;
};
[[nodiscard]] float share_of_ring_seen(const Picture& picture, const RingLook& look);

[[nodiscard]] float contrast(ui::Colour a, ui::Colour b);

}  // namespace atlas::test
