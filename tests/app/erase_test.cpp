// A made-up client's name is written wherever a name can get to, erased, and then looked for in
// every byte that this device keeps and in everything that leaves it.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "app/erased.hpp"
#include "app/fixture.hpp"
#include "base/text.hpp"
#include "document/erasure.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/json_writer.hpp"
#include "exchange/selection.hpp"
#include "io/compress.hpp"
#include "io/file_tools.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"
#include "partnership/hierarchy.hpp"
#include "report/html_edition.hpp"
#include "report/svg_picture.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

namespace {

constexpr FieldNumber kNote{5};
// Not all of it plain letters, so that folding and escaping would show.
const std::string kClient = "Zébedee Quux";

bool holds_name(const std::string& bytes) {
  return bytes.find("Quux") != std::string::npos || contains_folded(bytes, kClient) ||
         contains_folded(bytes, "bedee");
}

// Blocks of the history are compressed: looked at as they are and inflated.
bool file_holds_name(const std::string& path, const std::string& bytes) {
  if (holds_name(path) || holds_name(bytes)) return true;
  if (path.find("/base-") == std::string::npos && path.find("/seg-") == std::string::npos) {
    return false;
  }
  const testing::LooseFile loose = testing::take_apart(bytes);
  return std::any_of(loose.chunks.begin(), loose.chunks.end(), [](const io::ForeignChunk& chunk) {
    return chunk.type == io::kHistoryChunk && holds_name(io::unpack_block(chunk.bytes));
  });
}

std::vector<std::string> files_with_name(const headless::Disk& disk) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : disk.files) {
    if (file_holds_name(path, bytes)) paths.push_back(path);
  }
  return paths;
}

bool exports_hold_name(const Document& document) {
  const std::vector<RecordId> all = exchange::selected(document, {});
  if (holds_name(exchange::write_json(document, all).text)) return true;
  for (const TypeSpec* type : schema_types()) {
    if (holds_name(exchange::write_csv(document, *type, all).text)) return true;
  }
  for (const RecordId model : document.records_of(RecordType::kModel)) {
    if (holds_name(report::svg_picture(document, model))) return true;
  }
  return holds_name(report::html_edition(document));
}

// What a person sees or could bring back.
bool state_holds_name(const app::State& state) {
  std::string all = state.undo.undo_message(state.document) + "\n" +
                    state.undo.redo_message(state.document) + "\n";
  for (const app::Toast& toast : state.toasts) all += toast.text + "\n";
  for (const app::RecentWords& recent : state.recent) all += recent.detail + "\n";
  for (const app::WorkspaceEntry& entry : state.workspaces) all += entry.name + "\n";
  if (state.field_error) all += state.field_error->typed;
  if (state.error) all += state.error->sentence();
  return holds_name(all);
}

void erase_name(headless::Tab& tab) {
  tab.run(app::EraseValues{erasing(find_text(tab.state().document, kClient))});
}

void check_gone(const headless::Tab& tab, const headless::Disk& disk) {
  CHECK(files_with_name(disk) == std::vector<std::string>{});
  CHECK_FALSE(exports_hold_name(tab.state().document));
  CHECK_FALSE(state_holds_name(tab.state()));
  CHECK(find_text(tab.state().document, kClient).empty());
  CHECK_FALSE(tab.state().error);
}

void type(headless::Tab& tab, RecordId record, FieldNumber field, const std::string& text) {
  tab.run(app::SetFieldTyped{record, field, text});
}

