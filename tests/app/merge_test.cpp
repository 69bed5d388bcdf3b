#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "document/transaction.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

namespace {

constexpr std::int64_t kNow = 1'795'344'120'000;  // 22 November 2026, 10:42

Document colleague(std::uint64_t replica) {
  Document copy({0x5A11, 0x1}, ReplicaId{replica});
  REQUIRE(copy.integrate(io::read_snapshot(test::small_snapshot()).value().changes).ok());
  return copy;
}

template <typename Fill>
void edit(Document& document, const std::string& author, const Fill& fill) {
  Transaction transaction(document, "Edit", {kNow, author});
  fill(transaction);
  REQUIRE(transaction.commit().ok());
}

// The small workspace with an owner set by somebody else.
std::string copy_with_owner(const std::string& owner, const std::string& author = "Colleague",
                            std::uint64_t replica = 0xBEEF) {
  const test::SmallWorkspace small;
  Document copy = colleague(replica);
  edit(copy, author, [&](Transaction& transaction) {
    REQUIRE(transaction.set(small.open, fields::kActionOwner, owner).ok());
  });
  return test::snapshot_of(copy);
}

void open(SmallTab& tab, const std::string& bytes, const std::string& name = "file.atlas") {
  tab.tab.files.open(name, bytes);
  tab.tab.settle();
}

void apply(SmallTab& tab) {
  tab.run(app::DecideMerge{app::MergeChoice::kApply});
}

const app::MergeView& view(const SmallTab& tab) {
  REQUIRE(tab.state().merge);
  return *tab.state().merge;
}

// A second visit to the same disk.
std::string snapshot_of_next_visit(SmallTab& tab) {
  headless::Tab next(tab.disk, test::small_snapshot());
  next.start();
  CHECK_FALSE(next.state().error);
  return test::snapshot_of(next.state().document);
}

}  // namespace

TEST_CASE("a copy that only went on is shown first, then brought in") {
  SmallTab tab;
  const std::string before = test::snapshot_of(tab.state().document);
  open(tab, copy_with_owner("Colleague's owner"));
  CHECK(tab.state().screen == app::Screen::kMerge);
  REQUIRE(view(tab).files.size() == 1);
  const app::MergeFile& file = view(tab).files[0];
  CHECK(file.kind == app::MergeFileKind::kNews);
  CHECK(file.new_changes == 1);
  CHECK(file.authors == std::vector<std::string>{"Colleague"});
  CHECK(file.latest == "22 November 2026, 10:42");
  REQUIRE(view(tab).preview.rows.size() == 1);
  const MergePreview::Row& row = view(tab).preview.rows[0];
  CHECK(row.difference.record == tab.small.open);
  REQUIRE(row.difference.fields.size() == 1);
  CHECK(row.difference.fields[0].field == fields::kActionOwner);
  CHECK(is_unset(row.difference.fields[0].before));
  CHECK(std::get<std::string>(row.difference.fields[0].after) == "Colleague's owner");
  REQUIRE(row.by.size() == 1);
  CHECK(row.by[0]->author == "Colleague");
  CHECK(view(tab).preview.clashes.empty());
  CHECK(test::snapshot_of(tab.state().document) == before);

  apply(tab);
  CHECK_FALSE(tab.state().merge);
  CHECK(tab.state().screen == app::Screen::kHome);
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Colleague's owner");
  CHECK(tab.state().toasts.back().text == "Brought in 1 change from file.atlas");
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
  CHECK(snapshot_of_next_visit(tab) == test::snapshot_of(tab.state().document));
}

TEST_CASE("copies that went apart are brought together, both values of a clash kept") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  tab.run(app::SetFieldTyped{tab.small.late, fields::kActionOwner, "Also mine"});
  open(tab, copy_with_owner("Theirs"));
  REQUIRE(view(tab).preview.clashes.size() == 1);
  CHECK(view(tab).preview.clashes[0].record == tab.small.open);
  CHECK(tab.state().document.clashes().empty());
  apply(tab);
  CHECK(tab.text(tab.small.late, fields::kActionOwner) == "Also mine");
  REQUIRE(tab.state().document.clashes().size() == 1);
  CHECK(tab.state().document.clashes()[0].sides.size() == 2);
  CHECK(snapshot_of_next_visit(tab) == test::snapshot_of(tab.state().document));
}

