// Text that is part of the interface: painted and in the semantic tree.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

// A heading, wrapped to the width; returns its height.
float heading(Ui& ui, Rect rect, std::string_view text, std::uint16_t level, TextStyle style);
// Wrapped text; returns its height.
float paragraph(Ui& ui, Vec2 at, float width, std::string_view text, TextStyle style, Colour colour,
                std::size_t max_lines = 1000);
// A label and its value as one node: "Lead: not stated".
void label_in(Ui& ui, const Rect& rect, std::string_view text, TextStyle style, Colour colour,
              Align align = Align::kLeft);

}  // namespace atlas::ui
