#include "io/segment.hpp"

#include <cassert>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "io/history_file.hpp"
#include "io/no_throw.hpp"

namespace atlas::io {
namespace {

constexpr std::string_view kSegmentPrefix = "seg-";
constexpr std::string_view kBasePrefix = "base-";

std::string hex(std::uint64_t value) {
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; value >>= 4U)
    text[i] = "0123456789abcdef"[value & 15U];
  return text;
}

std::string segment_name(OpId first, std::string_view bytes) {
  return std::string(kSegmentPrefix) + hex(first.replica.value) + "-" + hex(first.counter) + "-" +
         hex(fnv1a64(bytes));
}

}  // namespace

Result<NamedFile> write_segment(WorkspaceId workspace, std::span<const Change* const> changes,
                                std::span<const ForeignChunk> foreign) {
  assert(!changes.empty());
  return no_throw([&] {
    std::vector<const Change*> sorted(changes.begin(), changes.end());
    sort_canonically(sorted);
    std::vector<std::string> blocks;
    for (std::span<const Change* const> rest(sorted); !rest.empty();) {
      Block block = make_block(rest);
      rest = rest.subspan(block.count);
      blocks.push_back(std::move(block.bytes));
    }
    const std::vector<std::string_view> views(blocks.begin(), blocks.end());
    std::string bytes = write_history_file(FileKind::kSegment, workspace, views, foreign);
    std::string name = segment_name(sorted.front()->first_id(), bytes);
    return NamedFile{std::move(name), std::move(bytes)};
  });
}

Result<SnapshotContents> read_segment(std::string_view file) {
  return no_throw([&] { return read_history_file(FileKind::kSegment, file); });
}

std::string base_name(std::string_view snapshot) {
  return std::string(kBasePrefix) + hex(fnv1a64(snapshot));
}

bool name_fits(std::string_view name, std::string_view bytes) {
  const bool known = name.starts_with(kSegmentPrefix) || name.starts_with(kBasePrefix);
  return known && name.ends_with("-" + hex(fnv1a64(bytes)));
}

std::string to_hex(WorkspaceId workspace) {
  return hex(workspace.high) + hex(workspace.low);
}

}  // namespace atlas::io
