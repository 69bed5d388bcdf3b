#include "app/merge_set.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "app/context.hpp"
#include "app/erased.hpp"
#include "app/merge_models.hpp"
#include "base/tr.hpp"
#include "partnership/hierarchy.hpp"
#include "replica/erasures.hpp"
#include "replica/refills.hpp"

namespace atlas::app {
namespace {

constexpr std::size_t kOperationsAStep = 1'000;
constexpr std::size_t kPreviewedAStep = 1'000;  // changes and records
constexpr float kReadingShare = 0.3F;           // of the whole time, as measured
constexpr float kMergedShare = 0.8F;            // when the preview begins

Error contradiction() {
  return error_of(ErrorCode::kDamaged, tr(Text::kErrorContradicts), tr(Text::kKeptNothingChanged),
                  tr(Text::kNextFreshCopy));
}

void refuse(MergeFile& file, Error why) {
  file.kind = MergeFileKind::kRefused;
  file.why = std::move(why);
}

// Who made them, and when the last.
void describe(const Context& context, MergeFile& file, const std::vector<const Change*>& changes) {
  std::set<std::string> authors;
  std::int64_t latest_ms = 0;
  for (const Change* change : changes) {
    if (!change->author.empty()) authors.insert(change->author);
    latest_ms = std::max(latest_ms, change->time_ms);
  }
  file.new_changes = changes.size();
  file.authors.assign(authors.begin(), authors.end());
  file.latest = latest_ms > 0 ? date_and_time(context.ports.clock, latest_ms) : std::string();
}

std::vector<const Change*> all_of(const io::SnapshotContents& contents) {
  std::vector<const Change*> changes;
  for (const Change& change : contents.changes) changes.push_back(&change);
  return changes;
}

const Change* find_here(const Document& now, const std::vector<const Change*>& waiting, OpId id) {
  if (const Change* found = now.find_change(id)) return found;
  const auto at = std::find_if(waiting.begin(), waiting.end(),
                               [&](const Change* change) { return change->first_id() == id; });
  return at == waiting.end() ? nullptr : *at;
}

RecordId body_for(const Document& before, const Document& after, RecordId record) {
  const RecordId body = body_of(after, record);
  return body.is_null() ? body_of(before, record) : body;
}

}  // namespace

void MergeSet::add(MergeView& view, std::string name, std::string bytes) {
  files_.emplace_back(std::move(bytes));
  MergeFile file;
  file.name = std::move(name);
  view.files.push_back(std::move(file));
  view.ready = false;
}

void MergeSet::forget(MergeView& view, std::size_t index) {
  files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(index));
  view.files.erase(view.files.begin() + static_cast<std::ptrdiff_t>(index));
  begin_again(view);
}

bool MergeSet::is_stale(const Document& now) const {
  return now.version() != version_ || (previewer_ && &now != previewed_);
}

void MergeSet::begin_again(MergeView& view) {
  told_apart_ = 0;
  naming_.reset();
  merging_.reset();
  previewer_.reset();
  merged_.reset();
  new_changes_.clear();
  for (File& file : files_) file.models_known = false;
  for (MergeFile& file : view.files) {
    const bool again = file.kind == MergeFileKind::kNews || file.kind == MergeFileKind::kNothingNew;
    const bool unnamed = file.kind == MergeFileKind::kOtherWorkspace && file.workspace_name.empty();
    if (again || unnamed) file.kind = MergeFileKind::kReading;
  }
  view.ready = false;
}

