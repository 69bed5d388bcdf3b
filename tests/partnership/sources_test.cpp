#include "partnership/sources.hpp"

#include <doctest/doctest.h>

#include <set>

#include "models/built_in_document.hpp"
#include "support/small_workspace.hpp"

namespace atlas {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("wordings of evidence name their places") {
  CHECK(places_in("") == Names{});
  CHECK(places_in("paragraph 23(b)") == Names{"Paragraph 23"});
  CHECK(places_in("Paragraphs 5(a), 7 and 9 to 11") ==
        Names{"Paragraph 5", "Paragraph 7", "Paragraph 9", "Paragraph 10", "Paragraph 11"});
  CHECK(places_in("paragraphs 19(a) and 19(b)") == Names{"Paragraph 19"});
  CHECK(places_in("Form 6, Greener Darlington: Objectives for the year; Performance against "
                  "objectives, 3") == Names{"Form 6"});
  CHECK(places_in("Forms 4 and 5: Governance arrangements") == Names{"Form 4", "Form 5"});
  CHECK(places_in("Form 1, 14 – 19 Partnership: Objectives for next year, 3") == Names{"Form 1"});
  CHECK(places_in("Form 3: Partnership function; paragraph 21(a)") ==
        Names{"Form 3", "Paragraph 21"});
  CHECK(places_in("Slides: Darlington Partnership Review; How it is organised - groups") ==
        Names{"Slide: Darlington Partnership Review", "Slide: How it is organised - groups"});
  CHECK(places_in("Appendix 1: Implications, Finance") ==
        Names{"Appendix 1: Implications, Finance"});
  CHECK(places_in("paragraphs 1 to 99999999999").size() < 300);
}

TEST_CASE("every built-in record stands at a place of its paper") {
  const Document document = testing::built_in_document();
  const std::vector<Source> sources = sources_of(document);
  REQUIRE(sources.size() == 5);
  std::set<RecordId> placed;
  for (const Source& source : sources) {
    CHECK(source.records > 50);
    std::set<std::string> names;
    for (const SourcePlace& place : source.places) {
      CAPTURE(place.name);
      CHECK(names.insert(place.name).second);
      CHECK_FALSE(place.records.empty());
      placed.insert(place.records.begin(), place.records.end());
    }
  }
  // All but the workspace's own record.
  CHECK(placed.size() == document.live_count() - 1);
}

TEST_CASE("the covering report and the forms of 2008-09 are found by number, in order") {
  const Document document = testing::built_in_document();
  const RecordId paper = built_in_record("source/darlington-2008-09");
  for (const Source& source : sources_of(document)) {
    if (!(source.paper == paper)) continue;
    Names forms;
    for (const SourcePlace& place : source.places) {
      if (place.name.starts_with("Form ")) forms.push_back(place.name);
    }
    REQUIRE(forms.size() == 17);
    CHECK(forms.front() == "Form 1");
    CHECK(forms.back() == "Form 17");
  }
}

TEST_CASE("disagreements are further evidence that says something else") {
  const Document document = testing::built_in_document();
  const auto found = disagreements(document);
  CHECK(found.size() > 40);
  for (const RecordId id : found) {
    CHECK(document.find(id)->type == RecordType::kEvidence);
    CHECK_FALSE(document.find(id)->parent.is_null());
  }
  const test::SmallWorkspace small;
  CHECK(disagreements(small.document).empty());
}

}  // namespace
}  // namespace atlas
