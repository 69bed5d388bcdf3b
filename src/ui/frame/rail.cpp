#include "app/actions.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "ui/frame/bars.hpp"
#include "ui/widgets/menu.hpp"

namespace atlas::ui {
namespace {

using app::ActionId;

struct Entry {
  ActionId action;
  app::Screen screen;
  const char* icon;
};
constexpr Entry kEntries[] = {
    {ActionId::kGoHome, app::Screen::kHome, icons::kHome},
    {ActionId::kGoExplore, app::Screen::kExplore, icons::kAccountTree},
    {ActionId::kGoPlan, app::Screen::kPlan, icons::kChecklist},
    {ActionId::kGoShare, app::Screen::kShare, icons::kShare},
};
constexpr ActionId kHelp[] = {ActionId::kKeys,      ActionId::kSearch,    ActionId::kGoSources,
                              ActionId::kGoHistory, ActionId::kGoClashes, ActionId::kGoGallery,
                              ActionId::kTogether,  ActionId::kAbout};
constexpr ActionId kMore[] = {ActionId::kUndo,      ActionId::kRedo,      ActionId::kSettings,
                              ActionId::kKeys,      ActionId::kSearch,    ActionId::kGoSources,
                              ActionId::kGoHistory, ActionId::kGoClashes, ActionId::kGoGallery,
                              ActionId::kTogether,  ActionId::kAbout};

ButtonSpec spec_of(std::string_view text, const char* icon, bool words, bool current) {
  return {.id = text,
          .text = words ? text : std::string_view{},
          .icon = icon,
          .name = text,
          .help = words ? std::string_view{} : text,
          .look = ButtonLook::kRailItem,
          .current = current};
}

void screen_button(Ui& ui, const Rect& rect, const Entry& entry, bool words) {
  const app::ActionSpec& action = app::action(entry.action);
  const bool current = ui.state().screen == entry.screen;
  if (button(ui, rect, spec_of(action.text(), entry.icon, words, current))) {
    ui.send(action.command(ui.state()));
  }
}

void menu_of(Ui& ui, const Rect& rect, std::string_view text, const char* icon, bool words,
             std::span<const ActionId> actions) {
  ButtonSpec spec = spec_of(text, icon, words, false);
  const NodeId owner = menu_button(ui, rect, spec);
  const auto by_ui = action_menu(ui, owner, rect, text, actions);
  if (by_ui) ui.ask(*by_ui);
}

// Screens from the left, what else there is at the end.
void bar(Ui& ui, const Rect& rect, bool words) {
  constexpr std::size_t kCount = std::size(kEntries) + 1;
  const float width = (rect.width - 2 * kSpace1) / static_cast<float>(kCount);
  Rect item{rect.x + kSpace1, rect.y + 2, width, rect.height - 4};
  for (const Entry& entry : kEntries) {
    screen_button(ui, item, entry, words);
    item.x += width;
  }
  menu_of(ui, item, tr(Text::kRailMore), icons::kMoreHoriz, words, kMore);
}

// Screens from the top, settings and help at the foot. A low page has no room for words.
void column(Ui& ui, const Rect& rect, bool wide) {
  constexpr float kCount = static_cast<float>(std::size(kEntries)) + 2;
  const bool fits = kCount * (ui.metrics().rail_item + kSpace1) + kSpace4 <= rect.height;
  const bool words = wide && fits;
  const bool tight = kCount * (ui.target() + 2 * kSpace1) + kSpace4 > rect.height;
  const float height = words ? ui.metrics().rail_item : ui.target() + (tight ? 0 : kSpace1);
  const float step = height + kSpace1;
  Rect item{rect.x + 6, rect.y + kSpace2, rect.width - 12, height};
  for (const Entry& entry : kEntries) {
    screen_button(ui, item, entry, words);
    item.y += step;
  }
  if (tight) {
    menu_of(ui, item, tr(Text::kRailMore), icons::kMoreHoriz, words, kMore);
    return;
  }
  item.y = bottom_of(rect) - 2 * step - kSpace1;
  const app::ActionSpec& settings = app::action(ActionId::kSettings);
  if (button(ui, item, spec_of(settings.text(), icons::kSettings, words, false))) {
    ui.send(settings.command(ui.state()));
  }
  item.y += step;
  menu_of(ui, item, tr(Text::kGroupHelp), icons::kHelpOutline, words, kHelp);
}

}  // namespace

void rail(Ui& ui, const PageLayout& layout) {
  const Rect& rect = layout.rail;
  const Palette& p = ui.palette();
  fill(rect, p.surface);
  if (layout.rail_below) {
    line({rect.x, rect.y}, {right_of(rect), rect.y}, p.hairline);
  } else {
    line({right_of(rect), rect.y}, {right_of(rect), bottom_of(rect)}, p.hairline);
  }
  const Ui::Container node(ui, {.id = ui.id("rail"),
                                .role = Role::kNavigation,
                                .name = std::string(tr(Text::kRail)),
                                .rect = rect});
  if (layout.rail_below) {
    bar(ui, rect, layout.rail_words);
  } else {
    column(ui, rect, layout.rail_words);
  }
}

}  // namespace atlas::ui
