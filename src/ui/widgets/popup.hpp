// A panel that floats above the rest until a choice is made. Opened with Ui::open_popup(owner).
#pragma once

#include <functional>

#include "ui/widgets/paint.hpp"

namespace atlas::ui {

class Popup {
 public:
  // Placed under `anchor`, above it where there is no room, and kept on the page.
  Popup(Ui& ui, NodeId owner, const Rect& anchor, Vec2 size);
  ~Popup();
  Popup(const Popup&) = delete;
  Popup& operator=(const Popup&) = delete;
  [[nodiscard]] const Rect& content() const { return content_; }

 private:
  Ui& ui_;
  NodeId owner_;
  Rect content_;
};

// A list to choose from, in a popup. Arrow keys, Home, End and typing move; Enter chooses. A long
// list has a field above it in which words are typed that its options must have.
struct OptionSpec {
  std::string text;
  std::string detail;
};
// Index chosen in this frame, or -1.
int option_list(Ui& ui, NodeId owner, const Rect& anchor, std::string_view name,
                const std::vector<OptionSpec>& options, int current);

// A button that shows the chosen option and opens the list. Index chosen in this frame, or -1.
struct DropdownSpec {
  std::string_view id{};
  std::string_view name;   // accessible name
  std::string_view value;  // shown
  std::string_view help{};
  bool quiet = false;  // no edge until hovered: in details and grids
  bool muted = false;  // nothing chosen
  bool enabled = true;
  bool tab_stop = true;
  bool small = false;                  // small text, in grids
  std::optional<std::uint32_t> rag{};  // draws the shape and colour of this RAG value
};
struct DropdownResult {
  int chosen = -1;
  Response response;
};
// The options are made only while the list is open: some are long.
struct OptionSet {
  std::vector<OptionSpec> options;
  int current = -1;
};
DropdownResult dropdown(Ui& ui, Rect rect, const DropdownSpec& spec,
                        const std::function<OptionSet()>& make_options);

}  // namespace atlas::ui
