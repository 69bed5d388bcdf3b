// A thing in a list with a ground of its own: an icon, what it is called, words about it, and below
// them buttons for what can be done with it.
#pragma once

#include <span>

#include "ui/widgets/column.hpp"

namespace atlas::ui {

struct ItemCardSpec {
  const char* icon = nullptr;
  Colour icon_colour{};
  std::string_view name{};
  TextStyle name_style = Font::kBody;
  std::string_view words{};  // empty: none
  TextStyle words_style = Font::kBody;
  Colour words_colour{};
  bool marked = false;  // stands out among the others
};
// The index of the button that was activated, or -1.
int item_card(Column& page, const ItemCardSpec& spec, std::span<const ButtonSpec> acts);

}  // namespace atlas::ui
