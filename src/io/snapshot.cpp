#include "io/snapshot.hpp"

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

SnapshotContents SnapshotReader::take() {
  return reader_->take();
}

Result<std::string> write_snapshot(const Document& document,
                                   std::span<const ForeignChunk> foreign) {
  return SnapshotWriter().write(document, foreign);
}

Result<std::string> SnapshotWriter::write(const Document& document,
                                          std::span<const ForeignChunk> foreign) {
  if (std::exchange(erased_, document.erased()) != document.erased()) forget();
  return write(document.workspace(), all_changes(document), foreign);
}

Result<std::string> SnapshotWriter::write(WorkspaceId workspace, std::vector<const Change*> changes,
                                          std::span<const ForeignChunk> foreign) {
  return no_throw([&] {
    const bool fits =
        changes.size() <= limits::kMaxChanges && operations_of(changes) <= limits::kMaxOperations;
    if (!fits) throw Refused(RefusalKind::kWorkspaceFull);
    sort_canonically(changes);
    return write_sorted(workspace, changes, foreign);
  });
}

std::string SnapshotWriter::write_sorted(WorkspaceId workspace,
                                         std::span<const Change* const> changes,
                                         std::span<const ForeignChunk> foreign) {
  Cache old = std::exchange(cache_, {});
  reused_ = 0;
  std::string unfinished;
  std::vector<std::string_view> blocks;
  for (std::span<const Change* const> rest = changes; !rest.empty();) {
    std::optional<CachedBlock> known = take_cached(old, rest);
    if (known.has_value()) {
      ++reused_;
    } else {
      Block block = make_block(rest);
      known = CachedBlock{ids_of(rest.first(block.count)), std::move(block.bytes)};
      if (!block.finished) unfinished = std::move(known->bytes);
    }
    rest = rest.subspan(known->ids.size());
    if (!unfinished.empty()) break;  // only the last block is unfinished
    const OpId first = known->ids.front();
    blocks.emplace_back(cache_.insert_or_assign(first, std::move(*known)).first->second.bytes);
  }
  if (!unfinished.empty()) blocks.emplace_back(unfinished);
  return write_history_file(FileKind::kSnapshot, workspace, blocks, foreign);
}

std::optional<SnapshotWriter::CachedBlock> SnapshotWriter::take_cached(
    Cache& old, std::span<const Change* const> rest) {
  const auto found = old.find(rest.front()->first_id());
  if (found == old.end()) return std::nullopt;
  const std::vector<OpId>& ids = found->second.ids;
  if (ids.size() > rest.size() || ids_of(rest.first(ids.size())) != ids) return std::nullopt;
  return std::move(old.extract(found).mapped());
}

void SnapshotWriter::forget() {
  cache_.clear();
}

}  // namespace atlas::io
