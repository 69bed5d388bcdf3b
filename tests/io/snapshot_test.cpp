#include "io/snapshot.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "io/compress.hpp"
#include "io/file_tools.hpp"
#include "io/limits.hpp"
#include "io/sample_history.hpp"
#include "io/segment.hpp"

namespace atlas::io {
namespace {

using testing::kSampleWorkspace;
using testing::pointers;

std::string written(const std::vector<Change>& changes,
                    std::span<const ForeignChunk> foreign = {}) {
  return SnapshotWriter().write(kSampleWorkspace, pointers(changes), foreign).value();
}

ErrorCode refused_as(const std::string& file) {
  const auto contents = read_snapshot(file);
  REQUIRE_FALSE(contents.ok());
  CHECK(contents.error().kept == "Nothing was changed.");
  CHECK_FALSE(contents.error().happened.empty());
  CHECK_FALSE(contents.error().next.empty());
  return contents.error().code;
}

TEST_CASE("a snapshot comes back as it was") {
  SeededRandom random(3);
  for (const std::size_t count : {0U, 1U, 40U, 3000U}) {
    const std::vector<Change> changes = testing::random_history(random, count);
    const std::string file = written(changes);
    const auto contents = read_snapshot(file);
    REQUIRE(contents.ok());
    CHECK(contents.value().workspace == kSampleWorkspace);
    CHECK(contents.value().changes == changes);
    CHECK(contents.value().foreign.empty());
    CHECK(written(contents.value().changes) == file);
  }
}

TEST_CASE("the order in which changes arrived does not show in the bytes") {
  SeededRandom random(4);
  const std::vector<Change> changes = testing::random_history(random, 500);
  const std::string file = written(changes);
  std::vector<const Change*> shuffled = pointers(changes);
  for (int round = 0; round < 5; ++round) {
    for (std::size_t i = shuffled.size(); i > 1; --i) {
      std::swap(shuffled[i - 1], shuffled[testing::pick(random, i)]);
    }
    CHECK(SnapshotWriter().write(kSampleWorkspace, shuffled).value() == file);
  }
}

TEST_CASE("a writer keeps finished blocks and writes what a fresh one would") {
  SeededRandom random(5);
  const std::vector<Change> changes = testing::random_history(random, 16'000);
  SnapshotWriter writer;
  std::size_t blocks = 0;
  for (const std::size_t count : {12'000U, 12'001U, 15'600U, 16'000U}) {
    const std::vector<Change> some(changes.begin(), changes.begin() + count);
    const std::string file = writer.write(kSampleWorkspace, pointers(some)).value();
    CHECK(file == written(some));
    if (count != 12'000U) CHECK(writer.reused_blocks() >= blocks);
    blocks = testing::take_apart(file).chunks.size() - 2;  // header and unfinished block
    CHECK(blocks >= 3);
  }
  // A change from elsewhere, early in the order: the blocks behind it are made again.
  std::vector<Change> merged = changes;
  Change early = changes[100];
  early.replica = ReplicaId{0x55};
  early.parents.clear();
  merged.push_back(early);
  CHECK(writer.write(kSampleWorkspace, pointers(merged)).value() ==
        SnapshotWriter().write(kSampleWorkspace, pointers(merged)).value());
  CHECK(writer.reused_blocks() < blocks);
  writer.forget();
  static_cast<void>(writer.write(kSampleWorkspace, pointers(merged)).value());
  CHECK(writer.reused_blocks() == 0);
}

TEST_CASE("what is not ours is told apart from what is damaged") {
  const std::string file = written(testing::one_of_everything());
  CHECK(refused_as("PK\x03\x04 something else entirely") == ErrorCode::kNotOurs);
  CHECK(refused_as("a") == ErrorCode::kNotOurs);
  CHECK(refused_as("") == ErrorCode::kDamaged);
  CHECK(refused_as(file.substr(0, 5)) == ErrorCode::kDamaged);
  std::string as_text = file;
  as_text.erase(as_text.find('\r'), 1);
  CHECK(refused_as(as_text) == ErrorCode::kDamaged);
  CHECK(refused_as(file + "x") == ErrorCode::kDamaged);
  CHECK(read_snapshot("").error().happened == "This file is empty.");
  CHECK(read_snapshot(file.substr(0, 50)).error().happened ==
        "This file is cut short: its end is missing.");
}

TEST_CASE("newer files are refused in plain words, and only when they say that they must be") {
  testing::LooseFile loose = testing::take_apart(written(testing::one_of_everything()));
  loose.version = 7;
  CHECK(read_snapshot(testing::put_together(loose)).ok());
  loose.min_reader = kFormatVersion + 1;
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kNewer);
  loose.min_reader = 8;
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kDamaged);
}

TEST_CASE("chunks of a newer version are passed on, critical ones refused") {
  const std::vector<Change> changes = testing::one_of_everything();
  const std::vector<ForeignChunk> foreign = {{chunk_type("ZNEW"), 0, "later"},
                                             {chunk_type("ANEW"), 2, ""},
                                             {chunk_type("ZNEW"), 0, "later"}};
  const std::string file = written(changes, foreign);
  const auto contents = read_snapshot(file);
  REQUIRE(contents.ok());
  CHECK(contents.value().changes == changes);
  CHECK(contents.value().foreign.size() == 2);
  CHECK(written(contents.value().changes, contents.value().foreign) == file);

  testing::LooseFile loose = testing::take_apart(file);
  loose.chunks.back().flags = kCriticalChunk;
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kNewer);
  loose = testing::take_apart(file);
  loose.chunks.front().flags |= 2U;  // the header in some new way
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kNewer);
}

