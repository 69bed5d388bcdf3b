// What the application knows. Drawing reads it and never writes it. Each part says where it lives.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/erase_view.hpp"
#include "app/local_time.hpp"
#include "app/merge_notes.hpp"
#include "app/merge_view.hpp"
#include "app/settings.hpp"
#include "app/storage_facts.hpp"
#include "app/trail.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "base/text_id.hpp"
#include "document/document.hpp"
#include "document/undo.hpp"

namespace atlas::app {

// Lives nowhere: starts afresh with each visit.
struct ExploreView {
  RecordId model;                      // shown; null only in an empty workspace
  std::set<RecordId> collapsed;        // bodies whose branch is folded
  std::set<std::uint32_t> line_kinds;  // choice numbers of line kinds that are drawn
  std::string query;                   // of the search box
  std::vector<RecordId> hits;          // bodies of the model that match, best first
  // Grows each time the canvas should bring the selection into view (search, walking, opening).
  std::uint64_t centre_serial = 0;
  // Grows each time the whole model should be fitted into view.
  std::uint64_t fit_serial = 0;
};
struct PlanView {
  RecordId body;  // whose plans are shown; null: the first body that has one
  RecordId row;   // selected objective or action
  // Set when a record has just been added: its name should be put into edit. Consumed by a
  // command, so that drawing stays without effects.
  RecordId edit_name_of;
};

// Which changes the History screen lists, and what it shows of one.
struct HistoryView {
  RecordId record;     // those about it; null: all
  std::string author;  // those by them; empty: all
  OpId chosen;         // the change whose effects are shown; null: none
};

enum class SaveState : std::uint8_t {
  kLoading,    // the store is not ready
  kSaved,      // every change is on disk and read back
  kSaving,     // a flush is under way or waits
  kMemoryOnly  // storage was refused: work lives in this tab only
};
struct Saving {
  SaveState state = SaveState::kLoading;
  std::string saved_at;               // local time "10:42"; empty before the first save
  std::string problem;                // one plain sentence in kMemoryOnly or after a failed flush
  std::string last_file_copy;         // "22 November 2026, 10:42"; empty: never. Device, not file
  bool file_copy_is_current = false;  // nothing changed since
};

// A file of the store that cannot be read. It stays where it is, and a person can save it.
struct DamagedPart {
  std::string name;
  std::string why;     // one sentence
  bool saved = false;  // handed out in this visit
};

// What stands until a person has dealt with it; one of each kind at most.
enum class NoticeKind : std::uint8_t {
  kDamagedParts,  // some parts of the workspace cannot be read
  kStoreLost,     // what was stored was deleted, and has been stored again
  kFileCopyDue    // work of many days is in no file
};
struct Notice {
  NoticeKind kind;
  std::string text;
};

struct Toast {
  std::uint64_t id = 0;
  std::string text;
  bool offers_undo = false;
  std::string brings_back;  // folder of a workspace: undoing is bringing it back
  bool is_error = false;
  double left_ms = 0;
};

// A typed text that the schema refused: kept so that nothing typed is lost.
struct FieldError {
  RecordId record;
  FieldNumber field;
  std::string typed;
  Error error;
};

// Work that has taken long enough to be told of.
struct Busy {
  Text what{};         // being done
  float progress = 0;  // from 0 to 1
  bool can_stop = false;
};

enum class Dialog : std::uint8_t { kNone, kKeys, kAbout, kSettings, kTogether, kErase };

// The workspace is shown as it was.
struct LookingBack {
  std::string point;  // in words: "22 November 2026, 10:42 · Change status of “Publish plan”"
};

// A record that was changed lately, and how: "Change status · A. Officer · 22 November 2026,
// 10:42".
struct RecentWords {
  RecordId record;
  std::string detail;
};

// A workspace on this device.
struct WorkspaceEntry {
  std::string folder;  // StorePort folder below "w"
  std::string name;
  std::string label;  // what sets it apart from others of this name: "copy of 22 November 2026"
  bool current = false;
};

struct State {
  const ClockPort* clock = nullptr;     // how this device tells the time; null in tests of widgets
  Document document{{}, ReplicaId{1}};  // empty until the store is ready
  UndoStack undo;
  std::string folder;            // of the current workspace below "w"
  std::uint64_t generation = 0;  // grows when another workspace is opened
  Screen screen = Screen::kHome;
  Trail trail;
  RecordId selected;  // what the details panel shows; null: nothing
  bool details_open = true;
  ExploreView explore;
  PlanView plan;
  SourcesView sources;
  Saving saving;
  StorageFacts storage;
  std::vector<DamagedPart> damaged;  // of the current workspace, sorted by name
  std::vector<Notice> notices;       // sorted by kind
  Settings settings;                 // device
  SystemPreferences system;          // device
  std::optional<Date> today;         // by the clock of this device
  bool offline_ready = false;
  bool update_waiting = false;
  std::string author;         // of changes; device, optional
  bool author_asked = false;  // device: a person has been asked for it
  std::vector<Toast> toasts;  // oldest first: one of each kind at most, errors and others
  std::optional<FieldError> field_error;
  std::optional<Error> error;      // shown in an alert until dismissed
  std::optional<MergeView> merge;  // files that were opened wait for a decision
  std::vector<MergeNote> merges;   // device: what was brought into this workspace, oldest first
  HistoryView history;
  // While `document` is what the workspace was, and not to be changed: what it is.
  std::optional<LookingBack> looking_back;
  std::optional<Document> present;
  std::optional<Busy> busy;
  Dialog dialog = Dialog::kNone;
  std::vector<RecentWords> recent;                 // newest first
  std::vector<WorkspaceEntry> workspaces;          // sorted by name, then folder
  std::vector<WorkspaceEntry> deleted_workspaces;  // can be brought back; sorted in the same way
  std::optional<EraseView> erase;                  // while its dialogue is open
};

}  // namespace atlas::app
