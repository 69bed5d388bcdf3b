#include "report/html_edition.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "document/outline.hpp"
#include "models/built_in_document.hpp"
#include "report/count.hpp"
#include "report/html_table.hpp"
#include "report/markup.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

using test::count;

// Every element is closed by its own end, inside its parent.
bool is_well_formed(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string::npos) return false;
    const std::string inside = html.substr(at + 1, end - at - 1);
    if (inside.starts_with('!') || inside.starts_with('?') || inside.ends_with('/')) continue;
    const bool closes = inside.starts_with('/');
    const std::string name = inside.substr(closes ? 1 : 0, inside.find(' ') - (closes ? 1 : 0));
    if (name == "meta" || name == "br" || name == "col") continue;
    if (!closes) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      MESSAGE("closed " << name << " at " << at);
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

TEST_CASE("the whole workspace as one page, well formed, with no script") {
  const Document document = testing::built_in_document();
  const std::string html = report::html_edition(document);
  CHECK(html.starts_with("<!DOCTYPE html>"));
  CHECK(is_well_formed(html));
  CHECK(count(html, "<h1>") == 1);
  CHECK(count(html, "<script") == 0);
  CHECK(count(html, "href=\"http") == 0);
  CHECK(count(html, "src=") == 0);
  CHECK(html.find("lang=\"en-GB\"") != std::string::npos);
  // Each table says what it is and has headings; each link leads somewhere.
  CHECK(count(html, "<table ") == count(html, "<caption>"));
  CHECK(count(html, "<table ") <= count(html, "<th scope="));
  for (std::size_t at = html.find("href=\"#"); at != std::string::npos;
       at = html.find("href=\"#", at + 1)) {
    const std::string name = html.substr(at + 7, html.find('"', at + 7) - at - 7);
    CAPTURE(name);
    CHECK(html.find("id=\"" + name + "\"") != std::string::npos);
  }
}

TEST_CASE("every record is in it") {
  const Document document = testing::built_in_document();
  const std::string html = report::html_edition(document);
  for (const TypeSpec* type : schema_types()) {
    if (type->type == RecordType::kLine) continue;  // told by their ends
    for (const RecordId id : document.records_of(type->type)) {
      const std::string title = title_of(document, id);
      CAPTURE(title);
      if (title.starts_with('[')) continue;
      CHECK(html.find(report::escaped_lines(title)) != std::string::npos);
    }
  }
}

TEST_CASE("texts are data, never markup") {
  test::SmallWorkspace small;
  const std::string nasty = "<script>alert(\"x\")</script> & 'more'\nsecond";
  test::set(small.document, small.board, test::field::kNote, nasty);
  const std::string html = report::html_edition(small.document);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; 'more'<br>second") !=
        std::string::npos);
  CHECK(is_well_formed(html));
}

TEST_CASE("one model alone") {
  const test::SmallWorkspace small;
  const std::string html = report::html_edition(small.document, {{small.beta}});
  CHECK(is_well_formed(html));
  CHECK(html.find("Beta 2012") != std::string::npos);
  CHECK(html.find("Health Group") == std::string::npos);
  const std::size_t below = outline(small.document, small.beta).size();
  CHECK(html.find("<p>" + std::to_string(below + 1) + " records.") != std::string::npos);
}

TEST_CASE("columns are as wide as what is in them, and a heading always has room") {
  report::HtmlTable table("A & B", {"Kind", "Words said about it", "Long"});
  CHECK(table.empty());
  table.add_row({"x", "<em>y</em>", std::string(100, 'z')});
  table.add_row({"x", "", std::string(300, 'z')});
  const std::string html = table.html();
  CHECK(is_well_formed(html));
  CHECK(html.find("<caption>A &amp; B</caption>\n<colgroup><col width=\"8*\"><col width=\"19*\">"
                  "<col width=\"60*\"></colgroup>") != std::string::npos);
  CHECK(count(html, "<th scope=\"col\"") == 3);
  CHECK(count(html, "<td>") == 6);
}

TEST_CASE("without words above it a table's rows begin with their heading") {
  report::HtmlTable table("Facts", {});
  table.add_row({"Place", "Darlington"});
  const std::string html = table.html();
  CHECK(is_well_formed(html));
  CHECK(html.find("<thead>") == std::string::npos);
  CHECK(html.find("<th scope=\"row\" align=\"left\">Place</th><td>Darlington</td>") !=
        std::string::npos);
}

}  // namespace
}  // namespace atlas
