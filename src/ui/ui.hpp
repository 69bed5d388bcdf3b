// The context of a frame, handed to every widget: it draws, registers what is drawn in the semantic
// tree, and tells what a person did to it: by pointer, key or mirror alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/state.hpp"
#include "semantics/tree.hpp"
#include "ui/drags.hpp"
#include "ui/focus.hpp"
#include "ui/frame/page_layout.hpp"
#include "ui/input.hpp"
#include "ui/interface.hpp"
#include "ui/paint_log.hpp"
#include "ui/text.hpp"
#include "ui/theme.hpp"

struct ImDrawList;

namespace atlas::ui {

using semantics::Node;
using semantics::NodeId;
using semantics::Rect;
using semantics::Role;

// What happened to a widget in this frame.
struct Response {
  NodeId id{};
  Rect rect{};
  bool hovered = false;
  bool held = false;       // pressed and not yet let go
  bool released = false;   // let go in this frame, wherever the pointer is
  bool activated = false;  // clicked, or by key or mirror
  bool focused = false;    // has the keyboard
  // Asked for its context menu: secondary button, long press, context-menu key or mirror.
  bool secondary = false;
};

struct Interaction {
  bool enabled = true;
  bool tab_stop = true;  // false: reached by arrows inside a composite widget
  bool by_space = true;  // Space activates as Enter does
  bool drags = false;    // is dragged itself: a finger on it does not scroll what it lies in
};

// What a pointer did to a widget that handles it itself.
struct Pointed {
  bool hovered = false;
  bool clicked = false;
  bool secondary = false;
};

// What a finished text edit writes.
struct FieldTarget {
  RecordId record;
  FieldNumber field;
};
struct SearchTarget {};
struct AuthorTarget {};
struct FilterTarget {};  // of the options of an open list: every keystroke counts
struct LocalTarget {};   // the widget itself takes it, with ended_text
using EditTarget = std::variant<FieldTarget, SearchTarget, AuthorTarget, FilterTarget, LocalTarget>;

class Ui {
 public:
  Ui(const app::State& state, TextPainter& text) : state_(state), text_(text) {}

  // For Interface only.
  struct FrameInput {
    double now_ms = 0;
    Rect page;
    std::optional<KeyPressed> key;
    std::optional<MirrorAction> mirror;
    std::optional<Wheel> wheel;
    std::optional<TextPasted> pasted;
    bool cut = false;
    std::vector<Gesture> gestures;
    PointerKind pointer = PointerKind::kMouse;
    float scale = 1;  // CSS pixels for one of ours
  };
  void begin_frame(const FrameInput& input);
  semantics::Tree end_frame();
  [[nodiscard]] std::vector<app::Command> take_commands();
  void text_edited(const std::string& text);
  void text_committed(const TextCommitted& commit);
  void text_cancelled();

  [[nodiscard]] const app::State& state() const { return state_; }
  [[nodiscard]] const Palette& palette() const { return *palette_; }
  [[nodiscard]] const Metrics& metrics() const { return *metrics_; }
  [[nodiscard]] float target() const { return metrics_->target; }
  [[nodiscard]] float row() const { return metrics_->row; }
  // How long something may move; 0 where motion is reduced.
  [[nodiscard]] float motion_ms() const { return reduced_motion_ ? 0 : kMotionMs; }
  [[nodiscard]] TextPainter& text() { return text_; }
  [[nodiscard]] double now_ms() const { return input_.now_ms; }
  [[nodiscard]] const Rect& page() const { return input_.page; }
  [[nodiscard]] Fold fold() const { return fold_of(input_.page.width); }
  // Details lie below the screen instead of beside it.
  [[nodiscard]] bool narrow() const { return fold() < Fold::kLaptop; }
  [[nodiscard]] bool short_page() const { return input_.page.height < kShortPage; }
  [[nodiscard]] PointerKind pointer_kind() const { return input_.pointer; }
  [[nodiscard]] static ImDrawList* list();

