// A file of format version 2 in which something was erased for good: kinds that came later and
// needed no new version. Read for ever, like the others.
#include <doctest/doctest.h>

#include "document/erasure.hpp"
#include "io/sample_history.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {
namespace {

TEST_CASE("a file with erased text is read as it was meant") {
  const auto contents = read_snapshot(testing::read_test_file("golden/format_2_erased.atlas"));
  REQUIRE(contents.ok());
  CHECK(testing::dump(contents.value().changes) ==
        testing::read_test_file("golden/format_2_erased.txt"));
}

TEST_CASE("the golden files come together: what one has erased is erased") {
  Document document(testing::kSampleWorkspace, ReplicaId{1});
  for (const char* file : {"golden/format_2.atlas", "golden/format_2_erased.atlas"}) {
    auto contents = read_snapshot(testing::read_test_file(file));
    REQUIRE(contents.ok());
    // The third change has an erasing operation in one of them only: another change of that name.
    contents.value().changes.pop_back();
    REQUIRE(document.integrate(contents.value().changes).ok());
  }
  CHECK(find_text(document, "First line").empty());
  CHECK(find_text(document, "Board –").empty());
  CHECK(document.changes().front()->author.empty());
}

}  // namespace
}  // namespace atlas::io