TEST_CASE("a clash can be settled on the way in: by either side, or by a third value") {
  for (const std::string& wanted :
       {std::string("Mine"), std::string("Theirs"), std::string("A third")}) {
    SmallTab tab;
    tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
    open(tab, copy_with_owner("Theirs"));
    app::Settlement settlement;
    settlement.value = wanted;
    const app::ClashKey key = app::key_of(view(tab).preview.clashes.at(0));
    tab.run(app::ChooseSettlement{key, settlement});
    apply(tab);
    CHECK(tab.text(tab.small.open, fields::kActionOwner) == wanted);
    CHECK(tab.state().document.clashes().empty());
  }
}

TEST_CASE("a choice that is taken back leaves the clash open") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  open(tab, copy_with_owner("Theirs"));
  const app::ClashKey key = app::key_of(view(tab).preview.clashes.at(0));
  app::Settlement settlement;
  settlement.value = std::string("Mine");
  tab.run(app::ChooseSettlement{key, settlement});
  tab.run(app::ChooseSettlement{key, std::nullopt});
  apply(tab);
  CHECK(tab.state().document.clashes().size() == 1);
}

TEST_CASE("clashes of every kind can be settled afterwards, and undone") {
  SmallTab tab;
  Document theirs = colleague(0xBEEF);
  edit(theirs, "Colleague", [&](Transaction& transaction) {
    REQUIRE(transaction.set(tab.small.open, fields::kActionOwner, std::string("Theirs")).ok());
    REQUIRE(transaction.move(tab.small.team, tab.small.health).ok());
    REQUIRE(transaction.remove(tab.small.loose).ok());
  });
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  tab.run(app::SetFieldTyped{tab.small.loose, fields::kActionOwner, "Still wanted"});
  open(tab, test::snapshot_of(theirs));
  apply(tab);
  REQUIRE(tab.state().document.clashes().size() == 2);
  for (const Clash& clash : tab.state().document.clashes()) {
    app::Settlement settlement;
    if (clash.kind == ClashKind::kField) settlement.value = std::string("Agreed");
    if (clash.kind == ClashKind::kDeletedAndEdited) settlement.keep = false;
    tab.run(app::SettleClash{app::key_of(clash), settlement});
  }
  CHECK(tab.state().document.clashes().empty());
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Agreed");
  CHECK(tab.state().document.find_live(tab.small.loose) == nullptr);
  tab.run(app::Undo{});
  tab.run(app::Undo{});
  CHECK_FALSE(tab.state().document.clashes().empty());
}

TEST_CASE("many files come in together, in any order with the same result") {
  const std::vector<std::string> files{copy_with_owner("One", "Ann", 0xA1),
                                       copy_with_owner("Two", "Bob", 0xB2),
                                       copy_with_owner("Three", "Cat", 0xC3)};
  std::string first;
  for (const std::vector<std::size_t>& order :
       std::vector<std::vector<std::size_t>>{{0, 1, 2}, {2, 1, 0}, {1, 2, 0, 1}}) {
    SmallTab tab;
    for (const std::size_t i : order) {
      tab.tab.files.open("file " + std::to_string(i) + ".atlas", files[i]);
    }
    tab.tab.settle();
    CHECK(view(tab).files.size() == order.size());
    CHECK(view(tab).new_changes == 3);
    CHECK(view(tab).authors == std::vector<std::string>{"Ann", "Bob", "Cat"});
    REQUIRE(view(tab).preview.clashes.size() == 1);
    CHECK(view(tab).preview.clashes[0].sides.size() == 3);
    apply(tab);
    const std::string bytes = test::snapshot_of(tab.state().document);
    if (first.empty()) first = bytes;
    CHECK(bytes == first);
    CHECK(snapshot_of_next_visit(tab) == bytes);
  }
}

