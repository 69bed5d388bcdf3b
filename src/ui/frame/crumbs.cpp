#include <algorithm>

#include "app/actions.hpp"
#include "app/view_state.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/frame/bars.hpp"
#include "ui/widgets/menu.hpp"

namespace atlas::ui {
namespace {

constexpr float kMost = 240;  // width of one crumb
constexpr float kArrow = 20;  // between two

struct Crumb {
  RecordId record;  // null: the screen itself
  std::string text;
};

std::string_view screen_name(app::Screen screen) {
  switch (screen) {
    case app::Screen::kExplore:
      return tr(Text::kActionGoExplore);
    case app::Screen::kPlan:
      return tr(Text::kActionGoPlan);
    case app::Screen::kShare:
      return tr(Text::kActionGoShare);
    case app::Screen::kSources:
      return tr(Text::kActionGoSources);
    case app::Screen::kMerge:
      return tr(Text::kMergeTitle);
    case app::Screen::kClashes:
      return tr(Text::kActionGoClashes);
    case app::Screen::kHistory:
      return tr(Text::kActionGoHistory);
    case app::Screen::kGallery:
      return tr(Text::kActionGoGallery);
    case app::Screen::kHome:
    default:
      return tr(Text::kActionGoHome);
  }
}

// From the model down to the record, through every record between that has a place of its own.
std::vector<Crumb> way_to(const Document& document, RecordId record) {
  std::vector<Crumb> way;
  for (const Record* at = document.find_live(record); at != nullptr;
       at = document.find_live(at->parent)) {
    if (at->type == RecordType::kWorkspace) break;
    way.push_back({at->id, title_of(document, at->id)});
  }
  std::reverse(way.begin(), way.end());
  return way;
}

std::vector<Crumb> crumbs_of(const app::State& state) {
  std::vector<Crumb> all{{{}, std::string(screen_name(state.screen))}};
  RecordId end;
  if (state.screen == app::Screen::kExplore) {
    end = state.selected.is_null() ? state.explore.model : state.selected;
  } else if (state.screen == app::Screen::kPlan) {
    const bool row = state.document.find_live(state.plan.row) != nullptr;
    end = row ? state.plan.row : app::shown_plan_body(state);
  }
  const auto way = way_to(state.document, end);
  all.insert(all.end(), way.begin(), way.end());
  return all;
}

float width_of(Ui& ui, const Crumb& crumb) {
  return std::min(ui.text().width(crumb.text, Font::kSmall) + 2 * kSpace1 + 1, kMost);
}

void go_to_crumb(Ui& ui, const Crumb& crumb) {
  if (crumb.record.is_null()) {
    ui.send(app::SelectRecord{});
  } else if (ui.state().screen == app::Screen::kPlan &&
             nearest(ui.state().document, crumb.record, RecordType::kPlan).is_null()) {
    ui.send(app::ShowScreen{app::Screen::kExplore});
    ui.send(app::SelectRecord{crumb.record, true});
  } else {
    ui.send(app::SelectRecord{crumb.record, true});
  }
}

void crumb_link(Ui& ui, const Rect& rect, const Crumb& crumb, bool last) {
  const Palette& p = ui.palette();
  const Ui::Scope scope(ui, "crumb");
  const NodeId node = crumb.record.is_null() ? ui.id("screen") : ui.id(crumb.record);
  const Response response = ui.interact(node, rect);
  ui.leaf({.id = node,
           .role = Role::kLink,
           .name = crumb.text,
           .states = ui.states(response) | (last ? semantics::kCurrent : 0U),
           .rect = rect});
  if (response.hovered) fill(rect, p.sunken, kRadius);
  draw_text_in(ui, {rect.x + kSpace1, rect.y, rect.width - 2 * kSpace1, rect.height}, crumb.text,
               last ? Font::kSmallStrong : Font::kSmall, last ? p.ink : p.muted, Align::kLeft,
               Fit::kMayShorten);
  ui.ring(response, -2);
  if (response.activated) go_to_crumb(ui, crumb);
}

// Those in the middle that do not fit, behind a button.
void folded_crumbs(Ui& ui, const Rect& rect, const std::vector<Crumb>& all, std::size_t count) {
  const NodeId owner = menu_button(ui, rect,
                                   {.id = "folded crumbs",
                                    .icon = icons::kMoreHoriz,
                                    .name = tr(Text::kCrumbsBetween),
                                    .look = ButtonLook::kQuiet});
  std::vector<MenuItem> items;
  for (std::size_t i = 1; i <= count; ++i) items.push_back({.text = all[i].text});
  const int chosen = menu(ui, owner, rect, tr(Text::kCrumbsBetween), items);
  if (chosen >= 0) go_to_crumb(ui, all[static_cast<std::size_t>(chosen) + 1]);
}

void arrow(Ui& ui, const Rect& rect) {
  draw_icon_in(ui, rect, icons::kChevronRight, 16, ui.palette().muted);
}

}  // namespace

float crumbs(Ui& ui, const Rect& rect) {
  const float height = ui.target() + kSpace1;
  const Rect row{rect.x, rect.y, rect.width, height};
  rule_below(row, ui.palette().hairline);
  const Ui::Container node(ui, {.id = ui.id("crumbs"),
                                .role = Role::kNavigation,
                                .name = std::string(tr(Text::kCrumbs)),
                                .rect = row});
  const float inner = height - kSpace1;
  float x = rect.x + kSpace2;
  const float y = rect.y + kSpace1 / 2;
  for (const auto& [id, icon] : {std::pair{app::ActionId::kGoBack, icons::kArrowBack},
                                 std::pair{app::ActionId::kGoForward, icons::kArrowForward}}) {
    action_button(ui, {x, y, ui.target(), inner}, id, icon, ButtonLook::kQuiet, false);
    x += ui.target() + kSpace1;
  }
  x += kSpace1;
  const std::vector<Crumb> all = crumbs_of(ui.state());
  const float room = right_of(rect) - kSpace2 - x;
  float needed = 0;
  for (const Crumb& crumb : all) needed += width_of(ui, crumb) + kArrow;
  // Fold from the second on until the rest fits; the screen and the last always stay.
  std::size_t folded = 0;
  while (needed - kArrow > room && folded + 2 < all.size()) {
    if (folded == 0) needed += ui.target() + kArrow;
    ++folded;
    needed -= width_of(ui, all[folded]) + kArrow;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && i <= folded && i != 1) continue;
    if (i > 0) {
      arrow(ui, {x, y, kArrow, inner});
      x += kArrow;
    }
    if (i == 1 && folded > 0) {
      folded_crumbs(ui, {x, y, ui.target(), inner}, all, folded);
      x += ui.target();
      continue;
    }
    const float width = std::min(width_of(ui, all[i]) + 8, right_of(rect) - kSpace1 - x);
    if (width < 24) break;
    crumb_link(ui, {x, y, width, inner}, all[i], i + 1 == all.size());
    x += width;
  }
  return height;
}

}  // namespace atlas::ui
