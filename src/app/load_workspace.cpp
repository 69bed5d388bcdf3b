#include "app/load_workspace.hpp"

#include <algorithm>
#include <utility>

#include "app/workspaces.hpp"
#include "base/tr.hpp"
#include "io/segment.hpp"

namespace atlas::app {
namespace {

constexpr std::size_t kOperationsAStep = 1'000;
constexpr float kReadingShare = 0.4F;  // of the whole time, as measured

bool is_base(std::string_view name) {
  return name.starts_with("base-");
}

void add_foreign(std::vector<io::ForeignChunk>& all, std::vector<io::ForeignChunk>& more) {
  for (io::ForeignChunk& chunk : more) {
    if (std::find(all.begin(), all.end(), chunk) == all.end()) all.push_back(std::move(chunk));
  }
}

}  // namespace

WorkspaceLoader::WorkspaceLoader(std::vector<StoredFile> files, WorkspaceId workspace,
                                 ReplicaId self, std::vector<MergeNote> notes)
    : files_(std::move(files)), workspace_(workspace), self_(self), notes_(std::move(notes)) {
  std::erase_if(files_, [](const StoredFile& file) {
    const std::string_view name = file_name(file.name);
    return !is_base(name) && !name.starts_with("seg-");
  });
}

void WorkspaceLoader::step() {
  if (done_) return;
  if (next_ < files_.size()) {
    read_some();
    return;
  }
  if (!gradual_) {
    begin_document();
    return;
  }
  if (!gradual_->step(kOperationsAStep).ok()) {
    one_by_one();
    finish();
  } else if (gradual_->done()) {
    loaded_.document = gradual_->take();
    finish();
  }
}

float WorkspaceLoader::progress() const {
  if (done_) return 1;
  if (gradual_) return kReadingShare + (1 - kReadingShare) * gradual_->progress();
  if (files_.empty()) return 0;
  const float in_file = reader_ ? reader_->progress() : 0;
  return kReadingShare * (static_cast<float>(next_) + in_file) / static_cast<float>(files_.size());
}

void WorkspaceLoader::read_some() {
  StoredFile& file = files_[next_];
  if (!is_base(file_name(file.name))) {
    finish_file(io::read_segment(file.bytes));
    return;
  }
  if (!reader_) reader_.emplace(std::move(file.bytes));
  const Result<bool> read = reader_->step();
  if (!read.ok()) {
    finish_file(read.error());
  } else if (read.value()) {
    finish_file(reader_->take());
  }
}

void WorkspaceLoader::finish_file(Result<io::SnapshotContents> contents) {
  const std::string name(file_name(files_[next_].name));
  if (!contents.ok()) {
    unreadable_.emplace_back(name, contents.error().happened);
  } else if (!(contents.value().workspace == workspace_)) {
    unreadable_.emplace_back(name, tr(Text::kWhyOtherWorkspace));
  } else {
    read_.push_back({name, is_base(name), std::move(contents).value()});
  }
  reader_.reset();
  ++next_;
}

void WorkspaceLoader::begin_document() {
  std::vector<const Change*> changes;
  for (ReadFile& file : read_) {
    std::erase_if(file.contents.changes, [&](Change& change) {
      if (!is_aside(notes_, change.first_id())) return false;
      loaded_.aside.push_back(std::move(change));
      return true;
    });
    for (const Change& change : file.contents.changes) changes.push_back(&change);
  }
  if (!put_in_order(changes)) {
    one_by_one();
    finish();
    return;
  }
  gradual_.emplace(workspace_, self_, std::move(changes));
}

// When one of the files breaks the log: the others are kept.
void WorkspaceLoader::one_by_one() {
  loaded_.document = Document(workspace_, self_);
  std::erase_if(read_, [&](ReadFile& file) {
    const Result<std::size_t> taken = loaded_.document.integrate(std::move(file.contents.changes));
    if (!taken.ok()) unreadable_.emplace_back(file.name, taken.error().happened);
    return !taken.ok();
  });
}

void WorkspaceLoader::finish() {
  for (ReadFile& file : read_) {
    (file.base ? loaded_.bases : loaded_.segments).push_back(file.name);
    add_foreign(loaded_.foreign, file.contents.foreign);
  }
  std::sort(unreadable_.begin(), unreadable_.end());
  for (auto& [name, why] : unreadable_) {
    loaded_.unreadable.push_back(std::move(name));
    loaded_.reasons.push_back(std::move(why));
  }
  done_ = true;
}

LoadedWorkspace WorkspaceLoader::take() {
  return std::move(loaded_);
}

LoadedWorkspace load_workspace(std::vector<StoredFile> files, WorkspaceId workspace, ReplicaId self,
                               std::vector<MergeNote> notes) {
  WorkspaceLoader loader(std::move(files), workspace, self, std::move(notes));
  while (!loader.done()) loader.step();
  return loader.take();
}

}  // namespace atlas::app