TEST_CASE("rows are filtered by author and body") {
  SmallTab tab;
  Document ann = colleague(0xA1);
  edit(ann, "Ann", [&](Transaction& transaction) {
    REQUIRE(transaction.set(tab.small.open, fields::kActionOwner, std::string("A")).ok());
  });
  Document bob = colleague(0xB2);
  edit(bob, "Bob", [&](Transaction& transaction) {
    REQUIRE(transaction.set(tab.small.health, fields::kBodyLead, std::string("B")).ok());
  });
  open(tab, test::snapshot_of(ann), "ann.atlas");
  open(tab, test::snapshot_of(bob), "bob.atlas");
  CHECK(view(tab).shown.size() == 2);
  CHECK(view(tab).bodies == std::vector<RecordId>{tab.small.health, tab.small.board});
  tab.run(app::FilterMerge{{{}, "Bob"}});
  REQUIRE(view(tab).shown.size() == 1);
  CHECK(view(tab).preview.rows[view(tab).shown[0]].difference.record == tab.small.health);
  tab.run(app::FilterMerge{{tab.small.board, {}}});
  REQUIRE(view(tab).shown.size() == 1);
  CHECK(view(tab).preview.rows[view(tab).shown[0]].difference.record == tab.small.open);
  tab.run(app::FilterMerge{{tab.small.board, "Bob"}});
  CHECK(view(tab).shown.empty());
}

TEST_CASE("cancelling and leaving a file out leave everything as it was") {
  SmallTab tab;
  const std::string before = test::snapshot_of(tab.state().document);
  open(tab, copy_with_owner("Somebody"));
  tab.run(app::DecideMerge{app::MergeChoice::kCancel});
  CHECK_FALSE(tab.state().merge);
  CHECK(tab.state().screen == app::Screen::kHome);
  open(tab, copy_with_owner("One", "Ann", 0xA1), "one.atlas");
  open(tab, copy_with_owner("Two", "Bob", 0xB2), "two.atlas");
  tab.run(app::ForgetMergeFile{0});
  REQUIRE(view(tab).files.size() == 1);
  CHECK(view(tab).authors == std::vector<std::string>{"Bob"});
  tab.run(app::ForgetMergeFile{0});
  CHECK_FALSE(tab.state().merge);
  CHECK(test::snapshot_of(tab.state().document) == before);
}

TEST_CASE("the preview follows the workspace when it goes on meanwhile") {
  SmallTab tab;
  open(tab, copy_with_owner("Theirs"));
  CHECK(view(tab).preview.clashes.empty());
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  CHECK(view(tab).preview.clashes.size() == 1);
  apply(tab);
  CHECK(tab.state().document.clashes().size() == 1);
}

TEST_CASE("one change with two contents is never taken in") {
  SmallTab tab;
  open(tab, copy_with_owner("One version"));
  apply(tab);
  const std::string before = test::snapshot_of(tab.state().document);
  open(tab, copy_with_owner("Another version"));
  REQUIRE(tab.state().error);
  CHECK_FALSE(tab.state().error->next.empty());
  CHECK_FALSE(tab.state().merge);
  CHECK(test::snapshot_of(tab.state().document) == before);
}

TEST_CASE("of two files that contradict each other the second is refused") {
  SmallTab tab;
  tab.tab.files.open("one.atlas", copy_with_owner("One version"));
  tab.tab.files.open("two.atlas", copy_with_owner("Another version"));
  tab.tab.settle();
  CHECK(view(tab).files[0].kind == app::MergeFileKind::kNews);
  CHECK(view(tab).files[1].kind == app::MergeFileKind::kRefused);
  apply(tab);
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "One version");
}

TEST_CASE("a bad file among good ones is refused alone") {
  SmallTab tab;
  tab.tab.files.open("bad.atlas", "hello");
  tab.tab.files.open("good.atlas", copy_with_owner("Theirs"));
  tab.tab.settle();
  CHECK(view(tab).files[0].kind == app::MergeFileKind::kRefused);
  REQUIRE(view(tab).files[0].why);
  CHECK(view(tab).files[1].kind == app::MergeFileKind::kNews);
  apply(tab);
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Theirs");
  CHECK(tab.state().merges.back().files == std::vector<std::string>{"good.atlas"});
}

TEST_CASE("files can be kept as a workspace of their own") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  const std::string mine = test::snapshot_of(tab.state().document);
  open(tab, copy_with_owner("Theirs"));
  tab.run(app::DecideMerge{app::MergeChoice::kKeepSeparate});
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Theirs");
  CHECK(tab.state().folder.starts_with(kSmallFolder + "-"));
  CHECK(tab.state().workspaces.size() == 2);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == mine);
}

