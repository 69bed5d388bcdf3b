#include "ui/share/view.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/stored_here.hpp"
#include "ui/widgets/column.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui::share {
namespace {

using app::ActionId;

constexpr float kColumn = 720;

std::string last_copy(const app::Saving& saving) {
  if (saving.last_file_copy.empty()) return std::string(tr(Text::kCopyNone));
  return tr(saving.file_copy_is_current ? Text::kCopyCurrent : Text::kCopyWithChanges,
            {saving.last_file_copy});
}

// The name, and beside it, or below where there is no room, what can be done.
void workspace_row(Ui& ui, Column& page, const app::WorkspaceEntry& entry) {
  const Palette& p = ui.palette();
  const ButtonSpec open{.id = "open", .text = tr(Text::kShareOpen)};
  const std::string_view now = tr(Text::kShareOpenNow);
  const float act =
      entry.current ? ui.text().width(now, Font::kSmallStrong) + kSpace1 : button_width(ui, open);
  const float left = kSpace4 + kIconSize;
  const bool below = page.width() - left - act - 2 * kSpace3 < 160;
  const float room = page.width() - left - kSpace3 - (below ? 0 : act + kSpace3);
  const WrappedText words = ui.text().wrap(entry.name, Font::kBody, room);
  const float text = TextPainter::line_height(kBodyText) * static_cast<float>(words.lines.size());
  const float acts = below ? ui.target() + kSpace1 : 0;
  const Rect row = page.row(std::max(text + acts, ui.target()) + kSpace3);
  const Ui::Container item(
      ui, {.id = ui.id("item"), .role = Role::kListItem, .name = entry.name, .rect = row});
  fill(row, entry.current ? p.accent_soft : p.surface, kRadius);
  stroke(row, p.hairline, kRadius);
  const float top = below ? row.y + kSpace3 / 2 : row.y + (row.height - text) / 2;
  draw_icon_in(ui, {row.x + kSpace2, top, kIconSize, TextPainter::line_height(kBodyText)},
               icons::kAccountTree, kIconSize, p.accent);
  ui.leaf({.id = ui.id("name"),
           .role = Role::kText,
           .name = entry.name,
           .rect = {row.x + left, top, room, text}});
  draw_lines(ui, {row.x + left, top}, words, Font::kBody, p.ink);
  const float x = below ? row.x + left : right_of(row) - act - kSpace3;
  const float y =
      below ? bottom_of(row) - ui.target() - kSpace3 / 2 : row.y + (row.height - ui.target()) / 2;
  const Rect place{x, y, act, ui.target()};
  if (entry.current) {
    label_in(ui, place, now, Font::kSmallStrong, p.accent);
  } else if (button(ui, place, open)) {
    ui.send(app::OpenWorkspace{entry.folder});
  }
  page.skip(row.height + kSpace1);
}

void workspaces(Ui& ui, Column& page) {
  const float row_height = ui.target() + kSpace3;
  const app::State& state = ui.state();
  page.title(tr(Text::kShareWorkspaces), 2, Font::kTitle3);
  page.text(tr(Text::kShareWorkspacesText), Font::kBody, ui.palette().muted);
  const Ui::Container list(ui, {.id = ui.id("workspaces"),
                                .role = Role::kList,
                                .name = std::string(tr(Text::kShareWorkspaces)),
                                .rect = page.row(page.width(), row_height)});
  for (const app::WorkspaceEntry& entry : state.workspaces) {
    const Ui::Scope scope(ui, entry.folder);
    workspace_row(ui, page, entry);
  }
}

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  const Ui::Scope scope(ui, "share");
  ScrollArea area(ui, "share", rect);
  const float margin = ui.fold() == Fold::kPhone ? kSpace3 : kSpace5;
  Column page(ui, {area.origin().x + margin, area.origin().y + kSpace5},
              std::min(kColumn, area.width() - 2 * margin));
  page.title(tr(Text::kActionGoShare), 1, Font::kTitle2);
  page.text(tr(Text::kShareText), Font::kBody, ui.palette().ink);
  page.skip(kSpace3);
  page.title(tr(Text::kActionSaveFile), 2, Font::kTitle3);
  page.text(tr(Text::kShareSaveText), Font::kBody, ui.palette().muted);
  page.action(ActionId::kSaveFile, icons::kDownload, ButtonLook::kPrimary);
  page.text(last_copy(state.saving), Font::kBody, ui.palette().ink);
  page.skip(kSpace4);
  page.title(tr(Text::kShareOpenFile), 2, Font::kTitle3);
  page.text(tr(Text::kShareOpenText), Font::kBody, ui.palette().muted);
  page.action(ActionId::kOpenFile, icons::kFolderOpen, ButtonLook::kPlain);
  page.action(ActionId::kOpenFolder, icons::kFolderOpen, ButtonLook::kPlain);
  page.skip(kSpace4);
  page.title(tr(Text::kActionGoHistory), 2, Font::kTitle3);
  page.text(tr(Text::kShareHistoryText), Font::kBody, ui.palette().muted);
  page.action(ActionId::kGoHistory, icons::kHistory, ButtonLook::kPlain);
  page.action(ActionId::kGoClashes, icons::kCallSplit, ButtonLook::kPlain);
  page.skip(kSpace4);
  workspaces(ui, page);
  page.skip(kSpace4);
  page.title(tr(Text::kStorageTitle), 2, Font::kTitle3);
  stored_here(ui, page);
  page.skip(kSpace6);
  area.set_content_height(page.height());
}

}  // namespace atlas::ui::share
