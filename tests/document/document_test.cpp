#include "document/document.hpp"

#include <doctest/doctest.h>

#include "support/change_builder.hpp"
#include "support/dump.hpp"
#include "support/workspace.hpp"

using namespace atlas;
using namespace atlas::test;

TEST_CASE("an empty workspace answers every question") {
  const Document document = new_document(7);
  CHECK(document.workspace() == WorkspaceId{1, 2});
  CHECK(document.self() == ReplicaId{7});
  CHECK(document.revision() == 0);
  CHECK(document.find(kRootRecord) == nullptr);
  CHECK(document.find_live({{7}, 1}) == nullptr);
  CHECK(is_unset(document.get({{7}, 1}, field::kName)));
  CHECK(document.children(kRootRecord).empty());
  CHECK(document.children({{7}, 1}).empty());
  CHECK(document.records_of(RecordType::kBody).empty());
  CHECK(document.referrers({{7}, 1}).empty());
  CHECK(document.changes().empty());
  CHECK(document.version().empty());
  CHECK(document.clashes().empty());
  CHECK(document.live_count() == 0);
}

TEST_CASE("children stand in their order, without those in the bin") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const RecordId b = add(document, RecordType::kBody, "B", board);
  const RecordId d = add(document, RecordType::kAction, "D", board);
  const RecordId a = add(document, RecordType::kBody, "A", board, {b});
  const RecordId c = add(document, RecordType::kBody, "C", board, {d});
  CHECK(document.children(board) == std::vector{a, b, c, d});
  CHECK(document.children(board, RecordType::kBody) == std::vector{a, b, c});
  remove(document, b);
  CHECK(document.children(board) == std::vector{a, c, d});
  CHECK(document.records_of(RecordType::kBody) == std::vector{board, a, c});
  CHECK(document.live_count() == 4);
  CHECK(document.find(b)->deleted);
  CHECK(document.find_live(b) == nullptr);
}

TEST_CASE("what is below a record in the bin is not live") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const RecordId group = add(document, RecordType::kBody, "Group", board);
  remove(document, board);
  CHECK(document.find_live(group) == nullptr);
  CHECK_FALSE(document.find(group)->deleted);
  CHECK(document.children(board).empty());
  CHECK(document.live_count() == 0);
}

TEST_CASE("referrers follow the values that are shown") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const RecordId group = add(document, RecordType::kBody, "Group");
  RecordId line;
  commit(document, "Add line", [&](Transaction& transaction) {
    line = transaction.create(RecordType::kLine, kRootRecord);
    REQUIRE(transaction.set(line, field::kLineFrom, group).ok());
    REQUIRE(transaction.set(line, field::kLineTo, board).ok());
    REQUIRE(transaction.set(line, field::kLineKind, Choice{1}).ok());
  });
  REQUIRE(document.referrers(board).size() == 1);
  CHECK(document.referrers(board).front().record == line);
  CHECK(document.referrers(board).front().field == field::kLineTo);
  set(document, line, field::kLineTo, group);
  CHECK(document.referrers(board).empty());
  CHECK(document.referrers(group).size() == 2);
  remove(document, line);
  CHECK(document.referrers(group).empty());
}

TEST_CASE("the revision grows with what has an effect, and only then") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const std::uint64_t revision = document.revision();
  std::vector<Change> same;
  for (const Change* change : document.changes()) same.push_back(*change);
  REQUIRE(document.integrate(same).ok());
  CHECK(document.revision() == revision);
  set(document, board, field::kName, std::string("The Board"));
  CHECK(document.revision() > revision);
}

TEST_CASE("records and fields of a newer version are kept and passed on") {
  const RecordId strange{{50}, 1};
  const Change newer = change_on(
      {50}, {},
      {CreateOp{strange, 9999, kRootRecord, kFirstKey}, SetOp{strange, 16, std::string("?"), {}},
       SetOp{strange, 700, UnknownValue{44, std::string("\0\1", 2)}, {}}, UnknownOp{31, "bytes"}});
  Document document = new_document(7);
  REQUIRE(document.integrate({newer}).ok());
  REQUIRE(document.find_live(strange) != nullptr);
  CHECK(document.get(strange, {700}) == Value(UnknownValue{44, std::string("\0\1", 2)}));
  CHECK(title_of(document, strange) == "(From a newer version)");
  // Through this version to a third copy.
  Document third = new_document(8);
  exchange(document, third);
  REQUIRE(third.changes().size() == 1);
  CHECK(*third.changes().front() == newer);
}

TEST_CASE("a change is found by any of its operations") {
  Document document = new_document(7);
  add(document, RecordType::kBody, "Board");
  REQUIRE(document.find_change({{7}, 2}) != nullptr);
  CHECK(document.find_change({{7}, 2})->message == "Add Board");
  CHECK(document.find_change({{7}, 3}) == nullptr);
  CHECK(document.find_change({{8}, 1}) == nullptr);
}

TEST_CASE("a record created twice is one record") {
  const RecordId key{{99}, 5};
  const Change first = change_on({10}, {}, {create(key), SetOp{key, 16, std::string("Same"), {}}});
  const Change second = change_on({20}, {}, {create(key), SetOp{key, 16, std::string("Same"), {}}});
  Document document = new_document(7);
  REQUIRE(document.integrate({second}).ok());
  REQUIRE(document.integrate({first}).ok());
  CHECK(document.children(kRootRecord) == std::vector{key});
  CHECK(document.clashes().empty());
}
