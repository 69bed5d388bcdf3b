// Models of another workspace's file, copied into this one to compare.
#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "document/erasure.hpp"
#include "document/transaction.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"
#include "support/dump.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

namespace {

constexpr WorkspaceId kOther{0xD0, 0x1};
const std::string kName = "Durham's copy";

// A workspace of its own that began with the same data.
Document durham() {
  Document other(kOther, ReplicaId{0xD0});
  REQUIRE(other.integrate(io::read_snapshot(test::small_snapshot()).value().changes).ok());
  return other;
}

template <typename Fill>
void edit(Document& document, const Fill& fill) {
  Transaction transaction(document, "Edit", {1'795'344'120'000, "Colleague"});
  fill(transaction);
  REQUIRE(transaction.commit().ok());
}

void rename(Document& document, RecordId record, const std::string& name) {
  edit(document, [&](Transaction& transaction) {
    const FieldNumber title = find_type(document.find(record)->type)->title;
    REQUIRE(transaction.set(record, title, name).ok());
  });
}

Document durham_with(const SmallTab& tab, const std::vector<RecordId>& renamed) {
  Document other = durham();
  rename(other, tab.small.workspace, kName);
  for (const RecordId record : renamed) rename(other, record, "Another name");
  return other;
}

void open(SmallTab& tab, const Document& document, const std::string& name = "durham.atlas") {
  tab.tab.files.open(name, test::snapshot_of(document));
  tab.tab.settle();
}

const app::MergeFile& file(const SmallTab& tab, std::size_t index = 0) {
  REQUIRE(tab.state().merge);
  REQUIRE(tab.state().merge->ready);
  return tab.state().merge->files.at(index);
}

std::string shown_model(const SmallTab& tab) {
  return title_of(tab.state().document, tab.state().explore.model);
}

}  // namespace

TEST_CASE("models that are here already, unedited, are said to be") {
  SmallTab tab;
  open(tab, durham_with(tab, {}));
  CHECK(tab.state().screen == app::Screen::kMerge);
  REQUIRE(file(tab).kind == app::MergeFileKind::kOtherWorkspace);
  CHECK(file(tab).workspace_name == kName);
  REQUIRE(file(tab).models.size() == 2);
  CHECK(file(tab).models[0].same == tab.small.alpha);
  CHECK(file(tab).models[1].same == tab.small.beta);
  CHECK_FALSE(file(tab).offers_models());
  const std::string before = test::snapshot_of(tab.state().document);
  tab.run(app::BringInModels{0});
  CHECK(test::snapshot_of(tab.state().document) == before);
  CHECK(tab.state().merge);
}

TEST_CASE("a model that differs is brought in beside the one here, and undo takes it away") {
  SmallTab tab;
  open(tab, durham_with(tab, {tab.small.team}));
  REQUIRE(file(tab).models.size() == 2);
  CHECK(file(tab).models[0].is_offered());
  CHECK_FALSE(file(tab).models[1].is_offered());
  CHECK(file(tab).models_chosen() == 1);
  CHECK(file(tab).copies.records_of(RecordType::kBody) == 5);
  CHECK(file(tab).copies.along == 0);
  const std::string before = test::dump_live(tab.state().document);
  const std::size_t changes = tab.state().document.changes().size();

  tab.run(app::BringInModels{0});
  CHECK_FALSE(tab.state().error);
  CHECK_FALSE(tab.state().merge);
  CHECK(tab.state().document.changes().size() == changes + 1);
  CHECK(tab.state().screen == app::Screen::kExplore);
  CHECK(shown_model(tab) == "Alpha 2011 (from Durham's copy)");
  const RecordId copy = tab.state().explore.model;
  CHECK(tab.text(copy, fields::kModelBroughtInFrom) == "Durham's copy, file durham.atlas");
  CHECK(tab.state().document.get(copy, fields::kModelCopiedFrom) == Value(tab.small.alpha));
  CHECK(tab.state().toasts.back().text ==
        "Brought in “Alpha 2011” from “Durham's copy” to compare");
  CHECK(tab.state().toasts.back().offers_undo);
  CHECK(tab.state().document.changes().back()->message ==
        "Bring in “Alpha 2011” from “Durham's copy” to compare");
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));

  tab.run(app::Undo{});
  CHECK(test::dump_live(tab.state().document) == before);
  CHECK(tab.state().document.find_live(tab.state().explore.model) != nullptr);
}

