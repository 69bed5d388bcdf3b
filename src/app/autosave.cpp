#include "app/autosave.hpp"

#include <algorithm>
#include <utility>

#include "base/tr.hpp"
#include "io/segment.hpp"

namespace atlas::app {
namespace {

constexpr std::int64_t kFirstRetryMs = 5'000;
constexpr std::int64_t kLongestRetryMs = 60'000;

}  // namespace

void Autosave::begin(bool persistent, std::string why_not) {
  ready_ = true;
  persistent_ = persistent;
  if (persistent) return;
  problem_ = why_not.empty() ? std::string(tr(Text::kProblemNoStorage)) : std::move(why_not);
}

void Autosave::use_folder(std::string folder, WorkspaceId workspace) {
  seal();
  new_segments_.clear();
  folder_ = std::move(folder);
  workspace_ = workspace;
}

void Autosave::add(std::span<const Change* const> changes,
                   std::span<const io::ForeignChunk> foreign) {
  for (const Change* change : changes) gathered_.push_back(*change);
  gathered_foreign_.insert(gathered_foreign_.end(), foreign.begin(), foreign.end());
  retry_now_ = true;
}

void Autosave::drop_gathered() {
  gathered_.clear();
  gathered_foreign_.clear();
}

void Autosave::write(const std::string& path, std::string bytes) {
  ports_.store.write(path, bytes);
  queued_[path] = std::move(bytes);
  retry_now_ = true;
}

void Autosave::remove(const std::string& path) {
  ports_.store.remove(path);
  queued_[path] = std::nullopt;
}

void Autosave::pump() {
  if (!ready_ || ticket_) return;
  if (failing_ && !retry_now_ && retry_in_ms() > 0) return;
  seal();
  if (!persistent_) queued_.clear();
  if (queued_.empty() && !lost_) return;
  if (failing_) send(queued_);
  retry_now_ = false;
  lost_ = false;
  in_flight_ = std::exchange(queued_, {});
  ticket_ = ports_.store.flush();
}

void Autosave::flushed(const FlushDone& done) {
  if (!ticket_ || *ticket_ != done.ticket) return;
  ticket_.reset();
  if (!done.ok) {
    // What was written since is newer than what failed.
    queued_.merge(in_flight_);
    in_flight_.clear();
    lost_ = true;  // also where nothing was queued: what the store sends by itself has failed too
    fail(done.why_not.empty() ? std::string(tr(Text::kProblemNotStored)) : done.why_not);
    return;
  }
  in_flight_.clear();
  if (lost_) return;  // while it was under way: it may have been stored and deleted again
  failing_ = false;
  retry_delay_ms_ = 0;
  problem_.clear();
  saved_at_ms_ = ports_.clock.wall_ms();
}

void Autosave::lost(std::string why) {
  if (!ready_ || !persistent_) return;
  fail(std::move(why));
  lost_ = true;
  retry_now_ = true;
}

std::vector<std::string> Autosave::take_new_segments() {
  return std::exchange(new_segments_, {});
}

SaveState Autosave::save_state() const {
  if (!ready_) return SaveState::kLoading;
  if (!persistent_ || failing_) return SaveState::kMemoryOnly;
  const bool waiting = ticket_ || !queued_.empty() || !gathered_.empty();
  return waiting ? SaveState::kSaving : SaveState::kSaved;
}

double Autosave::retry_in_ms() const {
  if (!failing_ || ticket_) return -1;
  const std::int64_t left = retry_at_ms_ - ports_.clock.wall_ms();
  // More than was asked for: the clock has been set back, and would make the work wait for hours.
  return left > retry_delay_ms_ ? 0 : static_cast<double>(std::max<std::int64_t>(0, left));
}

void Autosave::seal() {
  if (gathered_.empty()) return;
  std::vector<const Change*> changes;
  changes.reserve(gathered_.size());
  for (const Change& change : gathered_) changes.push_back(&change);
  Result<io::NamedFile> segment = io::write_segment(workspace_, changes, gathered_foreign_);
  if (!segment.ok()) {
    fail(segment.error().happened);
    return;
  }
  gathered_.clear();
  gathered_foreign_.clear();
  new_segments_.push_back(segment.value().name);
  write("w/" + folder_ + "/" + segment.value().name, std::move(segment.value().bytes));
}

void Autosave::send(const Batch& batch) {
  for (const auto& [path, bytes] : batch) {
    if (bytes) {
      ports_.store.write(path, *bytes);
    } else {
      ports_.store.remove(path);
    }
  }
}

void Autosave::fail(std::string why) {
  failing_ = true;
  retry_now_ = false;
  retry_delay_ms_ = std::clamp(retry_delay_ms_ * 2, kFirstRetryMs, kLongestRetryMs);
  retry_at_ms_ = ports_.clock.wall_ms() + retry_delay_ms_;
  problem_ = std::move(why);
}

}  // namespace atlas::app
