#include "ui/merge/view.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "ui/author_filter.hpp"
#include "ui/merge/models.hpp"
#include "ui/merge/row_words.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button_row.hpp"
#include "ui/widgets/item_card.hpp"
#include "ui/widgets/screen_page.hpp"

namespace atlas::ui::merge {
namespace {

using app::ActionId;
using app::MergeFileKind;

constexpr float kWidest = 860;
constexpr std::size_t kPage = 40;

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& each : words) {
    all = all.empty() ? each : tr(Text::kJoined, {all, each});
  }
  return all;
}

// "3 changes by Ann, Bob, the newest of 22 November 2026, 10:42"
std::string changes_in(const app::MergeFile& file) {
  std::string words = tr_count(Text::kChangesOne, Text::kChangesMany, file.new_changes);
  if (!file.authors.empty()) words = tr(Text::kOpenedBy, {words, joined(file.authors)});
  if (!file.latest.empty()) words = tr(Text::kOpenedNewest, {words, file.latest});
  return words;
}

// What it brings: changes, or values that a thin file had left out here, or both.
std::string news_in(const app::MergeFile& file) {
  const std::string news = tr(Text::kMergeFileNews, {changes_in(file)});
  if (file.filled_changes == 0) return news;
  const std::string fills =
      tr_count(Text::kMergeFillsOne, Text::kMergeFillsMany, file.filled_changes);
  return file.new_changes == 0 ? fills : tr(Text::kDotted, {news, fills});
}

std::string about(const app::MergeFile& file) {
  switch (file.kind) {
    case MergeFileKind::kNews:
      return news_in(file);
    case MergeFileKind::kNothingNew:
      return std::string(tr(Text::kMergeFileNothing));
    case MergeFileKind::kOtherWorkspace:
      return tr(file.offers_models() ? Text::kMergeFileOtherModels : Text::kMergeFileOther,
                {file.workspace_name, changes_in(file)});
    case MergeFileKind::kRefused:
      return file.why->sentence();
    case MergeFileKind::kReading:
    default:
      return std::string(tr(Text::kMergeFileReading));
  }
}

const char* icon_of(MergeFileKind kind) {
  switch (kind) {
    case MergeFileKind::kNews:
      return icons::kMergeType;
    case MergeFileKind::kRefused:
      return icons::kErrorOutline;
    case MergeFileKind::kOtherWorkspace:
      return icons::kAccountTree;
    default:
      return icons::kInsertDriveFile;
  }
}

// A file: what it is, and what can be done with it alone.
void file_row(Column& page, const app::MergeFile& file, std::size_t index) {
  Ui& ui = page.ui();
  const Palette& p = ui.palette();
  const Ui::Scope scope(ui, "file " + std::to_string(index));
  const std::string words = about(file);
  const std::string leave_name = tr(Text::kMergeLeaveOutNamed, {file.name});
  const std::array acts{ButtonSpec{.text = tr(Text::kOpenedBeside)},
                        ButtonSpec{.id = "leave out",
                                   .text = tr(Text::kMergeLeaveOut),
                                   .name = leave_name,
                                   .look = ButtonLook::kQuiet}};
  const std::size_t first = file.kind == MergeFileKind::kOtherWorkspace ? 0 : 1;
  const int pressed =
      item_card(page,
                {.icon = icon_of(file.kind),
                 .icon_colour = file.kind == MergeFileKind::kRefused ? p.rag[3] : p.accent,
                 .name = file.name,
                 .name_style = Font::kStrong,
                 .words = words,
                 .words_colour = p.ink},
                std::span(acts).subspan(first));
  if (pressed < 0) return;
  if (static_cast<std::size_t>(pressed) + first == 0) {
    ui.send(app::OpenMergeFileBeside{index});
  } else {
    ui.send(app::ForgetMergeFile{index});
  }
}

