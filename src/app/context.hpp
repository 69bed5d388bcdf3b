// What the effects of commands and events work on. Inside src/app only.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/autosave.hpp"
#include "app/events.hpp"
#include "app/load_workspace.hpp"
#include "app/local_time.hpp"
#include "app/looking_back.hpp"
#include "app/merge_set.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"
#include "io/snapshot.hpp"

namespace atlas::app {

struct Context;

// A workspace on its way from the store to the screen.
struct Loading {
  using Then = std::function<void(Context&)>;
  std::string folder;
  WorkspaceLoader loader;
  Then then;
  bool same_workspace = false;  // what is looked at stays
};

// A file copy on its way out: whose, and what was in it.
struct LeavingFile {
  std::string folder;
  std::uint64_t fingerprint = 0;
  bool is_thin = false;  // does not hold everything: no copy to fall back on
};

// A file copy that was asked for. One of each kind waits at most.
struct CopyAsked {
  std::int64_t at_ms = 0;  // by the wall clock
  bool is_thin = false;
};

// Files of the current workspace's folder whose changes the document has: what a new base may
// replace. Those that could not be read are not among them.
struct StoredParts {
  std::set<std::string> bases;
  std::set<std::string> segments;
};

struct Context {
  Context(Ports ports_in, std::string_view built_in_bytes)
      : ports(ports_in), built_in(built_in_bytes), autosave(ports_in) {
    state.clock = &ports.clock;
  }

  Ports ports;
  std::string built_in;         // snapshot from which a first workspace is made
  std::string built_in_folder;  // its folder; empty until asked for
  State state;
  Autosave autosave;

  ReplicaId tab;  // of StoreReady
  bool ready = false;
  std::deque<Event> early;                // told before StoreReady
  std::vector<io::ForeignChunk> foreign;  // of the current workspace
  io::SnapshotWriter writer;              // of the current workspace
  io::SnapshotWriter thin_writer{io::Values::kStanding};
  StoredParts parts;                           // of the current workspace
  std::vector<Change> aside;                   // of it: what its merge notes keep out
  bool store_lost = false;                     // told, and not yet stored again
  std::optional<Loading> loading;              // nothing else is done meanwhile
  std::unique_ptr<MergeSet> merge;             // of state.merge
  Screen before_merge = Screen::kHome;         // where a person was when files were opened
  std::unique_ptr<GoingBack> going_back;       // until the workspace is shown as it was
  std::optional<std::int64_t> busy_since_ms;   // by the wall clock
  std::map<std::string, std::string> device;   // device files by name, as last written or told
  std::uint64_t erased = 0;                    // of the document that the store has followed
  std::string noted_name;                      // folder and name, see note_workspace_name
  std::uint64_t exported = 0;                  // fingerprint of the last file copy; 0: none
  std::map<std::string, LeavingFile> leaving;  // handed to the person, by file name
  std::vector<CopyAsked> copies_asked;         // that still wait; the first goes first
  bool compacting = false;                     // a base is being packed, a block an update
  std::uint64_t recent_revision = 0;           // of the document that state.recent tells of
  std::uint64_t recent_generation = 0;
  std::uint64_t next_toast = 1;
  std::int64_t toasts_at_ms = 0;  // when left_ms of the toasts was true
};

// Shows a message for a while; the oldest goes when there are more than three.
enum class ToastKind : std::uint8_t { kPlain, kOffersUndo, kError };
void add_toast(Context& context, std::string text, ToastKind kind = ToastKind::kPlain);
// Takes the time since the last call off the toasts. True when one has gone.
bool age_toasts(Context& context);
// Milliseconds until the first toast goes; negative: none.
[[nodiscard]] double next_toast_end_ms(const Context& context);

// A number for what the document knows: equal when two have the same changes. Never zero.
[[nodiscard]] std::uint64_t fingerprint(const Document& document);

void write_device_file(Context& context, const std::string& name, std::string bytes);

// After anything: selections point at live records, the hits and the state of saving are true.
void tidy(Context& context);

}  // namespace atlas::app
