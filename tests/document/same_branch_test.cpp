#include "document/same_branch.hpp"

#include <doctest/doctest.h>

#include <array>

#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

namespace field = test::field;

// Whether the model is still the same after the act.
template <typename Act>
bool same_after(const Act& act) {
  const test::SmallWorkspace small;
  Document edited = test::copy_of(small.document, 9);
  test::commit(edited, "Edit", [&](Transaction& transaction) { act(small, transaction); });
  const BranchTop before{small.document, small.alpha};
  const BranchTop after{edited, small.alpha};
  const bool same = is_same_branch(before, after);
  CHECK(is_same_branch(after, before) == same);
  return same;
}

}  // namespace

TEST_CASE("a branch is the same until something in it is another") {
  using Small = test::SmallWorkspace;
  CHECK(same_after([](const Small& small, Transaction& transaction) {
    REQUIRE(transaction.set(small.beta, field::kName, std::string("Elsewhere")).ok());
  }));
  CHECK_FALSE(same_after([](const Small& small, Transaction& transaction) {
    REQUIRE(transaction.set(small.team, field::kName, std::string("Renamed")).ok());
  }));
  CHECK_FALSE(same_after([](const Small& small, Transaction& transaction) {
    REQUIRE(transaction.set(small.alpha, field::kNote, std::string("New")).ok());
  }));
  CHECK_FALSE(same_after([](const Small& small, Transaction& transaction) {
    REQUIRE(transaction.remove(small.loose).ok());
  }));
  CHECK_FALSE(same_after([](const Small& small, Transaction& transaction) {
    REQUIRE(transaction.move(small.team, small.health).ok());
  }));
  CHECK_FALSE(same_after([](const Small& small, Transaction& transaction) {
    REQUIRE(transaction.move(small.safety, small.board, {small.health}).ok());
  }));
  CHECK_FALSE(same_after([](const Small& small, Transaction& transaction) {
    REQUIRE(transaction.set(small.reports, field::kLineTo, small.health).ok());
  }));
  CHECK_FALSE(same_after([](const Small& small, Transaction& transaction) {
    REQUIRE(transaction.set(small.reports, field::kLineTo, small.beta_board).ok());
  }));
}

TEST_CASE("fields of the tops can be left out of the comparison, those below cannot") {
  const test::SmallWorkspace small;
  Document edited = test::copy_of(small.document, 9);
  test::set(edited, small.alpha, field::kName, std::string("Another name"));
  constexpr std::array kName{field::kName};
  CHECK(is_same_branch({small.document, small.alpha}, {edited, small.alpha}, kName));
  test::set(edited, small.team, field::kName, std::string("Another name"));
  CHECK_FALSE(is_same_branch({small.document, small.alpha}, {edited, small.alpha}, kName));
}

TEST_CASE("branches of different types are not the same") {
  const test::SmallWorkspace small;
  CHECK_FALSE(is_same_branch({small.document, small.alpha}, {small.document, small.board}));
}

}  // namespace atlas
