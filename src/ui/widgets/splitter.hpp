// A strip between two parts of the page that can be dragged, or moved with the arrow keys, to give
// one of them more room. Home and End go to the ends.
#pragma once

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

struct SplitterSpec {
  std::string_view name;  // accessible name
  bool vertical = true;   // a strip from top to bottom, moved sideways
  float size = 0;         // of the part that it makes larger and smaller
  float least = 0;
  float most = 0;
  bool grows_back = true;  // the part lies behind the strip (right of it, below it)
};
// The size that is wanted now: spec.size where nobody moved it. `done`: a drag has ended or a key
// was pressed, and the size should be remembered.
struct SplitterResult {
  float size = 0;
  bool done = false;
};
SplitterResult splitter(Ui& ui, Rect strip, const SplitterSpec& spec);

}  // namespace atlas::ui
