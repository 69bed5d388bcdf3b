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

void apply(Context& context, const ShowErase& command) {
  State& state = context.state;
  if (state.looking_back) return;
  EraseView view;
  view.record = command.record;
  const Record* record = state.document.find_live(command.record);
  if (record != nullptr) {
    for (const auto& [number, field] : record->fields) {
      for (TextPlace& place : values_of_field(state.document, record->id, {number})) {
        if (std::holds_alternative<std::string>(place.value))
          view.places.push_back(std::move(place));
      }
    }
  }
  state.erase = std::move(view);
  state.dialog = Dialog::kErase;
}

void apply(Context& context, const FindToErase& command) {
  if (!context.state.erase) return;
  EraseView& view = *context.state.erase;
  view.text = command.text;
  view.places = find_text(context.state.document, command.text);
  view.chosen.clear();
  for (std::size_t i = 0; i < view.places.size(); ++i) {
    if (view.places[i].kind != TextPlace::Kind::kNewer) view.chosen.insert(i);
  }
}

void apply(Context& context, const ChooseToErase& command) {
  if (!context.state.erase || command.index >= context.state.erase->places.size()) return;
  if (context.state.erase->places[command.index].kind == TextPlace::Kind::kNewer) return;
  if (command.chosen) {
    context.state.erase->chosen.insert(command.index);
  } else {
    context.state.erase->chosen.erase(command.index);
  }
}

void apply(Context& context, const EraseChosen& /*command*/) {
  if (!context.state.erase) return;
  const EraseView view = std::move(*context.state.erase);
  context.state.erase.reset();
  context.state.dialog = Dialog::kNone;
  std::vector<TextPlace> places;
  for (const std::size_t index : view.chosen) places.push_back(view.places[index]);
  if (!places.empty()) apply(context, EraseValues{erasing(places)});
}

}  // namespace atlas::app
