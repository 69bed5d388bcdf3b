#include "document/undo.hpp"

#include <doctest/doctest.h>

#include "support/dump.hpp"
#include "support/workspace.hpp"

using namespace atlas;
using namespace atlas::test;

namespace {

void undo(UndoStack& stack, Document& document) {
  const auto done = stack.undo(document, {});
  REQUIRE(done.ok());
}

void redo(UndoStack& stack, Document& document) {
  const auto done = stack.redo(document, {});
  REQUIRE(done.ok());
}

std::string text(const Document& document, RecordId record, FieldNumber number) {
  return text_of(document.get(record, number));
}

}  // namespace

TEST_CASE("undo and redo of every kind of act") {
  Document document = new_document(7);
  UndoStack stack;
  const RecordId board = add(document, RecordType::kBody, "Board");
  const RecordId group = add(document, RecordType::kBody, "Group");
  const std::string start = dump_live(document);
  const auto check = [&](OpId act) {
    const std::string after = dump_live(document);
    stack.committed(act);
    undo(stack, document);
    CHECK(dump_live(document) == start);
    redo(stack, document);
    CHECK(dump_live(document) == after);
    undo(stack, document);
    CHECK(dump_live(document) == start);
  };
  check(set(document, board, field::kName, std::string("The Board")));
  check(set(document, board, field::kNote, NotStated{}));
  check(move(document, group, board));
  check(move(document, group, kRootRecord, {board}));
  check(remove(document, board));
  check(commit(document, "Several", [&](Transaction& transaction) {
    const RecordId made = transaction.create(RecordType::kBody, board);
    REQUIRE(transaction.set(made, field::kName, std::string("New")).ok());
    REQUIRE(transaction.move(group, made).ok());
    REQUIRE(transaction.set(group, field::kName, std::string("One")).ok());
    REQUIRE(transaction.set(group, field::kName, std::string("Two")).ok());
  }));
}

TEST_CASE("a record moved twice in one act goes back step by step") {
  Document document = new_document(7);
  UndoStack stack;
  const RecordId a = add(document, RecordType::kBody, "A");
  const RecordId b = add(document, RecordType::kBody, "B");
  const RecordId moved = add(document, RecordType::kBody, "Moved", a);
  const std::string start = dump_live(document);
  stack.committed(commit(document, "Twice", [&](Transaction& transaction) {
    REQUIRE(transaction.move(moved, b).ok());
    REQUIRE(transaction.remove(a).ok());
    const RecordId made = transaction.create(RecordType::kBody, kRootRecord);
    REQUIRE(transaction.set(made, field::kName, std::string("New")).ok());
    REQUIRE(transaction.move(moved, made).ok());
  }));
  const std::string after = dump_live(document);
  for (int round = 0; round < 2; ++round) {
    undo(stack, document);
    CHECK(dump_live(document) == start);
    redo(stack, document);
    CHECK(dump_live(document) == after);
  }
}

TEST_CASE("the stack says what it would do, and forgets what could be redone") {
  Document document = new_document(7);
  UndoStack stack;
  CHECK_FALSE(stack.can_undo());
  CHECK(stack.undo_message(document).empty());
  const RecordId board = add(document, RecordType::kBody, "Board");
  stack.committed(set(document, board, field::kNote, std::string("x")));
  CHECK(stack.undo_message(document) == "Set");
  undo(stack, document);
  CHECK(document.changes().back()->message == "Undo: Set");
  CHECK_FALSE(stack.can_undo());
  CHECK(stack.redo_message(document) == "Set");
  redo(stack, document);
  CHECK(document.changes().back()->message == "Redo: Set");
  CHECK(stack.undo_message(document) == "Set");
  undo(stack, document);
  stack.committed(set(document, board, field::kNote, std::string("y")));
  CHECK_FALSE(stack.can_redo());
}

