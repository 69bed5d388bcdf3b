#include "ui/share/view.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
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
    const Rect row = page.row(page.width(), row_height);
    const Ui::Container item(
        ui, {.id = ui.id("item"), .role = Role::kListItem, .name = entry.name, .rect = row});
    fill(row, entry.current ? ui.palette().accent_soft : ui.palette().surface, kRadius);
    stroke(row, ui.palette().hairline, kRadius);
    draw_icon_in(ui, {row.x + kSpace2, row.y, kIconSize, row.height}, icons::kAccountTree,
                 kIconSize, ui.palette().accent);
    const float left = row.x + kSpace4 + kIconSize;
    label_in(ui, {left, row.y, right_of(row) - left - 120, row.height}, entry.name, Font::kBody,
             ui.palette().ink);
    if (entry.current) {
      label_in(ui, {right_of(row) - 116, row.y, 104, row.height}, tr(Text::kShareOpenNow),
               Font::kSmallStrong, ui.palette().accent, Align::kRight);
    } else {
      const ButtonSpec open{.id = "open", .text = tr(Text::kShareOpen)};
      const float width = button_width(ui, open);
      if (button(ui, {right_of(row) - width - 6, row.y + 6, width, ui.target()}, open)) {
        ui.send(app::OpenWorkspace{entry.folder});
      }
    }
    page.skip(row_height + kSpace1);
  }
}

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  fill(rect, ui.palette().background);
  const Ui::Scope scope(ui, "share");
  ScrollArea area(ui, "share", rect);
  Column page(ui, {area.origin().x + kSpace5, area.origin().y + kSpace5},
              std::min(kColumn, area.width() - 2 * kSpace5));
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
  page.skip(kSpace4);
  workspaces(ui, page);
  page.skip(kSpace6);
  area.set_content_height(page.height());
}

}  // namespace atlas::ui::share
