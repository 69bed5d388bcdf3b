#include "ui/interface.hpp"

#include <algorithm>
#include <deque>

#include "app/actions.hpp"
#include "base/tr.hpp"
#include "imgui.h"
#include "imgui_internal.h"
#include "partnership/hierarchy.hpp"
#include "ui/pointer_feed.hpp"
#include "ui/shell.hpp"
#include "ui/style.hpp"
#include "ui/ui.hpp"

namespace atlas::ui {
namespace {

// Input that must have a frame of its own: two in one frame could not be told apart.
bool is_discrete(const Input& input) {
  return std::holds_alternative<PointerButton>(input) ||
         std::holds_alternative<KeyPressed>(input) || std::holds_alternative<MirrorAction>(input) ||
         std::holds_alternative<TextCommitted>(input) ||
         std::holds_alternative<TextCancelled>(input) || std::holds_alternative<Wheel>(input) ||
         std::holds_alternative<PointerCancelled>(input) ||
         std::holds_alternative<TextPasted>(input) || std::holds_alternative<CutRequested>(input);
}

constexpr int kFramesAfterInput = 3;
// ImGui tells what is under the pointer by the windows of the frame before: after a change one
// frame is drawn without input before the next press.
constexpr int kFramesToSettle = 2;
constexpr int kLongestWait = 4;    // frames that a press waits at most, where things go on changing
constexpr float kLeastPage = 160;  // that an on-screen keyboard leaves, CSS pixels

// Positions as the page has them, which is smaller than the window by the text size.
Input on_page(const Input& input, float scale) {
  return std::visit(
      [scale](auto event) -> Input {
        if constexpr (requires { event.x, event.y; }) {
          event.x /= scale;
          event.y /= scale;
        }
        if constexpr (requires { event.dx, event.dy; }) {
          event.dx /= scale;
          event.dy /= scale;
        }
        return event;
      },
      input);
}

}  // namespace

struct Interface::Self {
  explicit Self(app::App& the_app, TextRasteriser& rasteriser)
      : app(the_app), text(rasteriser), ui(the_app.state(), text) {}

  app::App& app;
  TextPainter text;
  Ui ui;
  Shell shell;
  std::deque<Input> queue;
  semantics::Tree tree;
  Rect window{0, 0, 1280, 720};  // CSS pixels
  float window_density = 1;      // device pixels for a CSS pixel
  // The interface is laid out on a page that is smaller by the text size, and drawn larger by it.
  float scale = 1;
  Rect page = window;  // what no on-screen keyboard covers
  float covered = 0;   // CSS pixels at the lower edge
  app::Theme theme = app::Theme::kLight;
  PointerFeed pointers;
  double last_ms = -1;
  double clock_ms = 0;                  // only ever goes on, whatever the platform's does
  int frames_left = kFramesAfterInput;  // until all that an act leads to is shown
  int moves_left = 0;                   // the same of a pointer that only moved
  int settling = 0;                     // frames until what is under the pointer is known
  int waited = 0;                       // frames of the press that is next
  std::uint64_t generation = 0;

