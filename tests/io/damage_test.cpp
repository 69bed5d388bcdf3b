// Whole files, damaged in every place: refused or harmless, never taken with other content.
#include <doctest/doctest.h>

#include "io/sample_history.hpp"
#include "io/segment.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {
namespace {

std::string sample_file() {
  const std::vector<Change> changes = testing::one_of_everything();
  return SnapshotWriter().write(testing::kSampleWorkspace, testing::pointers(changes)).value();
}

TEST_CASE("any bit flipped anywhere is refused") {
  const std::string file = sample_file();
  for (std::size_t i = 0; i < file.size(); ++i) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string bytes = file;
      bytes[i] = static_cast<char>(static_cast<unsigned char>(bytes[i]) ^ (1U << bit));
      const bool refused = !read_snapshot(bytes).ok();
      if (!refused) CAPTURE(i);
      CHECK(refused);
    }
  }
}

TEST_CASE("several bits flipped at once are refused") {
  const std::string file = sample_file();
  SeededRandom random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = file;
    for (std::uint64_t flips = 2 + random.below(6); flips > 0; --flips) {
      bytes[testing::pick(random, bytes.size())] = static_cast<char>(random.next());
    }
    if (bytes != file) CHECK_FALSE(read_snapshot(bytes).ok());
  }
}

TEST_CASE("a file cut at any length is refused, and so is one with a torn tail") {
  const std::string file = sample_file();
  for (std::size_t length = 0; length < file.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(read_snapshot(file.substr(0, length)).ok());
    std::string torn = file;
    torn.replace(length, std::string::npos, std::string(file.size() - length, '\0'));
    if (torn != file) CHECK_FALSE(read_snapshot(torn).ok());
    CHECK_FALSE(read_segment(file.substr(0, length)).ok());
  }
}

}  // namespace
}  // namespace atlas::io
