#include "platform/headless/store.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace atlas::headless {

Store::Store(Disk& disk) : disk_(disk), view_(disk.files) {
  disk_.tabs_.push_back(this);
}

Store::~Store() {
  std::erase(disk_.tabs_, this);
}

void Store::delete_all(Disk& disk) {
  disk.files.clear();
  for (Store* tab : disk.tabs_) {
    for (const auto& [path, bytes] : tab->view_) tab->batch_[path] = bytes;
    if (tab->tell_) tab->tell_(app::StoreLost{});
  }
}

bool Store::owns(std::string_view /*folder*/) const {
  return !disk_.tabs_.empty() && disk_.tabs_.front() == this;
}

bool Store::finish_flush() {
  if (under_way_.empty()) return false;
  if (!refusal_.empty()) return fail_flush(refusal_);
  Flush flush = std::move(under_way_.front());
  under_way_.pop_front();
  std::erase_if(flush.batch, [&](const auto& file) { return !file.second && !owns(file.first); });
  for (const auto& [path, bytes] : flush.batch) {
    if (bytes) {
      disk_.files[path] = *bytes;
    } else {
      disk_.files.erase(path);
    }
  }
  ++disk_.flushes;
  for (Store* tab : disk_.tabs_) {
    if (tab != this) tab->arrive(flush.batch);
  }
  if (tell_) tell_(app::FlushDone{flush.ticket, true, {}});
  return true;
}

bool Store::fail_flush(std::string why_not) {
  if (under_way_.empty()) return false;
  const std::uint64_t ticket = under_way_.front().ticket;
  under_way_.pop_front();
  if (tell_) tell_(app::FlushDone{ticket, false, std::move(why_not)});
  return true;
}

std::vector<app::StoredFile> Store::read_folder(std::string_view folder) const {
  const std::string prefix = std::string(folder) + "/";
  std::vector<app::StoredFile> files;
  for (auto at = view_.lower_bound(prefix); at != view_.end() && at->first.starts_with(prefix);
       ++at) {
    files.push_back({at->first.substr(prefix.size()), at->second});
  }
  return files;
}

std::vector<std::string> Store::folders(std::string_view parent) const {
  const std::string prefix = std::string(parent) + "/";
  std::set<std::string> names;
  for (const auto& [path, bytes] : view_) {
    if (!path.starts_with(prefix)) continue;
    const std::size_t end = path.find('/', prefix.size());
    if (end != std::string::npos) names.insert(path.substr(prefix.size(), end - prefix.size()));
  }
  return {names.begin(), names.end()};
}

void Store::write(std::string_view path, std::string_view bytes) {
  view_[std::string(path)] = bytes;
  batch_[std::string(path)] = std::string(bytes);
}

void Store::remove(std::string_view path) {
  view_.erase(std::string(path));
  batch_[std::string(path)] = std::nullopt;
}

std::uint64_t Store::flush() {
  under_way_.push_back({next_ticket_, std::exchange(batch_, {})});
  return next_ticket_++;
}

void Store::arrive(const Batch& batch) {
  app::FilesArrived arrived;
  for (const auto& [path, bytes] : batch) {
    if (!bytes) {
      view_.erase(path);
      continue;
    }
    view_[path] = *bytes;
    arrived.files.push_back({path, *bytes});
  }
  if (tell_ && !arrived.files.empty()) tell_(std::move(arrived));
}

}  // namespace atlas::headless
