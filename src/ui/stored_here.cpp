#include "ui/stored_here.hpp"

#include "base/tr.hpp"
#include "icons.hpp"

namespace atlas::ui {
namespace {

// Each with a button of its own.
void damaged_parts(Ui& ui, Column& column) {
  const std::vector<app::DamagedPart>& parts = ui.state().damaged;
  if (parts.empty()) return;
  column.point(icons::kErrorOutline,
               tr_count(Text::kStorageDamagedOne, Text::kStorageDamagedMany, parts.size()),
               ui.palette().rag[3]);
  for (const app::DamagedPart& part : parts) {
    const Ui::Scope scope(ui, part.name);
    const std::string words = tr(Text::kStorageSavePart, {part.name});
    const ButtonSpec save{.id = "save part", .text = words, .icon = icons::kDownload};
    if (column.button(save)) ui.send(app::SaveDamagedPart{part.name});
  }
}

}  // namespace

void stored_here(Ui& ui, Column& column) {
  const app::State& state = ui.state();
  const app::StorageFacts& facts = state.storage;
  const bool kept = facts.persistence == app::Persistence::kGranted;
  if (state.saving.state != app::SaveState::kMemoryOnly) {
    column.point(kept ? icons::kCheckCircle : icons::kInfo, app::persistence_words(facts),
                 kept ? ui.palette().rag[1] : ui.palette().muted);
  }
  const std::string use = app::use_words(facts);
  if (!use.empty()) column.point(icons::kInfo, use, ui.palette().muted);
  damaged_parts(ui, column);
}

}  // namespace atlas::ui
