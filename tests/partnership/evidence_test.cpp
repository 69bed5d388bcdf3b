#include "partnership/evidence.hpp"

#include <doctest/doctest.h>

#include "document/transaction.hpp"
#include "support/small_workspace.hpp"

namespace atlas {

using test::SmallWorkspace;

TEST_CASE("evidence is a sentence") {
  const SmallWorkspace small;
  const std::vector<EvidenceWords> evidence = evidence_of(small.document, small.board);
  REQUIRE(evidence.size() == 1);
  CHECK(evidence[0].source == small.source);
  CHECK(evidence[0].sentence() == "Inferred from The paper, paragraph 22(a), as at 31 March 2009");
}

TEST_CASE("a record without evidence has none") {
  const SmallWorkspace small;
  CHECK(evidence_of(small.document, small.open).empty());
  CHECK(evidence_of(small.document, RecordId{}).empty());
}

TEST_CASE("further evidence follows with what it says") {
  SmallWorkspace small;
  Transaction transaction(small.document, "Add", {});
  const RecordId further = transaction.create(RecordType::kEvidence, small.board);
  REQUIRE(transaction.set(further, {16}, std::string("It meets monthly.")).ok());
  REQUIRE(transaction.set(further, {18}, true).ok());
  REQUIRE(transaction.set(further, {1}, small.source).ok());
  REQUIRE(transaction.commit().ok());
  const std::vector<EvidenceWords> evidence = evidence_of(small.document, small.board);
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[1].statement == "It meets monthly.");
  CHECK(evidence[1].disagrees);
  CHECK(evidence[1].sentence() == "Stated in The paper");
}

}  // namespace atlas
