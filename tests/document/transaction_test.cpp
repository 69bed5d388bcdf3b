#include "document/transaction.hpp"

#include <doctest/doctest.h>

#include "support/dump.hpp"
#include "support/workspace.hpp"

using namespace atlas;
using namespace atlas::test;

TEST_CASE("an act becomes one change with author, time and message") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  REQUIRE(document.changes().size() == 1);
  const Change& change = *document.changes().front();
  CHECK(change.author == "Ann");
  CHECK(change.time_ms == 1'000);
  CHECK(change.message == "Add Board");
  CHECK(change.operations.size() == 2);
  CHECK(board == RecordId{{7}, 1});
  set(document, board, field::kName, std::string("The Board"));
  const Change& second = *document.changes().back();
  CHECK(second.parents == std::vector{change.last_id()});
  CHECK(second.lamport == 3);
  CHECK(second.first_counter == 3);
}

TEST_CASE("reads see what the transaction has done; dropping it leaves nothing") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const std::string before = dump(document);
  {
    Transaction transaction(document, "Try", {});
    CHECK(transaction.empty());
    const RecordId group = transaction.create(RecordType::kBody, board);
    REQUIRE(transaction.set(group, field::kName, std::string("Group")).ok());
    REQUIRE(transaction.set(board, field::kName, std::string("Other")).ok());
    CHECK_FALSE(transaction.empty());
    CHECK(title_of(document, group) == "Group");
    CHECK(title_of(document, board) == "Other");
    CHECK(document.children(board) == std::vector{group});
    CHECK(document.changes().size() == 1);
  }
  CHECK(dump(document) == before);
  CHECK(document.changes().size() == 1);
  CHECK(add(document, RecordType::kBody, "Next") == RecordId{{7}, 3});
}

TEST_CASE("setting what is there adds no operation; an empty transaction is no change") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  Transaction transaction(document, "Nothing", {});
  REQUIRE(transaction.set(board, field::kName, std::string("Board")).ok());
  REQUIRE(transaction.set(board, field::kNote, Unset{}).ok());
  REQUIRE(transaction.set(board, field::kNote, std::string()).ok());
  REQUIRE(transaction.move(board, kRootRecord).ok());
  REQUIRE(transaction.restore(board).ok());
  CHECK(transaction.empty());
  const auto committed = transaction.commit();
  REQUIRE(committed.ok());
  CHECK_FALSE(committed.value().has_value());
  CHECK(document.changes().size() == 1);
}

TEST_CASE("what the schema does not allow is refused, and the rest goes on") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  Transaction transaction(document, "Edit", {});
  const Result<> refused = transaction.set(board, field::kBodyKind, Choice{999});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().kept == "Nothing was changed.");
  CHECK(transaction.empty());
  REQUIRE(transaction.set(board, field::kBodyKind, Choice{1}).ok());
  CHECK(transaction.commit().value().has_value());
}

TEST_CASE("of several values at once each that is not allowed is told, and the others stand") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const std::string before = dump(document);
  {
    Transaction transaction(document, "Set", {});
    const auto refused = transaction.set_all(
        board, {{field::kName, true}, {field::kNote, std::string("A note")}, {{9999}, true}});
    REQUIRE(refused.size() == 2);
    CHECK(refused[0].field == field::kName);
    CHECK(refused[1].field == FieldNumber{9999});
    CHECK(std::get<std::string>(document.get(board, field::kNote)) == "A note");
    CHECK(title_of(document, board) == "Board");
    CHECK(transaction.set_all({{9}, 9}, {{field::kNote, true}}).size() == 1);
  }
  CHECK(dump(document) == before);
}

TEST_CASE("clearing a field removes it") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  set(document, board, field::kNote, std::string("Something"));
  set(document, board, field::kNote, Unset{});
  CHECK(is_unset(document.get(board, field::kNote)));
  CHECK(document.find(board)->fields.size() == 1);
}

