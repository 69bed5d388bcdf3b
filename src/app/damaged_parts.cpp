#include "app/damaged_parts.hpp"

#include <algorithm>

#include "app/notices.hpp"
#include "app/update.hpp"
#include "base/tr.hpp"

namespace atlas::app {
namespace {

constexpr std::string_view kMime = "application/octet-stream";
// Not ".atlas": nobody should take it for a file copy.
constexpr std::string_view kEnding = ".damaged";

DamagedPart* find_part(Context& context, std::string_view name) {
  std::vector<DamagedPart>& parts = context.state.damaged;
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [&](const DamagedPart& part) { return part.name == name; });
  return found == parts.end() ? nullptr : &*found;
}

void add_parts(Context& context, const LoadedWorkspace& loaded) {
  for (std::size_t i = 0; i < loaded.unreadable.size(); ++i) {
    if (find_part(context, loaded.unreadable[i]) != nullptr) continue;
    context.state.damaged.push_back({loaded.unreadable[i], loaded.reasons[i], false});
  }
  std::sort(context.state.damaged.begin(), context.state.damaged.end(),
            [](const DamagedPart& a, const DamagedPart& b) { return a.name < b.name; });
}

}  // namespace

void forget_damaged_parts(Context& context) {
  context.state.damaged.clear();
  drop_notice(context, NoticeKind::kDamagedParts);
}

void tell_damaged_parts(Context& context, const LoadedWorkspace& loaded) {
  if (loaded.unreadable.empty()) return;
  add_parts(context, loaded);
  const std::vector<DamagedPart>& damaged = context.state.damaged;
  const StoredParts& read = context.parts;
  const std::size_t all = damaged.size() + read.bases.size() + read.segments.size();
  const std::string happened =
      tr(damaged.size() == 1 ? Text::kErrorUnreadableOne : Text::kErrorUnreadableMany,
         {std::to_string(damaged.size()), std::to_string(all), damaged.front().name,
          damaged.front().why});
  const std::size_t waiting = present_document(context).waiting().size();
  const std::string kept =
      waiting == 0
          ? std::string(tr(Text::kKeptOtherParts))
          : tr(Text::kKeptPartsWaiting, {tr_count(Text::kChangesOne, Text::kChangesMany, waiting)});
  set_notice(context, NoticeKind::kDamagedParts,
             error_of(ErrorCode::kDamaged, happened, kept, tr(Text::kNextOpenLastCopy)).sentence());
}

bool note_damaged_part_saved(Context& context, const std::string& file_name) {
  if (!file_name.ends_with(kEnding)) return false;
  DamagedPart* part = find_part(context, file_name.substr(0, file_name.size() - kEnding.size()));
  if (part == nullptr) return false;
  part->saved = true;
  add_toast(context, tr(Text::kToastSavedDamaged, {file_name}));
  return true;
}

void apply(Context& context, const SaveDamagedPart& command) {
  if (find_part(context, command.name) == nullptr) return;
  for (const StoredFile& file : context.ports.store.read_folder("w/" + context.state.folder)) {
    if (file.name != command.name) continue;
    context.ports.files.save_file(command.name + std::string(kEnding), kMime, file.bytes);
    return;
  }
  add_toast(context, tr(Text::kToastDamagedGone, {command.name}), ToastKind::kError);
}

}  // namespace atlas::app
