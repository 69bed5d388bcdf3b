// The whole interface: takes input, draws a frame with Dear ImGui from const state, and tells the
// platform what else to do. One instance a page; it owns the ImGui context.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/app.hpp"
#include "semantics/node.hpp"
#include "ui/input.hpp"

namespace atlas::ui {

class PaintLog;

enum class Cursor : std::uint8_t {
  kDefault,
  kPointer,
  kText,
  kGrab,
  kGrabbing,
  kResizeColumn,
  kResizeRow,
  kNotAllowed,
};

// The field that is being edited in a real HTML input; absent when none is.
struct TextEdit {
  semantics::NodeId node;
  std::string label;     // accessible name
  std::string value;     // at the start of the edit
  semantics::Rect rect;  // CSS pixels, may move between frames
  float font_px = 16;
  bool multiline = false;
  bool search = false;  // every keystroke counts; Enter does not end it
  bool select_all = true;
  std::string input_mode;  // "text", "decimal", "numeric"
  std::string hint;
  std::uint64_t serial = 0;  // a new edit has a new number
};

// Text that the built-in fonts cannot show is drawn by the browser into a bitmap.
struct Bitmap {
  int width = 0;  // device pixels
  int height = 0;
  float baseline = 0;     // device pixels from the top
  std::string rgba;       // not premultiplied; width * height * 4 bytes
  bool coloured = false;  // some of it has colours of its own (emoji); else only alpha counts
};
class TextRasteriser {
 public:
  virtual ~TextRasteriser() = default;
  // A single-line run at a size in device pixels, on transparent. ink: 0xRRGGBB, the colour of what
  // has none of its own in a coloured bitmap; the others are white.
  virtual Bitmap rasterise(const std::string& run, float size_px, bool semibold,
                           std::uint32_t ink) = 0;
};

struct FrameResult {
  // Milliseconds until the next frame is wanted: 0 at once, negative: none until input.
  double next_frame_ms = -1;
  // Some of what has happened is not in this picture: draw the next frame before showing one.
  bool unsettled = false;
  Cursor cursor = Cursor::kDefault;
  std::optional<TextEdit> text_edit;
  std::string page_title;
  app::Theme theme = app::Theme::kLight;  // what is drawn, for the HTML around it
};

class Interface {
 public:
  Interface(app::App& app, TextRasteriser& rasteriser);
  ~Interface();
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;

  void push(Input input);
  // Whether the application will use this key now, so that the browser must not.
  [[nodiscard]] bool wants_key(const KeyPressed& key) const;
  // What copying gives now: the text of what has the keyboard; empty: nothing.
  [[nodiscard]] const std::string& text_to_copy() const;
  // Drains input, updates the application, draws. After it, ImGui::GetDrawData() holds the picture
  // (with 1.92 texture requests in it) and `tree` what is in it.
  FrameResult frame(double now_ms);
  [[nodiscard]] const semantics::Tree& tree() const;
  // For tests: is told what each frame paints, until null is set. paint_log.hpp.
  void set_paint_log(PaintLog* log);

 private:
  struct Self;
  std::unique_ptr<Self> self_;
};

}  // namespace atlas::ui
