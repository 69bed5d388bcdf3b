// The frame around every screen: bars, the screen, details, messages, dialogues.
#pragma once

#include "ui/clashes/view.hpp"
#include "ui/details/details.hpp"
#include "ui/dialogs.hpp"
#include "ui/explore/view.hpp"
#include "ui/frame/finder_box.hpp"
#include "ui/frame/page_layout.hpp"
#include "ui/gallery/view.hpp"
#include "ui/history/view.hpp"
#include "ui/home/view.hpp"
#include "ui/merge/view.hpp"
#include "ui/plan/view.hpp"
#include "ui/share/view.hpp"
#include "ui/sources/view.hpp"

namespace atlas::ui {

class Shell {
 public:
  void draw(Ui& ui);
  // For actions that only the interface can carry out.
  void search(Ui& ui) { finder_.start(ui); }
  void zoom(Ui& ui, float factor) { explore_.zoom(ui, factor); }

 private:
  void put_sheet_away(Ui& ui);
  // Banners, and what stands below them; all of it scrolls where they leave that too little room.
  template <typename Banners, typename Rest>
  void below_banners(Ui& ui, const Rect& rect, const Banners& say, const Rest& draw);
  void screen(Ui& ui, const Rect& rect);
  void screen_itself(Ui& ui, const Rect& rest);
  void splitter(Ui& ui, const PageLayout& layout);

  home::View home_;
  explore::View explore_;
  plan::View plan_;
  share::View share_;
  sources::View sources_;
  merge::View merge_;
  clashes::View clashes_;
  history::View history_;
  gallery::View gallery_;
  Details details_;
  Dialogs dialogs_;
  FinderBox finder_;
  struct Seen {
    app::Screen screen;
    RecordId selected;
  };
  std::optional<Seen> seen_;  // in the last frame
  bool crowded_ = false;      // banners left too little in the last frame
  // While the splitter is dragged; remembered in the settings when it is let go.
  std::optional<float> dragged_;
};

}  // namespace atlas::ui
