#include "document/erasure.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "document/soundness.hpp"
#include "document/undo.hpp"
#include "support/dump.hpp"
#include "support/workspace.hpp"

using namespace atlas;
using namespace atlas::test;

namespace {

using Kind = TextPlace::Kind;

const Stamp kStamp{5'000, "Ben"};

OpId erase_at(Document& document, const std::vector<TextPlace>& places) {
  const auto done = erase(document, erasing(places), kStamp);
  REQUIRE(done.ok());
  REQUIRE(done.value().has_value());
  return *done.value();
}

std::size_t count(const std::vector<TextPlace>& places, Kind kind) {
  return static_cast<std::size_t>(std::count_if(
      places.begin(), places.end(), [&](const TextPlace& place) { return place.kind == kind; }));
}

std::string name_of(const Document& document, RecordId record) {
  return text_of(document.get(record, field::kName));
}

}  // namespace

TEST_CASE("a text is found wherever it stands, and told apart") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const RecordId group = add(document, RecordType::kBody, "Group");
  const OpId first = set(document, board, field::kNote, std::string("Ask Jané DOE about it"));
  set(document, board, field::kNote, std::string("Ask"));
  set(document, group, field::kNote, std::string("jane doe"));
  remove(document, group);
  commit(document, "About Jane Doe", [&](Transaction& transaction) {
    REQUIRE(transaction.set(board, field::kBodyKind, Choice{1}).ok());
  });
  const std::vector<TextPlace> places = find_text(document, " Jane Doe ");
  REQUIRE(places.size() == 3);
  CHECK(places[0].kind == Kind::kValue);
  CHECK(places[0].record == board);
  CHECK(places[0].field == field::kNote);
  CHECK(places[0].id == first);
  CHECK(places[0].author == "Ann");
  CHECK(places[0].time_ms == 1'000);
  CHECK(places[0].value == Value(std::string("Ask Jané DOE about it")));
  CHECK_FALSE(places[0].live);
  CHECK_FALSE(places[0].in_bin);
  CHECK(places[1].record == group);
  CHECK(places[1].live);
  CHECK(places[1].in_bin);
  CHECK(places[2].kind == Kind::kMessage);
  CHECK(find_text(document, "").empty());
  CHECK(find_text(document, "  ").empty());
  CHECK(find_text(document, "Jane Roe").empty());
  CHECK(count(find_text(document, "Ann"), Kind::kAuthor) == document.changes().size());
}

TEST_CASE("all values of a field are found, of every kind, but not what is cleared or erased") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  set(document, board, field::kBodyKind, Choice{1});
  set(document, board, field::kBodyKind, Unset{});
  set(document, board, field::kBodyKind, Choice{2});
  const std::vector<TextPlace> places = values_of_field(document, board, field::kBodyKind);
  REQUIRE(places.size() == 2);
  CHECK(places[0].value == Value(Choice{1}));
  CHECK(places[1].live);
  erase_at(document, {places[1]});
  CHECK(values_of_field(document, board, field::kBodyKind).size() == 1);
  CHECK(values_of_field(document, kRootRecord, field::kBodyKind).empty());
}

TEST_CASE("what is erased shows as erased, by whom and when, and can be set again") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Board");
  set(document, board, field::kName, std::string("Jane's Board"));
  const std::uint64_t revision = document.revision();
  erase_at(document, values_of_field(document, board, field::kName));
  CHECK(document.revision() > revision);
  CHECK(document.rewritten() > 0);
  CHECK(name_of(document, board) == "erased");
  const FieldSpec& spec = *find_field(RecordType::kBody, field::kName);
  CHECK(display_text(document, spec, document.get(board, field::kName)) == "Erased");
  CHECK(title_of(document, board).find("Board") == std::string::npos);
  CHECK(unsound_parts(document).empty());
  const auto erasure = erasure_of(document, board, field::kName);
  REQUIRE(erasure);
  CHECK(erasure->author == "Ben");
  CHECK(erasure->time_ms == 5'000);
  CHECK_FALSE(erasure_of(document, board, field::kNote));
  CHECK_FALSE(erasure_of(document, kRootRecord, field::kNote));

  set(document, board, field::kName, std::string("Board"));
  CHECK(name_of(document, board) == "'Board'");
  CHECK_FALSE(erasure_of(document, board, field::kName));
  // A person cannot write "erased" by hand.
  Transaction transaction(document, "Set", {});
  CHECK_FALSE(transaction.set(board, field::kName, Erased{}).ok());
}

