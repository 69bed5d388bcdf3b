// What a person asks for, in the imperative. The effect of each stands in update_*.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "app/state.hpp"
#include "document/restore_from.hpp"

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
// Erases for good what find_text or values_of_field found (document/erasure.hpp). Nobody can undo
// it.
struct EraseValues {
  EraseOp what;
};
struct Undo {};
struct Redo {};

struct SaveFile {     // a snapshot of the whole workspace
  bool thin = false;  // without earlier values (document/thin.hpp): for sending, no file copy
};
// A part of the store that cannot be read, as it is. Of State::damaged.
struct SaveDamagedPart {
  std::string name;
};
struct OpenFile {};    // asks the person for one
struct OpenFolder {};  // asks for a folder of them
// What becomes of the files that were opened.
enum class MergeChoice : std::uint8_t {
  kApply,         // their changes come into this workspace
  kKeepSeparate,  // they become a workspace of their own
  kCancel
};
struct DecideMerge {
  MergeChoice choice;
};
struct ForgetMergeFile {
  std::size_t index;
};
struct OpenMergeFileBeside {
  std::size_t index;
};  // of another workspace
// Which of its models are to be copied, and copying them into this workspace.
struct ChooseMergeModel {
  std::size_t file;
  RecordId model;  // there
  bool chosen;
};
struct BringInModels {
  std::size_t file;
};
struct FilterMerge {
  MergeFilter filter;
};
// How a clash is to end when the changes are brought in; nothing: it stays listed.
struct ChooseSettlement {
  ClashKey clash;
  std::optional<Settlement> settlement;
};
// Ends a clash of this workspace.
struct SettleClash {
  ClashKey clash;
  Settlement settlement;
};
struct SetMergeAside {
  std::uint64_t id;
};  // of a MergeNote
struct BringMergeBack {
  std::uint64_t id;
};

struct ShowHistory {
  HistoryView view;
};
// Shows the workspace as it was after a change, or before a merge.
struct LookBackTo {
  OpId change;
};
struct LookBackBefore {
  std::uint64_t merge;
};
struct LookBackAt {
  RecordId restore_point;
};  // as its author saw it
struct ReturnToNow {};
struct StopWork {};  // that Busy tells of
// Makes it again what it was at the point that is looked at.
struct RestoreFromPoint {
  RecordId record;
  RestoreExtent extent;
};
struct AddRestorePoint {
  std::string name;
};

struct OpenWorkspace {
  std::string folder;
};
enum class WorkspaceSeed : std::uint8_t { kBuiltIn, kEmpty };
struct NewWorkspace {
  std::string name;
  WorkspaceSeed from;
};  // is opened
struct RenameWorkspace {
  std::string name;
};  // the one that is open
struct DuplicateWorkspace {
  std::string folder;
};
struct DeleteWorkspace {
  std::string folder;
};  // out of the list; its files stay
struct BringWorkspaceBack {
  std::string folder;
};  // that was deleted
struct RemoveWorkspaceForGood {
  std::string folder;
};  // that was deleted, with its files

// What is to be erased for good: values of a record, or all places of a text.
struct ShowErase {
  RecordId record;
};
struct FindToErase {
  std::string text;
};
struct ChooseToErase {
  std::size_t index;
  bool chosen;
};
struct EraseChosen {};

struct AuthorAsked {};  // and need not be again
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

using Command = std::variant<
    ShowScreen, ShowSources, SelectRecord, GoToRecord, ShowModel, ToggleBranch, ExpandAll,
    CollapseAll, ToggleLineKind, ShowAllLines, FitModel, SearchFor, ShowPlanOf, SelectPlanRow,
    NameEditStarted, ToggleDetails, ShowDetails, GoBack, GoForward, ChangeSettings, SetField,
    SetFieldTyped, ForgetFieldError, AddPlan, AddObjective, AddAction, RemoveRecord,
    MoveAmongSiblings, EraseValues, Undo, Redo, SaveFile, SaveDamagedPart, OpenFile, OpenFolder,
    DecideMerge, ForgetMergeFile, OpenMergeFileBeside, ChooseMergeModel, BringInModels, FilterMerge,
    ChooseSettlement, SettleClash, SetMergeAside, BringMergeBack, ShowHistory, LookBackTo,
    LookBackBefore, LookBackAt, StopWork, ReturnToNow, RestoreFromPoint, AddRestorePoint,
    OpenWorkspace, NewWorkspace, RenameWorkspace, DuplicateWorkspace, DeleteWorkspace,
    BringWorkspaceBack, RemoveWorkspaceForGood, ShowErase, FindToErase, ChooseToErase, EraseChosen,
    AuthorAsked, SetAuthor, ShowDialog, CloseDialog, DismissToast, DismissError, DismissNotice>;

}  // namespace atlas::app
