// Version 2 kept value kinds, numbers and replaced ids in a plainer way; files of it are read for
// ever.
#include <doctest/doctest.h>

#include "io/sample_history.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {
namespace {

const std::vector<ForeignChunk> kForeign = {{chunk_type("NEWS"), 0, "of a newer version"}};

TEST_CASE("a file of format version 2 is read as it was meant") {
  const auto contents = read_snapshot(testing::read_test_file("golden/format_2.atlas"));
  REQUIRE(contents.ok());
  CHECK(contents.value().workspace == testing::kSampleWorkspace);
  CHECK(testing::dump(contents.value().changes) == testing::read_test_file("golden/format_2.txt"));
  CHECK(contents.value().foreign == kForeign);
}

}  // namespace
}  // namespace atlas::io
