#include "document/change_words.hpp"

#include <doctest/doctest.h>

#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

using test::commit;
using test::copy_of;
namespace field = test::field;

const Change& last(const Document& document) {
  return *document.changes().back();
}

}  // namespace

TEST_CASE("a move says what went where") {
  const test::SmallWorkspace small;
  Document now = copy_of(small.document, 9);
  commit(now, "", [&](Transaction& transaction) {
    REQUIRE(transaction.move(small.team, small.health).ok());
  });
  CHECK(headline_of(now, last(now)) == "Moved “Safety Team” under “Health Group”");
  commit(now, "Move “Safety Team” up", [&](Transaction& transaction) {
    REQUIRE(transaction.move(small.safety, small.board, {small.health}).ok());
  });
  CHECK(headline_of(now, last(now)) == "Move “Safety Team” up");
}

TEST_CASE("what its maker called it comes first, then what it is") {
  const test::SmallWorkspace small;
  Document now = copy_of(small.document, 9);
  commit(now, "Bring the plan up to date", [&](Transaction& transaction) {
    REQUIRE(transaction.set(small.open, field::kOwner, std::string("Head")).ok());
  });
  CHECK(headline_of(now, last(now)) == "Bring the plan up to date");
  commit(now, "", [&](Transaction& transaction) {
    REQUIRE(transaction.set(small.open, field::kOwner, Unset{}).ok());
  });
  CHECK(headline_of(now, last(now)).find("cleared") != std::string::npos);
  commit(now, "", [&](Transaction& transaction) {
    REQUIRE(transaction.remove(small.loose).ok());
    REQUIRE(transaction.remove(small.late).ok());
  });
  CHECK(headline_of(now, last(now)) == "2 records changed");
}

TEST_CASE("effects are listed one a line, and bounded") {
  const test::SmallWorkspace small;
  Document now = copy_of(small.document, 9);
  RecordId made;
  commit(now, "Much", [&](Transaction& transaction) {
    made = transaction.create(RecordType::kAction, small.plan);
    REQUIRE(transaction.set(made, field::kName, std::string("Meet")).ok());
    REQUIRE(transaction.set(made, field::kStatus, Choice{3}).ok());
    REQUIRE(transaction.remove(small.loose).ok());
  });
  const std::vector<std::string> all = effects_of(now, last(now), 10);
  REQUIRE(all.size() == 4);
  CHECK(all[0] == "Added Action “Meet”");
  CHECK(all[2].find("Complete") != std::string::npos);
  CHECK(all[3].starts_with("Removed “"));
  const std::vector<std::string> some = effects_of(now, last(now), 2);
  REQUIRE(some.size() == 3);
  CHECK(some[2] == "and 2 more");
  CHECK(records_in(last(now)) == std::vector<RecordId>{made, small.loose});
}

TEST_CASE("what a newer version did is said to be that") {
  const test::SmallWorkspace small;
  Change change;
  change.operations = {UnknownOp{99, "bytes"}};
  CHECK(headline_of(small.document, change) == "Something that a newer version knows");
  CHECK(records_in(change).empty());
}

}  // namespace atlas
