// Every format version that was ever written has a file here and is read for ever. README.md says
// how such a file is made.
#include <doctest/doctest.h>

#include <fstream>

#include "io/sample_history.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {
namespace {

const std::vector<ForeignChunk> kForeign = {{chunk_type("NEWS"), 0, "of a newer version"}};

std::string written() {
  const std::vector<Change> changes = testing::one_of_everything();
  return SnapshotWriter()
      .write(testing::kSampleWorkspace, testing::pointers(changes), kForeign)
      .value();
}

TEST_CASE("a file of format version 2 is read as it was meant") {
  const auto contents = read_snapshot(testing::read_test_file("golden/format_2.atlas"));
  REQUIRE(contents.ok());
  CHECK(contents.value().workspace == testing::kSampleWorkspace);
  CHECK(testing::dump(contents.value().changes) == testing::read_test_file("golden/format_2.txt"));
  CHECK(contents.value().foreign == kForeign);
}

TEST_CASE("format version 2 is still written byte for byte") {
  const bool same = written() == testing::read_test_file("golden/format_2.atlas");
  CHECK(same);
}

TEST_CASE("write the golden files of format version 2" * doctest::skip()) {
  const std::string folder = std::string(ATLAS_SOURCE_DIR) + "/tests/golden/";
  std::ofstream(folder + "format_2.atlas", std::ios::binary) << written();
  std::ofstream(folder + "format_2.txt", std::ios::binary)
      << testing::dump(testing::one_of_everything());
}

}  // namespace
}  // namespace atlas::io
