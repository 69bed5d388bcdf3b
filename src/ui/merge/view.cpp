#include "ui/merge/view.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "ui/merge/row_words.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/scroll_area.hpp"

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
      return tr(Text::kMergeFileOther, {file.workspace_name, changes_in(file)});
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
  const float left = kSpace3 + kIconSize + kSpace2;
  const float room = page.width() - left - kSpace3;
  const std::string words = about(file);
  const auto lines = [&](std::string_view text, TextStyle style) {
    return static_cast<float>(ui.text().wrap(text, style, room).lines.size()) *
           TextPainter::line_height(style.size);
  };
  const float text = lines(file.name, Font::kStrong) + lines(words, Font::kBody);
  const Rect row = page.row(text + ui.target() + 2 * kSpace2 + kSpace2);
  const Ui::Container item(
      ui, {.id = ui.id("item"), .role = Role::kListItem, .name = file.name, .rect = row});
  fill(row, p.surface, kRadius);
  stroke(row, p.hairline, kRadius);
  draw_icon_in(
      ui, {row.x + kSpace3, row.y + kSpace2, kIconSize, TextPainter::line_height(kBodyText)},
      icon_of(file.kind), kIconSize, file.kind == MergeFileKind::kRefused ? p.rag[3] : p.accent);
  float y = row.y + kSpace2;
  y += paragraph(ui, {row.x + left, y}, room, file.name, Font::kStrong, p.ink);
  y += paragraph(ui, {row.x + left, y}, room, words, Font::kBody, p.ink) + kSpace1;
  Flow acts({row.x + left, y, room, ui.target()});
  if (file.kind == MergeFileKind::kOtherWorkspace) {
    const ButtonSpec open{.text = tr(Text::kOpenedBeside)};
    if (button(ui, acts.place(button_width(ui, open)), open)) {
      ui.send(app::OpenMergeFileBeside{index});
    }
  }
  const std::string name = tr(Text::kMergeLeaveOutNamed, {file.name});
  const ButtonSpec leave{.id = "leave out",
                         .text = tr(Text::kMergeLeaveOut),
                         .name = name,
                         .look = ButtonLook::kQuiet};
  if (button(ui, acts.place(button_width(ui, leave)), leave)) {
    ui.send(app::ForgetMergeFile{index});
  }
  page.skip(row.height + kSpace2);
}

void act(Ui& ui, Flow& flow, const ButtonSpec& spec, const app::Command& command) {
  if (button(ui, flow.place(button_width(ui, spec) + kSpace2), spec)) ui.send(command);
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
    action_button(ui, acts.place(action_button_width(ui, id, icon)), id, icon);
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
  Flow acts(page.row(ui.target() + 4));
  if (view.has_news()) {
    const std::string apply =
        view.new_changes == 0
            ? std::string(tr(Text::kMergeApplyFills))
            : tr_count(Text::kMergeApplyOne, Text::kMergeApplyMany, view.new_changes);
    act(ui, acts,
        {.id = "apply", .text = apply, .look = ButtonLook::kPrimary, .enabled = view.ready},
        app::DecideMerge{app::MergeChoice::kApply});
    act(ui, acts, {.text = tr(Text::kMergeSeparate), .enabled = view.ready},
        app::DecideMerge{app::MergeChoice::kKeepSeparate});
  }
  act(ui, acts, {.text = tr(Text::kCancel)}, app::DecideMerge{app::MergeChoice::kCancel});
  page.skip(acts.bottom() - page.at().y + kSpace5);
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
  const std::string author =
      view.filter.author.empty() ? std::string(tr(Text::kMergeAllAuthors)) : view.filter.author;
  const DropdownResult by_author =
      dropdown(ui, flow.place(width),
               {.id = "author filter", .name = tr(Text::kMergeFilterAuthor), .value = author}, [&] {
                 OptionSet set{{{std::string(tr(Text::kMergeAllAuthors)), {}}}, 0};
                 for (const std::string& name : view.authors) {
                   if (name == view.filter.author) {
                     set.current = static_cast<int>(set.options.size());
                   }
                   set.options.push_back({name, {}});
                 }
                 return set;
               });
  if (by_author.chosen >= 0) {
    const auto index = static_cast<std::size_t>(by_author.chosen);
    filter.author = index == 0 ? std::string() : view.authors[index - 1];
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
  const ButtonSpec more{.text = tr(Text::kShowMore)};
  if (button(ui, page.row(button_width(ui, more), ui.target()), more)) {
    most_ += kPage;
    ui.want_frame();
  }
  page.skip(ui.target());
}

void View::draw(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  const Ui::Scope scope(ui, "merge");
  ScrollArea area(ui, "merge", rect);
  const float margin = ui.fold() == Fold::kPhone ? kSpace3 : kSpace5;
  Column page(ui, {area.origin().x + margin, area.origin().y + kSpace5},
              std::min(kWidest, area.width() - 2 * margin));
  page.title(tr(Text::kMergeTitle), 1, Font::kTitle2);
  if (!state.merge) {
    page.text(tr(Text::kMergeNone), Font::kBody, ui.palette().muted);
    area.set_content_height(page.height() + kSpace5);
    return;
  }
  if (serial_ != state.merge->serial) {
    serial_ = state.merge->serial;
    most_ = kPage;
  }
  page.text(tr(Text::kMergeText), Font::kBody, ui.palette().ink);
  page.skip(kSpace2);
  files(page);
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
  page.skip(kSpace6);
  area.set_content_height(page.height() + kSpace5);
}

}  // namespace atlas::ui::merge
