#include "partnership/hierarchy.hpp"

#include <doctest/doctest.h>

#include "document/transaction.hpp"
#include "support/small_workspace.hpp"

namespace atlas {

using test::SmallWorkspace;

TEST_CASE("the hierarchy of a model is its bodies, each before those below it") {
  const SmallWorkspace small;
  const std::vector<HierarchyEntry> entries = hierarchy(small.document, small.alpha);
  REQUIRE(entries.size() == 5);
  const RecordId bodies[] = {small.cabinet, small.board, small.health, small.safety, small.team};
  const RecordId parents[] = {{}, {}, small.board, small.board, small.safety};
  const int levels[] = {1, 1, 2, 2, 3};
  const bool branches[] = {false, true, false, true, false};
  for (std::size_t i = 0; i < entries.size(); ++i) {
    CAPTURE(i);
    CHECK(entries[i].body == bodies[i]);
    CHECK(entries[i].parent == parents[i]);
    CHECK(entries[i].level == levels[i]);
    CHECK(entries[i].has_children == branches[i]);
  }
}

TEST_CASE("a removed body takes its branch out of the hierarchy") {
  SmallWorkspace small;
  Transaction transaction(small.document, "Remove", {});
  REQUIRE(transaction.remove(small.safety).ok());
  REQUIRE(transaction.commit().ok());
  CHECK(hierarchy(small.document, small.alpha).size() == 3);
  CHECK(model_of(small.document, small.team).is_null());
}

TEST_CASE("a record knows its model and its body") {
  const SmallWorkspace small;
  CHECK(models(small.document) == std::vector{small.alpha, small.beta});
  CHECK(model_of(small.document, small.late) == small.alpha);
  CHECK(body_of(small.document, small.late) == small.board);
  CHECK(model_of(small.document, small.alpha) == small.alpha);
  CHECK(body_of(small.document, small.alpha).is_null());
  CHECK(model_of(small.document, small.source).is_null());
  CHECK(model_of(small.document, RecordId{}).is_null());
}

TEST_CASE("below means strictly below") {
  const SmallWorkspace small;
  CHECK(is_below(small.document, small.team, small.board));
  CHECK_FALSE(is_below(small.document, small.board, small.board));
  CHECK_FALSE(is_below(small.document, small.board, small.team));
}

TEST_CASE("a workspace without a record of its own still has a name") {
  CHECK(workspace_name(SmallWorkspace().document) == "Small: workspace");
  CHECK(workspace_name(Document({1, 1}, ReplicaId{1})) == "Partnership Atlas");
}

}  // namespace atlas