  // Null but in tests.
  void set_paint_log(PaintLog* log) { log_ = log; }
  [[nodiscard]] PaintLog* paint_log() const { return log_; }
  // What a list has got since its index buffer had `begin` indices.
  [[nodiscard]] PaintPlace painted_since(const ImDrawList* list, int begin) const;
  // Whether a rectangle lies on the last control of this frame and that one is out of use.
  [[nodiscard]] bool on_disabled(const Rect& rect) const;
  // While it lives, what is drawn can be moved under the edge of the clip, as on a canvas.
  class Canvas {
   public:
    explicit Canvas(Ui& ui) : ui_(ui) { ui_.on_canvas_ = true; }
    ~Canvas() { ui_.on_canvas_ = false; }
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

   private:
    Ui& ui_;
  };
  void send(app::Command command) { commands_.push_back(std::move(command)); }
  // For an action that only the interface can carry out: done before the next frame.
  void ask(app::ActionId action) { asked_.push_back(action); }
  [[nodiscard]] bool has_asked() const { return !asked_.empty(); }
  [[nodiscard]] std::vector<app::ActionId> take_asked() { return std::exchange(asked_, {}); }

  // Asks for another frame: at once, or in some milliseconds.
  void want_frame(double in_ms = 0);
  [[nodiscard]] double wanted_frame_ms() const { return wanted_frame_ms_; }
  void set_cursor(Cursor cursor) { cursor_ = cursor; }
  [[nodiscard]] Cursor cursor() const { return cursor_; }

  // Identity. A scope makes ids inside it different from those of another scope.
  [[nodiscard]] NodeId id(std::string_view local) const;
  [[nodiscard]] NodeId id(RecordId record) const;
  class Scope {
   public:
    Scope(Ui& ui, std::string_view local);
    Scope(Ui& ui, RecordId record);
    // As if inside the node, wherever it is drawn.
    Scope(Ui& ui, NodeId node);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Ui& ui_;
  };

  // Semantics. A node's rectangle is cut to what is visible of it.
  void open(Node node);
  void leaf(Node node);
  void close();
  class Container {
   public:
    Container(Ui& ui, Node node) : ui_(ui) { ui_.open(std::move(node)); }
    ~Container() { ui_.close(); }
    Container(const Container&) = delete;
    Container& operator=(const Container&) = delete;

   private:
    Ui& ui_;
  };

  // Registers the rectangle for pointer, keyboard and mirror. The widget adds its node with
  // `states` of the response and paints; then `ring` draws the focus.
  Response interact(NodeId node, Rect rect, Interaction how = {});
  // The same for a part of a widget that handles the pointer itself, such as a card on a canvas.
  Response interact_by_hand(NodeId node, Rect rect, Pointed pointed, Interaction how = {});
  // How long the pointer has rested on the widget without a press.
  [[nodiscard]] double rested_ms(const Response& response);
  [[nodiscard]] std::uint32_t states(const Response& response, Interaction how = {}) const;
  void ring(const Response& response, float outset = 1);
  // Around what is edited, which has the keyboard however it came by it.
  void draw_ring(const Rect& rect, float outset = 1);
  // The key of this frame if it went to this widget and nobody took it yet.
  [[nodiscard]] const KeyPressed* key_for(const Response& response) const;
  // The key of this frame whoever has the keyboard, if nobody took it yet.
  [[nodiscard]] const KeyPressed* any_key() const;
  // A key that arrived while a search is being typed: arrows belong to its results.
  [[nodiscard]] const KeyPressed* search_key() const;
  void take_key() { key_taken_ = true; }
  // Value or expand verbs that the mirror asked of this widget.
  [[nodiscard]] const MirrorAction* mirror_for(NodeId node) const;
  // The wheel of this frame when the pointer is over the current window, or one
  // inside it, and nobody took it.
  [[nodiscard]] const Wheel* wheel_here() const;
  // The same where it is over a part of the page beside the current window.
  [[nodiscard]] const Wheel* wheel_in(const Rect& rect) const;
  void take_wheel() { input_.wheel.reset(); }

  [[nodiscard]] Focus& focus() { return focus_; }
  [[nodiscard]] Drags& drags() { return drags_; }

