// The outside, as the application sees it. Every port has a twin in memory under
// platform/headless. Calls return at once; answers arrive as events (events.hpp) in a later update.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::app {

// Wall clock and chance.
class ClockPort {
 public:
  virtual ~ClockPort() = default;
  [[nodiscard]] virtual std::int64_t wall_ms() const = 0;  // since 1970, for stamps
  // Local time of day for "Saved 10:42", and the local calendar day.
  [[nodiscard]] virtual std::string local_time(std::int64_t wall_ms) const = 0;  // "10:42"
  [[nodiscard]] virtual std::string local_date(std::int64_t wall_ms) const = 0;  // "2026-11-22"
  virtual std::uint64_t random64() = 0;                                          // never zero
};

// A file of the store: its name is unique and its content never changes under that name.
struct StoredFile {
  std::string name;
  std::string bytes;
};

// What the browser keeps for one workspace, or for the device. Paths are
// "w/<folder>/<name>" and "device/<name>"; a folder is a workspace id in hex, with "-<hex>" behind
// it for a further copy. Only device files may be rewritten. Names starting with "base-" are whole
// snapshots, with "seg-" appended segments.
class StorePort {
 public:
  virtual ~StorePort() = default;
  // All files below a folder, sorted by name; names are without the folder. What this tab has
  // loaded or written (flushed or not); files of other tabs are in it once they were told as
  // FilesArrived.
  [[nodiscard]] virtual std::vector<StoredFile> read_folder(std::string_view folder) const = 0;
  // Names of the folders below `parent` ("w": one per workspace), sorted.
  [[nodiscard]] virtual std::vector<std::string> folders(std::string_view parent) const = 0;
  virtual void write(std::string_view path, std::string_view bytes) = 0;
  virtual void remove(std::string_view path) = 0;
  // Makes all writes and removals since the last flush durable, in one transaction. Completion
  // arrives as app::FlushDone with this ticket, after the data is on disk and read back; never
  // before.
  virtual std::uint64_t flush() = 0;
  // Whether this tab is the one that may take files out of a folder. One tab at most is; when it
  // goes another becomes it. Removals of others are left out.
  [[nodiscard]] virtual bool owns(std::string_view folder) const = 0;
};

// Files that a person keeps.
class FilesPort {
 public:
  virtual ~FilesPort() = default;
  // Hands bytes to the person as a file. The browser decides where it goes.
  virtual void save_file(std::string_view name, std::string_view mime, std::string_view bytes) = 0;
  // Asks for files; each arrives as app::FileOpened. Must be called inside a person's gesture.
  virtual void request_open() = 0;
  // The same for a folder: each file in it whose name ends in .atlas arrives.
  virtual void request_open_folder() = 0;
};

struct Ports {
  ClockPort& clock;
  StorePort& store;
  FilesPort& files;
};

}  // namespace atlas::app