bool MergeSet::step(Context& context, MergeView& view) {
  if (view.ready) return true;
  const Document& now = present_document(context);
  if (told_apart_ == 0) version_ = now.version();
  if (told_apart_ < files_.size()) {
    MergeFile& file = view.files[told_apart_];
    if (naming_) {
      name_one(view, told_apart_);
    } else if (file.kind == MergeFileKind::kOtherWorkspace && !files_[told_apart_].models_known) {
      look_at_models(context, view, told_apart_);
    } else if (file.kind != MergeFileKind::kReading) {
      ++told_apart_;
    } else if (read_one(view, told_apart_)) {
      tell_apart(context, view, told_apart_);
    }
    view.progress =
        kReadingShare * static_cast<float>(told_apart_) / static_cast<float>(files_.size());
    return false;
  }
  if (previewer_) {
    if (previewer_->step(kPreviewedAStep)) finish(context, view);
    if (previewer_) view.progress = kMergedShare + (1 - kMergedShare) * previewer_->progress();
    return view.ready;
  }
  if (!merging_) {
    begin_document(context, view);
    return view.ready;
  }
  if (!merging_->step(kOperationsAStep).ok()) {
    blame(now, view);
    begin_again(view);
    return false;
  }
  view.progress = kReadingShare + (kMergedShare - kReadingShare) * merging_->progress();
  if (merging_->done()) begin_preview(context);
  return view.ready;
}

// True when it is read.
bool MergeSet::read_one(MergeView& view, std::size_t index) {
  File& file = files_[index];
  if (!file.contents.changes.empty()) return true;
  const Result<bool> read = file.reader.step();
  if (!read.ok()) {
    refuse(view.files[index], read.error());
    return false;
  }
  if (!read.value()) return false;
  file.contents = file.reader.take();
  return true;
}

void MergeSet::tell_apart(Context& context, MergeView& view, std::size_t index) {
  const Document& now = present_document(context);
  File& file = files_[index];
  MergeFile& shown = view.files[index];
  if (!(file.contents.workspace == now.workspace())) {
    shown.kind = MergeFileKind::kOtherWorkspace;
    describe(context, shown, all_of(file.contents));
    naming_.emplace(file.contents.workspace, ReplicaId{1}, all_of(file.contents));
    return;
  }
  file.news.clear();
  file.fills.clear();
  const std::vector<const Change*> waiting = now.waiting();
  for (const Change& change : file.contents.changes) {
    const Change* here = find_here(now, waiting, change.first_id());
    if (here == nullptr) {
      file.news.push_back(&change);
    } else if (!is_same_but_for_gone(*here, change)) {
      refuse(shown, contradiction());
      return;
    } else if (fills_in(*here, change)) {
      file.fills.push_back(&change);
    }
  }
  const bool nothing = file.news.empty() && file.fills.empty();
  shown.kind = nothing ? MergeFileKind::kNothingNew : MergeFileKind::kNews;
  shown.filled_changes = file.fills.size();
  describe(context, shown, file.news);
}

void MergeSet::name_one(MergeView& view, std::size_t index) {
  MergeFile& shown = view.files[index];
  const Result<> taken = naming_->step(kOperationsAStep);
  if (!taken.ok()) {
    refuse(shown, taken.error());
  } else if (!naming_->done()) {
    return;
  } else {
    files_[index].other = std::make_unique<Document>(naming_->take());
    shown.workspace_name = workspace_name(*files_[index].other);
  }
  naming_.reset();
}

void MergeSet::look_at_models(Context& context, MergeView& view, std::size_t index) {
  File& file = files_[index];
  MergeFile& shown = view.files[index];
  const Result<> cleaned = take_out_erased(context, *file.other);
  if (!cleaned.ok()) {
    refuse(shown, cleaned.error());
    return;
  }
  const std::vector<MergeModel> before = std::move(shown.models);
  const Document& now = present_document(context);
  shown.models = models_to_bring(now, *file.other, shown);
  for (MergeModel& model : shown.models) {
    const auto known = std::find_if(before.begin(), before.end(), [&](const MergeModel& each) {
      return each.record == model.record;
    });
    if (known != before.end()) model.chosen = known->chosen;
  }
  file.models_known = true;
  count_copies(now, shown, index);
}

void MergeSet::count_copies(const Document& now, MergeFile& shown, std::size_t index) const {
  shown.copies = BranchCopy(*files_[index].other, now, chosen_models(shown)).counts();
}

