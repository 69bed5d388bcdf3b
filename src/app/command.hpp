// What a person asks for, in the imperative. The effect of each stands in update_*.cpp.
#pragma once

#include <string>
#include <variant>

#include "app/state.hpp"

namespace atlas::app {

struct ShowScreen {
  Screen screen;
};
// Goes to the Sources screen and what it is to list there.
struct ShowSources {
  SourcesView view;
};
struct SelectRecord {
  RecordId record;
  bool centre = false;
};  // null: nothing selected
// Goes to the screen that shows the record, and selects it there.
struct GoToRecord {
  RecordId record;
};
struct ShowModel {
  RecordId model;
};
struct ToggleBranch {
  RecordId body;
};
struct ExpandAll {};
struct CollapseAll {};  // down to the top bodies and their children
struct ToggleLineKind {
  std::uint32_t kind;
};
struct ShowAllLines {
  bool shown;
};
struct FitModel {};
struct SearchFor {
  std::string text;
};  // empty: no search
struct ShowPlanOf {
  RecordId body;
};  // goes to Plan
struct SelectPlanRow {
  RecordId row;
};
struct NameEditStarted {};  // PlanView::edit_name_of is consumed
struct ToggleDetails {};
struct ShowDetails {
  RecordId record;  // is selected
};
struct GoBack {};
struct GoForward {};
struct ChangeSettings {
  Settings settings;
};

struct SetField {
  RecordId record;
  FieldNumber field;
  Value value;
};
struct SetFieldTyped {
  RecordId record;
  FieldNumber field;
  std::string text;
};
struct ForgetFieldError {};
struct AddPlan {
  RecordId body;
};
struct AddObjective {
  RecordId plan;
};  // at the end
struct AddAction {
  RecordId parent;
};  // under a plan or an objective, at the end
struct RemoveRecord {
  RecordId record;
};
struct MoveAmongSiblings {
  RecordId record;
  int steps;
};  // -1 up, +1 down
struct Undo {};
struct Redo {};

struct SaveFile {};  // a snapshot of the whole workspace
// A part of the store that cannot be read, as it is. Of State::damaged.
struct SaveDamagedPart {
  std::string name;
};
struct OpenFile {};  // asks the person for one
enum class OpenedChoice : std::uint8_t { kOpenBeside, kBringIn, kCancel };
struct DecideOpened {
  OpenedChoice choice;
};
struct OpenWorkspace {
  std::string folder;
};
struct SetAuthor {
  std::string name;
};

struct ShowDialog {
  Dialog dialog;
};
struct CloseDialog {};
struct DismissToast {
  std::uint64_t id;
};
struct DismissError {};
struct DismissNotice {
  NoticeKind kind;
};

using Command =
    std::variant<ShowScreen, ShowSources, SelectRecord, GoToRecord, ShowModel, ToggleBranch,
                 ExpandAll, CollapseAll, ToggleLineKind, ShowAllLines, FitModel, SearchFor,
                 ShowPlanOf, SelectPlanRow, NameEditStarted, ToggleDetails, ShowDetails, GoBack,
                 GoForward, ChangeSettings, SetField, SetFieldTyped, ForgetFieldError, AddPlan,
                 AddObjective, AddAction, RemoveRecord, MoveAmongSiblings, Undo, Redo, SaveFile,
                 SaveDamagedPart, OpenFile, DecideOpened, OpenWorkspace, SetAuthor, ShowDialog,
                 CloseDialog, DismissToast, DismissError, DismissNotice>;

}  // namespace atlas::app
