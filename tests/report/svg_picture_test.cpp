#include "report/svg_picture.hpp"

#include <doctest/doctest.h>

#include "models/built_in_document.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"
#include "report/count.hpp"
#include "support/small_workspace.hpp"

namespace atlas {
namespace {

using test::count;

TEST_CASE("a card for each body, its whole name in it, the same bytes each time") {
  const Document document = testing::built_in_document();
  for (const RecordId model : models(document)) {
    const std::string svg = report::svg_picture(document, model);
    const auto bodies = hierarchy(document, model);
    // The picture's own title, and one a card.
    CHECK(count(svg, "<title") == bodies.size() + 1);
    CHECK(count(svg, "rx=\"6\"") == bodies.size());
    CHECK(count(svg, "<g") == count(svg, "</g>"));
    CHECK(svg.find("\"nan") == std::string::npos);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(report::svg_picture(document, model) == svg);
  }
}

TEST_CASE("lines are drawn for the kinds asked for, with words beside them") {
  const test::SmallWorkspace small;
  CHECK(count(report::svg_picture(small.document, small.alpha), "<polygon") == 0);
  const std::string svg =
      report::svg_picture(small.document, small.alpha, {{fields::kLineReportsTo}});
  CHECK(count(svg, "<polygon") == 1);
  CHECK(svg.find(">Reports to<") != std::string::npos);
}

TEST_CASE("what is no model has no picture") {
  const test::SmallWorkspace small;
  CHECK(report::svg_picture(small.document, small.board).empty());
  CHECK(report::svg_picture(small.document, RecordId{{5}, 5}).empty());
  CHECK_FALSE(report::svg_picture(small.document, small.beta).empty());
}

}  // namespace
}  // namespace atlas