TEST_CASE("chunks out of order, twice or missing are refused") {
  const testing::LooseFile good = testing::take_apart(written(testing::one_of_everything()));
  testing::LooseFile loose = good;
  loose.chunks.push_back(good.chunks[1]);
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kDamaged);
  loose = good;
  loose.chunks.push_back(good.chunks[0]);
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kDamaged);
  loose = good;
  loose.chunks.erase(loose.chunks.begin());
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kDamaged);
  loose.chunks.clear();
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kDamaged);
}

TEST_CASE("a chunk or a block that claims too much is refused") {
  const std::string file = written(testing::one_of_everything());
  for (const std::uint64_t length :
       {std::uint64_t{1} << 27U, (std::uint64_t{1} << 32U) + 1, std::uint64_t{1} << 63U}) {
    std::string bytes = file;
    bytes.replace(28 + 8, 8, reinterpret_cast<const char*>(&length), 8);
    CHECK(refused_as(bytes) == ErrorCode::kTooLarge);
    testing::LooseFile loose = testing::take_apart(file);
    loose.chunks[1].bytes = testing::raw_block(1, length, loose.chunks[1].bytes.substr(9));
    CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kTooLarge);
  }
}

TEST_CASE("many modest claims are added up before anything is inflated") {
  testing::LooseFile loose = testing::take_apart(written({}));
  const std::string zeros = pack_block(std::string(200, '\0')).substr(9);
  const std::string block =
      testing::raw_block(1, limits::kMaxBlockBytes, zeros + std::string(400U << 10U, '\0'));
  for (std::uint64_t i = 0; i <= limits::kMaxHistoryBytes / limits::kMaxBlockBytes; ++i) {
    loose.chunks.push_back({kHistoryChunk, kCriticalChunk, block});
  }
  CHECK(refused_as(testing::put_together(loose)) == ErrorCode::kTooLarge);
}

TEST_CASE("segments are named by their content and are no snapshots") {
  const std::vector<Change> changes = testing::one_of_everything();
  const NamedFile segment = write_segment(kSampleWorkspace, pointers(changes)).value();
  CHECK(segment.name.substr(0, 38) == "seg-00000000000000a1-0000000000000001-");
  CHECK(name_fits(segment.name, segment.bytes));
  CHECK_FALSE(name_fits(segment.name, segment.bytes + "x"));
  CHECK_FALSE(name_fits("other", segment.bytes));
  const auto contents = read_segment(segment.bytes);
  REQUIRE(contents.ok());
  CHECK(contents.value().changes == changes);

  const auto as_file = read_snapshot(segment.bytes);
  REQUIRE_FALSE(as_file.ok());
  CHECK(as_file.error().code == ErrorCode::kNotOurs);
  const std::string snapshot = written(changes);
  CHECK_FALSE(read_segment(snapshot).ok());
  CHECK(name_fits(base_name(snapshot), snapshot));
  CHECK(to_hex(kSampleWorkspace) == "0123456789abcdeffedcba9876543210");
}

}  // namespace
}  // namespace atlas::io