// "4 new, 12 changed, 1 moved, 2 removed"
std::string summary(const MergePreview& preview) {
  std::vector<std::string> parts;
  const auto add = [&](Text one, Text many, std::size_t count) {
    if (count > 0) parts.push_back(tr_count(one, many, count));
  };
  add(Text::kMergeAddedOne, Text::kMergeAddedMany, preview.added);
  add(Text::kMergeChangedOne, Text::kMergeChangedMany, preview.changed);
  add(Text::kMergeMovedOne, Text::kMergeMovedMany, preview.moved);
  add(Text::kMergeRemovedOne, Text::kMergeRemovedMany, preview.removed);
  if (parts.empty()) return std::string(tr(Text::kMergeNothingShown));
  return joined(parts);
}

}  // namespace

void View::files(Column& page) {
  Ui& ui = page.ui();
  const app::MergeView& view = *ui.state().merge;
  page.title(tr(Text::kMergeFiles), 2, Font::kTitle3);
  {
    const Ui::Container list(ui, {.id = ui.id("files"),
                                  .role = Role::kList,
                                  .name = std::string(tr(Text::kMergeFiles)),
                                  .rect = page.row(1)});
    for (std::size_t i = 0; i < view.files.size(); ++i) file_row(page, view.files[i], i);
  }
  Flow acts(page.row(ui.target()));
  for (const ActionId id : {ActionId::kOpenFile, ActionId::kOpenFolder}) {
    const char* icon = id == ActionId::kOpenFile ? icons::kAdd : icons::kFolderOpen;
    const ButtonSpec words{.text = app::action(id).text(), .icon = icon};
    action_button(ui, place_button(ui, acts, words), id, icon);
  }
  page.skip(acts.bottom() - page.at().y + kSpace4);
}

void View::decision(Column& page) {
  Ui& ui = page.ui();
  const app::MergeView& view = *ui.state().merge;
  if (view.has_news() && view.ready) {
    page.title(tr(Text::kMergeWould), 2, Font::kTitle3);
    page.text(summary(view.preview), Font::kStrong, ui.palette().ink);
    const std::size_t clashes = view.preview.clashes.size();
    if (clashes > 0) {
      page.point(icons::kWarning,
                 tr_count(Text::kMergeClashesOne, Text::kMergeClashesMany, clashes),
                 ui.palette().rag[2]);
    }
    if (!view.preview.settled.empty()) {
      page.point(
          icons::kCheckCircle,
          tr_count(Text::kMergeSettlesOne, Text::kMergeSettlesMany, view.preview.settled.size()),
          ui.palette().rag[1]);
    }
    page.text(tr(Text::kMergePoint), Font::kBody, ui.palette().muted);
  }
  const std::string apply =
      view.new_changes == 0
          ? std::string(tr(Text::kMergeApplyFills))
          : tr_count(Text::kMergeApplyOne, Text::kMergeApplyMany, view.new_changes);
  const std::array acts{
      ButtonSpec{.id = "apply", .text = apply, .look = ButtonLook::kPrimary, .enabled = view.ready},
      ButtonSpec{.text = tr(Text::kMergeSeparate), .enabled = view.ready},
      ButtonSpec{.text = tr(Text::kCancel)}};
  constexpr std::array kChoices{app::MergeChoice::kApply, app::MergeChoice::kKeepSeparate,
                                app::MergeChoice::kCancel};
  const std::size_t first = view.has_news() ? 0 : 2;
  const int pressed = page.buttons(std::span(acts).subspan(first));
  if (pressed >= 0) {
    ui.send(app::DecideMerge{kChoices[static_cast<std::size_t>(pressed) + first]});
  }
  page.skip(kSpace4);
}

void View::clashes(Column& page) {
  Ui& ui = page.ui();
  const app::MergeView& view = *ui.state().merge;
  if (view.preview.clashes.empty()) return;
  page.title(tr(Text::kActionGoClashes), 2, Font::kTitle3);
  page.text(tr(Text::kMergeClashesText), Font::kBody, ui.palette().muted);
  page.skip(kSpace2);
  for (const Clash& clash : view.preview.clashes) {
    const app::ClashKey key = app::key_of(clash);
    const auto found = view.settlements.find(key);
    const std::optional<app::Settlement> chosen =
        found == view.settlements.end() ? std::nullopt : std::optional(found->second);
    const clashes::CardResult result = clashes::card(
        page, {.document = *view.merged, .clash = clash, .chosen = &chosen, .third = thirds_[key]});
    if (result.chosen) ui.send(app::ChooseSettlement{key, result.chosen});
    if (result.left_open) ui.send(app::ChooseSettlement{key, std::nullopt});
  }
}

