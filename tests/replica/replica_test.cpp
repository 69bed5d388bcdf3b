#include "replica/replica.hpp"

#include <doctest/doctest.h>

#include "support/change_builder.hpp"

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr ReplicaId kAnn{10};
constexpr ReplicaId kBob{20};
const RecordId kBody{kAnn, 1};

Change first_change() {
  return change_on(kAnn, {}, {create(kBody), SetOp{kBody, 16, std::string("Board"), {}}});
}

bool refuses(Replica& replica, const Change& change) {
  const std::vector<OpId> before = replica.log().version().entries();
  const auto taken = replica.integrate({change});
  return !taken.ok() && taken.error().kept == "Nothing was changed." &&
         replica.log().version().entries() == before;
}

}  // namespace

TEST_CASE("changes wait for what they were made on") {
  const Change first = first_change();
  const Change second = change_on(kBob, {&first}, {SetOp{kBody, 17, true, {}}});
  const Change third = change_on(kBob, {&second}, {SetOp{kBody, 18, true, {}}});
  Replica replica({1});
  CHECK(replica.integrate({third}).value() == 0);
  CHECK(replica.integrate({second}).value() == 0);
  CHECK(replica.integrate({second}).value() == 0);
  CHECK(replica.waiting().size() == 2);
  CHECK(replica.log().size() == 0);
  CHECK(replica.integrate({first}).value() == 3);
  CHECK(replica.waiting().empty());
  CHECK(replica.log().in_order().size() == 3);
}

TEST_CASE("a counter used twice with other content refuses the whole batch") {
  Change first = first_change();
  first.message = "one thing";
  Replica replica({1});
  REQUIRE(replica.integrate({first}).ok());
  Change other = first;
  other.message = "something else";
  Change fine = change_on(kBob, {&first}, {SetOp{kBody, 17, true, {}}});
  fine.message = "a third";
  CHECK_FALSE(replica.integrate({fine, other}).ok());
  CHECK(replica.log().size() == 1);
  CHECK(replica.integrate({fine, first}).value() == 1);
  // Also among changes that wait, and when it begins in the middle of another.
  Replica empty({1});
  Change late = fine;
  REQUIRE(empty.integrate({late}).ok());
  late.message = "something else";
  CHECK(refuses(empty, late));
  Change middle = change_on(kAnn, {}, {SetOp{kBody, 16, true, {}}});
  middle.first_counter = 2;
  CHECK(refuses(replica, middle));
}

TEST_CASE("copies of a change that differ in what is erased are one, and what is erased stays so") {
  Change whole = first_change();
  whole.author = "Ann";
  whole.message = "Add";
  whole.operations.emplace_back(SetOp{kBody, 16, std::string("a text"), {}});
  Change erased = whole;
  erased.author.clear();
  std::get<SetOp>(erased.operations.back()).value = Erased{};
  Change other = whole;  // with something else erased
  other.message.clear();
  Change both = erased;
  both.message.clear();
  for (const std::vector<Change>& order : {std::vector<Change>{whole, erased, other},
                                           {erased, other, whole},
                                           {other, whole, erased}}) {
    Replica at_once({1});
    REQUIRE(at_once.integrate(order).ok());
    CHECK(at_once.log().change(0) == both);
    Replica one_by_one({1});
    for (const Change& change : order) REQUIRE(one_by_one.integrate({change}).ok());
    CHECK(one_by_one.log().change(0) == both);
    CHECK(one_by_one.rewritten() > 0);
  }
  Replica replica({1});
  REQUIRE(replica.integrate({erased}).ok());
  Change contradicts = whole;
  std::get<SetOp>(contradicts.operations.back()).field = 17;
  CHECK(refuses(replica, contradicts));
  CHECK(replica.rewritten() == 0);
}