// Shown, replaced, undone, redone, cleared, in the bin, in words of acts, in names of workspaces.
void write_everywhere(headless::Tab& tab, const test::SmallWorkspace& small) {
  type(tab, small.open, fields::kActionOwner, kClient + " (client)");
  type(tab, small.done, fields::kActionOwner, "For " + kClient);
  type(tab, small.done, fields::kActionOwner, "Somebody");
  type(tab, small.late, fields::kActionName, "Ring " + kClient);
  tab.run(app::SetField{small.late, fields::kActionStatus, Choice{1}});
  tab.run(app::Undo{});
  tab.run(app::Undo{});
  tab.run(app::Redo{});
  type(tab, small.first, fields::kObjectiveName, "Help " + kClient);
  type(tab, small.first, fields::kObjectiveName, "Help");
  tab.run(app::Undo{});
  type(tab, small.board, kNote, kClient + " said so");
  type(tab, small.board, kNote, "");
  type(tab, small.loose, fields::kActionName, kClient);
  tab.run(app::RemoveRecord{small.loose});
  type(tab, small.workspace, fields::kWorkspaceName, "The " + kClient + " papers");
  type(tab, small.open, fields::kActionDue, "ask " + kClient);
}

}  // namespace

TEST_CASE("a name that was written everywhere is nowhere once it is erased") {
  SmallTab tab;
  write_everywhere(tab.tab, tab.small);
  REQUIRE(tab.state().field_error);
  REQUIRE(files_with_name(tab.disk).size() > 5);
  REQUIRE(state_holds_name(tab.state()));
  REQUIRE(exports_hold_name(tab.state().document));

  erase_name(tab.tab);
  check_gone(tab.tab, tab.disk);
  CHECK(tab.state().toasts.back().text.starts_with("Erased for good."));
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::count_files(tab.disk, "w/" + kSmallFolder + "/") == 1);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
  CHECK(is_erased(tab.state().document.get(tab.small.open, fields::kActionOwner)));
  CHECK(tab.text(tab.small.done, fields::kActionOwner) == "Somebody");

  tab.run(app::SaveFile{});
  CHECK_FALSE(file_holds_name("/base-", tab.tab.files.saved().back().bytes));
  erase_name(tab.tab);
  CHECK(tab.state().toasts.back().text == "There is nothing left to erase there");
}

TEST_CASE("undo and redo never bring an erased text back, and go on working") {
  SmallTab tab;
  write_everywhere(tab.tab, tab.small);
  erase_name(tab.tab);
  int undone = 0;
  for (; tab.state().undo.can_undo(); ++undone) {
    tab.run(app::Undo{});
    CHECK_FALSE(state_holds_name(tab.state()));
  }
  CHECK(undone > 8);
  check_gone(tab.tab, tab.disk);
  // The person's other edits are undone all the same.
  CHECK(tab.state().document.find_live(tab.small.loose) != nullptr);
  while (tab.state().undo.can_redo()) tab.run(app::Redo{});
  check_gone(tab.tab, tab.disk);
  type(tab.tab, tab.small.open, fields::kActionOwner, "A. Officer");
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "A. Officer");
}

TEST_CASE("erased by whom and when is told in words") {
  SmallTab tab;
  type(tab.tab, tab.small.open, fields::kActionOwner, kClient);
  const auto words = [&] {
    return app::erased_words(tab.tab.clock, tab.state().document, tab.small.open,
                             fields::kActionOwner);
  };
  tab.run(app::SetAuthor{"A. Officer"});
  erase_name(tab.tab);
  CHECK(words() == "Erased by A. Officer, 22 November 2026, 10:42");
  tab.run(app::EraseValues{EraseOp{{}, {}, {tab.state().document.changes().back()->first_id()}}});
  CHECK(words() == "Erased, 22 November 2026, 10:42");
}

