// The picture on the page: a WebGL 2 context on the element #canvas, drawn by Dear ImGui's OpenGL
// backend. Without WebGL 2 it draws nothing and only answers ImGui's requests for textures, so that
// the interface runs the same and the page shows the semantic tree instead.
#pragma once

namespace atlas::web {

class Canvas {
 public:
  // Needs the current ImGui context to exist, and to outlive the canvas.
  explicit Canvas(bool try_webgl);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] bool has_webgl() const { return context_ > 0; }
  // Draws ImGui::GetDrawData() over the whole canvas.
  void draw();
  // The browser took the context away: nothing is drawn until it gives it back, then everything is
  // made anew from what ImGui holds.
  void lost();
  void restored();

 private:
  void draw_nothing();

  int context_ = 0;
  bool lost_ = false;
};

}  // namespace atlas::web
