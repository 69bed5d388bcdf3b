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
  // The changes that were read since the last call, for whoever takes them in as they come; `take`
  // then gives those after. What comes later may still be refused.
  [[nodiscard]] std::vector<Change> take_changes();

 private:
  std::unique_ptr<std::string> file_;  // stays where it is when the reader moves
  std::unique_ptr<HistoryReader> reader_;
};

// Fails only when the workspace is larger than a file may be (limits.hpp).
[[nodiscard]] Result<std::string> write_snapshot(const Document& document,
                                                 std::span<const ForeignChunk> foreign = {});

// Without the values that others took the place of (document/thin.hpp): smaller, and merges as
// well.
[[nodiscard]] Result<std::string> write_thin_snapshot(const Document& document,
                                                      std::span<const ForeignChunk> foreign = {});

// Which values a file holds.
enum class Values : std::uint8_t {
  kAll,
  kStanding,  // a thin file
};

// The same as write_snapshot, keeping blocks from one save to the next: saving after an edit
// compresses the last block only. One writer a workspace and kind of file; bytes are those of
// write_snapshot or write_thin_snapshot.
class SnapshotWriter {
 public:
  explicit SnapshotWriter(Values values = Values::kAll) : values_(values) {}

  [[nodiscard]] Result<std::string> write(const Document& document,
                                          std::span<const ForeignChunk> foreign = {});
  // For changes that are in no document. Any order; duplicates are the caller's mistake.
  [[nodiscard]] Result<std::string> write(WorkspaceId workspace, std::vector<const Change*> changes,
                                          std::span<const ForeignChunk> foreign = {});
  // Packs one block that `write` would have to pack, so that whoever draws can draw in between.
  // False when none is left: then `write` takes a few milliseconds. An edit in between costs
  // little.
  Result<bool> prepare(const Document& document);
  // Of preparing, from 0 to 1.
  [[nodiscard]] float progress() const;
  // After content of a change became another (RULES.md 8), the only way in which one changes.
  // Writing a document does so by itself.
  void forget();
  // Blocks that the last write took from the cache.
  [[nodiscard]] std::size_t reused_blocks() const { return reused_; }

 private:
  struct CachedBlock {
    std::vector<OpId> ids;  // first operation of each change in it
    bool finished = false;  // else only as the last one
    std::string bytes;
  };
  using Cache = std::map<OpId, CachedBlock>;  // by the first of their ids
  struct Preparation {
    std::uint64_t revision = 0;
    std::vector<const Change*> changes;  // sorted
    std::size_t done = 0;
  };

  void follow(const Document& document);
  [[nodiscard]] static bool fits(const CachedBlock& block, std::span<const Change* const> rest);
  // The cached block with which `rest` begins, taken out of `old`.
  static std::optional<CachedBlock> take_cached(Cache& old, std::span<const Change* const> rest);
  [[nodiscard]] CachedBlock packed(const Document* document,
                                   std::span<const Change* const> rest) const;
  std::string write_sorted(const Document* document, WorkspaceId workspace,
                           std::span<const Change* const> changes,
                           std::span<const ForeignChunk> foreign);

  Values values_;
  Cache cache_;
  std::optional<Preparation> preparation_;
  std::uint64_t rewritten_ = 0;  // Document::rewritten at the last write
  std::uint64_t revision_ = 0;   // thin: what stands is of this revision
  std::size_t reused_ = 0;
};

}  // namespace atlas::io
