// The picture on the page: a WebGL 2 context on the element #canvas, drawn by Dear ImGui's OpenGL
// backend. Without WebGL 2 it draws nothing and only answers ImGui's requests for textures, so that
// the interface runs the same and the page shows the semantic tree instead.
#pragma once

#include <cstdint>
#include <optional>

namespace atlas::web {

class Canvas {
 public:
  // Needs the current ImGui context to exist, and to outlive the canvas.
  explicit Canvas(bool try_webgl);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] bool has_webgl() const { return context_ > 0; }
  // Draws ImGui::GetDrawData() over the whole canvas, unless it shows just that.
  void draw();
  // Makes the textures that ImGui asks for, of a frame that is not drawn.
  void take_textures();
  // Whoever gives the element another size empties it.
  void emptied() { shown_.reset(); }
  // The browser took the context away: nothing is drawn until it gives it back, then everything is
  // made anew from what ImGui holds.
  void lost();
  void restored();

 private:
  void draw_nothing();

  int context_ = 0;
  bool lost_ = false;
  std::optional<std::uint64_t> shown_;  // fingerprint of what is on the canvas
};

}  // namespace atlas::web
