#include "io/history_file.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "document/thin.hpp"
#include "io/bounded_archive.hpp"
#include "io/change_codec.hpp"
#include "io/columns.hpp"
#include "io/compress.hpp"
#include "io/limits.hpp"

namespace atlas::io {
namespace {

// The counter decides among changes that wait only: of two by one replica at one time one is wrong,
// but which of them shows when what they were made on comes.
bool canonically_less(const Change& a, const Change& b) {
  return a.lamport == b.lamport ? a.first_id() < b.first_id() : a.lamport < b.lamport;
}

std::string encode_header(FileKind kind, WorkspaceId workspace) {
  BoundedOutputArchive out;
  out(kLittleEndianMark, static_cast<std::uint8_t>(kind), workspace.high, workspace.low);
  return out.take();
}

struct Header {
  FileKind kind{};
  WorkspaceId workspace;
};

Header decode_header(std::string_view bytes) {
  BoundedInputArchive in(bytes);
  std::uint8_t mark = 0;
  std::uint8_t kind = 0;
  Header header;
  in(mark, kind, header.workspace.high, header.workspace.low);
  in.expect_end();
  if (mark != kLittleEndianMark || kind == 0) throw Refused(RefusalKind::kDamaged);
  if (kind > static_cast<std::uint8_t>(FileKind::kSegment)) throw Refused(RefusalKind::kNewer);
  header.kind = static_cast<FileKind>(kind);
  return header;
}

void check_kind(FileKind found, FileKind wanted) {
  if (found == wanted) return;
  throw Refused(wanted == FileKind::kSnapshot ? RefusalKind::kPieceOnly : RefusalKind::kDamaged);
}

// Claims first, over all blocks, so that a file of many modest claims is refused as well.
void check_claims(std::span<const ChunkView> chunks) {
  std::uint64_t total = 0;
  for (const ChunkView& chunk : chunks) {
    if (chunk.type == kHistoryChunk) total += claimed_size(chunk.bytes);
    if (total > limits::kMaxHistoryBytes) throw Refused(RefusalKind::kTooLarge);
  }
}

// On chunks that we know only the critical flag has a meaning yet.
void check_flags(const ChunkView& chunk) {
  const bool ours = chunk.type == kHeaderChunk || chunk.type == kHistoryChunk;
  if (ours && chunk.flags != kCriticalChunk) throw Refused(RefusalKind::kNewer);
}

void append_foreign(const ChunkView& chunk, SnapshotContents& contents) {
  if ((chunk.flags & kCriticalChunk) != 0) throw Refused(RefusalKind::kNewer);
  contents.foreign.push_back({chunk.type, chunk.flags, std::string(chunk.bytes)});
}

}  // namespace

std::string write_history_file(FileKind kind, WorkspaceId workspace,
                               std::span<const std::string_view> blocks,
                               std::span<const ForeignChunk> foreign) {
  EnvelopeWriter writer;
  writer.add(kHeaderChunk, kCriticalChunk, encode_header(kind, workspace));
  for (std::string_view block : blocks) writer.add(kHistoryChunk, kCriticalChunk, block);
  std::vector<ForeignChunk> kept(foreign.begin(), foreign.end());
  std::sort(kept.begin(), kept.end(), [](const ForeignChunk& a, const ForeignChunk& b) {
    return std::tie(a.type.code, a.flags, a.bytes) < std::tie(b.type.code, b.flags, b.bytes);
  });
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  for (const ForeignChunk& chunk : kept) writer.add(chunk.type, chunk.flags, chunk.bytes);
  std::string file = std::move(writer).finish();
  std::uint64_t plain = 0;
  for (std::string_view block : blocks) plain += claimed_size(block);
  const bool fits = file.size() <= limits::kMaxFileBytes && plain <= limits::kMaxHistoryBytes &&
                    1 + blocks.size() + kept.size() <= limits::kMaxChunks;
  if (!fits) throw Refused(RefusalKind::kWorkspaceFull);
  return file;
}

SnapshotContents read_history_file(FileKind kind, std::string_view file) {
  HistoryReader reader(kind, file);
  while (!reader.done()) reader.step();
  return reader.take();
}

HistoryReader::HistoryReader(FileKind kind, std::string_view file) : chunks_(open_envelope(file)) {
  if (chunks_.empty() || !(chunks_.front().type == kHeaderChunk)) {
    throw Refused(RefusalKind::kDamaged);
  }
  check_flags(chunks_.front());
  const Header header = decode_header(chunks_.front().bytes);
  check_kind(header.kind, kind);
  check_claims(chunks_);
  contents_.workspace = header.workspace;
}

void HistoryReader::step() {
  const ChunkView& chunk = chunks_[next_++];
  if (chunk.type == kHeaderChunk) throw Refused(RefusalKind::kDamaged);
  check_flags(chunk);
  if (chunk.type == kHistoryChunk) {
    append_block(chunk.bytes);
  } else {
    append_foreign(chunk, contents_);
  }
}

void HistoryReader::append_block(std::string_view block) {
  const std::string plain = unpack_block(block);
  // Rows are those of format version 1.
  std::vector<Change> changes =
      begins_columns(plain) ? decode_columns(plain) : decode_changes(plain);
  for (Change& change : changes) {
    operations_ += change.operations.size();
    if (operations_ > limits::kMaxOperations || ++changes_ > limits::kMaxChanges) {
      throw Refused(RefusalKind::kTooLarge);
    }
    const bool rising = last_.lamport < change.lamport ||
                        (last_.lamport == change.lamport && last_.id < change.first_id());
    if (!rising) throw Refused(RefusalKind::kDamaged);
    last_ = {change.lamport, change.first_id()};
  }
  if (contents_.changes.empty()) {
    contents_.changes = std::move(changes);
    return;
  }
  std::move(changes.begin(), changes.end(), std::back_inserter(contents_.changes));
}

float HistoryReader::progress() const {
  return static_cast<float>(next_) / static_cast<float>(chunks_.size());
}

void sort_canonically(std::vector<const Change*>& changes) {
  std::sort(changes.begin(), changes.end(),
            [](const Change* a, const Change* b) { return canonically_less(*a, *b); });
}

Block make_block(std::span<const Change* const> rest) {
  std::size_t count = 0;
  std::size_t weight = 0;
  while (count < rest.size() && weight < limits::kBlockWeight) {
    weight += block_weight(*rest[count++]);
  }
  const std::string plain = encode_columns(rest.first(count));
  return {count, weight >= limits::kBlockWeight, pack_block(plain, column_starts(plain))};
}

Block make_thin_block(const Document& document, std::span<const Change* const> rest) {
  std::vector<Change> thin;
  for (std::size_t weight = 0; thin.size() < rest.size() && weight < limits::kBlockWeight;) {
    thin.push_back(thin_change(document, *rest[thin.size()]));
    weight += block_weight(thin.back());
  }
  std::vector<const Change*> changes;
  for (const Change& change : thin) changes.push_back(&change);
  return make_block(changes);
}

}  // namespace atlas::io