void MergeSet::begin_document(Context& context, MergeView& view) {
  const Document& now = present_document(context);
  std::vector<const Change*> changes;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (view.files[i].kind != MergeFileKind::kNews) continue;
    changes.insert(changes.end(), files_[i].news.begin(), files_[i].news.end());
    changes.insert(changes.end(), files_[i].fills.begin(), files_[i].fills.end());
  }
  if (changes.empty()) {
    view.merged.reset();
    view.preview = {};
    view.new_changes = 0;
    view.ready = true;
    return;
  }
  const std::vector<const Change*> here = now.changes();
  const std::vector<const Change*> waiting = now.waiting();
  changes.insert(changes.end(), here.begin(), here.end());
  changes.insert(changes.end(), waiting.begin(), waiting.end());
  if (!put_in_order(changes)) {
    blame(now, view);
    begin_again(view);
    return;
  }
  merging_.emplace(now.workspace(), now.self(), std::move(changes));
}

// Something does not fit together: each file is tried alone, then with those before it.
void MergeSet::blame(const Document& now, MergeView& view) {
  Document trial(now.workspace(), ReplicaId{1});
  std::vector<Change> ours;
  for (const Change* change : now.changes()) ours.push_back(*change);
  for (const Change* change : now.waiting()) ours.push_back(*change);
  // Our own log has held already.
  (void)trial.integrate(std::move(ours)).ok();
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (view.files[i].kind != MergeFileKind::kNews) continue;
    const Result<std::size_t> taken = trial.integrate(files_[i].contents.changes);
    if (!taken.ok()) refuse(view.files[i], taken.error());
  }
}

void MergeSet::begin_preview(Context& context) {
  const Document& now = present_document(context);
  merged_ = std::make_unique<Document>(merging_->take());
  merging_.reset();
  new_changes_ = merged_->changes_since(version_);
  std::erase_if(new_changes_, [&](const Change* change) {
    return now.find_change(change->first_id()) != nullptr;
  });
  previewed_ = &now;
  previewer_.emplace(now, *merged_, new_changes_);
}

void MergeSet::finish(Context& context, MergeView& view) {
  const Document& now = present_document(context);
  std::unique_ptr<Document> merged = std::move(merged_);
  view.preview = previewer_->take();
  previewer_.reset();
  view.new_changes = new_changes_.size() + merged->waiting().size() - now.waiting().size();
  view.row_bodies.clear();
  view.bodies.clear();
  std::set<RecordId> seen;
  for (const MergePreview::Row& row : view.preview.rows) {
    const RecordId body = body_for(now, *merged, row.difference.record);
    view.row_bodies.push_back(body);
    if (!body.is_null() && seen.insert(body).second) view.bodies.push_back(body);
  }
  std::set<std::string> authors;
  for (const Change* change : new_changes_) {
    if (!change->author.empty()) authors.insert(change->author);
  }
  view.authors.assign(authors.begin(), authors.end());
  std::set<ClashKey> clashes;
  for (const Clash& clash : view.preview.clashes) clashes.insert(key_of(clash));
  std::erase_if(view.settlements,
                [&](const auto& entry) { return !clashes.contains(entry.first); });
  if (!seen.contains(view.filter.body)) view.filter.body = {};
  if (!authors.contains(view.filter.author)) view.filter.author.clear();
  view.merged = std::move(merged);
  view.ready = true;
  filter_rows(view);
}

void forget_merge(Context& context) {
  context.merge.reset();
  context.state.merge.reset();
  if (context.state.screen == Screen::kMerge) context.state.screen = context.before_merge;
}

bool step_merge(Context& context) {
  if (!context.merge) return false;
  MergeView& view = *context.state.merge;
  const bool begun = view.ready || view.progress > 0;
  if (begun && context.merge->is_stale(present_document(context))) {
    context.merge->begin_again(view);
  }
  if (view.ready) return false;
  context.merge->step(context, view);
  return true;
}

}  // namespace atlas::app
