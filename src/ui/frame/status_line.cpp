#include <array>

#include "base/tr.hpp"
#include "icons.hpp"
#include "ui/frame/bars.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

std::string last_copy(const app::Saving& saving) {
  if (saving.last_file_copy.empty()) return std::string(tr(Text::kStatusNoCopyOnly));
  const bool current = saving.file_copy_is_current;
  return tr(current ? Text::kStatusCopyOnly : Text::kStatusCopyOnlyChanges,
            {saving.last_file_copy});
}

// The same said in full, and shorter and shorter: the date of the last file copy always stays.
std::array<std::string, 4> offline_words(const app::State& state) {
  const std::string ready(tr(state.offline_ready ? Text::kStatusOffline : Text::kStatusNotOffline));
  const app::Saving& saving = state.saving;
  const auto with_copy = [&saving](const std::string& words) {
    if (saving.last_file_copy.empty()) return tr(Text::kStatusNoCopy, {words});
    const Text text = saving.file_copy_is_current ? Text::kStatusCopy : Text::kStatusCopyChanges;
    return tr(text, {words, saving.last_file_copy});
  };
  const std::string full = state.update_waiting ? tr(Text::kStatusUpdate, {ready}) : ready;
  const std::string date_only = saving.last_file_copy.empty()
                                    ? last_copy(saving)
                                    : tr(Text::kStatusCopyOnly, {saving.last_file_copy});
  return {with_copy(full), with_copy(ready), last_copy(saving), date_only};
}

// At the end, where there are clashes; returns the width used.
float clash_link(Ui& ui, const Rect& rect) {
  const std::size_t count = ui.state().document.clashes().size();
  if (count == 0) return 0;
  const std::string words = tr_count(Text::kStatusClashesOne, Text::kStatusClashesMany, count);
  ButtonSpec spec{.id = "clashes",
                  .text = words,
                  .icon = icons::kCallSplit,
                  .name = words,
                  .look = ButtonLook::kQuiet};
  // On a narrow page their number has to do.
  const std::string number = std::to_string(count);
  if (button_width(ui, spec) > rect.width / 2) spec.text = number;
  const float width = button_width(ui, spec);
  if (button(ui, {right_of(rect) - width - kSpace2, rect.y, width, rect.height}, spec)) {
    ui.send(app::ShowScreen{app::Screen::kClashes});
  }
  return width + kSpace3;
}

}  // namespace

void status_line(Ui& ui, const Rect& rect) {
  if (rect.height <= 0) return;
  const Palette& p = ui.palette();
  fill(rect, p.sunken);
  line({rect.x, rect.y}, {right_of(rect), rect.y}, p.hairline);
  const Ui::Container node(ui, {.id = ui.id("status"),
                                .role = Role::kContentInfo,
                                .name = std::string(tr(Text::kStatus)),
                                .rect = rect});
  const app::State& state = ui.state();
  const float taken = clash_link(ui, rect);
  draw_icon_in(ui, {rect.x + kSpace2, rect.y, kIconSize, rect.height},
               state.offline_ready ? icons::kCloudDone : icons::kCloudQueue, 18, p.muted);
  const Rect text{rect.x + kSpace3 + kIconSize, rect.y,
                  rect.width - 2 * kSpace3 - kIconSize - taken, rect.height};
  const std::array<std::string, 4> words = offline_words(state);
  const std::string* shown = &words.back();
  for (const std::string& each : words) {
    if (ui.text().width(each, Font::kSmall) <= text.width) {
      shown = &each;
      break;
    }
  }
  // A reader that listens always hears all of it.
  ui.leaf({.id = ui.id("offline"), .role = Role::kText, .name = words.front(), .rect = text});
  draw_text_in(ui, text, *shown, Font::kSmall, p.muted);
}

}  // namespace atlas::ui
