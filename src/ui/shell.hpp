// The frame around every screen: top bar, rail, the screen, details, status line, messages.
#pragma once

#include "ui/details/details.hpp"
#include "ui/dialogs.hpp"
#include "ui/explore/view.hpp"
#include "ui/plan/view.hpp"
#include "ui/search_box.hpp"
#include "ui/share/view.hpp"

namespace atlas::ui {

class Shell {
 public:
  void draw(Ui& ui);
  // For actions that only the interface can carry out.
  void search(Ui& ui) { search_.start(ui); }
  void zoom(Ui& ui, float factor) { explore_.zoom(ui, factor); }

 private:
  void top_bar(Ui& ui, const Rect& rect);
  void rail(Ui& ui, const Rect& rect);
  void status_line(Ui& ui, const Rect& rect);
  // Above the screen, for as long as it holds; returns the height used.
  float banners(Ui& ui, const Rect& rect);
  void toasts(Ui& ui, const Rect& rect);

  explore::View explore_;
  plan::View plan_;
  share::View share_;
  Details details_;
  Dialogs dialogs_;
  SearchBox search_;
};

}  // namespace atlas::ui
