// A page without a browser: the real interface on the real application, with ports in memory.
// Things are found by role and accessible name, as a screen reader finds them, and pressed at the
// middle of their rectangles, as a pointer does.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "platform/headless/tab.hpp"
#include "semantics/node.hpp"
#include "ui/interface.hpp"

namespace atlas::test {

// Draws a box of half an em a code point.
class BoxRasteriser final : public ui::TextRasteriser {
 public:
  ui::Bitmap rasterise(const std::string& run, float size_px, bool semibold,
                       std::uint32_t ink) override;
  int calls = 0;
  bool coloured = false;         // of the bitmaps that it gives
  std::set<std::uint32_t> inks;  // that it was asked for
};

// What a renderer would do with the textures of a frame.
void take_textures();

class Screen {
 public:
  // Starts at Explore.
  explicit Screen(std::string_view built_in, float width = 1366, float height = 768);

  // Frames until the interface asks for no more; returns how many were drawn.
  int settle();
  void press_key(std::string key, ui::Modifiers mods = {});
  // The pointer goes to the middle of the node and presses.
  void click(semantics::Role role, std::string_view name);
  void click_at(float x, float y);
  // Opens the menu of a button and chooses.
  void choose_in_menu(std::string_view menu, std::string_view item);
  // The same through the mirror.
  void activate(semantics::Role role, std::string_view name);
  // Ends the text edit that is open with this text.
  void type(std::string text, ui::CommitHow how = ui::CommitHow::kEnter);

  [[nodiscard]] const semantics::Tree& tree() const { return interface.tree(); }
  // The first in reading order; fails the test when there is none.
  [[nodiscard]] const semantics::Node& node(semantics::Role role, std::string_view name) const;
  [[nodiscard]] bool has(semantics::Role role, std::string_view name) const;
  // The first below a row, cell or region named so.
  [[nodiscard]] const semantics::Node& node_in(semantics::Role outer, std::string_view outer_name,
                                               semantics::Role role, std::string_view name) const;
  [[nodiscard]] const semantics::Node* focused() const;
  void click(const semantics::Node& node);

  headless::Disk disk;
  headless::Tab tab;
  BoxRasteriser rasteriser;
  ui::Interface interface;
  ui::FrameResult last;
  double now_ms = 1000;
};

}  // namespace atlas::test