TEST_CASE("a required field cannot be left out of a new record") {
  Document document = new_document(7);
  Transaction transaction(document, "Add", {});
  const RecordId made = transaction.create(RecordType::kAction, kRootRecord);
  const auto refused = transaction.commit();
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().sentence() ==
        "A new record of the kind “Action” needs “Action”. It was not added. Fill it in.");
  REQUIRE(transaction.set(made, field::kName, std::string("Write it")).ok());
  CHECK(transaction.commit().ok());
  CHECK(document.children(kRootRecord) == std::vector{made});
}

TEST_CASE("a new record that is removed again needs nothing") {
  Document document = new_document(7);
  Transaction transaction(document, "Add", {});
  const RecordId made = transaction.create(RecordType::kAction, kRootRecord);
  REQUIRE(transaction.remove(made).ok());
  CHECK(transaction.commit().ok());
}

TEST_CASE("nothing is created where nothing is") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  remove(document, board);
  Transaction transaction(document, "Add", {});
  CHECK(transaction.create(RecordType::kBody, board).is_null());
  CHECK(transaction.create(RecordType::kBody, {{9}, 9}).is_null());
  CHECK_FALSE(transaction.set(kRootRecord, field::kName, std::string("x")).ok());
  CHECK_FALSE(transaction.set(board, field::kName, std::string("x")).ok());
  CHECK_FALSE(transaction.move(board, kRootRecord).ok());
  CHECK_FALSE(transaction.remove(board).ok());
  CHECK_FALSE(transaction.restore({{9}, 9}).ok());
  CHECK(transaction.empty());
}

TEST_CASE("nothing is moved under itself") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const RecordId group = add(document, RecordType::kBody, "Group", board);
  Transaction transaction(document, "Move", {});
  const Result<> refused = transaction.move(board, group);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().happened ==
        "“Board” cannot be put under itself or under something below it.");
  CHECK_FALSE(transaction.move(board, board).ok());
  CHECK(transaction.move(group, kRootRecord).ok());
  CHECK(document.children(kRootRecord) == std::vector{board, group});
}

TEST_CASE("moving within the siblings") {
  Document document = new_document(7);
  std::vector<RecordId> made;
  for (const char* name : {"A", "B", "C", "D"}) {
    made.push_back(add(document, RecordType::kBody, name));
  }
  move(document, made[3], kRootRecord, {made[0]});
  CHECK(document.children(kRootRecord) == std::vector{made[3], made[0], made[1], made[2]});
  move(document, made[0], kRootRecord);
  CHECK(document.children(kRootRecord) == std::vector{made[3], made[1], made[2], made[0]});
  // Where it is already: before itself, before its next, at the end.
  Transaction transaction(document, "Stay", {});
  REQUIRE(transaction.move(made[1], kRootRecord, {made[2]}).ok());
  REQUIRE(transaction.move(made[1], kRootRecord, {made[1]}).ok());
  REQUIRE(transaction.move(made[0], kRootRecord).ok());
  CHECK(transaction.empty());
}

TEST_CASE("the bin gives back a record with all that was in it") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const RecordId group = add(document, RecordType::kBody, "Group", board);
  const std::string before = dump(document);
  remove(document, board);
  commit(document, "Restore",
         [&](Transaction& transaction) { REQUIRE(transaction.restore(board).ok()); });
  CHECK(dump(document) == before);
  CHECK(document.children(board) == std::vector{group});
}

TEST_CASE("a copy whose own later edits are missing does not write over them") {
  Document full = new_document(7);
  add(full, RecordType::kBody, "One");
  add(full, RecordType::kBody, "Two");
  Document old = new_document(7);
  REQUIRE(old.integrate({*full.changes()[1]}).ok());
  CHECK(old.waiting().size() == 1);
  Transaction transaction(old, "Add", {});
  const RecordId made = transaction.create(RecordType::kBody, kRootRecord);
  REQUIRE(transaction.set(made, field::kName, std::string("Three")).ok());
  const auto refused = transaction.commit();
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::kConflict);
}
