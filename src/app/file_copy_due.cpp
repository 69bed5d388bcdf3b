#include "app/file_copy_due.hpp"

#include <cstdlib>

#include "app/notices.hpp"
#include "base/tr.hpp"

namespace atlas::app {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kDaysUntilDue = 7;

struct Unfiled {
  std::int64_t since_ms = 0;  // 0: every change is in a file
  std::int64_t put_off_ms = 0;
};

std::string key_of(const std::string& folder) {
  return "unfiled-" + folder;
}

Unfiled read(const Context& context) {
  const auto found = context.device.find(key_of(context.state.folder));
  if (found == context.device.end()) return {};
  char* rest = nullptr;
  Unfiled unfiled;
  unfiled.since_ms = std::strtoll(found->second.c_str(), &rest, 10);
  unfiled.put_off_ms = std::strtoll(rest, nullptr, 10);
  return unfiled;
}

void write(Context& context, const std::string& folder, const Unfiled& unfiled) {
  write_device_file(context, key_of(folder),
                    std::to_string(unfiled.since_ms) + " " + std::to_string(unfiled.put_off_ms));
}

// Times to come are from before the clock was set back: they count from now on.
Unfiled read_and_mend(Context& context) {
  Unfiled unfiled = read(context);
  const std::int64_t now = context.ports.clock.wall_ms();
  if (unfiled.since_ms <= now && unfiled.put_off_ms <= now) return unfiled;
  if (unfiled.since_ms > now) unfiled.since_ms = now;
  if (unfiled.put_off_ms > now) unfiled.put_off_ms = now;
  write(context, context.state.folder, unfiled);
  return unfiled;
}

}  // namespace

void note_unfiled_change(Context& context) {
  if (!context.ready || read(context).since_ms > 0) return;
  write(context, context.state.folder, {context.ports.clock.wall_ms(), 0});
}

void note_filed(Context& context, const LeavingFile& left) {
  const bool went_on = left.folder == context.state.folder &&
                       left.fingerprint != fingerprint(present_document(context));
  if (went_on) {
    write(context, left.folder, {context.ports.clock.wall_ms(), 0});
  } else if (context.device.contains(key_of(left.folder))) {
    write_device_file(context, key_of(left.folder), {});
  }
}

void put_off_file_copy(Context& context) {
  Unfiled unfiled = read(context);
  if (unfiled.since_ms == 0) return;
  unfiled.put_off_ms = context.ports.clock.wall_ms();
  write(context, context.state.folder, unfiled);
}

void reflect_file_copy(Context& context) {
  const Unfiled unfiled = read_and_mend(context);
  const std::int64_t now = context.ports.clock.wall_ms();
  const std::int64_t days = (now - unfiled.since_ms) / kDayMs;
  const bool put_off = unfiled.put_off_ms > 0 && now - unfiled.put_off_ms < kDayMs;
  // What is stored nowhere has a louder message.
  const bool due = unfiled.since_ms > 0 && days >= kDaysUntilDue && !put_off &&
                   !context.state.saving.file_copy_is_current &&
                   context.state.saving.state != SaveState::kMemoryOnly;
  if (!due) return drop_notice(context, NoticeKind::kFileCopyDue);
  set_notice(context, NoticeKind::kFileCopyDue,
             tr(Text::kNoticeFileCopyDue, {std::to_string(days)}));
}

}  // namespace atlas::app
