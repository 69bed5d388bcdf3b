// Erasing for good: the command. What follows on this device: erased.hpp.
#include "app/act.hpp"
#include "app/erased.hpp"
#include "app/update.hpp"
#include "base/tr.hpp"
#include "document/erasure.hpp"

namespace atlas::app {

void apply(Context& context, const EraseValues& command) {
  State& state = context.state;
  if (state.looking_back) {
    state.error = not_now();
    return;
  }
  const Result<std::optional<OpId>> done = erase(state.document, command.what, stamp_now(context));
  if (!done.ok()) {
    state.error = done.error();
    return;
  }
  if (!done.value()) {
    add_toast(context, std::string(tr(Text::kToastNothingToErase)));
    return;
  }
  const Change* made = state.document.find_change(*done.value());
  context.autosave.add({&made, 1});
  state.toasts.clear();  // they quote titles
  follow_erasures(context);
  add_toast(context, std::string(tr(Text::kToastErased)));
}

}  // namespace atlas::app
