// The effect of each command and event. Inside src/app only.
#pragma once

#include "app/command.hpp"
#include "app/context.hpp"
#include "app/events.hpp"
#include "document/transaction.hpp"

namespace atlas::app {

// update_view.cpp
void apply(Context& context, const ShowScreen& command);
void apply(Context& context, const ShowSources& command);
void apply(Context& context, const SelectRecord& command);
void apply(Context& context, const GoToRecord& command);
void apply(Context& context, const ShowModel& command);
void apply(Context& context, const ToggleBranch& command);
void apply(Context& context, const ExpandAll& command);
void apply(Context& context, const CollapseAll& command);
void apply(Context& context, const ToggleLineKind& command);
void apply(Context& context, const ShowAllLines& command);
void apply(Context& context, const FitModel& command);
void apply(Context& context, const SearchFor& command);
void apply(Context& context, const ShowPlanOf& command);
void apply(Context& context, const SelectPlanRow& command);
void apply(Context& context, const NameEditStarted& command);
void apply(Context& context, const ToggleDetails& command);
void apply(Context& context, const ShowDetails& command);
void apply(Context& context, const GoBack& command);
void apply(Context& context, const GoForward& command);
void apply(Context& context, const ChangeSettings& command);
void apply(Context& context, const ShowDialog& command);
void apply(Context& context, const CloseDialog& command);
void apply(Context& context, const DismissToast& command);
void apply(Context& context, const DismissError& command);

// update_edit.cpp
void apply(Context& context, const SetField& command);
void apply(Context& context, const SetFieldTyped& command);
void apply(Context& context, const ForgetFieldError& command);
void apply(Context& context, const Undo& command);
void apply(Context& context, const Redo& command);

// update_erase.cpp
void apply(Context& context, const EraseValues& command);

// update_records.cpp
void apply(Context& context, const AddPlan& command);
void apply(Context& context, const AddObjective& command);
void apply(Context& context, const AddAction& command);
void apply(Context& context, const RemoveRecord& command);
void apply(Context& context, const MoveAmongSiblings& command);

// update_files.cpp
void apply(Context& context, const SaveFile& command);
void apply(Context& context, const OpenFile& command);
void apply(Context& context, const OpenFolder& command);
void apply(Context& context, const OpenWorkspace& command);
void apply(Context& context, const AuthorAsked& command);
void apply(Context& context, const SetAuthor& command);
void apply(Context& context, const FileOpened& event);
void apply(Context& context, const FileSaved& event);
// A file copy that waits is of this workspace: it is handed over before another one is opened.
void give_copy_before_leaving(Context& context);
// Until a file copy that waits for the store is handed over; negative: none waits.
[[nodiscard]] double copy_waits_ms(const Context& context);
// It need not wait any longer: it is being packed.
[[nodiscard]] bool is_packing_copy(const Context& context);
[[nodiscard]] float packing_progress(const Context& context);  // from 0 to 1
// Some milliseconds of that. True when it is handed over.
bool pack_copy(Context& context);

// update_workspaces.cpp
void apply(Context& context, const NewWorkspace& command);
void apply(Context& context, const RenameWorkspace& command);
void apply(Context& context, const DuplicateWorkspace& command);
void apply(Context& context, const DeleteWorkspace& command);
void apply(Context& context, const BringWorkspaceBack& command);
void apply(Context& context, const RemoveWorkspaceForGood& command);

// update_erase.cpp
void apply(Context& context, const ShowErase& command);
void apply(Context& context, const FindToErase& command);
void apply(Context& context, const ChooseToErase& command);
void apply(Context& context, const EraseChosen& command);

// update_merge.cpp
void apply(Context& context, const DecideMerge& command);
void apply(Context& context, const ForgetMergeFile& command);
void apply(Context& context, const OpenMergeFileBeside& command);
void apply(Context& context, const FilterMerge& command);
void apply(Context& context, const ChooseSettlement& command);
void apply(Context& context, const SetMergeAside& command);
void apply(Context& context, const BringMergeBack& command);
// After some work on the files that were opened: goes on by itself where nobody has to decide.
void conclude_merge(Context& context);

// update_merge_models.cpp
void apply(Context& context, const ChooseMergeModel& command);
void apply(Context& context, const BringInModels& command);

// update_clashes.cpp
void apply(Context& context, const SettleClash& command);
// Ends clashes as a person chose, those that are still there.
Result<> settle(Transaction& transaction, const std::map<ClashKey, Settlement>& settlements);

// update_history.cpp
void apply(Context& context, const ShowHistory& command);
void apply(Context& context, const LookBackTo& command);
void apply(Context& context, const LookBackBefore& command);
void apply(Context& context, const LookBackAt& command);
void apply(Context& context, const ReturnToNow& command);
void apply(Context& context, const StopWork& command);
void apply(Context& context, const RestoreFromPoint& command);
void apply(Context& context, const AddRestorePoint& command);
// damaged_parts.cpp
void apply(Context& context, const SaveDamagedPart& command);

// notices.cpp
void apply(Context& context, const DismissNotice& command);
void apply(Context& context, const StoreLost& event);
void apply(Context& context, const StorageMeasured& event);

// update_events.cpp
void apply(Context& context, const StoreReady& event);
void apply(Context& context, const FlushDone& event);
void apply(Context& context, const FilesArrived& event);
void apply(Context& context, const NetworkChanged& event);
void apply(Context& context, const PreferencesChanged& event);

}  // namespace atlas::app
