#include "io/snapshot.hpp"

#include <algorithm>
#include <utility>

#include "io/history_file.hpp"
#include "io/limits.hpp"
#include "io/no_throw.hpp"

namespace atlas::io {
namespace {

std::vector<const Change*> all_changes(const Document& document) {
  std::vector<const Change*> changes = document.changes();
  const std::vector<const Change*> waiting = document.waiting();
  changes.insert(changes.end(), waiting.begin(), waiting.end());
  return changes;
}

std::uint64_t operations_of(std::span<const Change* const> changes) {
  std::uint64_t count = 0;
  for (const Change* change : changes) count += change->operations.size();
  return count;
}

void check_size(std::span<const Change* const> changes) {
  const bool fits =
      changes.size() <= limits::kMaxChanges && operations_of(changes) <= limits::kMaxOperations;
  if (!fits) throw Refused(RefusalKind::kWorkspaceFull);
}

std::vector<OpId> ids_of(std::span<const Change* const> changes) {
  std::vector<OpId> ids;
  ids.reserve(changes.size());
  for (const Change* change : changes) ids.push_back(change->first_id());
  return ids;
}

}  // namespace

Result<SnapshotContents> read_snapshot(std::string_view file) {
  return no_throw([&] { return read_history_file(FileKind::kSnapshot, file); });
}

SnapshotReader::SnapshotReader(std::string file)
    : file_(std::make_unique<std::string>(std::move(file))) {}
SnapshotReader::~SnapshotReader() = default;
SnapshotReader::SnapshotReader(SnapshotReader&&) noexcept = default;
SnapshotReader& SnapshotReader::operator=(SnapshotReader&&) noexcept = default;

Result<bool> SnapshotReader::step() {
  return no_throw([&] {
    if (reader_ == nullptr) {
      reader_ = std::make_unique<HistoryReader>(FileKind::kSnapshot, *file_);
    } else if (!reader_->done()) {
      reader_->step();
    }
    return reader_->done();
  });
}

float SnapshotReader::progress() const {
  return reader_ == nullptr ? 0 : reader_->progress();
}

std::vector<Change> SnapshotReader::take_changes() {
  return reader_->take_changes();
}

SnapshotContents SnapshotReader::take() {
  return reader_->take();
}

Result<std::string> write_snapshot(const Document& document,
                                   std::span<const ForeignChunk> foreign) {
  return SnapshotWriter().write(document, foreign);
}

Result<std::string> write_thin_snapshot(const Document& document,
                                        std::span<const ForeignChunk> foreign) {
  return SnapshotWriter(Values::kStanding).write(document, foreign);
}

// Forgets what is no longer as it was packed.
void SnapshotWriter::follow(const Document& document) {
  const bool rewritten = std::exchange(rewritten_, document.rewritten()) != document.rewritten();
  const bool edited = std::exchange(revision_, document.revision()) != document.revision();
  if (rewritten || (edited && values_ == Values::kStanding)) forget();
}

Result<std::string> SnapshotWriter::write(const Document& document,
                                          std::span<const ForeignChunk> foreign) {
  follow(document);
  return no_throw([&] {
    std::vector<const Change*> changes = all_changes(document);
    check_size(changes);
    sort_canonically(changes);
    return write_sorted(&document, document.workspace(), changes, foreign);
  });
}

Result<std::string> SnapshotWriter::write(WorkspaceId workspace, std::vector<const Change*> changes,
                                          std::span<const ForeignChunk> foreign) {
  return no_throw([&] {
    check_size(changes);
    sort_canonically(changes);
    return write_sorted(nullptr, workspace, changes, foreign);
  });
}

Result<bool> SnapshotWriter::prepare(const Document& document) {
  follow(document);
  return no_throw([&] {
    if (!preparation_ || preparation_->revision != document.revision()) {
      preparation_ = {document.revision(), all_changes(document), 0};
      check_size(preparation_->changes);
      sort_canonically(preparation_->changes);
    }
    const std::span<const Change* const> changes(preparation_->changes);
    while (preparation_->done < changes.size()) {
      const std::span<const Change* const> rest = changes.subspan(preparation_->done);
      const auto known = cache_.find(rest.front()->first_id());
      if (known != cache_.end() && fits(known->second, rest)) {
        preparation_->done += known->second.ids.size();
        continue;
      }
      CachedBlock block = packed(&document, rest);
      preparation_->done += block.ids.size();
      cache_.insert_or_assign(block.ids.front(), std::move(block));
      return true;
    }
    preparation_.reset();
    return false;
  });
}

float SnapshotWriter::progress() const {
  if (!preparation_ || preparation_->changes.empty()) return 1;
  return static_cast<float>(preparation_->done) / static_cast<float>(preparation_->changes.size());
}

SnapshotWriter::CachedBlock SnapshotWriter::packed(const Document* document,
                                                   std::span<const Change* const> rest) const {
  Block block = values_ == Values::kStanding && document != nullptr
                    ? make_thin_block(*document, rest)
                    : make_block(rest);
  return {ids_of(rest.first(block.count)), block.finished, std::move(block.bytes)};
}

std::string SnapshotWriter::write_sorted(const Document* document, WorkspaceId workspace,
                                         std::span<const Change* const> changes,
                                         std::span<const ForeignChunk> foreign) {
  preparation_.reset();
  Cache old = std::exchange(cache_, {});
  reused_ = 0;
  std::vector<std::string_view> blocks;
  for (std::span<const Change* const> rest = changes; !rest.empty();) {
    std::optional<CachedBlock> known = take_cached(old, rest);
    if (known.has_value()) {
      ++reused_;
    } else {
      known = packed(document, rest);
    }
    rest = rest.subspan(known->ids.size());
    const OpId first = known->ids.front();
    blocks.emplace_back(cache_.insert_or_assign(first, std::move(*known)).first->second.bytes);
  }
  return write_history_file(FileKind::kSnapshot, workspace, blocks, foreign);
}

bool SnapshotWriter::fits(const CachedBlock& block, std::span<const Change* const> rest) {
  const std::vector<OpId>& ids = block.ids;
  if (ids.size() > rest.size() || (!block.finished && ids.size() < rest.size())) return false;
  return std::equal(ids.begin(), ids.end(), rest.begin(),
                    [](OpId id, const Change* change) { return change->first_id() == id; });
}

std::optional<SnapshotWriter::CachedBlock> SnapshotWriter::take_cached(
    Cache& old, std::span<const Change* const> rest) {
  const auto found = old.find(rest.front()->first_id());
  if (found == old.end() || !fits(found->second, rest)) return std::nullopt;
  return std::move(old.extract(found).mapped());
}

void SnapshotWriter::forget() {
  cache_.clear();
  preparation_.reset();
}

}  // namespace atlas::io
