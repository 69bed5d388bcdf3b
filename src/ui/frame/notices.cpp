#include "ui/frame/notices.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "ui/widgets/message.hpp"

namespace atlas::ui {

namespace {

bool merge_waits(const app::State& state) {
  return state.merge && state.merge->seen && state.screen != app::Screen::kMerge;
}

bool has_own_changes(const Document& document) {
  const std::vector<OpId> version = document.version();
  return std::any_of(version.begin(), version.end(),
                     [&](const OpId& id) { return id.replica == document.self(); });
}

// Once, after the first of a person's own edits; not where something is edited, which would move
// away under the pointer.
bool asks_author(const app::State& state) {
  const bool at_rest = state.screen == app::Screen::kHome || state.screen == app::Screen::kShare ||
                       state.screen == app::Screen::kHistory;
  return at_rest && state.author.empty() && !state.author_asked && !state.looking_back &&
         has_own_changes(state.document);
}

const app::DamagedPart* first_unsaved(const app::State& state) {
  const auto found = std::find_if(state.damaged.begin(), state.damaged.end(),
                                  [](const app::DamagedPart& part) { return !part.saved; });
  return found == state.damaged.end() ? nullptr : &*found;
}

std::string_view save_damaged_words(const app::State& state) {
  if (first_unsaved(state) == nullptr) return {};
  const bool first = std::none_of(state.damaged.begin(), state.damaged.end(),
                                  [](const app::DamagedPart& part) { return part.saved; });
  return tr(first ? Text::kNoticeSaveDamaged : Text::kNoticeSaveDamagedNext);
}

BannerSpec banner_of(const app::State& state, const app::Notice& notice) {
  BannerSpec spec{
      .id = {}, .text = notice.text, .act = tr(Text::kNoticeSaveFile), .tone = Tone::kCaution};
  switch (notice.kind) {
    case app::NoticeKind::kDamagedParts:
      spec.id = "damaged parts";
      spec.act = save_damaged_words(state);
      spec.tone = Tone::kBad;
      spec.dismiss = tr(Text::kClose);
      break;
    case app::NoticeKind::kStoreLost:
      spec.id = "store lost";
      spec.dismiss = tr(Text::kClose);
      break;
    case app::NoticeKind::kFileCopyDue:
      spec.id = "file copy due";
      spec.tone = Tone::kInfo;
      spec.dismiss = tr(Text::kNoticeNotNow);
      break;
  }
  return spec;
}

// The height that they take.
float notices(Ui& ui, const Rect& rect) {
  const app::State& state = ui.state();
  float y = rect.y;
  for (const app::Notice& notice : state.notices) {
    const BannerResult result = banner(ui, {rect.x, y, rect.width, 0}, banner_of(state, notice));
    y += result.height;
    if (result.acted && notice.kind == app::NoticeKind::kDamagedParts) {
      ui.send(app::SaveDamagedPart{first_unsaved(state)->name});
    } else if (result.acted) {
      ui.send(app::SaveFile{});
    }
    if (result.dismissed) ui.send(app::DismissNotice{notice.kind});
  }
  return y - rect.y;
}

}  // namespace

bool has_banners(const Ui& ui) {
  const app::State& state = ui.state();
  return state.saving.state == app::SaveState::kMemoryOnly || state.error || state.field_error ||
         !state.notices.empty() || state.busy || state.looking_back || merge_waits(state) ||
         asks_author(state);
}

float banners(Ui& ui, const Rect& rect) {
  const app::State& state = ui.state();
  float y = rect.y;
  const auto show = [&](const BannerSpec& spec, app::Command command,
                        std::optional<app::Command> other = std::nullopt) {
    const BannerResult result = banner(ui, {rect.x, y, rect.width, 0}, spec);
    if (result.acted) ui.send(std::move(command));
    if (result.dismissed && other) ui.send(std::move(*other));
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
  y += notices(ui, {rect.x, y, rect.width, 0});
  if (state.busy) {
    const std::string percent = std::to_string(static_cast<int>(state.busy->progress * 100));
    const std::string words = tr(Text::kBusyPercent, {tr(state.busy->what), percent});
    const std::string_view stop = state.busy->can_stop ? tr(Text::kCancel) : std::string_view{};
    show({.id = "busy", .text = words, .act = stop, .tone = Tone::kInfo}, app::StopWork{});
  }
  if (state.looking_back) {
    const std::string words = tr(Text::kLookingBack, {state.looking_back->point});
    show({.id = "looking back",
          .text = words,
          .act = tr(Text::kLookingBackReturn),
          .tone = Tone::kInfo,
          .dismiss = tr(Text::kLookingBackRestore)},
         app::ReturnToNow{}, app::RestoreFromPoint{{}, RestoreExtent::kEverything});
  }
  if (merge_waits(state)) {
    show({.id = "merge waits",
          .text = tr(Text::kMergeWaits),
          .act = tr(Text::kMergeLook),
          .tone = Tone::kInfo},
         app::ShowScreen{app::Screen::kMerge});
  }
  if (asks_author(state)) {
    show({.id = "author",
          .text = tr(Text::kAuthorQuestion),
          .act = tr(Text::kAuthorGive),
          .tone = Tone::kInfo,
          .dismiss = tr(Text::kAuthorNotNow)},
         app::ShowDialog{app::Dialog::kSettings}, app::AuthorAsked{});
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
    if (result.undone && !next->brings_back.empty()) {
      ui.send(app::BringWorkspaceBack{next->brings_back});
    } else if (result.undone) {
      ui.send(app::Undo{});
    }
    if (result.undone || result.dismissed) ui.send(app::DismissToast{next->id});
    room.height -= result.height + kSpace2;
  }
}

}  // namespace atlas::ui