TEST_CASE("a person chooses which models come, and sees what that makes") {
  SmallTab tab;
  open(tab, durham_with(tab, {tab.small.team, tab.small.beta_board}));
  CHECK(file(tab).models_chosen() == 2);
  CHECK(file(tab).copies.records_of(RecordType::kBody) == 6);
  tab.run(app::ChooseMergeModel{0, tab.small.alpha, false});
  CHECK(file(tab).models_chosen() == 1);
  CHECK(file(tab).copies.records_of(RecordType::kBody) == 1);
  tab.run(app::ChooseMergeModel{0, tab.small.beta, false});
  CHECK(file(tab).copies.all_records() == 0);
  tab.run(app::BringInModels{0});
  REQUIRE(tab.state().merge);
  tab.run(app::ChooseMergeModel{0, tab.small.beta, true});
  tab.run(app::BringInModels{0});
  CHECK(shown_model(tab) == "Beta 2012 (from Durham's copy)");
  CHECK(models(tab.state().document).size() == 3);
}

TEST_CASE("several models come in one act") {
  SmallTab tab;
  open(tab, durham_with(tab, {tab.small.team, tab.small.beta_board}));
  const std::size_t changes = tab.state().document.changes().size();
  tab.run(app::BringInModels{0});
  CHECK(tab.state().document.changes().size() == changes + 1);
  CHECK(models(tab.state().document).size() == 4);
  CHECK(tab.state().toasts.back().text == "Brought in 2 models from “Durham's copy” to compare");
}

TEST_CASE("what was brought in before is recognised; edited again it is told apart by a number") {
  SmallTab tab;
  Document other = durham_with(tab, {tab.small.team});
  open(tab, other);
  tab.run(app::BringInModels{0});
  const RecordId copy = tab.state().explore.model;
  open(tab, other);
  CHECK(file(tab).models[0].same == copy);
  CHECK(file(tab).models[0].same_name == "Alpha 2011 (from Durham's copy)");
  CHECK_FALSE(file(tab).offers_models());
  tab.run(app::ForgetMergeFile{0});
  rename(other, tab.small.team, "A third name");
  open(tab, other);
  tab.run(app::BringInModels{0});
  CHECK(shown_model(tab) == "Alpha 2011 (from Durham's copy, copy 2)");
}

TEST_CASE("of a workspace of the same name a model is called after the file") {
  SmallTab tab;
  Document other = durham();
  rename(other, tab.small.team, "Another name");
  open(tab, other, "durham 2.atlas");
  tab.run(app::BringInModels{0});
  CHECK(shown_model(tab) == "Alpha 2011 (from durham 2)");
}

