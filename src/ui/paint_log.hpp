// What is painted, told to a test: it compares rectangles and pixels with what was meant. The
// interface itself has none. Rectangles are in the interface's own pixels (CSS pixels divided by
// the text size), clips are what ImGui would let through.
#pragma once

#include <string_view>

#include "semantics/node.hpp"
#include "ui/text.hpp"
#include "ui/theme.hpp"

struct ImDrawList;

namespace atlas::ui {

// Where in ImGui's output a thing stands: what comes after it may cover it. Holds until the next
// frame begins.
struct PaintPlace {
  const ImDrawList* list = nullptr;
  int begin = 0, end = 0;  // in the list's index buffer
  bool pans = false;       // on a canvas that a person moves under its edges
};

struct PaintedText {
  std::string_view text;  // as painted, with its ellipsis
  semantics::Rect rect;   // of the line box
  semantics::Rect clip;
  TextStyle style;
  Colour colour;
  bool shortened = false;    // an ellipsis stands for the rest
  bool may_shorten = false;  // the whole can be read elsewhere: a name on a card, a cell of a grid
  bool disabled = false;     // of a control that is out of use: no contrast is asked of it
  PaintPlace place{};
};

// A shape that carries meaning: an icon, the edge of a control, a RAG shape, a line of a chart.
struct PaintedMark {
  std::string_view what;
  semantics::Rect rect;
  semantics::Rect clip;
  Colour colour;
  bool disabled = false;
  bool edge = false;  // only along the rectangle's border
  PaintPlace place{};
};

// Something that can be pressed.
struct PaintedTarget {
  semantics::NodeId node;
  semantics::Rect rect;
  semantics::Rect clip;
  bool on_canvas = false;  // a card: its size is the zoom's, and there is another way to it
  PaintPlace place{};
};

class PaintLog {
 public:
  virtual ~PaintLog() = default;
  virtual void text(const PaintedText& text) = 0;
  virtual void mark(const PaintedMark& mark) = 0;
  virtual void target(const PaintedTarget& target) = 0;
};

}  // namespace atlas::ui