void View::filters(Column& page) {
  Ui& ui = page.ui();
  const app::MergeView& view = *ui.state().merge;
  const Document& merged = *view.merged;
  const float width = std::min(320.0F, page.width());
  Flow flow(page.row(ui.target() + 4));
  const std::string body = view.filter.body.is_null() ? std::string(tr(Text::kMergeAllBodies))
                                                      : title_of(merged, view.filter.body);
  const DropdownResult by_body =
      dropdown(ui, flow.place(width),
               {.id = "body filter", .name = tr(Text::kMergeFilterBody), .value = body}, [&] {
                 OptionSet set{{{std::string(tr(Text::kMergeAllBodies)), {}}}, 0};
                 for (const RecordId id : view.bodies) {
                   if (id == view.filter.body) set.current = static_cast<int>(set.options.size());
                   set.options.push_back({title_of(merged, id), {}});
                 }
                 return set;
               });
  app::MergeFilter filter = view.filter;
  if (by_body.chosen >= 0) {
    const auto index = static_cast<std::size_t>(by_body.chosen);
    filter.body = index == 0 ? RecordId{} : view.bodies[index - 1];
  }
  if (auto author = author_filter(ui, flow.place(width), view.authors, view.filter.author)) {
    filter.author = std::move(*author);
  }
  if (!(filter == view.filter)) ui.send(app::FilterMerge{filter});
  page.skip(flow.bottom() - page.at().y + kSpace3);
}

void View::rows(Column& page) {
  Ui& ui = page.ui();
  const app::MergeView& view = *ui.state().merge;
  page.title(tr(Text::kMergeRows), 2, Font::kTitle3);
  filters(page);
  const std::size_t shown = std::min(most_, view.shown.size());
  const std::string count = std::to_string(shown);
  page.text(tr(Text::kMergeRowsShown, {count, std::to_string(view.shown.size())}), Font::kSmall,
            ui.palette().muted);
  const Ui::Container list(ui, {.id = ui.id("rows"),
                                .role = Role::kList,
                                .name = std::string(tr(Text::kMergeRows)),
                                .rect = page.row(1)});
  for (std::size_t i = 0; i < shown; ++i) draw_row(page, view, view.shown[i]);
  if (shown == view.shown.size()) return;
  if (page.button({.text = tr(Text::kShowMore)})) {
    most_ += kPage;
    ui.want_frame();
  }
}

void View::draw(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  const Ui::Scope scope(ui, "merge");
  ScreenPage screen(ui, "merge", rect, kWidest);
  Column& page = screen.column();
  page.title(tr(Text::kMergeTitle), 1, Font::kTitle2);
  if (!state.merge) {
    page.text(tr(Text::kMergeNone), Font::kBody, ui.palette().muted);
    return;
  }
  if (serial_ != state.merge->serial) {
    serial_ = state.merge->serial;
    most_ = kPage;
  }
  page.text(tr(Text::kMergeText), Font::kBody, ui.palette().ink);
  page.skip(kSpace2);
  files(page);
  for (std::size_t i = 0; i < state.merge->files.size(); ++i) {
    draw_models(page, state.merge->files[i], i);
  }
  if (!state.merge->ready) {
    const ProgressResult progress = ui::progress(
        ui, page.row(0),
        {.name = tr(Text::kBusyReading), .share = state.merge->progress, .can_cancel = false});
    page.skip(progress.height + kSpace3);
  }
  decision(page);
  if (state.merge->has_news() && state.merge->ready) {
    clashes(page);
    rows(page);
  }
}

}  // namespace atlas::ui::merge
