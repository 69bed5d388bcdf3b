#include "document/clash.hpp"

#include <doctest/doctest.h>

#include "support/dump.hpp"
#include "support/workspace.hpp"

using namespace atlas;
using namespace atlas::test;

namespace {

// Two copies of one workspace with three bodies.
struct Two {
  Document ann = new_document(7);
  Document bob = new_document(8);
  RecordId board = add(ann, RecordType::kBody, "Board");
  RecordId group = add(ann, RecordType::kBody, "Group", board);
  RecordId forum = add(ann, RecordType::kBody, "Forum");
  Two() { exchange(ann, bob); }
  void meet() {
    exchange(ann, bob);
    CHECK(dump(ann) == dump(bob));
  }
};

}  // namespace

TEST_CASE("two values in one field: both kept, the later shown, listed until settled") {
  Two two;
  set(two.ann, two.board, field::kName, std::string("Ann's"));
  set(two.bob, two.board, field::kName, std::string("Bob's"));
  two.meet();
  const std::vector<Clash> clashes = two.ann.clashes();
  REQUIRE(clashes.size() == 1);
  CHECK(clashes[0].kind == ClashKind::kField);
  CHECK(clashes[0].record == two.board);
  CHECK(clashes[0].field == field::kName);
  REQUIRE(clashes[0].sides.size() == 2);
  CHECK(clashes[0].sides[0].value == Value(std::string("Bob's")));
  CHECK(clashes[0].sides[0].change->replica == ReplicaId{8});
  CHECK(clashes[0].sides[1].value == Value(std::string("Ann's")));
  CHECK(clashes[0].sides[1].change->author == "Ann");
  CHECK(two.ann.get(two.board, field::kName) == Value(std::string("Bob's")));
  CHECK(two.ann.find(two.board)->fields.find(16)->second.others().size() == 1);

  SUBCASE("settled by one, it is settled for both") {
    commit(two.ann, "Settle", [&](Transaction& transaction) {
      REQUIRE(transaction.settle(two.board, field::kName, std::string("Bob's")).ok());
    });
    CHECK(two.ann.clashes().empty());
    two.meet();
    CHECK(two.bob.clashes().empty());
  }
  SUBCASE("settled by both in different ways, it is a clash again") {
    for (Document* document : {&two.ann, &two.bob}) {
      commit(*document, "Settle", [&](Transaction& transaction) {
        const bool is_ann = document == &two.ann;
        REQUIRE(transaction.settle(two.board, field::kName, std::string(is_ann ? "A" : "B")).ok());
      });
    }
    two.meet();
    REQUIRE(two.ann.clashes().size() == 1);
    CHECK(two.ann.clashes()[0].sides.size() == 2);
  }
}

TEST_CASE("equal values are no clash; clearing against setting is one") {
  Two two;
  set(two.ann, two.board, field::kNote, std::string("Same"));
  set(two.bob, two.board, field::kNote, std::string("Same"));
  two.meet();
  CHECK(two.ann.clashes().empty());
  set(two.ann, two.board, field::kNote, std::string("Other"));
  set(two.bob, two.board, field::kNote, Unset{});
  two.meet();
  CHECK(two.ann.clashes().size() == 1);
}

TEST_CASE("moved apart: the later place shown, listed until somebody moves") {
  Two two;
  const RecordId third = add(two.ann, RecordType::kBody, "Third");
  two.meet();
  move(two.ann, two.group, two.forum);
  move(two.bob, two.group, third);
  two.meet();
  const std::vector<Clash> clashes = two.ann.clashes();
  REQUIRE(clashes.size() == 1);
  CHECK(clashes[0].kind == ClashKind::kMovedApart);
  REQUIRE(clashes[0].sides.size() == 2);
  CHECK(clashes[0].sides[0].parent == third);
  CHECK(clashes[0].sides[1].parent == two.forum);
  CHECK(two.ann.find(two.group)->parent == third);
  // Moving it to where it stands settles it as well.
  move(two.ann, two.group, third);
  two.meet();
  CHECK(two.bob.clashes().empty());
}

TEST_CASE("reordering apart under one parent is no clash") {
  Two two;
  const RecordId third = add(two.ann, RecordType::kBody, "Third");
  two.meet();
  move(two.ann, third, kRootRecord, {two.board});
  move(two.bob, third, kRootRecord, {two.forum});
  two.meet();
  CHECK(two.ann.clashes().empty());
}

TEST_CASE("a circle: the later move has no effect and is listed") {
  Two two;
  move(two.ann, two.board, two.forum);
  move(two.bob, two.forum, two.board);
  two.meet();
  const std::vector<Clash> clashes = two.ann.clashes();
  REQUIRE(clashes.size() == 1);
  CHECK(clashes[0].kind == ClashKind::kCircle);
  CHECK(clashes[0].record == two.forum);
  REQUIRE(clashes[0].sides.size() == 1);
  CHECK(clashes[0].sides[0].parent == two.board);
  CHECK(two.ann.find(two.board)->parent == two.forum);
  CHECK(two.ann.find(two.forum)->parent == kRootRecord);
  // The move is not thrown away: it is in the log and counts as soon as nothing is in its way.
  const ClashSide& side = clashes[0].sides[0];
  REQUIRE(side.change == two.ann.find_change(side.operation));
  const auto& kept = std::get<MoveOp>(side.change->operations.front());
  CHECK(kept.record == two.forum);
  CHECK(kept.parent == two.board);
  move(two.bob, two.forum, kRootRecord);
  two.meet();
  CHECK(two.ann.clashes().empty());
}

TEST_CASE("deleted by one and edited inside by another: it returns, marked, until settled") {
  Two two;
  remove(two.ann, two.board);
  set(two.bob, two.group, field::kNote, std::string("Still needed"));
  two.meet();
  const std::vector<Clash> clashes = two.ann.clashes();
  REQUIRE(clashes.size() == 1);
  CHECK(clashes[0].kind == ClashKind::kDeletedAndEdited);
  CHECK(clashes[0].record == two.board);
  REQUIRE(clashes[0].sides.size() == 2);
  CHECK(clashes[0].sides[0].change->replica == ReplicaId{7});
  CHECK(clashes[0].sides[1].change->replica == ReplicaId{8});
  CHECK(two.ann.find_live(two.board)->returned);
  CHECK(two.ann.find_live(two.group) != nullptr);

  SUBCASE("kept") {
    commit(two.ann, "Keep",
           [&](Transaction& transaction) { REQUIRE(transaction.restore(two.board).ok()); });
    two.meet();
    CHECK(two.bob.clashes().empty());
    CHECK_FALSE(two.bob.find_live(two.board)->returned);
  }
  SUBCASE("deleted again") {
    remove(two.bob, two.board);
    two.meet();
    CHECK(two.ann.clashes().empty());
    CHECK(two.ann.find_live(two.board) == nullptr);
  }
}

TEST_CASE("clashes in the bin are left out, and are there again after a restore") {
  Two two;
  set(two.ann, two.board, field::kName, std::string("Ann's"));
  set(two.bob, two.board, field::kName, std::string("Bob's"));
  two.meet();
  remove(two.ann, two.board);
  CHECK(two.ann.clashes().empty());
  commit(two.ann, "Restore",
         [&](Transaction& transaction) { REQUIRE(transaction.restore(two.board).ok()); });
  CHECK(two.ann.clashes().size() == 1);
}
