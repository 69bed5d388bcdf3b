#include "ui/share/view.hpp"

#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/stored_here.hpp"
#include "ui/widgets/screen_page.hpp"

namespace atlas::ui::share {
namespace {

using app::ActionId;

constexpr float kColumn = 720;

std::string last_copy(const app::Saving& saving) {
  if (saving.last_file_copy.empty()) return std::string(tr(Text::kCopyNone));
  return tr(saving.file_copy_is_current ? Text::kCopyCurrent : Text::kCopyWithChanges,
            {saving.last_file_copy});
}

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  const Ui::Scope scope(ui, "share");
  ScreenPage screen(ui, "share", rect, kColumn);
  Column& page = screen.column();
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
  page.title(tr(Text::kActionSaveThinFile), 2, Font::kTitle3);
  page.text(tr(Text::kShareThinText), Font::kBody, ui.palette().muted);
  page.action(ActionId::kSaveThinFile, icons::kDownload, ButtonLook::kPlain);
  page.skip(kSpace4);
  workspaces_.draw(page);
  page.skip(kSpace4);
  page.title(tr(Text::kStorageTitle), 2, Font::kTitle3);
  stored_here(ui, page);
}

}  // namespace atlas::ui::share
