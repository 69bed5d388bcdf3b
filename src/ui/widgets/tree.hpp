// A tree as an indented list: arrow keys walk it, Right unfolds or goes down, Left folds or goes
// up, Home and End go to the ends.
#pragma once

#include <span>

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

// In reading order, folded branches left out.
struct TreeRow {
  std::string id;
  std::string text;
  std::string detail{};
  int level = 1;
  std::optional<bool> expanded{};  // nothing: a leaf
};
struct TreeResult {
  float height = 0;
  int chosen = -1;   // activated in this frame
  int toggled = -1;  // folded or unfolded in this frame
};
TreeResult tree(Ui& ui, Rect rect, std::string_view name, std::span<const TreeRow> rows,
                int selected);

}  // namespace atlas::ui
