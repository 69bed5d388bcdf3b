#include "app/actions.hpp"

#include <array>

#include "app/action_commands.hpp"
#include "app/action_conditions.hpp"
#include "base/tr.hpp"

namespace atlas::app {
namespace {

using namespace action_conditions;
using namespace action_commands;

constexpr Shortcut ctrl(std::string_view key) {
  return {.key = key, .ctrl = true};
}
constexpr Shortcut alt(std::string_view key) {
  return {.key = key, .alt = true};
}

// In the order of ActionId.
using enum ActionGroup;
constexpr std::array kActions{
    ActionSpec{
        ActionId::kGoHome, kGo, Text::kActionGoHome, {}, {}, always, show_screen<Screen::kHome>},
    ActionSpec{ActionId::kGoExplore,
               kGo,
               Text::kActionGoExplore,
               {},
               {},
               always,
               show_screen<Screen::kExplore>},
    ActionSpec{
        ActionId::kGoPlan, kGo, Text::kActionGoPlan, {}, {}, always, show_screen<Screen::kPlan>},
    ActionSpec{
        ActionId::kGoShare, kGo, Text::kActionGoShare, {}, {}, always, show_screen<Screen::kShare>},
    ActionSpec{ActionId::kGoSources, kGo, Text::kActionGoSources, {}, {}, always, all_sources},
    ActionSpec{ActionId::kGoClashes,
               kGo,
               Text::kActionGoClashes,
               Text::kActionGoClashesInFull,
               {},
               always,
               show_screen<Screen::kClashes>},
    ActionSpec{ActionId::kGoHistory, kGo, Text::kActionGoHistory, Text::kActionGoHistoryInFull,
               ctrl("h"), always, all_history},
    ActionSpec{ActionId::kGoBack, kGo, Text::kActionGoBack, Text::kActionGoBackInFull,
               alt("ArrowLeft"), can_go_back, plain<GoBack>},
    ActionSpec{ActionId::kGoForward, kGo, Text::kActionGoForward, Text::kActionGoForwardInFull,
               alt("ArrowRight"), can_go_forward, plain<GoForward>},
    ActionSpec{ActionId::kSearch, kGo, Text::kActionSearch, Text::kActionSearchInFull, ctrl("k"),
               loaded, nullptr},
    ActionSpec{ActionId::kUndo, kEdit, Text::kActionUndo, {}, ctrl("z"), can_undo, plain<Undo>},
    ActionSpec{ActionId::kRedo, kEdit, Text::kActionRedo, {}, ctrl("y"), can_redo, plain<Redo>},
    ActionSpec{ActionId::kAddObjective,
               kEdit,
               Text::kActionAddObjective,
               {},
               Shortcut{.key = "Enter", .ctrl = true, .shift = true},
               has_plan,
               add_objective},
    ActionSpec{ActionId::kAddAction,
               kEdit,
               Text::kActionAddAction,
               {},
               ctrl("Enter"),
               has_plan,
               add_action},
    ActionSpec{ActionId::kRemoveRow, kEdit, Text::kActionRemoveRow, Text::kActionRemoveRowInFull,
               ctrl("Delete"), has_row, remove_row},
    ActionSpec{ActionId::kMoveRowUp, kEdit, Text::kActionMoveRowUp, Text::kActionMoveRowUpInFull,
               alt("ArrowUp"), row_is_not_first, move_row<-1>},
    ActionSpec{ActionId::kMoveRowDown, kEdit, Text::kActionMoveRowDown,
               Text::kActionMoveRowDownInFull, alt("ArrowDown"), row_is_not_last, move_row<1>},
    ActionSpec{ActionId::kFit, kView, Text::kActionFit, Text::kActionFitInFull, alt("0"), exploring,
               plain<FitModel>},
    ActionSpec{ActionId::kZoomIn, kView, Text::kActionZoomIn, {}, alt("="), exploring, nullptr},
    ActionSpec{ActionId::kZoomOut, kView, Text::kActionZoomOut, {}, alt("-"), exploring, nullptr},
    ActionSpec{
        ActionId::kExpandAll, kView, Text::kActionExpandAll, {}, {}, exploring, plain<ExpandAll>},
    ActionSpec{ActionId::kCollapseAll,
               kView,
               Text::kActionCollapseAll,
               {},
               {},
               exploring,
               plain<CollapseAll>},
    ActionSpec{ActionId::kToggleBranch,
               kView,
               Text::kActionToggleBranch,
               Text::kActionToggleBranchInFull,
               {},
               is_in_branch,
               toggle_branch},
    ActionSpec{ActionId::kToggleDetails, kView, Text::kActionToggleDetails,
               Text::kActionToggleDetailsInFull, ctrl("i"), has_details, toggle_details},
    ActionSpec{ActionId::kPlanOfSelected,
               kView,
               Text::kActionPlanOfSelected,
               Text::kActionPlanOfSelectedInFull,
               {},
               is_in_body,
               plan_of},
    ActionSpec{ActionId::kSaveFile, kFile, Text::kActionSaveFile, Text::kActionSaveFileInFull,
               ctrl("s"), loaded, plain<SaveFile>},
    ActionSpec{ActionId::kSaveThinFile,
               kFile,
               Text::kActionSaveThinFile,
               Text::kActionSaveThinFileInFull,
               {},
               loaded,
               save_thin},
    ActionSpec{
        ActionId::kOpenFile, kFile, Text::kActionOpenFile, {}, ctrl("o"), loaded, plain<OpenFile>},
    ActionSpec{ActionId::kOpenFolder,
               kFile,
               Text::kActionOpenFolder,
               Text::kActionOpenFolderInFull,
               {},
               loaded,
               plain<OpenFolder>},
    ActionSpec{ActionId::kSettings, kLook, Text::kActionSettings, Text::kActionSettingsInFull,
               ctrl(","), always, show_dialog<Dialog::kSettings>},
    ActionSpec{ActionId::kThemeSystem,
               kLook,
               Text::kActionThemeSystem,
               {},
               {},
               theme_is_not<ThemeChoice::kSystem>,
               use_theme<ThemeChoice::kSystem>},
    ActionSpec{ActionId::kThemeLight,
               kLook,
               Text::kActionThemeLight,
               {},
               {},
               theme_is_not<ThemeChoice::kLight>,
               use_theme<ThemeChoice::kLight>},
    ActionSpec{ActionId::kThemeDark,
               kLook,
               Text::kActionThemeDark,
               {},
               {},
               theme_is_not<ThemeChoice::kDark>,
               use_theme<ThemeChoice::kDark>},
    ActionSpec{ActionId::kThemeContrast,
               kLook,
               Text::kActionThemeContrast,
               {},
               {},
               theme_is_not<ThemeChoice::kContrast>,
               use_theme<ThemeChoice::kContrast>},
    ActionSpec{ActionId::kTextLarger,
               kLook,
               Text::kActionTextLarger,
               {},
               {},
               text_can_grow,
               resize_text<1>},
    ActionSpec{ActionId::kTextSmaller,
               kLook,
               Text::kActionTextSmaller,
               {},
               {},
               text_can_shrink,
               resize_text<-1>},
    ActionSpec{ActionId::kTextNormal,
               kLook,
               Text::kActionTextNormal,
               {},
               {},
               text_can_shrink,
               normal_text},
    ActionSpec{ActionId::kSpacing,
               kLook,
               Text::kActionSpacing,
               Text::kActionSpacingInFull,
               {},
               always,
               other_spacing},
    ActionSpec{ActionId::kKeys, kHelp, Text::kActionKeys, Text::kActionKeysInFull,
               Shortcut{.key = "F1"}, always, show_dialog<Dialog::kKeys>},
    ActionSpec{ActionId::kTogether,
               kHelp,
               Text::kActionTogether,
               {},
               {},
               always,
               show_dialog<Dialog::kTogether>},
    ActionSpec{ActionId::kErase,
               kEdit,
               Text::kActionErase,
               Text::kActionEraseInFull,
               {},
               is_now,
               erase_of},
    ActionSpec{
        ActionId::kAbout, kHelp, Text::kActionAbout, {}, {}, always, show_dialog<Dialog::kAbout>},
    ActionSpec{ActionId::kGoGallery,
               kHelp,
               Text::kActionGoGallery,
               Text::kActionGoGalleryInFull,
               {},
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

}  // namespace

std::string_view ActionSpec::text() const {
  return tr(words);
}

std::string_view ActionSpec::name() const {
  return in_full ? tr(*in_full) : std::string_view{};
}

std::string ActionSpec::keys() const {
  return shortcut ? words_of(*shortcut) : std::string{};
}

std::string_view group_name(ActionGroup group) {
  switch (group) {
    case kGo:
      return tr(Text::kGroupGo);
    case kEdit:
      return tr(Text::kGroupEdit);
    case kView:
      return tr(Text::kGroupView);
    case kFile:
      return tr(Text::kGroupFile);
    case kLook:
      return tr(Text::kGroupLook);
    case kHelp:
    default:
      return tr(Text::kGroupHelp);
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
