// The one table of actions: what can be asked for, its words, its keys, and when. Menus, tool bars,
// keys and help are made from it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/command.hpp"
#include "app/shortcut.hpp"
#include "app/state.hpp"
#include "base/text_id.hpp"

namespace atlas::app {

enum class ActionId : std::uint8_t {
  kGoHome,
  kGoExplore,
  kGoPlan,
  kGoShare,
  kGoSources,
  kGoClashes,
  kGoHistory,
  kGoBack,
  kGoForward,
  kSearch,  // puts the keyboard into the search box; the ui does that
  kUndo,
  kRedo,
  kAddObjective,
  kAddAction,
  kRemoveRow,
  kMoveRowUp,
  kMoveRowDown,
  kFit,
  kZoomIn,
  kZoomOut,  // zooming is the ui's
  kExpandAll,
  kCollapseAll,
  kToggleBranch,
  kToggleDetails,
  kPlanOfSelected,
  kSaveFile,
  kSaveThinFile,
  kOpenFile,
  kOpenFolder,
  kSettings,
  kThemeSystem,
  kThemeLight,
  kThemeDark,
  kThemeContrast,
  kTextLarger,
  kTextSmaller,
  kTextNormal,
  kSpacing,
  kKeys,
  kTogether,
  kErase,
  kAbout,
  kGoGallery,
};

// Parts of the table, for menus and help.
enum class ActionGroup : std::uint8_t { kGo, kEdit, kView, kFile, kLook, kHelp };
inline constexpr std::size_t kActionGroups = 6;
[[nodiscard]] std::string_view group_name(ActionGroup group);

// A function of the state, and where it matters of the record that is meant: the selected one, or
// the one whose context menu is open.
template <typename Answer>
class OfState {
 public:
  using Plain = Answer (*)(const State&);
  using About = Answer (*)(const State&, RecordId about);
  constexpr OfState(Plain function) : plain_(function) {}
  constexpr OfState(About function) : about_(function) {}
  constexpr OfState(std::nullptr_t) {}

  [[nodiscard]] Answer operator()(const State& state) const {
    return (*this)(state, state.selected);
  }
  [[nodiscard]] Answer operator()(const State& state, RecordId about) const {
    return about_ != nullptr ? about_(state, about) : plain_(state);
  }
  [[nodiscard]] constexpr bool operator==(std::nullptr_t) const {
    return plain_ == nullptr && about_ == nullptr;
  }

 private:
  Plain plain_ = nullptr;
  About about_ = nullptr;
};

struct ActionSpec {
  ActionId id;
  ActionGroup group;
  Text words;
  std::optional<Text> in_full;
  std::optional<Shortcut> shortcut;
  OfState<bool> enabled;
  // nullptr for what only the ui can do (search, zoom).
  OfState<Command> command;

  // On buttons and in help, sentence case.
  [[nodiscard]] std::string_view text() const;
  // Where the text is not enough by itself; else empty.
  [[nodiscard]] std::string_view name() const;
  // The shortcut in words: "Ctrl+Z"; else empty.
  [[nodiscard]] std::string keys() const;
};

[[nodiscard]] std::span<const ActionSpec> actions();
[[nodiscard]] const ActionSpec& action(ActionId id);
// The action of a shortcut, nullptr when there is none. Shift counts for letters and named keys;
// for other signs it does not, because keyboards differ in where they need it.
[[nodiscard]] const ActionSpec* find_shortcut(std::string_view key, bool ctrl, bool shift,
                                              bool alt);

}  // namespace atlas::app
