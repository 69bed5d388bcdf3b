// What the platform tells.
#include "app/notices.hpp"
#include "app/update.hpp"
#include "app/workspaces.hpp"

namespace atlas::app {

void apply(Context& context, const StoreReady& event) {
  if (context.ready) return;
  context.ready = true;
  context.tab = event.replica;
  context.autosave.begin(event.persistent, event.why_not);
  open_first_workspace(context);
}

void apply(Context& context, const FlushDone& event) {
  context.autosave.flushed(event);
  note_stored_again(context);
}

void apply(Context& context, const FilesArrived& event) {
  take_in_files(context, event.files);
}

void apply(Context& context, const NetworkChanged& event) {
  context.state.offline_ready = event.offline_ready;
  context.state.update_waiting = event.update_waiting;
}

void apply(Context& context, const PreferencesChanged& event) {
  context.state.system = event.system;
}

}  // namespace atlas::app
