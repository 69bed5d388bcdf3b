// Envelope, snapshot, segment and columns.
#include <algorithm>
#include <exception>
#include <utility>

#include "fuzz/document_check.hpp"
#include "fuzz/properties.hpp"
#include "io/change_codec.hpp"
#include "io/columns.hpp"
#include "io/envelope.hpp"
#include "io/refusal.hpp"
#include "io/sample_history.hpp"
#include "io/segment.hpp"
#include "io/snapshot.hpp"

namespace atlas::fuzz {
namespace {

using io::ChunkView;
using io::SnapshotContents;

std::string rebuilt(const std::vector<ChunkView>& chunks) {
  io::EnvelopeWriter writer;
  for (const ChunkView& chunk : chunks) writer.add(chunk.type, chunk.flags, chunk.bytes);
  return std::move(writer).finish();
}

bool same_chunks(const std::vector<ChunkView>& a, const std::vector<ChunkView>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(), [](const ChunkView& left, const ChunkView& right) {
        return left.type == right.type && left.flags == right.flags && left.bytes == right.bytes;
      });
}

// Refusals are sentences for people.
Verdict refused(const Error& error) {
  const bool told = !error.happened.empty() && !error.kept.empty() && !error.next.empty();
  return {false, told ? "" : "it is refused without words"};
}

using Reader = Result<SnapshotContents> (*)(std::string_view file);
using Writer = Result<std::string> (*)(const SnapshotContents& contents);

Result<std::string> as_snapshot(const SnapshotContents& contents) {
  return io::SnapshotWriter().write(contents.workspace, testing::pointers(contents.changes),
                                    contents.foreign);
}

Result<std::string> as_segment(const SnapshotContents& contents) {
  auto file =
      io::write_segment(contents.workspace, testing::pointers(contents.changes), contents.foreign);
  if (!file.ok()) return file.error();
  return std::move(file.value().bytes);
}

std::string complaint_about_file(const SnapshotContents& first, Reader read, Writer write) {
  const auto written = write(first);
  if (!written.ok()) return "what was read cannot be written: " + written.error().sentence();
  const auto second = read(written.value());
  if (!second.ok()) return "what was written cannot be read: " + second.error().sentence();
  if (!(second.value().workspace == first.workspace)) return "the workspace changes";
  if (second.value().changes != first.changes) return "the changes change";
  for (const io::ForeignChunk& chunk : first.foreign) {
    const auto& kept = second.value().foreign;
    if (std::find(kept.begin(), kept.end(), chunk) == kept.end()) return "a chunk is lost";
  }
  const auto again = write(second.value());
  if (!again.ok() || again.value() != written.value()) return "written again it has other bytes";
  return {};
}

Verdict check_file(std::string_view bytes, Reader read, Writer write) {
  const auto contents = read(bytes);
  if (!contents.ok()) return refused(contents.error());
  const SnapshotContents& first = contents.value();
  // A segment of nothing is never written.
  const bool can_write = write == as_snapshot || !first.changes.empty();
  std::string complaint = can_write ? complaint_about_file(first, read, write) : "";
  if (complaint.empty()) complaint = complaint_about(first.workspace, first.changes);
  return {true, std::move(complaint)};
}

std::vector<Change> decoded(std::string_view plain) {
  return io::begins_columns(plain) ? io::decode_columns(plain) : io::decode_changes(plain);
}

std::string as_rows(const std::vector<Change>& changes) {
  std::vector<std::string> encoded;
  for (const Change& change : changes) encoded.push_back(io::encode_change(change));
  return io::frame_changes(encoded);
}

std::string complaint_about_coding(const std::vector<Change>& changes, std::string_view plain) {
  const std::string rows = as_rows(changes);
  if (!io::begins_columns(plain) && rows != plain) return "the rows have two forms";
  if (io::decode_changes(rows) != changes) return "other changes come out of rows";
  const std::string columns = io::encode_columns(testing::pointers(changes));
  const std::vector<Change> again = io::decode_columns(columns);
  if (again != changes) return "other changes come out of columns";
  if (io::encode_columns(testing::pointers(again)) != columns) return "the columns have two forms";
  return {};
}

}  // namespace

Verdict check_envelope(std::string_view bytes) {
  std::vector<ChunkView> chunks;
  try {
    chunks = io::open_envelope(bytes);
  } catch (const io::Refused& reason) {
    return refused(io::refusal(reason.kind()));
  }
  const std::string once = rebuilt(chunks);
  const std::vector<ChunkView> again = io::open_envelope(once);
  if (!same_chunks(chunks, again)) return {true, "other chunks come out"};
  return {true, rebuilt(again) == once ? "" : "written again it has other bytes"};
}

Verdict check_snapshot(std::string_view bytes) {
  return check_file(bytes, io::read_snapshot, as_snapshot);
}

Verdict check_segment(std::string_view bytes) {
  return check_file(bytes, io::read_segment, as_segment);
}

Verdict check_columns(std::string_view bytes) {
  std::vector<Change> changes;
  try {
    changes = decoded(bytes);
  } catch (const io::Refused& reason) {
    return refused(io::refusal(reason.kind()));
  }
  std::string complaint;
  try {
    complaint = complaint_about_coding(changes, bytes);
  } catch (const io::Refused&) {
    complaint = "what was decoded is refused when it is decoded again";
  }
  if (complaint.empty()) complaint = complaint_about({1, 2}, changes);
  return {true, std::move(complaint)};
}

}  // namespace atlas::fuzz
