// One widget in a window: every way of asking for its context menu arrives at it.
#include <doctest/doctest.h>

#include "imgui.h"
#include "ui/screen.hpp"
#include "ui/ui.hpp"

namespace atlas::ui {
namespace {

class OneWidget {
 public:
  OneWidget() : context_(ImGui::CreateContext()), text_(rasteriser_), ui(state_, text_) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {400, 300};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    text_.load_fonts();
    frame({});
  }
  ~OneWidget() {
    test::take_textures();
    ImGui::DestroyContext(context_);
  }
  OneWidget(const OneWidget&) = delete;
  OneWidget& operator=(const OneWidget&) = delete;

  Response frame(Ui::FrameInput input) {
    input.now_ms = now_ms += 16;
    input.page = {0, 0, 400, 300};
    ui.begin_frame(input);
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({400, 300});
    ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
    const Response response = ui.interact(ui.id("card"), {100, 100, 80, 40}, how);
    ImGui::End();
    (void)ui.end_frame();
    ImGui::Render();
    test::take_textures();
    return response;
  }
  void pointer_at(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }

  Interaction how;
  double now_ms = 1000;

 private:
  ImGuiContext* context_;
  test::BoxRasteriser rasteriser_;
  TextPainter text_;
  app::State state_;

 public:
  Ui ui;
};

Ui::FrameInput key(std::string name, Modifiers mods = {}) {
  Ui::FrameInput input;
  input.key = KeyPressed{std::move(name), mods, false};
  return input;
}

}  // namespace

TEST_CASE("the secondary button asks for the context menu of what it is on, and nothing else") {
  OneWidget widget;
  ImGuiIO& io = ImGui::GetIO();
  widget.pointer_at(120, 110);
  CHECK_FALSE(widget.frame({}).secondary);
  io.AddMouseButtonEvent(ImGuiMouseButton_Right, true);
  const Response pressed = widget.frame({});
  CHECK(pressed.secondary);
  CHECK_FALSE(pressed.activated);
  CHECK(widget.ui.focus().has(widget.ui.id("card")));
  CHECK_FALSE(widget.frame({}).secondary);
  io.AddMouseButtonEvent(ImGuiMouseButton_Right, false);
  CHECK_FALSE(widget.frame({}).secondary);
  widget.pointer_at(20, 20);
  io.AddMouseButtonEvent(ImGuiMouseButton_Right, true);
  CHECK_FALSE(widget.frame({}).secondary);
}

TEST_CASE("the context-menu key and Shift+F10 ask for the menu of what has the keyboard") {
  OneWidget widget;
  CHECK_FALSE(widget.frame(key("ContextMenu")).secondary);
  widget.ui.focus().set(widget.ui.id("card"), true);
  CHECK(widget.frame(key("ContextMenu")).secondary);
  CHECK(widget.frame(key("F10", {.shift = true})).secondary);
  CHECK_FALSE(widget.frame(key("F10")).secondary);
  CHECK_FALSE(widget.frame({}).secondary);
}

TEST_CASE("a long press asks for the menu of what the finger holds") {
  OneWidget widget;
  Ui::FrameInput touch;
  touch.pointer = PointerKind::kTouch;
  touch.gestures = {PressBegan{{120, 110}, PointerKind::kTouch}};
  widget.pointer_at(120, 110);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  CHECK_FALSE(widget.frame(touch).secondary);
  CHECK_FALSE(widget.ui.focus().has(widget.ui.id("card")));
  touch.gestures = {LongPressed{{120, 110}}};
  const Response held = widget.frame(touch);
  CHECK(held.secondary);
  CHECK_FALSE(held.activated);
  CHECK(widget.ui.focus().has(widget.ui.id("card")));
}

TEST_CASE("the mirror asks for the menu of its element") {
  OneWidget widget;
  Ui::FrameInput input;
  input.mirror = MirrorAction{widget.ui.id("card"), MirrorVerb::kMenu, {}};
  const Response response = widget.frame(input);
  CHECK(response.secondary);
  CHECK_FALSE(response.activated);
}

TEST_CASE("what is disabled has no menu, and the pointer says so") {
  OneWidget widget;
  widget.how.enabled = false;
  widget.pointer_at(120, 110);
  (void)widget.frame({});
  CHECK(widget.ui.cursor() == Cursor::kNotAllowed);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Right, true);
  CHECK_FALSE(widget.frame({}).secondary);
}

TEST_CASE("a widget that is dragged itself keeps the finger's drag from what it lies in") {
  OneWidget widget;
  widget.how.drags = true;
  Ui::FrameInput touch;
  touch.pointer = PointerKind::kTouch;
  touch.gestures = {PressBegan{{120, 110}, PointerKind::kTouch}};
  widget.pointer_at(120, 110);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  (void)widget.frame(touch);
  touch.gestures = {DragBegan{{120, 110}, PointerKind::kTouch}, Dragged{{0, 20}}};
  (void)widget.frame(touch);
  CHECK_FALSE(widget.ui.drags().begins_in({0, 0, 400, 300}));
  widget.how.drags = false;
  (void)widget.frame(touch);
  CHECK(widget.ui.drags().begins_in({0, 0, 400, 300}));
}

}  // namespace atlas::ui
