#include "app/actions.hpp"

#include <algorithm>
#include <array>

#include "app/view_state.hpp"
#include "base/tr.hpp"
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
  return state.undo.can_undo() && !state.looking_back;
}
bool can_redo(const State& state) {
  return state.undo.can_redo() && !state.looking_back;
}
bool exploring(const State& state) {
  return state.screen == Screen::kExplore && !state.explore.model.is_null();
}
bool is_in_body(const State& state, RecordId about) {
  return !body_of(state.document, about).is_null();
}
bool is_in_branch(const State& state, RecordId about) {
  const RecordId body = body_of(state.document, about);
  return exploring(state) && !body.is_null() && !bodies_below(state.document, body).empty();
}
bool planning(const State& state) {
  return state.screen == Screen::kPlan;
}
bool has_plan(const State& state) {
  return planning(state) && !state.looking_back && !shown_plan(state).is_null();
}
bool has_row(const State& state) {
  return planning(state) && !state.looking_back && is_delivery_row(state.document, state.plan.row);
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
  return state.screen == Screen::kExplore || state.screen == Screen::kPlan ||
         state.screen == Screen::kHistory || state.screen == Screen::kClashes;
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
Command all_sources(const State& /*state*/) {
  return ShowSources{};
}
Command erase_of(const State& /*state*/, RecordId about) {
  return ShowErase{about};
}
bool is_now(const State& state) {
  return loaded(state) && !state.looking_back;
}
Command all_history(const State& /*state*/) {
  return ShowHistory{};
}
Command save_thin(const State& /*state*/) {
  return SaveFile{.thin = true};
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
Command plan_of(const State& state, RecordId about) {
  return ShowPlanOf{body_of(state.document, about)};
}
Command toggle_branch(const State& state, RecordId about) {
  return ToggleBranch{body_of(state.document, about)};
}
Command toggle_details(const State& state, RecordId about) {
  if (about == state.selected) return ToggleDetails{};
  return ShowDetails{about};
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

std::string key_words(std::string_view key) {
  constexpr std::array<std::pair<std::string_view, Text>, 6> kNamed{{
      {"ArrowUp", Text::kKeyUp},
      {"ArrowDown", Text::kKeyDown},
      {"ArrowLeft", Text::kKeyLeft},
      {"ArrowRight", Text::kKeyRight},
      {"Delete", Text::kKeyDelete},
      {"Enter", Text::kKeyEnter},
  }};
  for (const auto& [name, words] : kNamed) {
    if (name == key) return std::string(tr(words));
  }
  const bool is_letter = key.size() == 1 && key[0] >= 'a' && key[0] <= 'z';
  return is_letter ? std::string(1, static_cast<char>(key[0] - 'a' + 'A')) : std::string(key);
}

// "Ctrl+Shift+Enter"
std::string words_of(const Shortcut& shortcut) {
  std::string words = key_words(shortcut.key);
  if (shortcut.shift) words = tr(Text::kKeyWithShift, {words});
  if (shortcut.alt) words = tr(Text::kKeyWithAlt, {words});
  if (shortcut.ctrl) words = tr(Text::kKeyWithCtrl, {words});
  return words;
}

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
