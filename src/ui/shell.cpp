#include "ui/shell.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "ui/frame/bars.hpp"
#include "ui/frame/notices.hpp"
#include "ui/widgets/scroll_area.hpp"
#include "ui/widgets/splitter.hpp"

namespace atlas::ui {
namespace {

constexpr float kLeastBelowBanners = 300;  // height of a screen, where the page has as much

bool shows_details(const app::State& state) {
  const bool place = state.screen == app::Screen::kExplore || state.screen == app::Screen::kPlan ||
                     state.screen == app::Screen::kSources ||
                     state.screen == app::Screen::kHistory || state.screen == app::Screen::kClashes;
  return place && state.details_open && state.document.find_live(state.selected) != nullptr;
}

// For those who hear the page: where the rail says it to the eye, no room is spent on a title.
void unseen_title(Ui& ui, const Rect& rect, app::ActionId screen) {
  ui.leaf({.id = ui.id("title"),
           .role = Role::kHeading,
           .name = std::string(app::action(screen).text()),
           .level = 1,
           .rect = {rect.x, rect.y, 1, 1}});
}

semantics::Node main_node(Ui& ui, const Rect& rect) {
  return {.id = ui.id("main"),
          .role = Role::kMain,
          .name = std::string(tr(Text::kScreen)),
          .rect = rect};
}

// For details that lie over the whole screen: what it has to say stands above them.
float banners_alone(Ui& ui, const Rect& rect) {
  if (!has_banners(ui)) return 0;
  const Ui::Container node(ui, main_node(ui, rect));
  return banners(ui, rect);
}

}  // namespace

// Where details lie over a part of the page they are of what was chosen there: on another screen
// they would cover what somebody went to see.
void Shell::put_sheet_away(Ui& ui) {
  const app::State& state = ui.state();
  const bool went = seen_ && state.screen != seen_->screen && state.selected == seen_->selected;
  if (went && ui.narrow() && shows_details(state)) ui.send(app::ToggleDetails{});
  seen_ = Seen{state.screen, state.selected};
}

void Shell::draw(Ui& ui) {
  const app::State& state = ui.state();
  put_sheet_away(ui);
  PageRequest request{.page = ui.page(),
                      .fold = ui.fold(),
                      .metrics = ui.metrics(),
                      .has_details = shows_details(state),
                      .details_width = state.settings.details_width,
                      .sheet_share = state.settings.sheet_share};
  if (dragged_ && ui.narrow()) request.sheet_share = *dragged_;
  if (dragged_ && !ui.narrow()) request.details_width = *dragged_;
  const PageLayout layout = lay_out_page(request);
  top_bar(ui, layout.top_bar, finder_);
  const bool covered = request.has_details && layout.details_below && layout.splitter.height <= 0;
  if (!layout.rail_below) rail(ui, layout);
  if (!covered) screen(ui, layout.main);
  if (request.has_details) {
    if (covered) {
      below_banners(ui, layout.details, banners_alone,
                    [&](const Rect& rest) { details_.draw(ui, rest); });
    } else {
      details_.draw(ui, layout.details);
      splitter(ui, layout);
    }
  }
  if (layout.rail_below) rail(ui, layout);
  status_line(ui, layout.status);
  const Rect& main = layout.main;
  const float lowest = layout.rail_below ? layout.rail.y : bottom_of(ui.page());
  // Over the status line, so that little of the screen is covered.
  toasts(ui, {main.x, main.y, main.width, lowest - kSpace1 - main.y});
  dialogs_.draw(ui);
}

template <typename Banners, typename Rest>
void Shell::below_banners(Ui& ui, const Rect& rect, const Banners& say, const Rest& draw) {
  std::optional<ScrollArea> area;
  Rect room = rect;
  if (crowded_) {
    area.emplace(ui, "banners", rect);
    room = {area->origin().x, area->origin().y, area->width(), rect.height};
  }
  const float least = std::min(rect.height, kLeastBelowBanners);
  const float taken = say(ui, room);
  const float left = std::max(rect.height - taken, least);
  draw(Rect{room.x, room.y + taken, room.width, left});
  if (area) area->set_content_height(taken + left);
  // With a bar at its side the page is narrower and what it says no shorter: this comes to rest.
  if (crowded_ != (rect.height - taken < least)) ui.want_frame();
  crowded_ = rect.height - taken < least;
}

void Shell::screen(Ui& ui, const Rect& rect) {
  const Ui::Container node(ui, main_node(ui, rect));
  below_banners(ui, rect, banners, [&](Rect rest) {
    const float way = ui.short_page() ? 0 : crumbs(ui, {rest.x, rest.y, rest.width, 0});
    screen_itself(ui, {rest.x, rest.y + way, rest.width, rest.height - way});
  });
}

void Shell::screen_itself(Ui& ui, const Rect& rest) {
  switch (ui.state().screen) {
    case app::Screen::kHome:
      home_.draw(ui, rest);
      break;
    case app::Screen::kExplore:
      unseen_title(ui, rest, app::ActionId::kGoExplore);
      explore_.draw(ui, rest);
      break;
    case app::Screen::kPlan:
      unseen_title(ui, rest, app::ActionId::kGoPlan);
      plan_.draw(ui, rest);
      break;
    case app::Screen::kShare:
      share_.draw(ui, rest);
      break;
    case app::Screen::kSources:
      sources_.draw(ui, rest);
      break;
    case app::Screen::kMerge:
      merge_.draw(ui, rest);
      break;
    case app::Screen::kClashes:
      clashes_.draw(ui, rest);
      break;
    case app::Screen::kHistory:
      history_.draw(ui, rest);
      break;
    case app::Screen::kGallery:
      gallery_.draw(ui, rest);
      break;
  }
}

void Shell::splitter(Ui& ui, const PageLayout& layout) {
  const bool below = layout.details_below;
  const float size = below ? layout.details.height + kSplitter : layout.details.width;
  const Ui::Container node(ui, {.id = ui.id("splitter"),
                                .role = Role::kRegion,
                                .name = std::string(tr(Text::kDetailsSize)),
                                .rect = layout.splitter});
  const SplitterResult result = ui::splitter(ui, layout.splitter,
                                             {.name = tr(Text::kDetailsSize),
                                              .vertical = !below,
                                              .size = size,
                                              .least = layout.details_least,
                                              .most = layout.details_most});
  if (result.size == size && !result.done) return;
  const float whole = layout.main.height + layout.details.height + kSplitter;
  const float wanted = below ? result.size / whole : result.size;
  dragged_ = wanted;
  ui.want_frame();
  if (!result.done) return;
  app::Settings settings = ui.state().settings;
  (below ? settings.sheet_share : settings.details_width) = wanted;
  ui.send(app::ChangeSettings{settings});
  dragged_.reset();
}

}  // namespace atlas::ui
