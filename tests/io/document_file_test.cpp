// Documents through files: what is saved is what is opened, wherever it was made.
#include <doctest/doctest.h>

#include "document/transaction.hpp"
#include "io/sample_history.hpp"
#include "io/segment.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {
namespace {

constexpr ReplicaId kHere{0x1111};
constexpr ReplicaId kThere{0x2222};
constexpr FieldNumber kName{16};

RecordId add_body(Document& document, const char* name) {
  Transaction transaction(document, "Add a body", {1'700'000'000'000, "Zoë"});
  const RecordId id = transaction.create(RecordType::kBody, kRootRecord);
  REQUIRE(transaction.set(id, kName, std::string(name)).ok());
  REQUIRE(transaction.commit().ok());
  return id;
}

Document opened(const std::string& file, ReplicaId self) {
  auto contents = read_snapshot(file);
  REQUIRE(contents.ok());
  Document document(contents.value().workspace, self);
  REQUIRE(document.integrate(std::move(contents.value().changes)).ok());
  return document;
}

TEST_CASE("a saved document opens elsewhere with the same content and the same bytes") {
  Document document(testing::kSampleWorkspace, kHere);
  const RecordId board = add_body(document, "Board – £20,000 ŵ");
  add_body(document, "Group");
  const std::string file = write_snapshot(document).value();
  const Document copy = opened(file, kThere);
  CHECK(copy.workspace() == document.workspace());
  CHECK(copy.get(board, kName) == document.get(board, kName));
  CHECK(copy.records_of(RecordType::kBody) == document.records_of(RecordType::kBody));
  CHECK(write_snapshot(copy).value() == file);
}

TEST_CASE("two who merged each other's work save the same bytes") {
  Document here(testing::kSampleWorkspace, kHere);
  add_body(here, "Board");
  Document there = opened(write_snapshot(here).value(), kThere);
  add_body(here, "Made here");
  add_body(there, "Made there");
  const std::string of_here = write_snapshot(here).value();
  const std::string of_there = write_snapshot(there).value();
  CHECK(of_here != of_there);
  REQUIRE(here.integrate(read_snapshot(of_there).value().changes).ok());
  REQUIRE(there.integrate(read_snapshot(of_here).value().changes).ok());
  CHECK(write_snapshot(here).value() == write_snapshot(there).value());
}

TEST_CASE("segments in any order, some twice, give the document that wrote them") {
  Document document(testing::kSampleWorkspace, kHere);
  std::vector<std::string> segments;
  for (const char* name : {"One", "Two", "Three", "Four"}) {
    const std::vector<OpId> before = document.version();
    add_body(document, name);
    segments.push_back(
        write_segment(document.workspace(), document.changes_since(before)).value().bytes);
  }
  Document copy(testing::kSampleWorkspace, kThere);
  for (const std::size_t i : {2U, 0U, 3U, 0U, 1U, 2U}) {
    CHECK(copy.integrate(read_segment(segments[i]).value().changes).ok());
  }
  CHECK(write_snapshot(copy).value() == write_snapshot(document).value());
}

TEST_CASE("changes that wait for others are saved too") {
  Document document(testing::kSampleWorkspace, kHere);
  add_body(document, "One");
  const std::vector<OpId> before = document.version();
  add_body(document, "Two");
  const auto later = write_segment(document.workspace(), document.changes_since(before)).value();
  Document copy(testing::kSampleWorkspace, kThere);
  REQUIRE(copy.integrate(read_segment(later.bytes).value().changes).ok());
  REQUIRE(copy.waiting().size() == 1);
  Document again = opened(write_snapshot(copy).value(), kThere);
  CHECK(again.waiting().size() == 1);
  REQUIRE(again.integrate(read_snapshot(write_snapshot(document).value()).value().changes).ok());
  CHECK(again.waiting().empty());
  CHECK(write_snapshot(again).value() == write_snapshot(document).value());
}

TEST_CASE("operations and values of a newer version pass through a document") {
  const std::vector<Change> changes = testing::one_of_everything();
  Document document(testing::kSampleWorkspace, kHere);
  REQUIRE(document.integrate(changes).ok());
  const std::string file = write_snapshot(document).value();
  CHECK(read_snapshot(file).value().changes == changes);
  add_body(document, "Mine");
  const auto after = read_snapshot(write_snapshot(document).value()).value().changes;
  CHECK(std::vector<Change>(after.begin(), after.begin() + 3) == changes);
}

}  // namespace
}  // namespace atlas::io