TEST_CASE("the words of acts on the record go, those of others and of later acts stay") {
  Document document = new_document(7);
  Document apart = new_document(8);
  const RecordId board = add(document, RecordType::kBody, "Board");
  const RecordId group = add(document, RecordType::kBody, "Group");
  exchange(document, apart);
  const auto set_note = [&](Document& in, RecordId record, const std::string& message) {
    return commit(in, message, [&](Transaction& transaction) {
      REQUIRE(transaction.set(record, field::kNote, message).ok());
    });
  };
  const OpId own = set_note(document, board, "Change note of Board");
  const OpId other = set_note(document, group, "Change note of Group");
  const OpId unknown = set_note(apart, board, "Board by another");
  // By each side something that the other does not know.
  erase_at(document, values_of_field(document, board, field::kName));
  const OpId later = set_note(document, board, "Change note again");
  exchange(document, apart);
  for (const Document* copy : {&document, &apart}) {
    CHECK(copy->find_change(own)->message.empty());
    CHECK(copy->find_change(unknown)->message.empty());
    CHECK(copy->find_change(other)->message == "Change note of Group");
    CHECK(copy->find_change(later)->message == "Change note again");
    CHECK(copy->find_change(own)->author == "Ann");
    CHECK(name_of(*copy, board) == "erased");
  }
  CHECK(dump(document) == dump(apart));
}

TEST_CASE("an erased side of a clash is none") {
  Document document = new_document(7);
  Document apart = new_document(8);
  const RecordId board = add(document, RecordType::kBody, "Board");
  exchange(document, apart);
  set(document, board, field::kNote, std::string("One"));
  set(apart, board, field::kNote, std::string("Two"));
  exchange(document, apart);
  REQUIRE(document.clashes().size() == 1);
  erase_at(document, find_text(document, "Two"));
  CHECK(document.clashes().empty());
  CHECK(text_of(document.get(board, field::kNote)) == "'One'");
  CHECK_FALSE(document.find(board)->fields.find(field::kNote.value)->second.clashes());
  erase_at(document, find_text(document, "One"));
  CHECK(is_erased(document.get(board, field::kNote)));
  set(document, board, field::kNote, std::string("Three"));
  exchange(document, apart);
  CHECK(text_of(apart.get(board, field::kNote)) == "'Three'");
  CHECK(apart.clashes().empty());
}

TEST_CASE("undo brings back what stood before, but nothing that was erased") {
  Document document = new_document(7);
  UndoStack stack;
  const RecordId board = add(document, RecordType::kBody, "Board");
  stack.committed(set(document, board, field::kNote, std::string("Fine")));
  stack.committed(set(document, board, field::kNote, std::string("Jane")));
  stack.committed(set(document, board, field::kNote, std::string("Also fine")));
  erase_at(document, find_text(document, "Jane"));
  stack.forget_erased(document);
  CHECK(stack.undo_message(document) == "An act whose words were erased");
  REQUIRE(stack.undo(document, {}).ok());
  CHECK(text_of(document.get(board, field::kNote)) == "unset");
  REQUIRE(stack.redo(document, {}).ok());
  CHECK(text_of(document.get(board, field::kNote)) == "'Also fine'");
  CHECK(find_text(document, "Jane").empty());
}

TEST_CASE("a copy that waits is erased as well, and a file that still holds it comes to nothing") {
  Document source = new_document(7);
  const RecordId board = add(source, RecordType::kBody, "Board");
  set(source, board, field::kNote, std::string("Jane"));
  const std::vector<Change> old = changes_of(source);
  // The change with the name waits for the one that made the record.
  Document part = new_document(8);
  REQUIRE(part.integrate({old[1]}).ok());
  const std::vector<TextPlace> places = find_text(part, "Jane");
  REQUIRE(places.size() == 1);
  CHECK(places[0].waits);
  erase_at(part, places);
  CHECK(find_text(part, "Jane").empty());
  CHECK(part.waiting().front()->message.empty());
  REQUIRE(part.integrate(old).ok());
  CHECK(is_erased(part.get(board, field::kNote)));
  CHECK(find_text(part, "Jane").empty());

  // And the erasing change reaches a copy before the value does.
  Document late = new_document(9);
  REQUIRE(late.integrate(erasing_changes(part)).ok());
  REQUIRE(late.integrate(old).ok());
  CHECK(is_erased(late.get(board, field::kNote)));
  CHECK(late.rewritten() > 0);
}

TEST_CASE("erasing what is erased is nothing; what only a newer version understands is told") {
  Document document = new_document(7);
  const RecordId board = add(document, RecordType::kBody, "Jane");
  const std::vector<TextPlace> places = find_text(document, "Jane");
  erase_at(document, places);
  const std::size_t changes = document.changes().size();
  const auto again = erase(document, erasing(places), kStamp);
  REQUIRE(again.ok());
  CHECK_FALSE(again.value());
  CHECK(document.changes().size() == changes);
  CHECK(document.find_live(board) != nullptr);

  Change newer;
  newer.replica = {9};
  newer.first_counter = 1;
  newer.lamport = 1;
  newer.operations = {UnknownOp{40, "\x01\xFFJane\x02"}};
  REQUIRE(document.integrate({newer}).ok());
  const std::vector<TextPlace> left = find_text(document, "jane");
  REQUIRE(left.size() == 1);
  CHECK(left[0].kind == Kind::kNewer);
  const EraseOp what = erasing(left);
  CHECK(what.targets.empty());
}
