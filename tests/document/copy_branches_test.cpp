#include "document/copy_branches.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "document/difference.hpp"
#include "document/erasure.hpp"
#include "document/undo.hpp"
#include "support/change_builder.hpp"
#include "support/dump.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

using test::commit;
namespace field = test::field;

constexpr FieldNumber kSource{1};
constexpr FieldNumber kViewModel{18};
constexpr FieldNumber kPairingA{16};
constexpr FieldNumber kPairingB{17};

Document other_workspace(std::uint64_t replica = 77) {
  return Document({9, 9}, {replica});
}

struct Copied {
  CopyCounts counts;
  std::vector<RecordId> tops;
  UndoStack undo;
};

Copied copy(const Document& source, Document& target, const std::vector<RecordId>& tops,
            CopyReferrers referrers = CopyReferrers::kBring) {
  Copied copied;
  const std::size_t before = target.live_count();
  const BranchCopy plan(source, target, tops, referrers);
  copied.counts = plan.counts();
  Transaction transaction(target, "Copy", {1'000, "Ann"});
  const auto made = plan.write(transaction, {});
  REQUIRE(made.ok());
  copied.tops = made.value();
  const auto done = transaction.commit();
  REQUIRE(done.ok());
  if (done.value()) copied.undo.committed(*done.value());
  CHECK(target.live_count() == before + copied.counts.all_records());
  return copied;
}

RecordId find_titled(const Document& document, RecordType type, const std::string& title) {
  for (const RecordId record : document.records_of(type)) {
    if (title_of(document, record) == title) return record;
  }
  FAIL("not there: " << title);
  return {};
}

RecordId reference(const Document& document, RecordId record, FieldNumber number) {
  const auto* named = std::get_if<RecordId>(&document.get(record, number));
  return named == nullptr ? RecordId{} : *named;
}

std::string reason(const Document& document, RecordId record) {
  return test::text_of(document.get(record, field::kNote));
}

}  // namespace

TEST_CASE("a model comes with all that hangs below it, and its source") {
  const test::SmallWorkspace small;
  Document target = other_workspace();
  const Copied copied = copy(small.document, target, {small.alpha});
  CHECK(copied.counts.records_of(RecordType::kBody) == 5);
  CHECK(copied.counts.records_of(RecordType::kLine) == 3);
  CHECK(copied.counts.records_of(RecordType::kAction) == 4);
  CHECK(copied.counts.along == 1);
  CHECK(copied.counts.emptied == 0);
  CHECK(copied.counts.left_out == 0);
  REQUIRE(copied.tops.size() == 1);
  CHECK(title_of(target, copied.tops[0]) == "Alpha 2011");
  const RecordId board = find_titled(target, RecordType::kBody, "Alpha Board");
  CHECK(target.find(board)->parent == copied.tops[0]);
  CHECK(reference(target, board, kSource) ==
        find_titled(target, RecordType::kSourceDocument, "The paper"));
  CHECK(test::text_of(target.get(board, {4})) == "#2");
  const RecordId cabinet = find_titled(target, RecordType::kBody, "Cabinet");
  const auto referrers = target.referrers(cabinet);
  CHECK(referrers.size() == 2);
  CHECK(target.children(copied.tops[0]).size() == small.document.children(small.alpha).size());
}

TEST_CASE("what is here under the same id is named, not copied") {
  const test::SmallWorkspace small;
  Document target({9, 9}, {77});
  REQUIRE(target.integrate(test::changes_of(small.document)).ok());
  const Copied copied = copy(small.document, target, {small.beta});
  CHECK(copied.counts.along == 0);
  CHECK(copied.counts.left_out == 0);
  const auto lines = target.children(copied.tops[0], RecordType::kLine);
  REQUIRE(lines.size() == 1);
  CHECK(reference(target, lines[0], field::kLineFrom) == small.board);
  CHECK(target.find(reference(target, lines[0], field::kLineTo))->parent == copied.tops[0]);
}

TEST_CASE("a line to a model that does not come is left out, and told of") {
  const test::SmallWorkspace small;
  Document target = other_workspace();
  const Copied alone = copy(small.document, target, {small.beta});
  CHECK(alone.counts.left_out == 1);
  CHECK(target.records_of(RecordType::kLine).empty());
  const Copied both = copy(small.document, target, {small.alpha, small.beta});
  CHECK(both.counts.left_out == 0);
  CHECK(both.tops.size() == 2);
  CHECK(target.records_of(RecordType::kLine).size() == 4);
}

TEST_CASE("what needs what is left out is left out, too; what only mentions it is not") {
  const test::SmallWorkspace small;
  Document source = test::copy_of(small.document, 8);
  const RecordId strange{{50}, 1};
  const std::vector<const Change*> all = source.changes();
  const Change newer = test::change_on({50}, {all.back()},
                                       {CreateOp{strange, 9999, small.alpha, test::kFirstKey},
                                        SetOp{strange, 16, std::string("?"), {}},
                                        SetOp{small.cabinet, 700, UnknownValue{44, "?"}, {}}});
  REQUIRE(source.integrate({newer}).ok());
  RecordId hidden;
  RecordId outcome;
  RecordId objective = small.first;
  commit(source, "Below what is strange", [&](Transaction& transaction) {
    hidden = transaction.create(RecordType::kBody, strange);
    REQUIRE(transaction.set(hidden, field::kName, std::string("Hidden")).ok());
    const RecordId line = transaction.create(RecordType::kLine, small.alpha);
    REQUIRE(transaction.set(line, field::kLineFrom, small.board).ok());
    REQUIRE(transaction.set(line, field::kLineTo, hidden).ok());
    REQUIRE(transaction.set(line, field::kLineKind, Choice{1}).ok());
    outcome = transaction.create(RecordType::kOutcome, strange);
    REQUIRE(transaction.set(outcome, field::kName, std::string("Outcome")).ok());
    REQUIRE(transaction.set(objective, {24}, outcome).ok());
  });
  Document target = other_workspace();
  const Copied copied = copy(source, target, {small.alpha});
  CHECK(copied.counts.left_out == 4);
  CHECK(copied.counts.refused == 1);
  CHECK(copied.counts.emptied == 1);
  CHECK(target.records_of(RecordType::kLine).size() == 3);
  const RecordId made = find_titled(target, RecordType::kObjective, "First objective");
  CHECK(is_unset(target.get(made, {24})));
}

TEST_CASE("what is in the bin stays there") {
  const test::SmallWorkspace small;
  Document source = test::copy_of(small.document, 8);
  commit(source, "Serve", [&](Transaction& transaction) {
    const RecordId outcome = transaction.create(RecordType::kOutcome, small.alpha);
    REQUIRE(transaction.set(outcome, field::kName, std::string("Gone")).ok());
    REQUIRE(transaction.set(small.first, {24}, outcome).ok());
    REQUIRE(transaction.remove(outcome).ok());
    REQUIRE(transaction.remove(small.second).ok());
  });
  Document target = other_workspace();
  const Copied copied = copy(source, target, {small.alpha, small.second});
  CHECK(copied.tops.size() == 1);
  CHECK(copied.counts.records_of(RecordType::kOutcome) == 0);
  CHECK(copied.counts.records_of(RecordType::kAction) == 3);
  CHECK(copied.counts.emptied == 1);
  CHECK(copied.counts.left_out == 0);
}

TEST_CASE("of a clash the shown value is copied, and the clash is counted") {
  const test::SmallWorkspace small;
  Document a = test::copy_of(small.document, 8);
  Document b = test::copy_of(small.document, 9);
  test::set(a, small.open, field::kOwner, std::string("One"));
  test::set(b, small.open, field::kOwner, std::string("Another"));
  test::exchange(a, b);
  REQUIRE(a.clashes().size() == 1);
  Document target = other_workspace();
  const Copied copied = copy(a, target, {small.alpha});
  CHECK(copied.counts.clashing == 1);
  const RecordId made = find_titled(target, RecordType::kAction, "Open action");
  CHECK(target.get(made, field::kOwner) == a.get(small.open, field::kOwner));
  CHECK(target.clashes().empty());
}

TEST_CASE("what was erased for good is not copied; a name that must be says that it is erased") {
  const test::SmallWorkspace small;
  Document source = test::copy_of(small.document, 8);
  test::set(source, small.health, field::kNote, std::string("Health Group is Jane's"));
  const auto places = find_text(source, "Health Group");
  REQUIRE(erase(source, erasing(places), {}).ok());
  Document target = other_workspace();
  const Copied copied = copy(source, target, {small.alpha});
  CHECK(copied.counts.erased == 2);
  const RecordId made = find_titled(target, RecordType::kBody, "Erased");
  CHECK(reason(target, made) == "unset");
  for (const Change* change : target.changes()) {
    for (const Operation& operation : change->operations) {
      const auto* set = std::get_if<SetOp>(&operation);
      const auto* text = set == nullptr ? nullptr : std::get_if<std::string>(&set->value);
      if (text != nullptr) CHECK(text->find("Health Group") == std::string::npos);
    }
  }
}

TEST_CASE("within one workspace the copy stands beside what it was copied from") {
  test::SmallWorkspace small;
  Document& document = small.document;
  const Document before = test::copy_of(document, 5);
  const Copied copied = copy(document, document, {small.alpha}, CopyReferrers::kLeave);
  CHECK(copied.counts.along == 0);
  CHECK(copied.counts.emptied == 0);
  CHECK(document.records_of(RecordType::kSourceDocument).size() == 1);
  for (const RecordId line : document.children(copied.tops[0], RecordType::kLine)) {
    for (const FieldNumber end : {field::kLineFrom, field::kLineTo}) {
      RecordId body = reference(document, line, end);
      while (document.find(body)->type == RecordType::kBody) body = document.find(body)->parent;
      CHECK(body == copied.tops[0]);
    }
  }
  for (const RecordDifference& difference : differences(before, document)) {
    CHECK(difference.kind == DifferenceKind::kAdded);
  }
}

TEST_CASE("a copy goes to the place asked for") {
  test::SmallWorkspace small;
  const BranchCopy plan(small.document, small.document, std::vector{small.team, small.health});
  Transaction transaction(small.document, "Copy", {});
  const auto made = plan.write(transaction, {small.board, {small.safety}});
  REQUIRE(made.ok());
  REQUIRE(transaction.commit().ok());
  CHECK(small.document.children(small.board, RecordType::kBody) ==
        std::vector{small.health, made.value()[0], made.value()[1], small.safety});
}

TEST_CASE("one below another is copied once") {
  const test::SmallWorkspace small;
  Document target = other_workspace();
  const Copied copied = copy(small.document, target, {small.team, small.alpha, small.board});
  CHECK(copied.tops.size() == 1);
  CHECK(copied.counts.records_of(RecordType::kBody) == 5);
}

TEST_CASE("what names the model from outside of any comes along where nothing would be missing") {
  const test::SmallWorkspace small;
  Document source = test::copy_of(small.document, 8);
  commit(source, "Look", [&](Transaction& transaction) {
    const RecordId view = transaction.create(RecordType::kSavedView, kRootRecord);
    REQUIRE(transaction.set(view, field::kName, std::string("View")).ok());
    REQUIRE(transaction.set(view, kViewModel, small.alpha).ok());
    const RecordId comment = transaction.create(RecordType::kComment, view);
    REQUIRE(transaction.set(comment, field::kName, std::string("Good")).ok());
    const RecordId pairing = transaction.create(RecordType::kPairing, kRootRecord);
    REQUIRE(transaction.set(pairing, kPairingA, small.board).ok());
    REQUIRE(transaction.set(pairing, kPairingB, small.beta_board).ok());
  });
  Document target = other_workspace();
  const Copied alpha = copy(source, target, {small.alpha});
  CHECK(alpha.counts.records_of(RecordType::kSavedView) == 1);
  CHECK(alpha.counts.records_of(RecordType::kComment) == 1);
  CHECK(alpha.counts.records_of(RecordType::kPairing) == 0);
  CHECK(alpha.counts.along == 3);  // and the source
  const RecordId view = find_titled(target, RecordType::kSavedView, "View");
  CHECK(reference(target, view, kViewModel) == alpha.tops[0]);
  Document both = other_workspace();
  CHECK(copy(source, both, {small.alpha, small.beta}).counts.records_of(RecordType::kPairing) == 1);
  Document left = other_workspace();
  const Copied bare = copy(source, left, {small.alpha}, CopyReferrers::kLeave);
  CHECK(bare.counts.along == 1);
}

TEST_CASE("a source that a copy brought along is not brought again") {
  const test::SmallWorkspace small;
  Document target = other_workspace();
  CHECK(copy(small.document, target, {small.alpha}).counts.along == 1);
  CHECK(copy(small.document, target, {small.alpha}).counts.along == 0);
  CHECK(target.records_of(RecordType::kSourceDocument).size() == 1);
  // Another one of the same title is another one.
  Document source = test::copy_of(small.document, 8);
  test::set(source, small.source, {17}, std::string("Somebody else"));
  CHECK(copy(source, target, {small.alpha}).counts.along == 1);
}

TEST_CASE("what is named inside a branch that stands in no model is found with the branch") {
  Document source = test::new_document(8);
  RecordId model;
  RecordId second;
  commit(source, "Make", [&](Transaction& transaction) {
    model = transaction.create(RecordType::kModel, kRootRecord);
    REQUIRE(transaction.set(model, field::kName, std::string("Model")).ok());
    const RecordId toolkit = transaction.create(RecordType::kRequirementTemplate, kRootRecord);
    REQUIRE(transaction.set(toolkit, field::kName, std::string("Toolkit")).ok());
    for (const char* name : {"First", "Second"}) {
      second = transaction.create(RecordType::kRequirement, toolkit);
      REQUIRE(transaction.set(second, field::kName, std::string(name)).ok());
    }
    const RecordId answer = transaction.create(RecordType::kAnswer, model);
    REQUIRE(transaction.set(answer, {16}, second).ok());
  });
  Document target = other_workspace();
  const Copied once = copy(source, target, {model});
  CHECK(once.counts.along == 3);
  const Copied again = copy(source, target, {model});
  CHECK(again.counts.along == 0);
  for (const RecordId answer : target.records_of(RecordType::kAnswer)) {
    CHECK(title_of(target, reference(target, answer, {16})) == "Second");
  }
}

TEST_CASE("undo takes a copy away, and nothing else") {
  const test::SmallWorkspace small;
  Document target = other_workspace();
  test::add(target, RecordType::kModel, "Mine");
  const std::string before = test::dump_live(target);
  Copied copied = copy(small.document, target, {small.alpha, small.beta});
  CHECK(test::dump_live(target) != before);
  REQUIRE(copied.undo.undo(target, {}).ok());
  CHECK(test::dump_live(target) == before);
}

TEST_CASE("a place that has gone meanwhile is refused, and the transaction leaves nothing") {
  test::SmallWorkspace small;
  const BranchCopy plan(small.document, small.document, std::vector{small.team});
  test::remove(small.document, small.health);
  const std::string before = test::dump(small.document);
  {
    Transaction transaction(small.document, "Copy", {});
    const auto made = plan.write(transaction, {small.health, {}});
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == ErrorCode::kConflict);
  }
  CHECK(test::dump(small.document) == before);
}

TEST_CASE("nothing to copy is nothing") {
  const test::SmallWorkspace small;
  Document target = other_workspace();
  const BranchCopy plan(small.document, target, std::vector{RecordId{{4}, 4}});
  CHECK(plan.counts().all_records() == 0);
  Transaction transaction(target, "Copy", {});
  CHECK(plan.write(transaction, {}).value().empty());
  CHECK(transaction.empty());
}

}  // namespace atlas
