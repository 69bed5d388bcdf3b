// Whole workspaces as files: a snapshot is the history in canonical order, from which the state
// follows. The same document gives the same bytes on every machine; nothing that belongs to one
// device is in it (RULES.md 3 and 4). Layout: FORMAT.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"
#include "io/envelope.hpp"
#include "replica/change.hpp"

namespace atlas::io {

class HistoryReader;  // history_file.hpp

struct SnapshotContents {
  WorkspaceId workspace;
  std::vector<Change> changes;        // by (Lamport, replica); waiting ones included
  std::vector<ForeignChunk> foreign;  // of a newer version: give them back to the next write
};

// Checks everything before it gives anything; the error is a sentence for a person.
[[nodiscard]] Result<SnapshotContents> read_snapshot(std::string_view file);

// The same a block at a time, so that whoever draws can draw in between.
class SnapshotReader {
 public:
  explicit SnapshotReader(std::string file);
  ~SnapshotReader();
  SnapshotReader(SnapshotReader&&) noexcept;
  SnapshotReader& operator=(SnapshotReader&&) noexcept;

  // The first call checks the file as a whole, each later one reads a block. True when nothing is
  // left to read. Once it has failed it is of no use.
  Result<bool> step();
  // From 0 to 1.
  [[nodiscard]] float progress() const;
  [[nodiscard]] const std::string& file() const { return *file_; }
  // When done.
  [[nodiscard]] SnapshotContents take();

 private:
  std::unique_ptr<std::string> file_;  // stays where it is when the reader moves
  std::unique_ptr<HistoryReader> reader_;
};

// Fails only when the workspace is larger than a file may be (limits.hpp).
[[nodiscard]] Result<std::string> write_snapshot(const Document& document,
                                                 std::span<const ForeignChunk> foreign = {});

// The same, keeping finished blocks from one save to the next: saving after an edit compresses the
// last block only. One writer a workspace; bytes are those of write_snapshot.
class SnapshotWriter {
 public:
  [[nodiscard]] Result<std::string> write(const Document& document,
                                          std::span<const ForeignChunk> foreign = {});
  // For changes that are in no document. Any order; duplicates are the caller's mistake.
  [[nodiscard]] Result<std::string> write(WorkspaceId workspace, std::vector<const Change*> changes,
                                          std::span<const ForeignChunk> foreign = {});
  // After content of a change was erased (RULES.md 8), the only way in which one ever changes.
  // Writing a document does so by itself.
  void forget();
  // Blocks that the last write took from the cache.
  [[nodiscard]] std::size_t reused_blocks() const { return reused_; }

 private:
  struct CachedBlock {
    std::vector<OpId> ids;  // first operation of each change in it
    std::string bytes;
  };
  using Cache = std::map<OpId, CachedBlock>;  // finished blocks by the first of their ids
  // The cached block with which `rest` begins, taken out of `old`.
  static std::optional<CachedBlock> take_cached(Cache& old, std::span<const Change* const> rest);
  std::string write_sorted(WorkspaceId workspace, std::span<const Change* const> changes,
                           std::span<const ForeignChunk> foreign);

  Cache cache_;
  std::uint64_t erased_ = 0;  // Document::erased at the last write
  std::size_t reused_ = 0;
};

}  // namespace atlas::io