TEST_CASE("a model of a workspace that shares nothing brings its sources along") {
  SmallTab tab;
  Document other(kOther, ReplicaId{0xD0});
  RecordId board;
  edit(other, [&](Transaction& transaction) {
    const auto add = [&](RecordType type, RecordId parent, const char* name) {
      const RecordId made = transaction.create(type, parent);
      REQUIRE(transaction.set(made, find_type(type)->title, std::string(name)).ok());
      return made;
    };
    add(RecordType::kWorkspace, kRootRecord, "Elsewhere");
    const RecordId source = add(RecordType::kSourceDocument, kRootRecord, "Their paper");
    const RecordId model = add(RecordType::kModel, kRootRecord, "Gamma 2020");
    REQUIRE(transaction.set(model, fields::kModelShortName, std::string("Gamma")).ok());
    board = add(RecordType::kBody, model, "Gamma Board");
    REQUIRE(transaction.set(board, fields::kEvidenceSource, source).ok());
  });
  open(tab, other, "gamma.atlas");
  CHECK(file(tab).copies.along == 1);
  tab.run(app::BringInModels{0});
  const Document& document = tab.state().document;
  const RecordId model = tab.state().explore.model;
  CHECK(tab.text(model, fields::kModelShortName) == "Gamma (from Elsewhere)");
  CHECK(is_unset(document.get(model, fields::kModelCopiedFrom)));
  const auto bodies = document.children(model, RecordType::kBody);
  REQUIRE(bodies.size() == 1);
  const auto* source = std::get_if<RecordId>(&document.get(bodies[0], fields::kEvidenceSource));
  REQUIRE(source != nullptr);
  CHECK(title_of(document, *source) == "Their paper");
}

TEST_CASE("what is erased here does not come back with a copy") {
  SmallTab tab;
  tab.run(app::EraseValues{erasing(find_text(tab.state().document, "Safety Team"))});
  open(tab, durham_with(tab, {tab.small.cabinet}));
  CHECK(file(tab).copies.erased == 1);
  tab.run(app::BringInModels{0});
  CHECK_FALSE(tab.state().error);
  CHECK(shown_model(tab) == "Alpha 2011 (from Durham's copy)");
  CHECK(find_text(tab.state().document, "Safety Team").empty());
}

TEST_CASE("other files go on waiting for a decision") {
  SmallTab tab;
  tab.tab.files.open("durham.atlas", test::snapshot_of(durham_with(tab, {tab.small.team})));
  Document third({0xE0, 1}, ReplicaId{0xE0});
  REQUIRE(third.integrate(io::read_snapshot(test::small_snapshot()).value().changes).ok());
  rename(third, tab.small.workspace, "A third one");
  rename(third, tab.small.beta_board, "Another name");
  tab.tab.files.open("third.atlas", test::snapshot_of(third));
  tab.tab.settle();
  REQUIRE(tab.state().merge->files.size() == 2);
  tab.run(app::BringInModels{0});
  CHECK(tab.state().screen == app::Screen::kExplore);
  REQUIRE(tab.state().merge);
  REQUIRE(tab.state().merge->files.size() == 1);
  CHECK(file(tab).name == "third.atlas");
  CHECK(tab.state().toasts.back().offers_undo);
  tab.run(app::BringInModels{0});
  CHECK_FALSE(tab.state().merge);
  CHECK(models(tab.state().document).size() == 4);
}

TEST_CASE("what is offered follows the workspace when it goes on meanwhile") {
  SmallTab tab;
  open(tab, durham_with(tab, {tab.small.team}));
  tab.run(app::ChooseMergeModel{0, tab.small.alpha, false});
  tab.run(app::SetFieldTyped{tab.small.beta, fields::kModelName, "Beta 2013"});
  CHECK(file(tab).models[1].is_offered());
  CHECK(file(tab).models_chosen() == 1);
  tab.run(app::SetFieldTyped{tab.small.team, fields::kBodyName, "Another name"});
  CHECK_FALSE(file(tab).models[0].is_offered());
  tab.run(app::BringInModels{0});
  CHECK(shown_model(tab) == "Beta 2012 (from Durham's copy)");
}

TEST_CASE("commands about files that are not there do nothing") {
  SmallTab tab;
  tab.run(app::BringInModels{0});
  tab.run(app::ChooseMergeModel{3, tab.small.alpha, false});
  open(tab, durham_with(tab, {tab.small.team}));
  tab.run(app::BringInModels{1});
  tab.run(app::ChooseMergeModel{1, tab.small.alpha, false});
  CHECK(file(tab).models_chosen() == 1);
  CHECK(models(tab.state().document).size() == 2);
}

}  // namespace atlas
