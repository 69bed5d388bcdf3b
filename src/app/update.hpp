// The effect of each command and event. Inside src/app only.
#pragma once

#include "app/command.hpp"
#include "app/context.hpp"
#include "app/events.hpp"

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

// update_records.cpp
void apply(Context& context, const AddPlan& command);
void apply(Context& context, const AddObjective& command);
void apply(Context& context, const AddAction& command);
void apply(Context& context, const RemoveRecord& command);
void apply(Context& context, const MoveAmongSiblings& command);

// update_files.cpp
void apply(Context& context, const SaveFile& command);
void apply(Context& context, const OpenFile& command);
void apply(Context& context, const DecideOpened& command);
void apply(Context& context, const OpenWorkspace& command);
void apply(Context& context, const SetAuthor& command);
void apply(Context& context, const FileOpened& event);
void apply(Context& context, const FileSaved& event);
// Until a file copy that waits for the store is handed over; negative: none waits.
[[nodiscard]] double copy_waits_ms(const Context& context);
// Hands it over when it need not wait any longer. True when it has.
bool give_copy(Context& context);

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
