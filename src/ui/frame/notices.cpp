#include "ui/frame/notices.hpp"

#include "base/tr.hpp"
#include "ui/widgets/message.hpp"

namespace atlas::ui {

bool has_banners(const Ui& ui) {
  const app::State& state = ui.state();
  return state.saving.state == app::SaveState::kMemoryOnly || state.error || state.field_error;
}

float banners(Ui& ui, const Rect& rect) {
  const app::State& state = ui.state();
  float y = rect.y;
  const auto show = [&](const BannerSpec& spec, app::Command command) {
    const BannerResult result = banner(ui, {rect.x, y, rect.width, 0}, spec);
    if (result.acted) ui.send(std::move(command));
    y += result.height;
  };
  if (state.saving.state == app::SaveState::kMemoryOnly) {
    show({.id = "storage", .text = state.saving.problem, .act = tr(Text::kBannerSaveNow)},
         app::SaveFile{});
  }
  if (state.error) {
    const std::string sentence = state.error->sentence();
    show({.id = "error", .text = sentence, .act = tr(Text::kClose)}, app::DismissError{});
  }
  if (state.field_error) {
    const std::string sentence = state.field_error->error.sentence();
    show({.id = "field error", .text = sentence, .act = tr(Text::kBannerKeepOld)},
         app::ForgetFieldError{});
  }
  return y - rect.y;
}

void toasts(Ui& ui, const Rect& rect) {
  const auto& all = ui.state().toasts;
  Rect room = rect;
  for (auto next = all.rbegin(); next != all.rend(); ++next) {
    const std::string id = "toast " + std::to_string(next->id);
    const ToastResult result = toast(ui, room,
                                     {.id = id,
                                      .text = next->text,
                                      .offers_undo = next->offers_undo,
                                      .is_error = next->is_error});
    if (result.undone) ui.send(app::Undo{});
    if (result.undone || result.dismissed) ui.send(app::DismissToast{next->id});
    room.height -= result.height + kSpace2;
  }
}

}  // namespace atlas::ui
