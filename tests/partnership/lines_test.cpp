#include "partnership/lines.hpp"

#include <doctest/doctest.h>

#include "document/choices.hpp"
#include "document/transaction.hpp"
#include "support/small_workspace.hpp"

namespace atlas {

using test::SmallWorkspace;

TEST_CASE("lines of a body are grouped by kind in both directions") {
  const SmallWorkspace small;
  const std::vector<LineGroup> groups = lines_of(small.document, small.board);
  REQUIRE(groups.size() == 3);
  CHECK(line_words(groups[0].kind, groups[0].direction) == "Reports to");
  CHECK(groups[0].ends.at(0).other == small.cabinet);
  CHECK(line_words(groups[1].kind, groups[1].direction) == "Advised by");
  CHECK(groups[1].ends.at(0).other == small.safety);
  CHECK(line_words(groups[2].kind, groups[2].direction) == "Succeeded by");
  CHECK(groups[2].ends.at(0).other == small.beta_board);
  const std::vector<LineGroup> of_cabinet = lines_of(small.document, small.cabinet);
  REQUIRE(of_cabinet.size() == 2);
  CHECK(line_words(of_cabinet[0].kind, of_cabinet[0].direction) == "Receives reports from");
  CHECK(line_words(of_cabinet[1].kind, of_cabinet[1].direction) == "Scrutinises");
}

TEST_CASE("lines within a model have both ends in it") {
  const SmallWorkspace small;
  const std::vector<DrawnLine> lines = lines_within(small.document, small.alpha);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].line == small.reports);
  CHECK(lines[1].line == small.scrutinised);
  CHECK(lines[2].line == small.advises);
  CHECK(lines_within(small.document, small.beta).empty());
}

TEST_CASE("a line to a removed body is not given") {
  SmallWorkspace small;
  Transaction transaction(small.document, "Remove", {});
  REQUIRE(transaction.remove(small.cabinet).ok());
  REQUIRE(transaction.commit().ok());
  CHECK(lines_of(small.document, small.board).size() == 2);
  CHECK(lines_within(small.document, small.alpha).size() == 1);
}

TEST_CASE("every kind of line has words for both directions") {
  for (const ChoiceOption& option : choices::kLineKind) {
    CAPTURE(option.key);
    CHECK(line_words(option.number, LineDirection::kForward) == option.label);
    CHECK(line_words(option.number, LineDirection::kBackward) != "Line");
  }
  CHECK(line_words(99, LineDirection::kForward) == "Line");
}

}  // namespace atlas
