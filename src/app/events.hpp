// What the outside tells the application. Facts, in the past tense.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/ports.hpp"
#include "app/settings.hpp"
#include "app/storage_facts.hpp"
#include "base/ids.hpp"

namespace atlas::app {

// The store is loaded; the first event of a session. `replica` belongs to this tab alone for as
// long as it lives, and to the browser profile (RULES.md 2).
struct StoreReady {
  ReplicaId replica;
  bool persistent = true;  // false: storage was refused; work is kept in memory only
  std::string why_not;     // one plain sentence when not persistent
};
struct FlushDone {
  std::uint64_t ticket = 0;
  bool ok = true;
  std::string why_not;  // one plain sentence when not ok
};
// Another tab has written these; their names are whole paths as in StorePort.
struct FilesArrived {
  std::vector<StoredFile> files;
};
// What was stored is gone: somebody cleared the browser's data, or the browser closed the store.
// This tab still has all it has loaded or written, and sends it again with the next flush.
struct StoreLost {};
// The browser has told about its storage.
struct StorageMeasured {
  StorageFacts facts;
};
struct FileOpened {
  std::string name;
  std::string bytes;
};
struct FileSaved {  // a copy left the browser
  std::string name;
};
struct NetworkChanged {
  bool offline_ready = false;   // everything needed to start without a network is stored
  bool update_waiting = false;  // a newer build is stored and starts with the next visit
};
struct PreferencesChanged {
  SystemPreferences system;
};

using Event = std::variant<StoreReady, FlushDone, FilesArrived, StoreLost, StorageMeasured,
                           FileOpened, FileSaved, NetworkChanged, PreferencesChanged>;

}  // namespace atlas::app
