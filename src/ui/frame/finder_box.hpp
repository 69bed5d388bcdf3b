// The box in the top bar from which everything is found: records by name, and what can be done.
// Results come as one types; arrow keys mark one, Enter goes there or does it.
#pragma once

#include <vector>

#include "app/finder.hpp"
#include "ui/widgets/paint.hpp"

namespace atlas::ui {

class FinderBox {
 public:
  void draw(Ui& ui, Rect rect);
  // Folded to an icon, on a page without room for the box.
  void draw_icon(Ui& ui, Rect rect);
  void start(Ui& ui) {
    start_ = true;
    ui.want_frame();
  }
  [[nodiscard]] bool is_open(Ui& ui) const;

 private:
  void begin_edit(Ui& ui, const Rect& text, std::string typed);
  void results(Ui& ui, const Rect& rect);
  void row(Ui& ui, const Rect& rect, std::size_t index);
  [[nodiscard]] bool row_has_keyboard(Ui& ui) const;
  void look(Ui& ui);
  void choose(Ui& ui, std::size_t index);

  bool start_ = false;
  std::vector<app::Found> found_;
  std::string found_for_;             // the query that they answer
  std::uint64_t found_revision_ = 0;  // of the document
  std::size_t marked_ = 0;            // result that Enter would choose
};

}  // namespace atlas::ui
