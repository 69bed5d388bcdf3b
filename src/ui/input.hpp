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

struct PointerMoved {
  float x = 0, y = 0;
  PointerKind kind = PointerKind::kMouse;
};
struct PointerLeft {};
struct PointerButton {
  int button = 0;  // 0 main, 1 middle, 2 secondary
  bool down = false;
  float x = 0, y = 0;
  PointerKind kind = PointerKind::kMouse;
  Modifiers mods{};
};
struct Wheel {
  float dx = 0, dy = 0;  // CSS pixels, as the DOM gives them
  float x = 0, y = 0;
  Modifiers mods{};  // a pinch on a trackpad arrives with ctrl
};
struct KeyPressed {
  std::string key;  // DOM KeyboardEvent.key: "ArrowDown", "Enter", "a", "F2"
  Modifiers mods{};
  bool repeat = false;
};
enum class MirrorVerb : std::uint8_t { kClick, kFocus, kSetValue, kExpand, kCollapse };
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
struct Resized {
  float width = 0, height = 0;  // CSS pixels
  float density = 1;            // device pixels per CSS pixel
};
struct DomFocusChanged {
  bool inside = false;  // whether the canvas, mirror or overlay has the keyboard
};

using Input =
    std::variant<PointerMoved, PointerLeft, PointerButton, Wheel, KeyPressed, MirrorAction,
                 TextEdited, TextCommitted, TextCancelled, Resized, DomFocusChanged>;

}  // namespace atlas::ui
