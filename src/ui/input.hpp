// Everything a person does, from whatever source, as one queue. Positions are CSS pixels of the
// page. The mirror and the canvas end in the same events, so that neither can be a facade.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "semantics/node.hpp"

namespace atlas::ui {

enum class PointerKind : std::uint8_t { kMouse, kTouch, kPen };

struct Modifiers {
  bool shift = false;
  bool ctrl = false;  // or Command on a Mac
  bool alt = false;
};

// Times are of the event, on the clock of the frames; negative: that of the frame.
struct PointerMoved {
  float x = 0, y = 0;
  PointerKind kind = PointerKind::kMouse;
  int pointer = 0;  // which finger: a small number
  double ms = -1;
};
struct PointerLeft {};
struct PointerButton {
  int button = 0;  // 0 main, 1 middle, 2 secondary
  bool down = false;
  float x = 0, y = 0;
  PointerKind kind = PointerKind::kMouse;
  Modifiers mods{};
  int pointer = 0;
  double ms = -1;
};
// The browser took the pointer for something of its own: nothing comes of what it did.
struct PointerCancelled {
  int pointer = 0;
};
struct Wheel {
  float dx = 0, dy = 0;  // CSS pixels, as the DOM gives them
  float x = 0, y = 0;
  Modifiers mods{};      // a pinch on a trackpad arrives with ctrl
  bool precise = false;  // two fingers on a trackpad, not the notches of a wheel
};
struct KeyPressed {
  std::string key;  // DOM KeyboardEvent.key: "ArrowDown", "Enter", "a", "F2"
  Modifiers mods{};
  bool repeat = false;
};
enum class MirrorVerb : std::uint8_t { kClick, kFocus, kSetValue, kExpand, kCollapse, kMenu };
struct MirrorAction {
  semantics::NodeId node;
  MirrorVerb verb = MirrorVerb::kClick;
  std::string value;  // kSetValue
};
// From the HTML input laid over a field.
struct TextEdited {
  std::string text;
};
enum class CommitHow : std::uint8_t { kEnter, kTab, kShiftTab, kBlur };
struct TextCommitted {
  std::string text;
  CommitHow how = CommitHow::kBlur;
};
struct TextCancelled {};
// The clipboard: for what has the keyboard.
struct TextPasted {
  std::string text;
};
struct CutRequested {};  // its text has been copied already
struct Resized {
  float width = 0, height = 0;  // CSS pixels
  float density = 1;            // device pixels per CSS pixel
};
// An on-screen keyboard lies over the lower part of the page.
struct PageCovered {
  float height = 0;  // CSS pixels; nought when it is gone
};
struct DomFocusChanged {
  bool inside = false;  // whether the canvas, mirror or overlay has the keyboard
};

using Input = std::variant<PointerMoved, PointerLeft, PointerButton, PointerCancelled, Wheel,
                           KeyPressed, MirrorAction, TextEdited, TextCommitted, TextCancelled,
                           TextPasted, CutRequested, Resized, PageCovered, DomFocusChanged>;

}  // namespace atlas::ui
