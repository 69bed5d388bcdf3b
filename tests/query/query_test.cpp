// The language itself, on a workspace known by heart.
#include <doctest/doctest.h>

#include "base/random.hpp"
#include "query/parse.hpp"
#include "query/run.hpp"
#include "query/term.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows(const Document& document, const char* text) {
  CAPTURE(text);
  const auto answer = query::run(document, text);
  CAPTURE(answer.ok() ? std::string() : answer.error().happened);
  REQUIRE(answer.ok());
  for (const auto& row : answer.value().rows) CHECK(row.size() == answer.value().columns.size());
  return answer.value().rows;
}

std::string mistake(const Document& document, const char* text) {
  CAPTURE(text);
  const auto answer = query::run(document, text);
  REQUIRE_FALSE(answer.ok());
  return answer.error().happened;
}

struct World : test::SmallWorkspace {
  World() {
    test::commit(document, "Fill", [&](Transaction& transaction) {
      const auto set = [&](RecordId record, const char* key, Value value) {
        const FieldSpec* field = find_field_by_key(document.find(record)->type, key);
        REQUIRE(transaction.set(record, field->number, std::move(value)).ok());
      };
      set(open, "cost", Money{1'050});
      set(done, "cost", Money{200'000});
      set(late, "cost", NotStated{});
      set(open, "owner", std::string("Head of Élan"));
      set(done, "owner", std::string("Officer \"A\""));
      set(health, "statutory", true);
      set(safety, "statutory", false);
      set(team, "statutory", NotStated{});
    });
  }
};

TEST_CASE("types, names, paths") {
  const World w;
  CHECK(rows(w.document, "model") == Rows{{"Alpha 2011"}, {"Beta 2012"}});
  CHECK(rows(w.document, "body under \"Alpha Board\"") ==
        Rows{{"Health Group"}, {"Safety Group"}, {"Safety Team"}});
  CHECK(rows(w.document, "body under \"LSP\" show title, parent, model") ==
        rows(w.document, "body under \"alpha board\" show title, parent.title, model.title"));
  CHECK(rows(w.document, "body where title = \"safety team\" show parent.parent") ==
        Rows{{"Alpha Board"}});
  CHECK(rows(w.document, "record where title = \"Cabinet\" show type, id").front()[0] == "Body");
  CHECK(rows(w.document, "body sort title desc limit 2").size() == 2);
}

TEST_CASE("comparisons") {
  const World w;
  CHECK(rows(w.document, "action where cost > 10 show cost") == Rows{{"10.50"}, {"2000"}});
  CHECK(rows(w.document, "action where cost >= 10.5 and cost < 2000 count") == Rows{{"1"}});
  CHECK(rows(w.document, "action where cost = 10.50 count") == Rows{{"1"}});
  CHECK(rows(w.document, "action where cost <= 10.5 show cost") == Rows{{"10.50"}});
  CHECK(rows(w.document, "action where cost < 10.5 count") == Rows{{"0"}});
  CHECK(rows(w.document, "action where cost > 10.5 show cost") == Rows{{"2000"}});
  CHECK(rows(w.document, "action where cost != 2000 count") == Rows{{"1"}});
  CHECK(rows(w.document, "action where cost is not_stated count") == Rows{{"1"}});
  CHECK(rows(w.document, "action where cost is empty count") == Rows{{"2"}});
  CHECK(rows(w.document, "action where cost is set count") == Rows{{"2"}});
  CHECK(rows(w.document, "action where cost is not set count") == Rows{{"2"}});
  CHECK(rows(w.document, "action where owner contains \"elan\" count") == Rows{{"1"}});
  CHECK(rows(w.document, "action where owner = \"officer \"\"a\"\"\" count") == Rows{{"1"}});
  CHECK(rows(w.document, "body where statutory = yes show title") == Rows{{"Health Group"}});
  CHECK(rows(w.document, "body where statutory = no show title") == Rows{{"Safety Group"}});
  CHECK(rows(w.document, "body where not statutory is set count") == Rows{{"4"}});
}

TEST_CASE("lines of every kind") {
  const World w;
  CHECK(rows(w.document, "body where reports_to \"Cabinet\"") == Rows{{"Alpha Board"}});
  CHECK(rows(w.document, "body where scrutinised_by \"Cabinet\"") == Rows{{"Health Group"}});
  CHECK(rows(w.document, "body where advises \"Alpha Board\" or reports_to \"Cabinet\" count") ==
        Rows{{"2"}});
  CHECK(rows(w.document, "body where advises \"Cabinet\"").empty());
  CHECK(rows(w.document, "line where kind = reports_to show from, to") ==
        Rows{{"Alpha Board", "Cabinet"}});
}

TEST_CASE("counts and sums, exact, in groups and over what stands below") {
  const World w;
  CHECK(rows(w.document, "action sum cost") == Rows{{"2010.50"}});
  const auto answer = query::run(w.document, "action sum cost by body");
  REQUIRE(answer.ok());
  CHECK(answer.value().rows == Rows{{"Alpha Board", "2010.50"}});
  CHECK(answer.value().total == std::vector<std::string>{"Total", "2010.50"});
  CHECK(rows(w.document, "body where count(action) > 0 show title") == Rows{{"Alpha Board"}});
  CHECK(rows(w.document, "body where sum(action.cost where cost > 100) = 2000 count") ==
        Rows{{"1"}});
  CHECK(rows(w.document, "plan where count(objective) < count(action) count") == Rows{{"1"}});
  CHECK(rows(w.document, "objective where sum(action.cost) is empty count") == Rows{{"1"}});
  CHECK(rows(w.document, "seat sum count") == Rows{{"no figure"}});
}

TEST_CASE("mistakes are told with their place") {
  const World w;
  CHECK(mistake(w.document, "") == "Character 1: a query begins with a type, such as body");
  CHECK(mistake(w.document, "committee") == "Character 1: \"committee\" is not a type of record");
  CHECK(mistake(w.document, "body show colour").find("Character 11: \"colour\" is not a field") ==
        0);
  CHECK(mistake(w.document, "body where").find("a field is missing") != std::string::npos);
  CHECK(mistake(w.document, "body where kind").find("a comparison is missing") !=
        std::string::npos);
  CHECK(mistake(w.document, "body where kind =").find("a value is missing") != std::string::npos);
  CHECK(mistake(w.document, "body where (kind = board").find("\")\" is missing") !=
        std::string::npos);
  CHECK(mistake(w.document, "body under \"Nowhere\"") == "No record is called \"Nowhere\".");
  CHECK(mistake(w.document, "body where reports_to \"Nowhere\"") ==
        "No record is called \"Nowhere\".");
  CHECK(mistake(w.document, "body where name = \"open").find("never closed") != std::string::npos);
  CHECK(mistake(w.document, "body ; drop").find("means nothing here") != std::string::npos);
  CHECK(mistake(w.document, "body limit 0").find("whole number") != std::string::npos);
  CHECK(mistake(w.document, "body where sum(budget_line) > 1").find("sum wants a type") !=
        std::string::npos);
  const std::string deep = "body where " + std::string(5'000, '(') + "kind = board";
  CHECK(mistake(w.document, deep.c_str()).find("too deep") != std::string::npos);
}

TEST_CASE("no text makes the parser fall over") {
  constexpr std::string_view kWords[] = {
      "body",       "where", "(",     ")",     "and",      "or",         "not",
      "\"x\"",      "=",     "sum",   "count", "is",       "set",        "show",
      "by",         ",",     "title", "5",     "under",    "$kind",      "budget_line.amount",
      "above.body", "\"",    "-",     "é",     "contains", "reports_to", "."};
  const World w;
  SeededRandom random(9);
  int good = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = random.one_in(2) ? "body where " : "";
    for (std::uint64_t n = random.below(9); n > 0; --n) {
      text += std::string(kWords[random.below(std::size(kWords))]) + " ";
    }
    const auto answer = query::run(w.document, text);
    good += answer.ok() ? 1 : 0;
    if (!answer.ok()) CHECK_FALSE(answer.error().happened.empty());
  }
  CHECK(good > 20);
}

TEST_CASE("decimals add exactly or not at all") {
  CHECK(query::plus({105, 1}, {5, 2}) == Decimal{1055, 2});
  CHECK(query::plus({-1, 0}, {1, 0}) == Decimal{0, 0});
  CHECK_FALSE(query::plus({999'999'999'999'999'999, 0}, {1, 0}).has_value());
  CHECK_FALSE(query::plus({999'999'999'999'999'999, 0}, {1, 9}).has_value());
}

}  // namespace
}  // namespace atlas
