// Segments: what browser storage keeps of a workspace between snapshots. Each holds a batch of
// changes, is named by its content, and is never rewritten; reading any set of them in any order,
// some twice, gives the same document. Same envelope as a snapshot (FORMAT.md).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {

struct NamedFile {
  std::string name;
  std::string bytes;
};

// "seg-<replica>-<counter>-<hash>", hexadecimal; replica and counter of the first change.
// `changes` must not be empty.
[[nodiscard]] Result<NamedFile> write_segment(WorkspaceId workspace,
                                              std::span<const Change* const> changes,
                                              std::span<const ForeignChunk> foreign = {});
[[nodiscard]] Result<SnapshotContents> read_segment(std::string_view file);

// "base-<hash>": the name of a snapshot's bytes in the same storage.
[[nodiscard]] std::string base_name(std::string_view snapshot);
// Whether the bytes are those that the name was made from; false for names of other shapes.
[[nodiscard]] bool name_fits(std::string_view name, std::string_view bytes);

// The id as 32 hexadecimal digits, for folder names.
[[nodiscard]] std::string to_hex(WorkspaceId workspace);

}  // namespace atlas::io
