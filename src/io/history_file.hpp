// What snapshots and segments have in common: the header chunk that tells them apart, and the
// check of a file's chunks. Throws Refused.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/snapshot.hpp"

namespace atlas::io {

enum class FileKind : std::uint8_t { kSnapshot = 1, kSegment = 2 };

// Header, finished history chunks, foreign chunks in canonical order.
[[nodiscard]] std::string write_history_file(FileKind kind, WorkspaceId workspace,
                                             std::span<const std::string_view> blocks,
                                             std::span<const ForeignChunk> foreign);

[[nodiscard]] SnapshotContents read_history_file(FileKind kind, std::string_view file);

// The same a block at a time. The file's bytes must live as long as this.
class HistoryReader {
 public:
  // Checks the envelope, the header and what all blocks claim.
  HistoryReader(FileKind kind, std::string_view file);
  [[nodiscard]] bool done() const { return next_ == chunks_.size(); }
  void step();
  // From 0 to 1.
  [[nodiscard]] float progress() const;
  [[nodiscard]] SnapshotContents take() { return std::move(contents_); }
  // The changes that were read since the last call.
  [[nodiscard]] std::vector<Change> take_changes() { return std::exchange(contents_.changes, {}); }

 private:
  // The place of a change in the order of a history.
  struct Place {
    std::uint64_t lamport = 0;
    OpId id;
  };
  void append_block(std::string_view block);

  std::vector<ChunkView> chunks_;
  std::size_t next_ = 1;  // behind the header
  std::uint64_t operations_ = 0;
  std::uint64_t changes_ = 0;
  Place last_;  // Lamport times begin at 1
  SnapshotContents contents_;
};

// By (Lamport, replica), the order of every history.
void sort_canonically(std::vector<const Change*>& changes);

// The longest run from the start of `rest` that makes one block, and the block. `finished` when no
// later change can become part of it.
struct Block {
  std::size_t count = 0;
  bool finished = false;
  std::string bytes;
};
[[nodiscard]] Block make_block(std::span<const Change* const> rest);
// The same of a thin file: the changes are the document's.
[[nodiscard]] Block make_thin_block(const Document& document, std::span<const Change* const> rest);

}  // namespace atlas::io