TEST_CASE("erasing in the middle of a flush, and when that flush fails") {
  for (const bool fails : {false, true}) {
    SmallTab tab;
    tab.tab.app.send(app::SetFieldTyped{tab.small.open, fields::kActionOwner, kClient});
    tab.tab.app.update();
    REQUIRE(tab.tab.store.flushes_under_way() == 1);
    tab.tab.app.send(app::SetFieldTyped{tab.small.done, fields::kActionOwner, kClient});
    tab.tab.app.update();
    tab.tab.app.send(app::EraseValues{erasing(find_text(tab.state().document, kClient))});
    tab.tab.app.update();
    if (fails) tab.tab.store.fail_flush("The disk is full.");
    tab.tab.settle();
    tab.tab.clock.advance_ms(60'000);
    tab.tab.settle();
    check_gone(tab.tab, tab.disk);
    CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
  }
}

TEST_CASE("another tab with the name, in a clash and not yet stored") {
  headless::Disk disk;
  const test::SmallWorkspace small;
  headless::Tab one(disk, test::small_snapshot(), 1);
  headless::Tab two(disk, test::small_snapshot(), 2);
  const auto settle = [&] {
    do {
      one.settle();
      two.settle();
    } while (one.app.pending() || two.app.pending());
  };
  one.start();
  two.start();
  one.app.send(app::SetFieldTyped{small.open, fields::kActionOwner, kClient});
  two.app.send(app::SetFieldTyped{small.open, fields::kActionOwner, "Or " + kClient});
  one.app.update();
  two.app.update();
  settle();
  REQUIRE(one.state().document.clashes().size() == 1);
  // Work of the other tab that the first cannot know: words that quote the name.
  two.app.send(app::SetFieldTyped{small.late, fields::kActionName, "Ring " + kClient});
  two.app.update();
  erase_name(one);
  settle();
  CHECK(one.state().document.clashes().empty());
  erase_name(two);
  settle();
  check_gone(one, disk);
  check_gone(two, disk);
  CHECK(test::snapshot_of(one.state().document) == test::snapshot_of(two.state().document));
  CHECK(test::snapshot_on(disk, kSmallFolder) == test::snapshot_of(one.state().document));
}

TEST_CASE("other folders of the workspace, and files opened later that still hold the name") {
  SmallTab tab;
  write_everywhere(tab.tab, tab.small);
  tab.run(app::SaveFile{});
  const std::string sent = tab.tab.files.saved().back().bytes;
  headless::Disk colleague_disk;
  headless::Tab colleague(colleague_disk, test::small_snapshot(), 9);
  colleague.start();
  colleague.files.open("sent.atlas", sent);
  colleague.settle();
  colleague.run(app::DecideMerge{app::MergeChoice::kApply});
  type(colleague, tab.small.late, fields::kActionOwner, "With " + kClient);
  colleague.run(app::SaveFile{});
  const std::string apart = colleague.files.saved().back().bytes;

  type(tab.tab, tab.small.done, fields::kActionOwner, "Elsewhere");
  const auto open_beside = [&](const std::string& file) {
    tab.tab.files.open("file.atlas", file);
    tab.tab.settle();
    if (tab.state().merge) tab.run(app::DecideMerge{app::MergeChoice::kKeepSeparate});
  };
  open_beside(apart);
  const std::string beside = tab.state().folder;
  REQUIRE(beside != kSmallFolder);
  erase_name(tab.tab);
  check_gone(tab.tab, tab.disk);
  tab.run(app::OpenWorkspace{kSmallFolder});
  check_gone(tab.tab, tab.disk);
  CHECK(tab.text(tab.small.done, fields::kActionOwner) == "Elsewhere");

  // Copies that were sent before come back.
  open_beside(sent);
  CHECK(tab.state().folder == kSmallFolder);
  check_gone(tab.tab, tab.disk);
  open_beside(apart);
  CHECK(tab.state().folder == beside);
  check_gone(tab.tab, tab.disk);
  CHECK(tab.state().workspaces.size() == 2);
}

TEST_CASE("a part of storage that still holds the name is cleaned when it is met") {
  SmallTab tab;
  type(tab.tab, tab.small.open, fields::kActionOwner, kClient);
  const std::map<std::string, std::string> before = tab.disk.files;
  erase_name(tab.tab);
  REQUIRE(files_with_name(tab.disk).empty());
  // As if an earlier visit had been cut off, or its files had been put back.
  for (const auto& [path, bytes] : before) {
    if (path.find("/seg-") != std::string::npos) tab.disk.files[path] = bytes;
  }
  REQUIRE_FALSE(files_with_name(tab.disk).empty());
  // A later visit, in which no other tab owns the folder.
  headless::Disk disk;
  disk.files = tab.disk.files;
  headless::Tab next(disk, test::small_snapshot(), 3);
  next.start();
  next.settle();
  check_gone(next, disk);
  CHECK(is_erased(next.state().document.get(tab.small.open, fields::kActionOwner)));
}

TEST_CASE("a copy in which somebody erased is merged: erased here, too") {
  SmallTab tab;
  type(tab.tab, tab.small.open, fields::kActionOwner, kClient);
  tab.run(app::SaveFile{});
  headless::Disk disk;
  headless::Tab colleague(disk, test::small_snapshot(), 9);
  colleague.start();
  colleague.files.open("sent.atlas", tab.tab.files.saved().back().bytes);
  colleague.settle();
  colleague.run(app::DecideMerge{app::MergeChoice::kApply});
  erase_name(colleague);
  colleague.run(app::SaveFile{});
  tab.tab.files.open("back.atlas", colleague.files.saved().back().bytes);
  tab.tab.settle();
  REQUIRE(tab.state().merge);
  CHECK(tab.state().merge->files.at(0).kind == app::MergeFileKind::kNews);
  tab.run(app::DecideMerge{app::MergeChoice::kApply});
  check_gone(tab.tab, tab.disk);
  CHECK(test::snapshot_of(tab.state().document) == test::snapshot_of(colleague.state().document));
}

TEST_CASE("what is set aside holds it no more either, and comes back without it") {
  SmallTab tab;
  headless::Disk disk;
  headless::Tab colleague(disk, test::small_snapshot(), 9);
  colleague.start();
  type(colleague, tab.small.open, fields::kActionOwner, kClient);
  type(colleague, tab.small.late, fields::kActionOwner, "Something else");
  colleague.run(app::SaveFile{});
  tab.tab.files.open("theirs.atlas", colleague.files.saved().back().bytes);
  tab.tab.settle();
  tab.run(app::DecideMerge{app::MergeChoice::kApply});
  tab.run(app::SetMergeAside{tab.state().merges.at(0).id});
  CHECK_FALSE(files_with_name(tab.disk).empty());
  erase_name(colleague);
  colleague.run(app::SaveFile{});
  tab.tab.files.open("theirs.atlas", colleague.files.saved().back().bytes);
  tab.tab.settle();
  tab.run(app::DecideMerge{app::MergeChoice::kApply});
  check_gone(tab.tab, tab.disk);
  CHECK(tab.text(tab.small.late, fields::kActionOwner) == "Something else");
  tab.run(app::SetMergeAside{tab.state().merges.back().id});
  check_gone(tab.tab, tab.disk);
}

TEST_CASE(
    "the dialogue lists a record's values or the places of a text, and erases what is chosen") {
  SmallTab tab;
  type(tab.tab, tab.small.open, fields::kActionOwner, kClient);
  type(tab.tab, tab.small.open, fields::kActionOwner, "Somebody else");
  type(tab.tab, tab.small.late, fields::kActionOwner, "Ask " + kClient);
  tab.run(app::ShowErase{tab.small.open});
  REQUIRE(tab.state().erase);
  CHECK(tab.state().dialog == app::Dialog::kErase);
  CHECK(tab.state().erase->places.size() >= 2);
  CHECK(tab.state().erase->chosen.empty());
  tab.run(app::FindToErase{kClient});
  const std::size_t places = tab.state().erase->places.size();
  CHECK(places >= 2);
  CHECK(tab.state().erase->chosen.size() == places);
  tab.run(app::ChooseToErase{0, false});
  CHECK(tab.state().erase->chosen.size() == places - 1);
  tab.run(app::ChooseToErase{0, true});
  tab.run(app::ChooseToErase{999, true});
  tab.run(app::EraseChosen{});
  CHECK_FALSE(tab.state().erase);
  CHECK(tab.state().dialog == app::Dialog::kNone);
  check_gone(tab.tab, tab.disk);
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Somebody else");
  tab.run(app::ShowErase{{}});
  CHECK(tab.state().erase->places.empty());
  tab.run(app::CloseDialog{});
  CHECK_FALSE(tab.state().erase);
}

}  // namespace atlas
