#include "io/model_json.hpp"

#include <doctest/doctest.h>

#include "document/document.hpp"
#include "io/built_in.hpp"

namespace atlas::io {
namespace {

constexpr const char* kEvidence =
    R"("evidence":{"source":"source/a","place":"paragraph 1","as_at":"2009","basis":"stated"})";

std::string file_of(const std::string& records) {
  return R"({"format":"atlas-models/1","records":[)" + records + "]}";
}

std::string record(const std::string& key, const std::string& type, const std::string& parent,
                   const std::string& fields) {
  return R"({"key":")" + key + R"(","type":")" + type + R"(","parent":)" + parent +
         R"(,"fields":{)" + fields + "}," + kEvidence + "}";
}

const std::string kSource = record("source/a", "source_document", "null", R"("title":"A paper")");
const std::string kModel = record("m", "model", "null", R"("name":"M")");

Document packed(const std::vector<ModelFile>& files) {
  auto changes = read_models(files);
  if (!changes.ok()) FAIL(changes.error().happened);
  Document document(kBuiltInWorkspace, ReplicaId{9});
  REQUIRE(document.integrate(std::move(changes).value()).ok());
  return document;
}

std::string mistake(const std::string& text) {
  const auto changes = read_models(std::vector<ModelFile>{{"a.json", text}});
  REQUIRE_FALSE(changes.ok());
  return changes.error().happened;
}

std::string field_mistake(const std::string& type, const std::string& fields) {
  return mistake(file_of(kSource + "," + kModel + "," + record("m/x", type, "\"m\"", fields)));
}

const Value& value_of(const Document& document, const char* key, const char* field) {
  const RecordId id = built_in_record(key);
  REQUIRE(document.find(id) != nullptr);
  return document.get(id, find_field_by_key(document.find(id)->type, field)->number);
}

TEST_CASE("parents and references may stand later, and in other files") {
  const ModelFile first{"a.json",
                        file_of(record("m/line", "line", "\"m\"",
                                       R"("from":"m/below","to":"m/top","kind":"reports_to")") +
                                "," + record("m/below", "body", "\"m/top\"", R"("name":"Below")"))};
  const ModelFile second{"b.json", file_of(record("m/top", "body", "\"m\"", R"("name":"Top")") +
                                           "," + kModel + "," + kSource)};
  const Document document = packed({first, second});
  CHECK(document.find(built_in_record("m/below"))->parent == built_in_record("m/top"));
  CHECK(value_of(document, "m/line", "to") == Value(built_in_record("m/top")));
  CHECK(value_of(document, "m", "evidence_source") == Value(built_in_record("source/a")));
  CHECK(value_of(document, "workspace", "name") ==
        Value(std::string("Durham and Darlington partnerships")));
}

TEST_CASE("siblings stand in the order of the files, whatever is needed first") {
  const ModelFile file{"a.json",
                       file_of(kSource + "," + kModel + "," +
                               record("m/inner", "body", "\"m/two\"", R"("name":"Inner")") + "," +
                               record("m/one", "body", "\"m\"", R"("name":"One")") + "," +
                               record("m/two", "body", "\"m\"", R"("name":"Two")"))};
  CHECK(packed({file}).children(built_in_record("m")) ==
        std::vector<RecordId>{built_in_record("m/one"), built_in_record("m/two")});
}

TEST_CASE("values of every kind are exact") {
  const std::string fields = R"("name":"Act","owner":{"not_stated":true},"due":"2009-03-31",)"
                             R"("status":"in_progress","percent":"15.90","cost":"140000")";
  const std::string rest =
      record("m/p", "plan", "\"m\"", R"("name":"Plan")") + "," +
      record("m/a", "action", "\"m/p\"", fields) + "," +
      record("m/b", "budget_line", "\"m\"", R"("name":"B","amount":"12.5","approximate":true)");
  const Document document = packed({{"a.json", file_of(kSource + "," + kModel + "," + rest)}});
  CHECK(value_of(document, "m/a", "owner") == Value(NotStated{}));
  CHECK(value_of(document, "m/a", "due") == Value(from_civil({2009, 3, 31})));
  CHECK(value_of(document, "m/a", "status") == Value(Choice{2}));
  CHECK(value_of(document, "m/a", "percent") == Value(Decimal{1590, 2}));
  CHECK(value_of(document, "m/a", "cost") == Value(Money{14'000'000}));
  CHECK(value_of(document, "m/b", "amount") == Value(Money{1250}));
  CHECK(value_of(document, "m/b", "approximate") == Value(true));
  CHECK(value_of(document, "m/a", "evidence_basis") == Value(Choice{1}));
}

TEST_CASE("the same files give the same changes; other content is another replica") {
  const std::vector<ModelFile> files = {{"a.json", file_of(kSource + "," + kModel)}};
  const auto once = read_models(files).value();
  CHECK(read_models(files).value() == once);
  REQUIRE(once.size() == 1);
  CHECK(once.front().author == "Built-in data");
  CHECK(once.front().time_ms == 0);
  const std::string other = record("m", "model", "null", R"("name":"N")");
  const auto next =
      read_models(std::vector<ModelFile>{{"a.json", file_of(kSource + "," + other)}}).value();
  CHECK_FALSE(next.front().replica == once.front().replica);
}

TEST_CASE("a mistake names file, record and field") {
  CHECK(field_mistake("body", R"("name":"X","kind":"bord")")
            .starts_with("a.json, record m/x, field kind: \"bord\" is not one of board, "));
  CHECK(field_mistake("body", R"("nam":"X")") ==
        "a.json, record m/x, field nam: the schema has no such field for this type");
  CHECK(field_mistake("bodi", R"("name":"X")") ==
        "a.json, record m/x, field type: \"bodi\" is not a type of the schema");
  CHECK(field_mistake("body", R"("lead":"Chair")") ==
        "a.json, record m/x, field name: it is required and missing");
  CHECK(field_mistake("body", R"("name":"")").starts_with("a.json, record m/x, field name: "));
  CHECK(field_mistake("body", R"("name":"Cafe\u0301")").find("NFC") != std::string::npos);
  CHECK(field_mistake("body", R"("name":"X","statutory":"yes")") ==
        "a.json, record m/x, field statutory: it wants true or false, not a text");
  CHECK(field_mistake("body", R"("name":"X","count":"-4")")
            .starts_with("a.json, record m/x, field count: "));
  CHECK(field_mistake("body", R"("name":"X","count":4)")
            .starts_with("a.json, record m/x, field count: it wants a text"));
  CHECK(field_mistake("plan", R"("name":"X","from":"31 March 2009")")
            .starts_with("a.json, record m/x, field from: \"31 March 2009\" is not a date"));
  CHECK(field_mistake("budget_line", R"("name":"X","amount":"£5")")
            .starts_with("a.json, record m/x, field amount: "));
  CHECK(field_mistake("line", R"("from":"m/y","to":"m/x","kind":"funds")")
            .starts_with("a.json, record m/x, field from: there is no record \"m/y\""));
  CHECK(field_mistake("line", R"("from":"m","to":"m","kind":"funds")")
            .starts_with("a.json, record m/x, field from: "));
}

TEST_CASE("mistakes of shape are found, all at once") {
  CHECK(mistake("{").starts_with("a.json: it is not JSON: "));
  CHECK(mistake(R"({"format":"atlas-models/2","records":[]})").starts_with("a.json: it wants"));
  CHECK(mistake(R"({"format":"atlas-models/1","format":"atlas-models/1","records":[]})") ==
        "a.json: an object names \"format\" twice");
  CHECK(mistake(file_of(kModel + "," + kModel)).find("a.json, record m, field key: ") == 0);
  CHECK(mistake(file_of(record("m", "model", "\"n\"", R"("name":"M")") + "," + kSource)) ==
        "a.json, record m, field parent: there is no record \"n\"");
  CHECK(mistake(file_of(record("m", "model", "\"n\"", R"("name":"M")") + "," +
                        record("n", "body", "\"m\"", R"("name":"N")") + "," + kSource))
            .find("circle") != std::string::npos);
  CHECK(mistake(file_of(R"({"key":"m","type":"model","parent":null,"fields":{"name":"M"}})")) ==
        "a.json, record m, field evidence: it is missing");
  const std::string two = mistake(file_of(record("A", "model", "null", R"("name":"M")") + "," +
                                          record("b", "modle", "null", R"("name":"M")")));
  CHECK(two.find("record A, field key") != std::string::npos);
  CHECK(two.find("record b, field type") != std::string::npos);
}

}  // namespace
}  // namespace atlas::io
