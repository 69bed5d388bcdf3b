#include "exchange/importer.hpp"

#include "base/id_text.hpp"
#include "exchange/csv_cells.hpp"
#include "exchange/exchange_tools.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

std::string refused(Document& document, const std::string& csv) {
  const std::size_t changes = document.changes().size();
  const std::uint64_t records = document.live_count();
  auto file = exchange::read_csv(csv);
  REQUIRE(file.ok());
  const auto counts = test::bring_in(document, file.value().records);
  REQUIRE_FALSE(counts.ok());
  // Nothing was changed.
  CHECK(document.changes().size() == changes);
  CHECK(document.live_count() == records);
  return counts.error().happened;
}

TEST_CASE("one mistake, and nothing is changed") {
  test::SmallWorkspace small;
  Document& document = small.document;
  CHECK(refused(document, "Body id,Parent,Name\n,Nowhere,A\n,,B\n")
            .find("line 2, field Parent: there is no record called \"Nowhere\"") == 0);
  CHECK(refused(document, "Body id,Name,Purpose\n,,x\n").find("Name: it is required and missing") !=
        std::string::npos);
  CHECK(refused(document, "Line id,From,To,Kind\n,Board,Board,\n").find("required") !=
        std::string::npos);
  CHECK(refused(document,
                "Body id,Parent,Name\n0000000000000009-0000000000000001,"
                "[0000000000000009-0000000000000002],A\n"
                "0000000000000009-0000000000000002,"
                "[0000000000000009-0000000000000001],B\n")
            .find("circle") != std::string::npos);
  CHECK(refused(document,
                "Body id,Name\n0000000000000009-0000000000000001,A\n"
                "0000000000000009-0000000000000001,B\n")
            .find("this id stands twice") != std::string::npos);
}

TEST_CASE("a name that two records have is not guessed") {
  test::SmallWorkspace small;
  test::add(small.document, RecordType::kBody, "Health Group", small.beta);
  const std::string told = refused(small.document, "Body id,Parent,Name\n,Health Group,Team\n");
  CHECK(told.find("2 records are called \"Health Group\"") != std::string::npos);
}

TEST_CASE("rows may point at rows that come later") {
  Document document({1, 2}, ReplicaId{5});
  auto file = exchange::read_csv(
      "Body id,Parent,Name\n"
      "0000000000000009-0000000000000003,[0000000000000009-0000000000000002],Team\n"
      "0000000000000009-0000000000000002,[0000000000000009-0000000000000001],Group\n"
      "0000000000000009-0000000000000001,,Board\n");
  REQUIRE(file.ok());
  const auto counts = test::bring_in(document, file.value().records);
  REQUIRE(counts.ok());
  CHECK(counts.value().added == 3);
  const RecordId board = document.children(kRootRecord).front();
  CHECK(title_of(document, board) == "Board");
  REQUIRE(document.children(board).size() == 1);
  CHECK(title_of(document, document.children(document.children(board).front()).front()) == "Team");
}

TEST_CASE("names point at records of the same import, filled in or not yet") {
  Document document({1, 2}, ReplicaId{5});
  std::vector<exchange::IncomingRecord> all;
  for (const char* table :
       {"Body id,Name\n,Board\n,Group\n", "Line id,From,To,Kind\n,Group,Board,Reports to\n",
        "Body id,Parent,Name\n,Board,Team\n"}) {
    auto file = exchange::read_csv(table);
    REQUIRE(file.ok());
    for (auto& record : file.value().records) all.push_back(std::move(record));
  }
  const auto counts = test::bring_in(document, all);
  CAPTURE(counts.ok() ? std::string() : counts.error().happened);
  REQUIRE(counts.ok());
  CHECK(counts.value().added == 4);
  const RecordId line = document.records_of(RecordType::kLine).front();
  const auto* to = std::get_if<RecordId>(&document.get(line, test::field::kLineTo));
  REQUIRE(to != nullptr);
  CHECK(title_of(document, *to) == "Board");
  CHECK(document.children(*to).size() == 1);
}

TEST_CASE("records that are there are brought up to date, moved, and never deleted") {
  test::SmallWorkspace small;
  Document& document = small.document;
  const std::size_t count = document.live_count();
  std::string table =
      exchange::write_csv(document, *find_type(RecordType::kBody), {small.team}).text;
  const std::string parent = exchange::pointer_cell(document, small.safety);
  const std::size_t at = table.find(parent);
  REQUIRE(at != std::string::npos);
  table.replace(at, parent.size(), exchange::pointer_cell(document, small.health));
  const std::size_t name = table.rfind("Safety Team");
  table.replace(name, 11, "Health Team");
  auto file = exchange::read_csv(table);
  REQUIRE(file.ok());
  const auto counts = test::bring_in(document, file.value().records);
  CAPTURE(counts.ok() ? std::string() : counts.error().happened);
  REQUIRE(counts.ok());
  CHECK(counts.value().changed == 1);
  CHECK(document.find(small.team)->parent == small.health);
  CHECK(title_of(document, small.team) == "Health Team");
  CHECK(document.live_count() == count);
}

TEST_CASE("an id of a record in the bin, or of another type, is a mistake") {
  test::SmallWorkspace small;
  test::commit(small.document, "Delete",
               [&](Transaction& transaction) { REQUIRE(transaction.remove(small.loose).ok()); });
  const auto row = [](RecordId id) { return "Action id,Action\n" + to_text(id) + ",x\n"; };
  CHECK(refused(small.document, row(small.loose)).find("in the bin") != std::string::npos);
  CHECK(refused(small.document, row(small.board)).find("another type") != std::string::npos);
}

}  // namespace
}  // namespace atlas