TEST_CASE("what was brought in can be set aside and brought back, over visits") {
  SmallTab tab;
  tab.run(app::SetFieldTyped{tab.small.open, fields::kActionOwner, "Mine"});
  const std::string before = test::snapshot_of(tab.state().document);
  open(tab, copy_with_owner("Theirs"));
  apply(tab);
  const std::string merged = test::snapshot_of(tab.state().document);
  REQUIRE(tab.state().merges.size() == 1);
  const std::uint64_t id = tab.state().merges[0].id;

  tab.run(app::SetMergeAside{id});
  CHECK(test::snapshot_of(tab.state().document) == before);
  CHECK(tab.state().merges[0].aside);
  CHECK(snapshot_of_next_visit(tab) == before);
  tab.run(app::SaveFile{});
  CHECK(tab.tab.files.saved().back().bytes == before);

  tab.run(app::BringMergeBack{id});
  CHECK(test::snapshot_of(tab.state().document) == merged);
  CHECK(snapshot_of_next_visit(tab) == merged);
}

TEST_CASE("what was made on a merge goes aside with it, and later work gets numbers of its own") {
  SmallTab tab;
  open(tab, copy_with_owner("Theirs"));
  apply(tab);
  tab.run(app::SetFieldTyped{tab.small.late, fields::kActionOwner, "On top"});
  const std::string merged = test::snapshot_of(tab.state().document);
  const std::uint64_t id = tab.state().merges[0].id;
  tab.run(app::SetMergeAside{id});
  CHECK(tab.state().merges[0].resting == 1);
  CHECK(test::snapshot_of(tab.state().document) == test::small_snapshot());
  tab.run(app::SetFieldTyped{tab.small.late, fields::kActionOwner, "Instead"});
  CHECK(tab.state().document.changes().back()->author.empty());
  tab.run(app::BringMergeBack{id});
  CHECK_FALSE(tab.state().error);
  CHECK(tab.state().document.changes().size() ==
        io::read_snapshot(merged).value().changes.size() + 1);
  CHECK(tab.state().document.clashes().size() == 1);
}

TEST_CASE("bringing the same file in again lifts what was set aside") {
  SmallTab tab;
  const std::string file = copy_with_owner("Theirs");
  open(tab, file);
  apply(tab);
  const std::string merged = test::snapshot_of(tab.state().document);
  tab.run(app::SetMergeAside{tab.state().merges[0].id});
  open(tab, file);
  CHECK(view(tab).files[0].kind == app::MergeFileKind::kNews);
  apply(tab);
  CHECK(test::snapshot_of(tab.state().document) == merged);
  CHECK_FALSE(tab.state().merges[0].aside);
  CHECK(snapshot_of_next_visit(tab) == merged);
}

TEST_CASE("a large merge is stored as the file that it came in") {
  SmallTab tab;
  Document theirs = colleague(0xBEEF);
  edit(theirs, "Colleague", [&](Transaction& transaction) {
    for (int i = 0; i < 2'600; ++i) {
      const RecordId made = transaction.create(RecordType::kAction, tab.small.plan);
      REQUIRE(transaction.set(made, fields::kActionName, "Action " + std::to_string(i)).ok());
    }
  });
  const std::size_t bases = test::count_files(tab.disk, "w/" + kSmallFolder + "/base-");
  open(tab, test::snapshot_of(theirs));
  apply(tab);
  CHECK(test::count_files(tab.disk, "w/" + kSmallFolder + "/base-") == bases + 1);
  CHECK(snapshot_of_next_visit(tab) == test::snapshot_of(tab.state().document));
}

TEST_CASE("notes of merges survive their text, and what cannot be read is left out") {
  app::MergeNote note;
  note.id = 0xFEED;
  note.wall_ms = kNow;
  note.files = {"a.atlas", "tab\tin it.atlas"};
  note.changes = 3;
  note.before = {{{5}, 9}, {{7}, 1}};
  Change change;
  change.replica = {5};
  change.first_counter = 10;
  change.operations.resize(3);
  note.brought.add(change);
  note.aside = true;
  note.resting = 2;
  const std::string text = app::to_text(std::vector{note});
  std::vector<app::MergeNote> back = app::merge_notes_from("nonsense\n" + text + "1\t2\n");
  REQUIRE(back.size() == 1);
  CHECK(back[0].files == std::vector<std::string>{"a.atlas", "tab in it.atlas"});
  back[0].files = note.files;
  CHECK(back[0] == note);
  CHECK(app::is_aside(back, {{5}, 12}));
  CHECK_FALSE(app::is_aside(back, {{5}, 13}));
  CHECK_FALSE(app::is_aside(back, {{6}, 11}));
}

}  // namespace atlas
