// Out and in again without loss: the built-in data, a small workspace, and random work.
#include "exchange/exchange_tools.hpp"
#include "models/built_in_document.hpp"
#include "support/people.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

#include <set>

namespace atlas {
namespace {

TEST_CASE("JSON of the built-in data reads back and is the same, byte for byte") {
  const Document document = testing::built_in_document();
  const std::string text = test::json_of(document);
  CHECK(test::json_of(test::from_json(text)) == text);
}

TEST_CASE("JSON of random work reads back and is the same") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    test::Person person(7);
    for (int i = 0; i < 60; ++i) test::act(random, person);
    const std::string text = test::json_of(person.document);
    CHECK(test::json_of(test::from_json(text)) == text);
  }
}

// Clears what a table carries, so that only the table can bring it back.
void clear_fields(Document& document, RecordType type) {
  Transaction transaction(document, "Clear", {1, "Ann"});
  for (const RecordId id : document.records_of(type)) {
    const auto clear = [&](const FieldSpec& field) {
      if (field.required) {
        if (field.kind == FieldKind::kText || field.kind == FieldKind::kLongText) {
          REQUIRE(transaction.set(id, field.number, std::string("x")).ok());
        }
        return;
      }
      REQUIRE(transaction.set(id, field.number, Unset{}).ok());
    };
    for (const FieldSpec& field : find_type(type)->fields) clear(field);
    for (const FieldSpec& field : common_fields()) clear(field);
  }
  REQUIRE(transaction.commit().ok());
}

TEST_CASE("a table of each type brings back all that it carries") {
  const Document document = testing::built_in_document();
  std::size_t types = 0;
  for (const TypeSpec* type : schema_types()) {
    if (document.records_of(type->type).empty()) continue;
    CAPTURE(type->key);
    ++types;
    const std::string table = test::csv_of(document, type->type);
    Document other = testing::built_in_document();
    clear_fields(other, type->type);
    auto file = exchange::read_csv(table);
    REQUIRE(file.ok());
    CHECK(file.value().type == type->type);
    const auto counts = test::bring_in(other, file.value().records);
    CAPTURE(counts.ok() ? std::string() : counts.error().happened);
    REQUIRE(counts.ok());
    CHECK(counts.value().added == 0);
    CHECK(test::csv_of(other, type->type) == table);
    CHECK(test::json_of(other) == test::json_of(document));
  }
  CHECK(types > 30);
}

TEST_CASE("tables of all types together make the whole workspace again") {
  const Document document = testing::built_in_document();
  std::vector<exchange::IncomingRecord> all;
  for (const TypeSpec* type : schema_types()) {
    if (document.records_of(type->type).empty()) continue;
    auto file = exchange::read_csv(test::csv_of(document, type->type));
    REQUIRE(file.ok());
    for (auto& record : file.value().records) all.push_back(std::move(record));
  }
  Document other(document.workspace(), ReplicaId{77});
  const auto counts = test::bring_in(other, all);
  CAPTURE(counts.ok() ? std::string() : counts.error().happened);
  REQUIRE(counts.ok());
  CHECK(counts.value().added == document.live_count());
  for (const TypeSpec* type : schema_types()) {
    CAPTURE(type->key);
    // Siblings of different types may stand in another order; within a type they do not, unless
    // the type hangs under several others.
    const auto lines = [&](const Document& each) {
      std::multiset<std::string> found;
      const std::string table = test::csv_of(each, type->type);
      for (const RecordId id : each.records_of(type->type)) {
        found.insert(exchange::write_csv(each, *type, {id}).text);
      }
      return found;
    };
    CHECK(lines(other) == lines(document));
  }
}

TEST_CASE("what is there already stays as it is") {
  Document document = testing::built_in_document();
  const std::size_t changes = document.changes().size();
  auto file = exchange::read_json(test::json_of(document));
  REQUIRE(file.ok());
  const auto counts = test::bring_in(document, file.value().records);
  REQUIRE(counts.ok());
  CHECK(counts.value().same == document.live_count());
  CHECK(counts.value().changed == 0);
  CHECK(document.changes().size() == changes);
}

TEST_CASE("the same import made twice is one change") {
  const test::SmallWorkspace small;
  const std::string text = test::json_of(small.document);
  Document one = test::from_json(text);
  const Document other = test::from_json(text);
  const auto fresh = one.integrate(test::changes_of(other));
  REQUIRE(fresh.ok());
  CHECK(fresh.value() == 0);
}

}  // namespace
}  // namespace atlas