TEST_CASE("what somebody else changed meanwhile stays") {
  Document ann = new_document(7);
  Document bob = new_document(8);
  UndoStack stack;
  const RecordId board = add(ann, RecordType::kBody, "Board");
  exchange(ann, bob);

  SUBCASE("later, in the same field") {
    stack.committed(set(ann, board, field::kName, std::string("Ann's")));
    exchange(ann, bob);
    set(bob, board, field::kName, std::string("Bob's"));
    exchange(ann, bob);
    const auto done = stack.undo(ann, {});
    REQUIRE(done.ok());
    CHECK_FALSE(done.value().has_value());
    CHECK_FALSE(stack.can_redo());
    CHECK(text(ann, board, field::kName) == "'Bob's'");
  }
  SUBCASE("at the same time, in the same field") {
    stack.committed(set(ann, board, field::kName, std::string("Ann's")));
    set(bob, board, field::kName, std::string("Bob's"));
    exchange(ann, bob);
    CHECK(ann.clashes().size() == 1);
    undo(stack, ann);
    CHECK(text(ann, board, field::kName) == "'Bob's'");
    CHECK(ann.clashes().empty());
  }
  SUBCASE("in another field of the same act") {
    stack.committed(commit(ann, "Two", [&](Transaction& transaction) {
      REQUIRE(transaction.set(board, field::kName, std::string("Ann's")).ok());
      REQUIRE(transaction.set(board, field::kNote, std::string("Ann's")).ok());
    }));
    exchange(ann, bob);
    set(bob, board, field::kNote, std::string("Bob's"));
    exchange(ann, bob);
    undo(stack, ann);
    CHECK(text(ann, board, field::kName) == "'Board'");
    CHECK(text(ann, board, field::kNote) == "'Bob's'");
  }
  SUBCASE("a move") {
    const RecordId other = add(ann, RecordType::kBody, "Other");
    const RecordId third = add(ann, RecordType::kBody, "Third");
    stack.committed(move(ann, board, other));
    exchange(ann, bob);
    move(bob, board, third);
    exchange(ann, bob);
    const auto done = stack.undo(ann, {});
    REQUIRE(done.ok());
    CHECK_FALSE(done.value().has_value());
    CHECK(ann.find(board)->parent == third);
  }
}

TEST_CASE("a move into what somebody deletes since") {
  Document ann = new_document(7);
  Document bob = new_document(8);
  UndoStack stack;
  const RecordId board = add(ann, RecordType::kBody, "Board");
  const RecordId other = add(ann, RecordType::kBody, "Other");
  stack.committed(move(ann, board, other));
  exchange(ann, bob);

  SUBCASE("undo takes it out of the bin, redo puts it there again, and so on") {
    remove(bob, other);
    exchange(ann, bob);
    for (int i = 0; i < 2; ++i) {
      undo(stack, ann);
      REQUIRE(ann.find_live(board) != nullptr);
      CHECK(ann.find(board)->parent == kRootRecord);
      redo(stack, ann);
      CHECK(ann.find_live(board) == nullptr);
      CHECK(ann.find(board)->parent == other);
    }
  }
  SUBCASE("redo does not put into the bin what undo did not take from it") {
    undo(stack, ann);
    exchange(ann, bob);
    remove(bob, other);
    exchange(ann, bob);
    const auto done = stack.redo(ann, {});
    REQUIRE(done.ok());
    CHECK_FALSE(done.value().has_value());
    CHECK(ann.find_live(board) != nullptr);
  }
}

TEST_CASE("undo of settling brings the clash back, redo settles it again") {
  Document ann = new_document(7);
  Document bob = new_document(8);
  const RecordId board = add(ann, RecordType::kBody, "Board");
  exchange(ann, bob);
  set(ann, board, field::kName, std::string("Ann's"));
  set(bob, board, field::kName, std::string("Bob's"));
  exchange(ann, bob);
  const std::string shown = text(ann, board, field::kName);
  UndoStack stack;
  stack.committed(commit(ann, "Settle", [&](Transaction& transaction) {
    REQUIRE(transaction.settle(board, field::kName, std::string("Ours")).ok());
  }));
  CHECK(ann.clashes().empty());
  undo(stack, ann);
  REQUIRE(ann.clashes().size() == 1);
  CHECK(ann.clashes().front().sides.size() == 2);
  CHECK(text(ann, board, field::kName) == shown);
  redo(stack, ann);
  CHECK(ann.clashes().empty());
  CHECK(text(ann, board, field::kName) == "'Ours'");
}
