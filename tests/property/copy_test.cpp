// Copies of branches, whatever people did in the workspace that they are copied from and into.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "document/copy_branches.hpp"
#include "document/outline.hpp"
#include "document/same_branch.hpp"
#include "document/undo.hpp"
#include "support/dump.hpp"
#include "support/people.hpp"
#include "support/seeds.hpp"
#include "support/workspace.hpp"

namespace atlas {
namespace {

// A workspace that has some of the source's history, as two made from the same built-in data have,
// and went its own way.
Document relative_of(Random& random, const Document& source) {
  Document relative({9, 9}, {9});
  const std::vector<const Change*> all = source.changes();
  const std::size_t shared = static_cast<std::size_t>(random.below(all.size() + 1));
  for (std::size_t i = 0; i < shared; ++i) REQUIRE(relative.integrate({*all[i]}).ok());
  for (const RecordId record : test::live_records(relative)) {
    if (!random.one_in(6) || relative.find_live(record) == nullptr) continue;
    test::remove(relative, record);
  }
  return relative;
}

std::vector<RecordId> some_records(Random& random, const Document& document) {
  std::set<RecordId> chosen;
  const std::vector<RecordId> all = test::live_records(document);
  for (int i = 0; i < 4 && !all.empty(); ++i) chosen.insert(test::any_of_list(random, all));
  return {chosen.begin(), chosen.end()};
}

std::vector<RecordId> branch(const Document& document, RecordId top) {
  std::vector<RecordId> records{top};
  for (const OutlineEntry& entry : outline(document, top)) records.push_back(entry.record);
  return records;
}

// Says what the copy has to show for a value that the source shows.
struct Oracle {
  const Document& source;
  const Document& before;
  const Document& after;
  std::map<RecordId, RecordId> copies;  // of the branches
  std::size_t emptied = 0;

  void check_reference(RecordId named, const Value& made) {
    const auto copy = copies.find(named);
    const auto* to = std::get_if<RecordId>(&made);
    if (copy != copies.end()) {
      CHECK(made == Value(copy->second));
    } else if (before.find_live(named) != nullptr) {
      CHECK(made == Value(named));
    } else if (source.find_live(named) != nullptr) {
      REQUIRE(to != nullptr);
      REQUIRE(after.find_live(*to) != nullptr);
      CHECK(title_of(after, *to) == title_of(source, named));
    } else {
      CHECK(is_unset(made));
      ++emptied;
    }
  }
  void check_record(RecordId original, RecordId copy) {
    const Record& there = *source.find_live(original);
    const Record& here = *after.find_live(copy);
    CHECK(here.type == there.type);
    for (const auto& [number, state] : there.fields) {
      const Value& made = here.fields.shown(number);
      if (const auto* named = std::get_if<RecordId>(&state.shown())) {
        check_reference(*named, made);
      } else {
        CHECK(made == state.shown());
      }
    }
    for (const auto& [number, state] : here.fields) CHECK(there.fields.contains(number));
  }
};

}  // namespace

TEST_CASE("a copy is what was copied up to ids, what is here stays, undo takes it away") {
  test::for_seeds(150, [](Random& random) {
    std::vector<test::Person> people = test::people_at_work(random, 40);
    test::meet(people);
    const Document& source = people.front().document;
    Document target = relative_of(random, source);
    const Document before = [&] {
      Document same({9, 9}, {10});
      REQUIRE(same.integrate(test::changes_of(target)).ok());
      return same;
    }();
    const std::string source_before = test::dump(source);
    const std::string live_before = test::dump_live(target);
    const std::vector<RecordId> tops = some_records(random, source);

    const BranchCopy plan(source, target, tops, CopyReferrers::kLeave);
    UndoStack undo;
    std::vector<RecordId> made;
    {
      Transaction transaction(target, "Copy", {});
      const auto written = plan.write(transaction, {});
      REQUIRE(written.ok());
      made = written.value();
      const auto done = transaction.commit();
      REQUIRE(done.ok());
      if (done.value()) undo.committed(*done.value());
    }
    CHECK(test::dump(source) == source_before);

    Oracle oracle{source, before, target, {}, 0};
    std::vector<RecordId> kept;
    for (const RecordId top : tops) {
      bool below = false;
      for (RecordId at = source.find(top)->parent; !at.is_null(); at = source.find(at)->parent) {
        below = below || std::find(tops.begin(), tops.end(), at) != tops.end();
      }
      if (!below) kept.push_back(top);
    }
    REQUIRE(made.size() == kept.size());
    std::size_t in_branches = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const std::vector<RecordId> there = branch(source, kept[i]);
      const std::vector<RecordId> here = branch(target, made[i]);
      REQUIRE(there.size() == here.size());
      in_branches += there.size();
      for (std::size_t k = 0; k < there.size(); ++k) oracle.copies.emplace(there[k], here[k]);
    }
    for (const auto& [original, copy] : oracle.copies) oracle.check_record(original, copy);
    const CopyCounts& counts = plan.counts();
    CHECK(counts.all_records() == in_branches + counts.along);
    CHECK(target.live_count() == before.live_count() + counts.all_records());
    CHECK(counts.left_out == 0);
    CHECK(counts.refused == 0);
    if (counts.along == 0) CHECK(counts.emptied == oracle.emptied);

    // With everything there, a second copy of the first one is the same in every respect.
    for (const RecordId top : made) {
      Document again = test::copy_of(target, 11);
      Transaction transaction(again, "Copy", {});
      const auto twice =
          BranchCopy(target, again, std::vector{top}, CopyReferrers::kLeave).write(transaction, {});
      REQUIRE(twice.ok());
      CHECK(is_same_branch({target, top}, {again, twice.value()[0]}));
      REQUIRE(transaction.commit().ok());
    }
    if (undo.can_undo()) {
      REQUIRE(undo.undo(target, {}).ok());
      CHECK(test::dump_live(target) == live_before);
    }
  });
}

