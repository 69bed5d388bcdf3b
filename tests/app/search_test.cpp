#include "app/search.hpp"

#include <doctest/doctest.h>

#include "document/transaction.hpp"
#include "partnership/fields.hpp"
#include "support/small_workspace.hpp"

namespace atlas {

using app::search_bodies;
using test::SmallWorkspace;

TEST_CASE("a short name beats a name, a name beats a purpose") {
  SmallWorkspace small;
  Transaction transaction(small.document, "Rename", {});
  REQUIRE(transaction.set(small.health, fields::kBodyPurpose, std::string("Serves the LSP")).ok());
  REQUIRE(transaction.commit().ok());
  CHECK(search_bodies(small.document, small.alpha, "lsp") ==
        std::vector{small.board, small.health});
  CHECK(search_bodies(small.document, small.alpha, "health") ==
        std::vector{small.health, small.board});
}

TEST_CASE("words may come in any order and in part") {
  const SmallWorkspace small;
  CHECK(search_bodies(small.document, small.alpha, "group saf") == std::vector{small.safety});
  CHECK(search_bodies(small.document, small.alpha, "eader of") == std::vector{small.board});
  CHECK(search_bodies(small.document, small.alpha, "safety zebra").empty());
  CHECK(search_bodies(small.document, small.alpha, " - ").empty());
  CHECK(search_bodies(small.document, small.alpha, "").empty());
}

TEST_CASE("marks and case do not matter") {
  const SmallWorkspace small;
  for (const char* query : {"dŵr", "DWR", "Dwr pârtnership"}) {
    CAPTURE(query);
    CHECK(search_bodies(small.document, small.beta, query) == std::vector{small.beta_board});
  }
}

}  // namespace atlas
