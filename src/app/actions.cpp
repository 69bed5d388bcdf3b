#include "app/actions.hpp"

#include <algorithm>
#include <array>

#include "app/view_state.hpp"
#include "partnership/delivery.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas::app {
namespace {

bool always(const State& /*state*/) {
  return true;
}
bool loaded(const State& state) {
  return state.saving.state != SaveState::kLoading;
}
bool can_undo(const State& state) {
  return state.undo.can_undo();
}
bool can_redo(const State& state) {
  return state.undo.can_redo();
}
bool exploring(const State& state) {
  return state.screen == Screen::kExplore && !state.explore.model.is_null();
}
bool has_selected_body(const State& state) {
  return !body_of(state.document, state.selected).is_null();
}
bool planning(const State& state) {
  return state.screen == Screen::kPlan;
}
bool has_plan(const State& state) {
  return planning(state) && !shown_plan(state).is_null();
}
bool has_row(const State& state) {
  return planning(state) && is_delivery_row(state.document, state.plan.row);
}
bool row_is_not_first(const State& state) {
  if (!has_row(state)) return false;
  return !(movable_siblings(state.document, state.plan.row).front() == state.plan.row);
}
bool row_is_not_last(const State& state) {
  if (!has_row(state)) return false;
  return !(movable_siblings(state.document, state.plan.row).back() == state.plan.row);
}

bool can_go_back(const State& state) {
  return !state.trail.behind.empty();
}
bool can_go_forward(const State& state) {
  return !state.trail.ahead.empty();
}
bool has_details(const State& state) {
  return state.screen == Screen::kExplore || state.screen == Screen::kPlan;
}
bool text_can_grow(const State& state) {
  return state.settings.text_percent < kTextSizes.back();
}
bool text_can_shrink(const State& state) {
  return state.settings.text_percent > kTextSizes.front();
}
template <ThemeChoice kChoice>
bool theme_is_not(const State& state) {
  return state.settings.theme != kChoice;
}
template <ThemeChoice kChoice>
Command use_theme(const State& state) {
  Settings settings = state.settings;
  settings.theme = kChoice;
  return ChangeSettings{settings};
}
template <int kStep>
Command resize_text(const State& state) {
  Settings settings = state.settings;
  settings.text_percent = next_text_size(settings.text_percent, kStep);
  return ChangeSettings{settings};
}
Command normal_text(const State& state) {
  Settings settings = state.settings;
  settings.text_percent = kTextSizes.front();
  return ChangeSettings{settings};
}
Command other_spacing(const State& state) {
  Settings settings = state.settings;
  const bool compact = settings.spacing == Spacing::kCompact;
  settings.spacing = compact ? Spacing::kComfortable : Spacing::kCompact;
  return ChangeSettings{settings};
}

template <Screen kScreen>
Command show_screen(const State& /*state*/) {
  return ShowScreen{kScreen};
}
template <Dialog kDialog>
Command show_dialog(const State& /*state*/) {
  return ShowDialog{kDialog};
}
template <typename Plain>
Command plain(const State& /*state*/) {
  return Plain{};
}
template <int kSteps>
Command move_row(const State& state) {
  return MoveAmongSiblings{state.plan.row, kSteps};
}
Command plan_of_selected(const State& state) {
  return ShowPlanOf{body_of(state.document, state.selected)};
}
Command add_objective(const State& state) {
  return AddObjective{shown_plan(state)};
}
Command add_action(const State& state) {
  return AddAction{new_action_parent(state)};
}
Command remove_row(const State& state) {
  return RemoveRecord{state.plan.row};
}

constexpr Shortcut ctrl(std::string_view key) {
  return {.key = key, .ctrl = true};
}
constexpr Shortcut alt(std::string_view key) {
  return {.key = key, .alt = true};
}

// In the order of ActionId.
using enum ActionGroup;
constexpr std::array kActions{
    ActionSpec{ActionId::kGoHome, kGo, "Home", "", {}, "", always, show_screen<Screen::kHome>},
    ActionSpec{
        ActionId::kGoExplore, kGo, "Explore", "", {}, "", always, show_screen<Screen::kExplore>},
    ActionSpec{ActionId::kGoPlan, kGo, "Plan", "", {}, "", always, show_screen<Screen::kPlan>},
    ActionSpec{ActionId::kGoShare, kGo, "Share", "", {}, "", always, show_screen<Screen::kShare>},
    ActionSpec{ActionId::kGoBack, kGo, "Back", "Back to where you were", alt("ArrowLeft"),
               "Alt+Left", can_go_back, plain<GoBack>},
    ActionSpec{ActionId::kGoForward, kGo, "Forward", "Forward again", alt("ArrowRight"),
               "Alt+Right", can_go_forward, plain<GoForward>},
    ActionSpec{ActionId::kSearch, kGo, "Search", "Search or do anything", ctrl("k"), "Ctrl+K",
               loaded, nullptr},
    ActionSpec{ActionId::kUndo, kEdit, "Undo", "", ctrl("z"), "Ctrl+Z", can_undo, plain<Undo>},
    ActionSpec{ActionId::kRedo, kEdit, "Redo", "", ctrl("y"), "Ctrl+Y", can_redo, plain<Redo>},
    ActionSpec{ActionId::kAddObjective, kEdit, "Add objective", "",
               Shortcut{.key = "Enter", .ctrl = true, .shift = true}, "Ctrl+Shift+Enter", has_plan,
               add_objective},
    ActionSpec{ActionId::kAddAction, kEdit, "Add action", "", ctrl("Enter"), "Ctrl+Enter", has_plan,
               add_action},
    ActionSpec{ActionId::kRemoveRow, kEdit, "Remove", "Remove the selected row", ctrl("Delete"),
               "Ctrl+Delete", has_row, remove_row},
    ActionSpec{ActionId::kMoveRowUp, kEdit, "Move up", "Move the selected row up", alt("ArrowUp"),
               "Alt+Up", row_is_not_first, move_row<-1>},
    ActionSpec{ActionId::kMoveRowDown, kEdit, "Move down", "Move the selected row down",
               alt("ArrowDown"), "Alt+Down", row_is_not_last, move_row<1>},
    ActionSpec{ActionId::kFit, kView, "Fit", "Fit the whole arrangement into view", alt("0"),
               "Alt+0", exploring, plain<FitModel>},
    ActionSpec{ActionId::kZoomIn, kView, "Zoom in", "", alt("="), "Alt+=", exploring, nullptr},
    ActionSpec{ActionId::kZoomOut, kView, "Zoom out", "", alt("-"), "Alt+-", exploring, nullptr},
    ActionSpec{ActionId::kExpandAll, kView, "Expand all", "", {}, "", exploring, plain<ExpandAll>},
    ActionSpec{
        ActionId::kCollapseAll, kView, "Collapse all", "", {}, "", exploring, plain<CollapseAll>},
    ActionSpec{ActionId::kToggleDetails, kView, "Details", "Show or hide details", ctrl("i"),
               "Ctrl+I", has_details, plain<ToggleDetails>},
    ActionSpec{ActionId::kPlanOfSelected,
               kView,
               "Open plan",
               "Open the plan of the selected body",
               {},
               "",
               has_selected_body,
               plan_of_selected},
    ActionSpec{ActionId::kSaveFile, kFile, "Save a file", "Save a file copy of this workspace",
               ctrl("s"), "Ctrl+S", loaded, plain<SaveFile>},
    ActionSpec{ActionId::kOpenFile, kFile, "Open a file…", "", ctrl("o"), "Ctrl+O", loaded,
               plain<OpenFile>},
    ActionSpec{ActionId::kSettings, kLook, "Settings", "Text size, colours, spacing and motion",
               ctrl(","), "Ctrl+,", always, show_dialog<Dialog::kSettings>},
    ActionSpec{ActionId::kThemeSystem,
               kLook,
               "Colours of the system",
               "",
               {},
               "",
               theme_is_not<ThemeChoice::kSystem>,
               use_theme<ThemeChoice::kSystem>},
    ActionSpec{ActionId::kThemeLight,
               kLook,
               "Light colours",
               "",
               {},
               "",
               theme_is_not<ThemeChoice::kLight>,
               use_theme<ThemeChoice::kLight>},
    ActionSpec{ActionId::kThemeDark,
               kLook,
               "Dark colours",
               "",
               {},
               "",
               theme_is_not<ThemeChoice::kDark>,
               use_theme<ThemeChoice::kDark>},
    ActionSpec{ActionId::kThemeContrast,
               kLook,
               "High contrast",
               "",
               {},
               "",
               theme_is_not<ThemeChoice::kContrast>,
               use_theme<ThemeChoice::kContrast>},
    ActionSpec{
        ActionId::kTextLarger, kLook, "Larger text", "", {}, "", text_can_grow, resize_text<1>},
    ActionSpec{ActionId::kTextSmaller,
               kLook,
               "Smaller text",
               "",
               {},
               "",
               text_can_shrink,
               resize_text<-1>},
    ActionSpec{
        ActionId::kTextNormal, kLook, "Normal text size", "", {}, "", text_can_shrink, normal_text},
    ActionSpec{ActionId::kSpacing,
               kLook,
               "Change spacing",
               "Comfortable or compact spacing",
               {},
               "",
               always,
               other_spacing},
    ActionSpec{ActionId::kKeys, kHelp, "Keys", "Keyboard shortcuts", Shortcut{.key = "F1"}, "F1",
               always, show_dialog<Dialog::kKeys>},
    ActionSpec{ActionId::kAbout, kHelp, "About", "", {}, "", always, show_dialog<Dialog::kAbout>},
    ActionSpec{ActionId::kGoGallery,
               kHelp,
               "Gallery",
               "Every part of the interface to try out",
               {},
               "",
               always,
               show_screen<Screen::kGallery>},
};

// Keys that people know from elsewhere, beside those shown.
struct Alias {
  Shortcut shortcut;
  ActionId id;
};
constexpr std::array kAliases{
    Alias{{.key = "z", .ctrl = true, .shift = true}, ActionId::kRedo},
    Alias{{.key = "+", .alt = true}, ActionId::kZoomIn},
};

std::string lower_case(std::string_view key) {
  std::string lower(key);
  if (lower.size() == 1 && lower[0] >= 'A' && lower[0] <= 'Z') {
    lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
  }
  return lower;
}

bool is_letter_or_name(std::string_view key) {
  return key.size() > 1 || (key.size() == 1 && key[0] >= 'a' && key[0] <= 'z');
}

// A sign such as + is on another key with shift on some keyboards: there shift does not count.
bool matches(const Shortcut& shortcut, const Shortcut& pressed) {
  if (shortcut.key != pressed.key) return false;
  if (is_letter_or_name(pressed.key) && shortcut.shift != pressed.shift) return false;
  return shortcut.ctrl == pressed.ctrl && shortcut.alt == pressed.alt;
}

}  // namespace

std::string_view group_name(ActionGroup group) {
  switch (group) {
    case kGo:
      return "Going places";
    case kEdit:
      return "Editing";
    case kView:
      return "Looking";
    case kFile:
      return "Files";
    case kLook:
      return "Appearance";
    case kHelp:
    default:
      return "Help";
  }
}

std::span<const ActionSpec> actions() {
  return kActions;
}

const ActionSpec& action(ActionId id) {
  return kActions[static_cast<std::size_t>(id)];
}

const ActionSpec* find_shortcut(std::string_view key, bool ctrl_down, bool shift_down,
                                bool alt_down) {
  const std::string lower = lower_case(key);
  const Shortcut pressed{lower, ctrl_down, shift_down, alt_down};
  for (const ActionSpec& spec : kActions) {
    if (spec.shortcut && matches(*spec.shortcut, pressed)) return &spec;
  }
  for (const Alias& alias : kAliases) {
    if (matches(alias.shortcut, pressed)) return &action(alias.id);
  }
  return nullptr;
}

}  // namespace atlas::app
