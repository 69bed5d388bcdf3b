// What the effects of commands and events work on. Inside src/app only.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/autosave.hpp"
#include "app/events.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"
#include "io/snapshot.hpp"

namespace atlas::app {

// A file that was opened and waits for a person's decision.
struct WaitingFile {
  std::string name;
  std::string bytes;
  io::SnapshotContents contents;
};

// A file copy on its way out: whose, and what was in it.
struct LeavingFile {
  std::string folder;
  std::uint64_t fingerprint = 0;
};

// Files of the current workspace's folder whose changes the document has: what a new base may
// replace. Those that could not be read are not among them.
struct StoredParts {
  std::set<std::string> bases;
  std::set<std::string> segments;
};

struct Context {
  Context(Ports ports_in, std::string_view built_in_bytes)
      : ports(ports_in), built_in(built_in_bytes), autosave(ports_in) {}

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
  StoredParts parts;                      // of the current workspace
  bool store_lost = false;                // told, and not yet stored again
  std::optional<WaitingFile> opened;
  std::deque<FileOpened> more_opened;          // arrived while `opened` waits
  std::map<std::string, std::string> device;   // device files by name, as last written or told
  std::string noted_name;                      // folder and name, see note_workspace_name
  std::uint64_t exported = 0;                  // fingerprint of the last file copy; 0: none
  std::map<std::string, LeavingFile> leaving;  // handed to the person, by file name
  std::optional<std::int64_t> copy_asked_ms;   // when a file copy was asked for that still waits
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

// "22 November 2026, 10:42"
[[nodiscard]] std::string date_and_time(const ClockPort& clock, std::int64_t wall_ms);

// A number for what the document knows: equal when two have the same changes. Never zero.
[[nodiscard]] std::uint64_t fingerprint(const Document& document);

void write_device_file(Context& context, const std::string& name, std::string bytes);

// After anything: selections point at live records, the hits and the state of saving are true.
void tidy(Context& context);

}  // namespace atlas::app