TEST_CASE("changes that contradict the log are refused") {
  const Change first = first_change();
  Replica replica({1});
  REQUIRE(replica.integrate({first}).ok());
  const Change good = change_on(kBob, {&first}, {SetOp{kBody, 16, true, {{kAnn, 2}}}});
  Change change = good;
  change.lamport += 1;
  CHECK(refuses(replica, change));
  change = good;
  change.lamport -= 1;
  CHECK(refuses(replica, change));
  change = good;
  change.parents = {first.first_id()};  // not the end of a change
  CHECK(refuses(replica, change));
  change = good;
  std::get<SetOp>(change.operations[0]).replaces = {{kBob, 1}};  // itself
  CHECK(refuses(replica, change));
  // Does not say that it knows its own replica's first change.
  change = change_on(kAnn, {}, {SetOp{kBody, 16, true, {}}});
  change.first_counter = 3;
  CHECK(refuses(replica, change));
  CHECK(replica.integrate({good}).ok());
  // Says that it replaces what it could not know.
  change = change_on({30}, {&first}, {SetOp{kBody, 16, true, {good.first_id()}}});
  CHECK(refuses(replica, change));
}

TEST_CASE("a child with a Lamport time before its parent is refused with its batch") {
  const Change first = first_change();
  Change child = change_on(kBob, {&first}, {SetOp{kBody, 17, true, {}}});
  child.lamport = 1;
  child.replica = {5};  // sorts before
  Replica replica({1});
  CHECK_FALSE(replica.integrate({first, child}).ok());
  CHECK(replica.log().size() == 0);
  // Alone it waits; when its parent comes it is seen to be wrong, and goes.
  REQUIRE(replica.integrate({child}).ok());
  CHECK(replica.integrate({first}).value() == 1);
  CHECK(replica.waiting().empty());
}

TEST_CASE("a change that waited and turns out to be of a counter used twice goes") {
  const Change first = first_change();
  Change other = change_on(kAnn, {&first}, {SetOp{kBody, 16, true, {}}});
  other.first_counter = 1;
  Replica replica({1});
  REQUIRE(replica.integrate({other}).ok());
  REQUIRE(replica.waiting().size() == 1);
  CHECK(replica.integrate({first}).value() == 1);
  CHECK(replica.waiting().empty());
}

TEST_CASE("unknown operations are kept as they are") {
  const Change first = first_change();
  const Change newer = change_on(
      kBob, {&first},
      {UnknownOp{9, std::string("\0\xFF", 2)}, SetOp{kBody, 99, UnknownValue{12, "x"}, {}}});
  Replica replica({1});
  REQUIRE(replica.integrate({first, newer}).ok());
  CHECK(replica.log().change(1) == newer);
}

TEST_CASE("operations on records that nobody could know have no effect") {
  const RecordId ghost{{99}, 1};
  const Change change = change_on(kAnn, {},
                                  {SetOp{ghost, 1, true, {}}, MoveOp{ghost, {}, kFirstKey},
                                   DeleteOp{ghost}, RestoreOp{ghost, {}}, create(kBody, ghost)});
  Change matching = change;
  std::get<CreateOp>(matching.operations[4]).record = {kAnn, 5};
  Replica replica({1});
  REQUIRE(replica.integrate({matching}).ok());
  CHECK_FALSE(replica.records().find(ghost).has_value());
  const auto node = replica.records().find({kAnn, 5});
  REQUIRE(node.has_value());
  CHECK(replica.records().tree().place(*node).parent == MoveTree::kRoot);
}

TEST_CASE("writing is refused while this copy's own later changes wait") {
  Change mine = change_on({1}, {}, {create({{1}, 1})});
  const Change next = change_on({1}, {&mine}, {create({{1}, 2})});
  Replica replica({1});
  REQUIRE(replica.integrate({next}).ok());
  CHECK_FALSE(replica.can_write().ok());
  REQUIRE(replica.integrate({mine}).ok());
  CHECK(replica.can_write().ok());
  CHECK(replica.next_id() == OpId{{1}, 3});
}

TEST_CASE("nothing is taken in while a change is open") {
  Replica replica({1});
  replica.write(create({{1}, 1}));
  CHECK_FALSE(replica.integrate({first_change()}).ok());
  replica.drop();
  CHECK(replica.integrate({first_change()}).ok());
  CHECK(replica.next_id() == OpId{{1}, 1});
}
