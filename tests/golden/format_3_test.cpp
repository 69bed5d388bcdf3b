// Every format version that was ever written has a file here and is read for ever. README.md says
// how such a file is made. That of version 3 has erased and left out values as well.
#include <doctest/doctest.h>

#include <fstream>

#include "io/sample_history.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {
namespace {

const std::vector<ForeignChunk> kForeign = {{chunk_type("NEWS"), 0, "of a newer version"}};

std::vector<Change> sample() {
  std::vector<Change> changes = testing::one_of_everything();
  for (Operation& operation : changes.front().operations) {
    auto* set = std::get_if<SetOp>(&operation);
    if (set == nullptr) continue;
    if (std::holds_alternative<Money>(set->value)) set->value = LeftOut{};
    if (std::holds_alternative<Date>(set->value)) set->value = Erased{};
  }
  return changes;
}

std::string written() {
  const std::vector<Change> changes = sample();
  return SnapshotWriter()
      .write(testing::kSampleWorkspace, testing::pointers(changes), kForeign)
      .value();
}

TEST_CASE("a file of format version 3 is read as it was meant") {
  const auto contents = read_snapshot(testing::read_test_file("golden/format_3.atlas"));
  REQUIRE(contents.ok());
  CHECK(contents.value().workspace == testing::kSampleWorkspace);
  CHECK(contents.value().changes == sample());
  CHECK(testing::dump(contents.value().changes) == testing::read_test_file("golden/format_3.txt"));
  CHECK(contents.value().foreign == kForeign);
}

TEST_CASE("format version 3 is still written byte for byte") {
  const bool same = written() == testing::read_test_file("golden/format_3.atlas");
  CHECK(same);
}

TEST_CASE("write the golden files of format version 3" * doctest::skip()) {
  const std::string folder = std::string(ATLAS_SOURCE_DIR) + "/tests/golden/";
  std::ofstream(folder + "format_3.atlas", std::ios::binary) << written();
  std::ofstream(folder + "format_3.txt", std::ios::binary) << testing::dump(sample());
}

}  // namespace
}  // namespace atlas::io
