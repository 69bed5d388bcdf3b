#include <algorithm>

#include "exchange/exchange_tools.hpp"
#include "support/people.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

constexpr const char* kHead = "{\"format\": \"atlas-records/1\",\n\"records\": [\n";

std::string problems_of(const std::string& text) {
  const auto file = exchange::read_json(text);
  REQUIRE_FALSE(file.ok());
  CHECK(file.error().kept == "Nothing was changed.");
  return file.error().happened;
}

TEST_CASE("every mistake is told with line, record and field") {
  const std::string text = std::string(kHead) +
                           R"({"id": "0000000000000001-0000000000000001", "type": "body",
 "parent": null, "fields": {"name": "A", "kind": "club", "count": 3,
 "colour": "red"}},
{"id": "one", "type": "committee", "fields": {}},
{"type": "action", "fields": {"due": "soon", "statutory": true}, "extra": 1}
]})";
  const std::string told = problems_of(text);
  CHECK(told.find("line 4, record 0000000000000001-0000000000000001, field count: numbers stand") !=
        std::string::npos);
  CHECK(told.find("line 4, record 0000000000000001-0000000000000001, field kind: \"club\" is not "
                  "one of board") != std::string::npos);
  CHECK(told.find("field colour: records of this type have no such field") != std::string::npos);
  CHECK(told.find("line 6, field id: it wants an id") != std::string::npos);
  CHECK(told.find("field type: \"committee\" is not a type of record") != std::string::npos);
  CHECK(told.find("line 7, field due: \"soon\" is not a date") != std::string::npos);
  CHECK(told.find("field statutory: records of this type have no such field") != std::string::npos);
  CHECK(told.find("field extra:") != std::string::npos);
}

TEST_CASE("what is not such a file is refused in words") {
  for (const char* text :
       {"", "[]", "{}", "nonsense", R"({"records": []})", R"("text")", "null", "7",
        R"({"format": "atlas-records/9", "records": []})", R"({"format": "atlas-records/1"})",
        R"({"format": "atlas-records/1", "records": [})",
        R"({"format": "atlas-records/1", "records": [1e999]})"}) {
    CAPTURE(text);
    CHECK_FALSE(problems_of(text).empty());
  }
  CHECK(exchange::read_json(std::string(kHead) + "]}").ok());
}

TEST_CASE("a name that stands twice is a mistake") {
  CHECK(problems_of(std::string(kHead) +
                    R"({"type": "body", "type": "body", "fields": {"name": "A"}}]})")
            .find("named twice") != std::string::npos);
  CHECK(problems_of(std::string(kHead) +
                    R"({"type": "body", "fields": {"name": "A", "name": "B"}}]})")
            .find("named twice") != std::string::npos);
}

TEST_CASE("deep nesting, bad UTF-8 and a flood of mistakes end in a message") {
  const std::string deep = std::string(kHead) + std::string(1'000'000, '[');
  CHECK_FALSE(problems_of(deep).empty());
  const std::string nested = std::string(kHead) + R"({"type": "body", "fields": {"name": {"a": )" +
                             std::string(1'000'000, '{');
  CHECK_FALSE(problems_of(nested).empty());
  CHECK_FALSE(problems_of(std::string(1'000'000, '[')).empty());
  CHECK_FALSE(problems_of(std::string(1'000'000, '\xFF')).empty());
  CHECK_FALSE(problems_of(std::string(kHead) + "\"\xC3\x28\"]}").empty());
  std::string flood = kHead;
  for (int i = 0; i < 5'000; ++i) flood += "{},\n";
  const std::string told = problems_of(flood + "{}]}");
  CHECK(std::count(told.begin(), told.end(), '\n') <= 1'001);
  CHECK(told.find("reading stopped after") != std::string::npos);
}

TEST_CASE("not stated, flags, references and texts with everything in them") {
  test::SmallWorkspace small;
  Document& document = small.document;
  const std::string odd = "Ŵyr \"quoted\" \\ =1+1 \t tab\nsecond line 日本 😀";
  test::commit(document, "Odd", [&](Transaction& transaction) {
    REQUIRE(transaction.set(small.board, test::field::kNote, odd).ok());
    REQUIRE(transaction.set(small.board, test::field::kBodyStatutory, NotStated{}).ok());
    REQUIRE(transaction.set(small.health, test::field::kBodyStatutory, false).ok());
  });
  const Document again = test::from_json(test::json_of(document));
  CHECK(again.get(small.board, test::field::kNote) == Value(odd));
  CHECK(again.get(small.board, test::field::kBodyStatutory) == Value(NotStated{}));
  CHECK(again.get(small.health, test::field::kBodyStatutory) == Value(false));
  CHECK(again.get(small.reports, test::field::kLineFrom) ==
        document.get(small.reports, test::field::kLineFrom));
}

TEST_CASE("a clash is told, with the value shown and the others") {
  test::SmallWorkspace small;
  Document other = test::copy_of(small.document, 99);
  test::set(small.document, small.open, test::field::kOwner, std::string("One"));
  test::set(other, small.open, test::field::kOwner, std::string("Two"));
  REQUIRE(small.document.integrate(test::changes_of(other)).ok());
  const auto written = exchange::write_json(small.document, {small.open});
  CHECK(written.clashes == 1);
  CHECK(written.text.find("\"clashes\":{\"owner\":[") != std::string::npos);
  const std::string text = test::json_of(small.document);
  const Document again = test::from_json(text);
  CHECK(test::json_of(again) == text);
  REQUIRE(again.clashes().size() == 1);
  CHECK(again.clashes().front().record == small.open);
  CHECK(again.get(small.open, test::field::kOwner) ==
        small.document.get(small.open, test::field::kOwner));
  // Into a workspace that is there: told, not brought.
  auto file = exchange::read_json(text);
  REQUIRE(file.ok());
  const auto counts = test::bring_in(other, file.value().records);
  REQUIRE(counts.ok());
  CHECK(counts.value().clashes_left == 1);
}

TEST_CASE("random work of three people apart reads back with all its clashes") {
  std::size_t clashes = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    test::Person people[] = {test::Person(7), test::Person(8), test::Person(9)};
    for (int i = 0; i < 12; ++i) test::act(random, people[0]);
    for (test::Person& each : people) test::send(people[0], each);
    for (int i = 0; i < 60; ++i) test::act(random, people[i % 3]);
    for (test::Person& each : people) test::send(each, people[0]);
    const std::string text = test::json_of(people[0].document);
    clashes += exchange::write_json(people[0].document, exchange::selected(people[0].document, {}))
                   .clashes;
    CHECK(test::json_of(test::from_json(text)) == text);
  }
  CHECK(clashes > 20);
}

}  // namespace
}  // namespace atlas
