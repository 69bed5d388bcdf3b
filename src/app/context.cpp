#include "app/context.hpp"

#include <algorithm>
#include <utility>

#include "app/erased.hpp"
#include "app/file_copy_due.hpp"
#include "app/view_state.hpp"
#include "app/workspaces.hpp"
#include "base/date.hpp"
#include "base/hash.hpp"
#include "base/tr.hpp"
#include "partnership/recent.hpp"

namespace atlas::app {
namespace {

constexpr double kToastMs = 8'000;
constexpr double kUndoToastMs = 12'000;
constexpr std::size_t kRecent = 6;

void reflect_saving(Context& context) {
  Saving& saving = context.state.saving;
  saving.state = context.autosave.save_state();
  saving.problem = context.autosave.problem();
  const std::optional<std::int64_t> at = context.autosave.saved_at_ms();
  if (at) saving.saved_at = context.ports.clock.local_time(*at);
  saving.file_copy_is_current =
      context.exported != 0 && context.exported == fingerprint(present_document(context));
}

void reflect_recent(Context& context) {
  State& state = context.state;
  const std::uint64_t revision = state.document.revision();
  if (context.recent_revision == revision && context.recent_generation == state.generation) return;
  context.recent_revision = revision;
  context.recent_generation = state.generation;
  state.recent.clear();
  for (const RecentEdit& edit : recent_edits(state.document, kRecent)) {
    std::string detail = edit.message;
    const auto add = [&](const std::string& part) {
      if (!part.empty()) detail += (detail.empty() ? "" : " · ") + part;
    };
    add(edit.author);
    add(date_and_time(context.ports.clock, edit.wall_ms));
    state.recent.push_back({edit.record, std::move(detail)});
  }
}

}  // namespace

void add_toast(Context& context, std::string text, ToastKind kind) {
  age_toasts(context);
  Toast toast;
  toast.id = context.next_toast++;
  toast.text = std::move(text);
  toast.offers_undo = kind == ToastKind::kOffersUndo;
  toast.is_error = kind == ToastKind::kError;
  toast.left_ms = kind == ToastKind::kPlain ? kToastMs : kUndoToastMs;
  std::vector<Toast>& toasts = context.state.toasts;
  // What is said next takes the place of what was said before; an error stays beside it.
  std::erase_if(toasts, [&](const Toast& old) { return old.is_error == toast.is_error; });
  toasts.push_back(std::move(toast));
}

bool age_toasts(Context& context) {
  const std::int64_t now = context.ports.clock.wall_ms();
  // A clock that was set back ages nothing.
  const auto passed = static_cast<double>(std::max<std::int64_t>(0, now - context.toasts_at_ms));
  context.toasts_at_ms = now;
  std::vector<Toast>& toasts = context.state.toasts;
  for (Toast& toast : toasts) toast.left_ms -= passed;
  return std::erase_if(toasts, [](const Toast& toast) { return toast.left_ms <= 0; }) > 0;
}

double next_toast_end_ms(const Context& context) {
  double soonest = -1;
  const auto passed = static_cast<double>(
      std::max<std::int64_t>(0, context.ports.clock.wall_ms() - context.toasts_at_ms));
  for (const Toast& toast : context.state.toasts) {
    const double left = std::max(0.0, toast.left_ms - passed);
    if (soonest < 0 || left < soonest) soonest = left;
  }
  return soonest;
}

std::string date_and_time(const ClockPort& clock, std::int64_t wall_ms) {
  const std::string iso = clock.local_date(wall_ms);
  const std::optional<Date> date = parse_iso_date(iso);
  return tr(Text::kDateAndTime, {date ? to_plain_text(*date) : iso, clock.local_time(wall_ms)});
}

std::uint64_t fingerprint(const Document& document) {
  std::string known;
  for (const OpId& id : document.version()) {
    known += std::to_string(id.replica.value) + ":" + std::to_string(id.counter) + ";";
  }
  for (const Change* change : document.waiting()) {
    const OpId id = change->first_id();
    known += "?" + std::to_string(id.replica.value) + ":" + std::to_string(id.counter) + ";";
  }
  const std::uint64_t hash = fnv1a64(known);
  return hash == 0 ? 1 : hash;
}

void write_device_file(Context& context, const std::string& name, std::string bytes) {
  const auto found = context.device.find(name);
  if (found != context.device.end() && found->second == bytes) return;
  context.device[name] = bytes;
  context.autosave.write("device/" + name, std::move(bytes));
}

void tidy(Context& context) {
  follow_erasures(context);
  tidy_view(context.state);
  if (context.ready && !context.loading) note_workspace_name(context);
  context.state.today =
      parse_iso_date(context.ports.clock.local_date(context.ports.clock.wall_ms()));
  reflect_saving(context);
  if (context.ready) reflect_file_copy(context);
  reflect_recent(context);
}

}  // namespace atlas::app
