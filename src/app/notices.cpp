#include "app/notices.hpp"

#include <algorithm>
#include <utility>

#include "app/file_copy_due.hpp"
#include "app/update.hpp"
#include "base/tr.hpp"

namespace atlas::app {

void set_notice(Context& context, NoticeKind kind, std::string text) {
  std::vector<Notice>& notices = context.state.notices;
  const auto at = std::find_if(notices.begin(), notices.end(),
                               [&](const Notice& notice) { return notice.kind >= kind; });
  if (at != notices.end() && at->kind == kind) {
    at->text = std::move(text);
  } else {
    notices.insert(at, {kind, std::move(text)});
  }
}

void drop_notice(Context& context, NoticeKind kind) {
  std::erase_if(context.state.notices, [&](const Notice& notice) { return notice.kind == kind; });
}

void note_stored_again(Context& context) {
  if (!context.store_lost || context.autosave.save_state() == SaveState::kMemoryOnly) return;
  context.store_lost = false;
  set_notice(context, NoticeKind::kStoreLost, std::string(tr(Text::kNoticeStoreLost)));
}

void apply(Context& context, const DismissNotice& command) {
  drop_notice(context, command.kind);
  if (command.kind == NoticeKind::kFileCopyDue) put_off_file_copy(context);
}

void apply(Context& context, const StoreLost& /*event*/) {
  if (!context.ready) return;
  context.autosave.lost(std::string(tr(Text::kProblemStoreLost)));
  context.store_lost = context.autosave.save_state() == SaveState::kMemoryOnly;
}

void apply(Context& context, const StorageMeasured& event) {
  context.state.storage = event.facts;
}

}  // namespace atlas::app
