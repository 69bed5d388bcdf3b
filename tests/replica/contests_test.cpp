// Deleted by one, edited inside by another.
#include "replica/contests.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "replica/replica.hpp"
#include "support/change_builder.hpp"

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr ReplicaId kAnn{10};
constexpr ReplicaId kBob{20};
constexpr ReplicaId kCat{30};
const RecordId kBody{kAnn, 1};
const RecordId kPlan{kAnn, 2};
const RecordId kOther{kAnn, 3};

Change base() {
  return change_on(kAnn, {}, {create(kBody), create(kPlan, kBody), create(kOther)});
}

enum class State { kLive, kBin, kReturned };

// Both orders of arrival, and all at once, have to agree.
State state_of(RecordId record, std::vector<Change> changes) {
  std::vector<State> seen;
  std::sort(changes.begin(), changes.end(),
            [](const Change& a, const Change& b) { return a.first_id() < b.first_id(); });
  const auto before = [](const Change& a, const Change& b) { return a.first_id() < b.first_id(); };
  do {
    Replica replica({1});
    for (const Change& change : changes) REQUIRE(replica.integrate({change}).ok());
    REQUIRE(replica.waiting().empty());
    const Node& node = replica.records().node(*replica.records().find(record));
    const bool in_bin = std::any_of(node.deletes.begin(), node.deletes.end(),
                                    [](const LiveDelete& live) { return !live.contested_by; });
    seen.push_back(in_bin ? State::kBin : node.deletes.empty() ? State::kLive : State::kReturned);
  } while (std::next_permutation(changes.begin(), changes.end(), before));
  CHECK(std::count(seen.begin(), seen.end(), seen.front()) ==
        static_cast<std::ptrdiff_t>(seen.size()));
  return seen.front();
}

}  // namespace

TEST_CASE("a delete that everybody knew, or that nobody contests, holds") {
  const Change start = base();
  const Change edit = change_on(kBob, {&start}, {SetOp{kPlan, 1, true, {}}});
  const Change removal = change_on(kCat, {&edit}, {DeleteOp{kBody}});
  const Change later = change_on(kBob, {&removal, &edit}, {SetOp{kPlan, 2, true, {}}});
  CHECK(state_of(kBody, {start, edit, removal}) == State::kBin);
  CHECK(state_of(kBody, {start, edit, removal, later}) == State::kBin);
}

TEST_CASE("an edit of the record or inside it, made apart, brings it back") {
  const Change start = base();
  const Change removal = change_on(kCat, {&start}, {DeleteOp{kBody}});
  const std::vector<Operation> edits{SetOp{kBody, 1, true, {}}, SetOp{kPlan, 1, true, {}},
                                     create({kBob, 1}, kPlan), MoveOp{kOther, kPlan, kFirstKey},
                                     MoveOp{kPlan, kBody, kSecondKey}};
  for (const Operation& operation : edits) {
    CAPTURE(operation.index());
    const Change edit = change_on(kBob, {&start}, {operation});
    CHECK(state_of(kBody, {start, removal, edit}) == State::kReturned);
  }
}

TEST_CASE("edits elsewhere, and rescue by moving out, do not bring it back") {
  const Change start = base();
  const Change removal = change_on(kCat, {&start}, {DeleteOp{kBody}});
  for (const Operation& operation :
       {Operation(SetOp{kOther, 1, true, {}}), Operation(MoveOp{kPlan, kOther, kFirstKey}),
        Operation(DeleteOp{kBody}), Operation(DeleteOp{kPlan})}) {
    CAPTURE(operation.index());
    const Change edit = change_on(kBob, {&start}, {operation});
    CHECK(state_of(kBody, {start, removal, edit}) == State::kBin);
  }
}

TEST_CASE("an edit counts where the two authors knew the record to be") {
  const Change start = base();
  // The one who deletes has moved it in first: what was edited elsewhere would vanish with it.
  const Change moved_in =
      change_on(kCat, {&start}, {MoveOp{kOther, kBody, kFirstKey}, DeleteOp{kBody}});
  const Change edit = change_on(kBob, {&start}, {SetOp{kOther, 1, true, {}}});
  CHECK(state_of(kBody, {start, moved_in, edit}) == State::kReturned);
  // A third one moves it out later: what has returned stays, until a person decides.
  const Change removal = change_on(kCat, {&start}, {DeleteOp{kBody}});
  const Change inside = change_on(kBob, {&start}, {SetOp{kPlan, 1, true, {}}});
  const Change out = change_on(kAnn, {&start, &inside}, {MoveOp{kPlan, {}, kFirstKey}});
  CHECK(state_of(kBody, {start, removal, inside, out}) == State::kReturned);
}

TEST_CASE("who has seen the edit decides: delete again, or keep") {
  const Change start = base();
  const Change removal = change_on(kCat, {&start}, {DeleteOp{kBody}});
  const Change edit = change_on(kBob, {&start}, {SetOp{kPlan, 1, true, {}}});
  const Change again = change_on(kBob, {&removal, &edit}, {DeleteOp{kBody}});
  CHECK(state_of(kBody, {start, removal, edit, again}) == State::kBin);
  const Change keep = change_on(kBob, {&removal, &edit}, {RestoreOp{kBody, {removal.first_id()}}});
  CHECK(state_of(kBody, {start, removal, edit, keep}) == State::kLive);
}

TEST_CASE("an early edit counts though its author has heard of the delete since") {
  const Change start = base();
  const Change removal = change_on(kCat, {&start}, {DeleteOp{kBody}});
  const Change edit = change_on(kBob, {&start}, {SetOp{kPlan, 1, true, {}}});
  const Change heard = change_on(kBob, {&removal, &edit}, {SetOp{kPlan, 2, true, {}}});
  CHECK(state_of(kBody, {start, removal, edit, heard}) == State::kReturned);
}