  // The clipboard. What has the keyboard says in each frame what copying it gives.
  void offer_copy(const Response& response, std::string_view text);
  [[nodiscard]] const std::string& text_to_copy() const { return text_to_copy_; }
  // What was pasted in this frame, for the widget that has the keyboard.
  [[nodiscard]] const std::string* pasted_for(const Response& response) const;
  [[nodiscard]] bool cut_from(const Response& response) const;

  // Popups: at most one; it closes on Esc, on a choice, and on a press outside it.
  // At `place` where given, else where its widget wants it.
  void open_popup(NodeId owner, std::optional<Rect> place = std::nullopt);
  [[nodiscard]] const std::optional<Rect>& popup_anchor() const { return popup_anchor_; }
  void close_popup();
  [[nodiscard]] bool popup_is_open(NodeId owner) const { return popup_ == owner; }
  // It is drawn for the first time.
  [[nodiscard]] bool popup_is_fresh() const { return popup_fresh_; }
  // What the open popup remembers: the day its calendar stands at, the words that filter its list.
  [[nodiscard]] std::optional<std::int32_t>& popup_day() { return popup_day_; }
  [[nodiscard]] std::string& popup_filter() { return popup_filter_; }
  [[nodiscard]] int& popup_marked() { return popup_marked_; }
  [[nodiscard]] bool any_popup_is_open() const { return popup_.value != 0; }
  // Parts drawn between these calls lie above the rest and keep Tab among themselves.
  void begin_layer(bool modal);
  void end_layer();

  // Text edits.
  struct Edit {
    TextEdit text;
    EditTarget target;
  };
  void begin_edit(Edit edit);
  [[nodiscard]] bool is_editing(NodeId id) const { return edit_ && edit_->text.node == id; }
  // A key that came before the platform had laid its input over the field.
  void add_typed(const std::string& key);
  void end_edit() { edit_.reset(); }  // without a result
  // Of the current edit; widgets call it each frame. `foot`: what belongs to it below.
  void place_edit(Rect rect, float foot = 0);
  void reveal_edit() { reveal_edit_ = true; }  // brings it into view at its next place
  [[nodiscard]] const std::optional<Edit>& edit() const { return edit_; }
  // How the edit of this widget ended, in the frame after it did.
  [[nodiscard]] std::optional<CommitHow> ended_how(NodeId node) const;
  [[nodiscard]] const std::string* ended_text(NodeId node) const;

 private:
  void follow_pointer();
  void respond(Response& response, Interaction how);
  [[nodiscard]] semantics::Tree finished_tree();
  void log_target(NodeId node, const Rect& rect) const;
  // What is visible of a rectangle, in CSS pixels.
  [[nodiscard]] Rect visible_part(Rect rect) const;
  void scroll_into_view(const Rect& rect);

  const app::State& state_;
  TextPainter& text_;
  PaintLog* log_ = nullptr;
  bool on_canvas_ = false;
  Rect disabled_{};
  FrameInput input_;
  const Palette* palette_ = &palette_of(app::Theme::kLight);
  const Metrics* metrics_ = &metrics_of(app::Spacing::kComfortable, false);
  bool reduced_motion_ = false;
  bool by_finger_ = false;  // what targets are made for now
  bool pressed_by_finger_ = false;
  double pressed_ms_ = 0;
  Focus focus_;
  Drags drags_;
  std::string text_to_copy_;
  semantics::TreeBuilder tree_;
  std::vector<std::uint64_t> scopes_;
  std::vector<app::Command> commands_;
  std::vector<app::ActionId> asked_;
  std::optional<Edit> edit_;
  std::uint64_t edit_serial_ = 0;
  bool reveal_edit_ = false;
  struct Ended {
    NodeId node;
    CommitHow how = CommitHow::kBlur;
    std::string text;
  };
  std::optional<Ended> ended_;
  NodeId rested_on_;
  double rested_since_ms_ = 0;
  NodeId popup_;
  std::optional<Rect> popup_anchor_;
  std::optional<std::int32_t> popup_day_;
  std::string popup_filter_;
  int popup_marked_ = 0;
  bool popup_fresh_ = false;
  bool popup_drawn_ = false;
  bool key_taken_ = false;
  double wanted_frame_ms_ = -1;
  Cursor cursor_ = Cursor::kDefault;
};

}  // namespace atlas::ui
