#include <algorithm>

#include "app/actions.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/frame/bars.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/menu.hpp"

namespace atlas::ui {
namespace {

using app::ActionId;

// A narrower bar leaves undo and redo to the keys, the finder and the menu below.
constexpr float kRoomForUndo = 300;

struct SavingWords {
  std::string full;
  std::string brief;
  bool trouble = false;
};

SavingWords said(Text text, bool trouble = false) {
  return {std::string(tr(text)), std::string(tr(text)), trouble};
}

SavingWords saving_words(const app::Saving& saving) {
  switch (saving.state) {
    case app::SaveState::kLoading:
      return said(Text::kSavingOpening);
    case app::SaveState::kSaving:
      return said(Text::kSavingNow);
    case app::SaveState::kMemoryOnly:
      return said(Text::kSavingNotStored, true);
    case app::SaveState::kSaved:
    default:
      break;
  }
  SavingWords words = said(Text::kSavingSaved);
  if (!saving.saved_at.empty()) words.full = tr(Text::kSavingSavedAt, {saving.saved_at});
  return words;
}

// The workspace's name opens a menu: the workspaces on this device, and files.
void workspace_menu(Ui& ui, const Rect& rect, bool icon_only) {
  const app::State& state = ui.state();
  const std::string name = workspace_name(state.document);
  const ButtonSpec spec{.id = "workspace",
                        .text = icon_only ? std::string_view{} : std::string_view(name),
                        .icon = icons::kAccountTree,
                        .name = name,
                        .help = tr(Text::kWorkspaceMenu),
                        .look = ButtonLook::kTitle,
                        .has_popup = true};
  const float width = icon_only ? rect.width : std::min(button_width(ui, spec), rect.width);
  const Rect place{rect.x, rect.y, width, rect.height};
  const NodeId owner = menu_button(ui, place, spec);
  std::vector<MenuItem> items;
  for (const app::WorkspaceEntry& entry : state.workspaces) {
    const std::string text =
        entry.label.empty() ? entry.name : tr(Text::kDotted, {entry.name, entry.label});
    items.push_back({.text = text, .checked = entry.current});
  }
  static constexpr ActionId kFiles[] = {ActionId::kSaveFile, ActionId::kOpenFile,
                                        ActionId::kGoHistory, ActionId::kGoShare};
  for (const ActionId id : kFiles) {
    const app::ActionSpec& action = app::action(id);
    items.push_back({.text = std::string(action.text()),
                     .keys = action.keys(),
                     .enabled = action.enabled(state),
                     .starts_group = id == kFiles[0]});
  }
  const int chosen = menu(ui, owner, place, tr(Text::kWorkspaceMenu), items);
  if (chosen < 0) return;
  const auto index = static_cast<std::size_t>(chosen);
  if (index < state.workspaces.size()) {
    if (!state.workspaces[index].current) {
      ui.send(app::OpenWorkspace{state.workspaces[index].folder});
    }
    return;
  }
  const app::ActionSpec& action = app::action(kFiles[index - state.workspaces.size()]);
  ui.send(action.command(state));
}

}  // namespace

void top_bar(Ui& ui, const Rect& rect, FinderBox& finder) {
  const Palette& p = ui.palette();
  fill(rect, p.surface);
  line({rect.x, bottom_of(rect)}, {right_of(rect), bottom_of(rect)}, p.hairline);
  const Ui::Container node(ui, {.id = ui.id("banner"),
                                .role = Role::kBanner,
                                .name = std::string(tr(Text::kProductName)),
                                .rect = rect});
  const bool phone = ui.fold() == Fold::kPhone;
  const float height = std::min(ui.target() + 4, rect.height - 4);
  const float y = rect.y + (rect.height - height) / 2;
  const float icon = ui.target() + kSpace1;
  if (phone && finder.is_open(ui)) {
    finder.draw(ui, {rect.x + kSpace2, y, rect.width - 2 * kSpace2, height});
    return;
  }
  const SavingWords words = saving_words(ui.state().saving);
  const std::string& saved = phone ? words.brief : words.full;
  // Room for the longest that is usual, so that nothing beside it moves with each save.
  const std::string usual = phone ? words.brief : tr(Text::kSavingSavedAt, {"00:00"});
  const float saved_width = std::max(ui.text().width(saved, Font::kSmallStrong),
                                     ui.text().width(usual, Font::kSmallStrong)) +
                            kSpace2;
  const Rect place{right_of(rect) - kSpace3 - saved_width, rect.y, saved_width, rect.height};
  const float undo_left = place.x - kSpace2 - 2 * (icon + kSpace1);
  const float left = rect.x + kSpace2;
  if (phone) {
    workspace_menu(ui, {left, y, icon + kIconSize, height}, true);
    finder.draw_icon(ui, {left + icon + kIconSize + kSpace1, y, icon, height});
  } else {
    const float wanted = std::clamp(rect.width * 0.36F, 200.0F, 480.0F);
    const float middle = rect.x + (rect.width - wanted) / 2;
    const float search_left = std::min(middle, undo_left - wanted - kSpace3);
    const float room = search_left - left - kSpace3;
    workspace_menu(ui, {left, y, std::max(room, icon + kIconSize), height}, room < 120);
    const float from = std::max(search_left, left + icon + kIconSize + kSpace2);
    finder.draw(ui, {from, y, std::min(wanted, undo_left - from - kSpace3), height});
  }
  if (rect.width >= kRoomForUndo) {
    action_button(ui, {undo_left, y, icon, height}, ActionId::kUndo, icons::kUndo,
                  ButtonLook::kQuiet, false);
    action_button(ui, {undo_left + icon + kSpace1, y, icon, height}, ActionId::kRedo, icons::kRedo,
                  ButtonLook::kQuiet, false);
  }
  ui.leaf({.id = ui.id("saving"), .role = Role::kStatus, .name = words.full, .rect = place});
  draw_text_in(ui, place, saved, Font::kSmallStrong, words.trouble ? p.rag[3] : p.muted,
               Align::kRight);
}

}  // namespace atlas::ui