  void take_queue(Ui::FrameInput& frame);
  [[nodiscard]] bool has_to_wait(const Input& next);
  void take(const Input& given, Ui::FrameInput& frame);
  void take_key(const KeyPressed& key, Ui::FrameInput& frame);
  bool take_early_key(const KeyPressed& key, bool printable);
  [[nodiscard]] bool has_focus();
  void fit_page();
  void run_action(const app::ActionSpec& action);
  void draw();
};

void Interface::Self::run_action(const app::ActionSpec& action) {
  if (action.enabled != nullptr && !action.enabled(app.state())) return;
  if (action.command != nullptr) {
    app.send(action.command(app.state()));
    return;
  }
  if (action.id == app::ActionId::kSearch) shell.search(ui);
  if (action.id == app::ActionId::kZoomIn) shell.zoom(ui, 1.25F);
  if (action.id == app::ActionId::kZoomOut) shell.zoom(ui, 1 / 1.25F);
}

void Interface::Self::take_key(const KeyPressed& key, Ui::FrameInput& frame) {
  const bool dialog = app.state().dialog != app::Dialog::kNone;
  const app::ActionSpec* action =
      app::find_shortcut(key.key, key.mods.ctrl, key.mods.shift, key.mods.alt);
  // A single printable key is a shortcut only where nothing else could want it.
  const bool printable = key.key.size() == 1 && !key.mods.ctrl && !key.mods.alt;
  if (action != nullptr && !printable && !dialog && !ui.edit()) {
    run_action(*action);
    return;
  }
  if (ui.edit() && take_early_key(key, printable)) return;
  frame.key = key;
}

// A key that was pressed before the input was laid over its field means what it will mean there.
bool Interface::Self::take_early_key(const KeyPressed& key, bool printable) {
  const TextEdit& edit = ui.edit()->text;
  if (printable) {
    ui.add_typed(key.key);
  } else if (key.key == "Escape") {
    ui.text_cancelled();
  } else if (key.key == "Tab") {
    ui.text_committed({edit.value, key.mods.shift ? CommitHow::kShiftTab : CommitHow::kTab});
  } else if (key.key == "Enter" && edit.multiline && !key.mods.ctrl) {
    ui.add_typed("\n");
  } else if (key.key == "Enter") {
    ui.text_committed({edit.value, CommitHow::kEnter});
  } else {
    return false;
  }
  return true;
}

// A press is for what is seen once the input before it has done its work: not for a list that it
// closed.
bool Interface::Self::has_to_wait(const Input& next) {
  const auto* button = std::get_if<PointerButton>(&next);
  const bool waits = button != nullptr && button->down && settling > 0 && waited < kLongestWait;
  waited = waits ? waited + 1 : 0;
  return waits;
}

void Interface::Self::take_queue(Ui::FrameInput& frame) {
  settling = std::max(settling - 1, 0);
  while (!queue.empty() && !has_to_wait(queue.front())) {
    const Input next = std::move(queue.front());
    queue.pop_front();
    const bool moved = std::holds_alternative<PointerMoved>(next);
    (moved ? moves_left : frames_left) = kFramesAfterInput;
    take(next, frame);
    if (!is_discrete(next)) continue;
    settling = kFramesToSettle;
    break;
  }
}

void Interface::Self::take(const Input& given, Ui::FrameInput& frame) {
  const Input input = on_page(given, scale);
  ImGuiIO& io = ImGui::GetIO();
  if (const auto* moved = std::get_if<PointerMoved>(&input)) {
    pointers.take(*moved, last_ms, frame.gestures);
  } else if (std::holds_alternative<PointerLeft>(input)) {
    PointerFeed::leave();
  } else if (const auto* button = std::get_if<PointerButton>(&input)) {
    pointers.take(*button, last_ms, ui.drags().gliding(), frame.gestures);
  } else if (const auto* cancelled = std::get_if<PointerCancelled>(&input)) {
    pointers.take(*cancelled, frame.gestures);
  } else if (const auto* wheel = std::get_if<Wheel>(&input)) {
    io.AddMousePosEvent(wheel->x, wheel->y);
    frame.wheel = *wheel;
  } else if (const auto* key = std::get_if<KeyPressed>(&input)) {
    take_key(*key, frame);
  } else if (const auto* mirror = std::get_if<MirrorAction>(&input)) {
    frame.mirror = *mirror;
  } else if (const auto* edited = std::get_if<TextEdited>(&input)) {
    ui.text_edited(edited->text);
  } else if (const auto* committed = std::get_if<TextCommitted>(&input)) {
    ui.text_committed(*committed);
  } else if (std::holds_alternative<TextCancelled>(input)) {
    ui.text_cancelled();
  } else if (const auto* pasted = std::get_if<TextPasted>(&input)) {
    frame.pasted = *pasted;
  } else if (std::holds_alternative<CutRequested>(input)) {
    frame.cut = true;
  } else if (const auto* keyboard = std::get_if<PageCovered>(&input)) {
    covered = keyboard->height;
  } else if (const auto* resized = std::get_if<Resized>(&input)) {
    window = {0, 0, resized->width, resized->height};
    window_density = resized->density;
  }
}

// The page and what it looks like, by the settings as they are now.
void Interface::Self::fit_page() {
  const app::State& state = app.state();
  scale = static_cast<float>(state.settings.text_percent) / 100;
  const Rect before = page;
  const float open = std::max(std::min(window.height, kLeastPage), window.height - covered);
  page = {0, 0, window.width / scale, open / scale};
  if (!(before == page)) ui.reveal_edit();
  text.set_density(window_density * scale);
  const app::Theme now = app::theme_in_use(state.settings, state.system);
  if (now == theme) return;
  theme = now;
  apply_style(palette_of(theme));
}

void Interface::Self::draw() {
  ImGui::SetNextWindowPos({page.x, page.y});
  ImGui::SetNextWindowSize({page.width, page.height});
  ImGui::Begin("atlas", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
  ui.open({.id = ui.id("application"),
           .role = Role::kApplication,
           .name = std::string(tr(Text::kProductName)),
           .rect = page});
  shell.draw(ui);
  ui.close();
  ImGui::End();
}

Interface::Interface(app::App& app, TextRasteriser& rasteriser) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTrickleEventQueue = false;
  io.MouseDrawCursor = false;
  apply_style(palette_of(app::Theme::kLight));
  self_ = std::make_unique<Self>(app, rasteriser);
  self_->text.load_fonts();
}

Interface::~Interface() {
  self_.reset();
  ImGui::DestroyContext();
}

// Also when what waits in the queue will bring it.
bool Interface::Self::has_focus() {
  return ui.focus().current().value != 0 ||
         std::any_of(queue.begin(), queue.end(), [](const Input& input) {
           return std::holds_alternative<MirrorAction>(input) ||
                  std::holds_alternative<PointerButton>(input);
         });
}

void Interface::push(Input input) {
  self_->queue.push_back(std::move(input));
}

bool Interface::wants_key(const KeyPressed& key) const {
  const Ui& ui = self_->ui;
  const bool shortcut = app::find_shortcut(key.key, key.mods.ctrl, key.mods.shift, key.mods.alt);
  const bool printable = key.key.size() == 1 && !key.mods.ctrl && !key.mods.alt;
  if (shortcut && !printable) return true;
  if (key.mods.ctrl || key.mods.alt) {
    return key.key.rfind("Arrow", 0) == 0 && self_->has_focus();
  }
  if (key.key == "Tab") return self_->ui.focus().can_step(key.mods.shift);
  if (ui.edit() || !self_->has_focus()) {
    return key.key == "Escape" && self_->app.state().dialog != app::Dialog::kNone;
  }
  // What widgets answer to; function keys and the like stay the browser's.
  static constexpr std::string_view kKeys[] = {
      "Enter",      " ",    "Escape", "ArrowUp",    "ArrowDown", "ArrowLeft",
      "ArrowRight", "Home", "End",    "PageUp",     "PageDown",  "Delete",
      "Backspace",  "F2",   "F4",     "ContextMenu"};
  for (const std::string_view known : kKeys) {
    if (key.key == known) return true;
  }
  if (key.key == "F10") return key.mods.shift;  // opens a context menu
  return printable;
}

FrameResult Interface::frame(double now_ms) {
  Self& self = *self_;
  Ui::FrameInput input;
  const double passed = self.last_ms < 0 ? 16 : std::max(now_ms - self.last_ms, 0.0);
  self.last_ms = now_ms;
  self.clock_ms += passed;
  input.now_ms = self.clock_ms;
  self.take_queue(input);
  // Not before what has happened already was taken in.
  if (self.queue.empty()) {
    if (self.pointers.tick(now_ms, input.gestures)) self.frames_left = kFramesAfterInput;
  }
  for (app::Command& command : self.ui.take_commands()) self.app.send(std::move(command));
  for (const app::ActionId asked : self.ui.take_asked()) self.run_action(app::action(asked));
  if (self.app.update()) {
    self.frames_left = kFramesAfterInput;
    self.settling = kFramesToSettle;
  }
  if (self.app.state().generation != self.generation) {
    self.generation = self.app.state().generation;
    self.ui.end_edit();
  }
  self.fit_page();
  input.page = self.page;
  input.scale = self.scale;
  input.pointer = self.pointers.kind();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {self.page.width, self.window.height / self.scale};
  const float density = self.window_density * self.scale;
  io.DisplayFramebufferScale = {density, density};
  io.DeltaTime = static_cast<float>(std::clamp(passed, 1.0, 250.0) / 1000);
  self.ui.begin_frame(input);
  ImGui::NewFrame();
  self.draw();
  self.tree = self.ui.end_frame();
  ImGui::Render();
  if (self.ui.drags().long_pressed()) ImGui::ClearActiveID();
  for (app::Command& command : self.ui.take_commands()) self.app.send(std::move(command));

  FrameResult result;
  result.cursor = self.ui.cursor();
  result.theme = self.theme;
  if (self.ui.edit()) {
    result.text_edit = self.ui.edit()->text;
    result.text_edit->font_px *= self.scale;
  }
  result.page_title = tr(Text::kPageTitle, {workspace_name(self.app.state().document)});
  const auto sooner = [&](double ms) {
    if (ms >= 0 && (result.next_frame_ms < 0 || ms < result.next_frame_ms)) {
      result.next_frame_ms = ms;
    }
  };
  self.frames_left = std::max(0, self.frames_left - 1);
  self.moves_left = std::max(0, self.moves_left - 1);
  result.unsettled =
      self.frames_left > 0 || !self.queue.empty() || self.app.pending() || self.ui.has_asked();
  // The next move is on its way already: one frame for each is soon enough.
  if (result.unsettled || self.moves_left > 0) sooner(0);
  sooner(self.ui.wanted_frame_ms());
  sooner(self.app.wake_in_ms());
  sooner(self.pointers.wake_in_ms(now_ms));
  return result;
}

const std::string& Interface::text_to_copy() const {
  return self_->ui.text_to_copy();
}

const semantics::Tree& Interface::tree() const {
  return self_->tree;
}

void Interface::set_paint_log(PaintLog* log) {
  self_->ui.set_paint_log(log);
}

}  // namespace atlas::ui