TEST_CASE("a model of two thousand bodies is copied whole") {
  Document source({9, 9}, {8});
  Document target = test::new_document(7);
  RecordId model;
  std::vector<RecordId> bodies;
  test::commit(source, "Make", [&](Transaction& transaction) {
    model = transaction.create(RecordType::kModel, kRootRecord);
    REQUIRE(transaction.set(model, test::field::kName, std::string("Wide and deep")).ok());
    for (std::size_t i = 0; i < 2'000; ++i) {
      // One of a hundred stands below the one before it, so that it is both wide and deep.
      const RecordId parent = i % 100 == 1 ? bodies[i - 1] : model;
      bodies.push_back(transaction.create(RecordType::kBody, parent));
      REQUIRE(
          transaction.set(bodies[i], test::field::kName, std::string("Body ") + std::to_string(i))
              .ok());
      if (i == 0) continue;
      const RecordId line = transaction.create(RecordType::kLine, model);
      REQUIRE(transaction.set(line, test::field::kLineFrom, bodies[i]).ok());
      REQUIRE(transaction.set(line, test::field::kLineTo, bodies[0]).ok());
      REQUIRE(transaction.set(line, test::field::kLineKind, Choice{1}).ok());
    }
  });
  const BranchCopy plan(source, target, std::vector{model});
  CHECK(plan.counts().records_of(RecordType::kBody) == 2'000);
  CHECK(plan.counts().records_of(RecordType::kLine) == 1'999);
  Transaction transaction(target, "Copy", {});
  const auto made = plan.write(transaction, {});
  REQUIRE(made.ok());
  REQUIRE(transaction.commit().ok());
  CHECK(is_same_branch({source, model}, {target, made.value()[0]}));
  const RecordId first = target.children(made.value()[0], RecordType::kBody).front();
  CHECK(target.referrers(first).size() == 1'999);
}

}  // namespace atlas
