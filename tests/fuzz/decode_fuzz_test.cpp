// Decoding with the checksums repaired: mutations of plain archives, of deflated blocks and of
// chunks, put into good files again. Nothing may crash, and whatever is taken must be canonical:
// written and read again it is the same. Seeds are fixed, so a failure repeats.
#include <doctest/doctest.h>

#include "io/change_codec.hpp"
#include "io/compress.hpp"
#include "io/file_tools.hpp"
#include "io/sample_history.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {
namespace {

using testing::LooseFile;
using testing::pick;

constexpr std::uint64_t kInteresting[] = {
    0,
    1,
    12,
    255,
    1U << 16U,
    1U << 27U,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFF,
    (std::uint64_t{1} << 32U) + 1,
    ~std::uint64_t{0} >> 1U,
    ~std::uint64_t{0},
};

void overwrite(std::string& bytes, std::uint64_t value, std::size_t width, std::size_t offset) {
  if (offset + width > bytes.size()) return;
  bytes.replace(offset, width, reinterpret_cast<const char*>(&value), width);
}

void mutate(Random& random, std::string& bytes) {
  if (bytes.empty()) return;
  const std::size_t at = pick(random, bytes.size());
  switch (random.below(7)) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(7)));
      break;
    case 1:
      bytes[at] = static_cast<char>(random.next());
      break;
    case 2:
      overwrite(bytes, kInteresting[random.below(std::size(kInteresting))], 8, at);
      break;
    case 3:
      overwrite(bytes, kInteresting[random.below(std::size(kInteresting))], 4, at);
      break;
    case 4:
      bytes.erase(at, 1 + pick(random, 20));
      break;
    case 5: {
      const std::size_t from = pick(random, bytes.size());
      bytes.insert(at, bytes.substr(from, 1 + pick(random, 40)));
      break;
    }
    default:
      bytes.resize(at);
  }
}

// Whether it was taken; what is taken must survive being written.
bool taken_and_canonical(const std::string& file) {
  const auto contents = read_snapshot(file);
  if (!contents.ok()) {
    CHECK_FALSE(contents.error().sentence().empty());
    return false;
  }
  const SnapshotContents& first = contents.value();
  const auto again =
      SnapshotWriter().write(first.workspace, testing::pointers(first.changes), first.foreign);
  REQUIRE(again.ok());
  const auto second = read_snapshot(again.value());
  REQUIRE(second.ok());
  CHECK(second.value().workspace == first.workspace);
  CHECK(second.value().changes == first.changes);
  return true;
}

std::string plain_archive(const std::vector<Change>& changes) {
  std::vector<std::string> encoded;
  for (const Change& change : changes) encoded.push_back(encode_change(change));
  return frame_changes(encoded);
}

TEST_CASE("mutated archives inside good blocks") {
  int taken = 0;
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    std::string plain = plain_archive(random.one_in(3)   ? testing::one_of_everything()
                                      : random.one_in(3) ? testing::one_of_everything_erased()
                                                         : testing::random_history(random, 4));
    for (std::uint64_t n = 1 + random.below(4); n > 0; --n) mutate(random, plain);
    taken += taken_and_canonical(testing::file_around(plain)) ? 1 : 0;
  }
  CHECK(taken > 100);  // the mutations get past the first checks
}

TEST_CASE("mutated blocks inside good chunks") {
  const std::vector<Change> changes = testing::one_of_everything();
  const std::string file =
      SnapshotWriter().write(testing::kSampleWorkspace, testing::pointers(changes)).value();
  const LooseFile good = testing::take_apart(file);
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    LooseFile loose = good;
    for (std::uint64_t n = 1 + random.below(3); n > 0; --n) {
      mutate(random, loose.chunks[pick(random, loose.chunks.size())].bytes);
    }
    taken_and_canonical(testing::put_together(loose));
  }
}

TEST_CASE("mutated chunks inside good envelopes") {
  SeededRandom source(99);
  const std::vector<Change> changes = testing::random_history(source, 500);
  const std::vector<ForeignChunk> foreign = {{chunk_type("NEWS"), 0, "passed on"}};
  const std::string file =
      SnapshotWriter()
          .write(testing::kSampleWorkspace, testing::pointers(changes), foreign)
          .value();
  const LooseFile good = testing::take_apart(file);
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    LooseFile loose = good;
    const std::size_t a = pick(random, loose.chunks.size());
    const std::size_t b = pick(random, loose.chunks.size());
    switch (random.below(5)) {
      case 0:
        std::swap(loose.chunks[a], loose.chunks[b]);
        break;
      case 1:
        loose.chunks.push_back(loose.chunks[a]);
        break;
      case 2:
        loose.chunks.erase(loose.chunks.begin() + static_cast<std::ptrdiff_t>(a));
        break;
      case 3:
        loose.chunks[a].flags = static_cast<std::uint32_t>(random.below(4));
        break;
      default:
        loose.chunks[a].type.code ^= 1U << random.below(32);
    }
    taken_and_canonical(testing::put_together(loose));
  }
}

}  // namespace
}  // namespace atlas::io
