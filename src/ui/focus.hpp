// Which widget has the keyboard. Independent of ImGui's own navigation, which is off: the order is
// the reading order of the semantic tree, and Tab leaves the app at its ends.
#pragma once

#include <vector>

#include "semantics/node.hpp"

namespace atlas::ui {

class Focus {
 public:
  using NodeId = semantics::NodeId;

  // Each frame: begin, `offer` for every widget that can have the keyboard in reading order, end.
  void begin_frame();
  void offer(NodeId id, bool tab_stop);
  // Gives the keyboard to somebody else when its holder is gone.
  void end_frame();

  [[nodiscard]] NodeId current() const { return current_; }
  [[nodiscard]] bool has(NodeId id) const { return id == current_ && id.value != 0; }
  // Shown as a ring: true after keys and mirror, false after a pointer press.
  [[nodiscard]] bool visible() const { return visible_; }
  // The keyboard has just come here: bring it into view.
  [[nodiscard]] bool arrived(NodeId id) const { return arrived_ && has(id); }

  void set(NodeId id, bool visible);
  void clear() { set({}, false); }
  // Tab and Shift+Tab by the order of the last frame. False at the end: the browser may have it.
  bool step(bool backwards);
  [[nodiscard]] bool can_step(bool backwards) const;
  [[nodiscard]] bool offered_last_frame(NodeId id) const;
  // Whether it was offered by the topmost part.
  [[nodiscard]] bool is_on_top(NodeId id) const;

  // Parts above the rest. Tab stays in the topmost; a modal one hides all below from the keyboard.
  void begin_layer(bool modal);
  void end_layer();
  [[nodiscard]] bool below_modal() const { return layer_ < modal_layer_; }
  [[nodiscard]] int top_layer() const { return top_layer_; }

 private:
  struct Offer {
    NodeId id;
    bool tab_stop = true;
    int layer = 0;
  };
  [[nodiscard]] int next_index(bool backwards) const;

  std::vector<Offer> offers_;       // of this frame
  std::vector<Offer> last_offers_;  // of the last whole frame
  std::vector<NodeId> under_;       // who had the keyboard when each layer was opened
  NodeId current_;
  bool visible_ = false;
  bool arrived_ = false;
  bool arrived_next_ = false;
  int layer_ = 0;
  int layers_seen_ = 0;
  int top_layer_ = 0;    // of the last whole frame
  int modal_layer_ = 0;  // of the last whole frame
  int modal_seen_ = 0;
};

}  // namespace atlas::ui
