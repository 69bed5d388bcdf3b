#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include "base/id_text.hpp"
#include "files.hpp"
#include "support/small_workspace.hpp"
#include "support/workspace.hpp"
#include "verbs.hpp"

namespace atlas {
namespace {

namespace fs = std::filesystem;
using command::Format;
using test::copy_of;

// A folder that is gone afterwards.
struct Folder {
  Folder() : path(fs::temp_directory_path() / ("atlas-command-" + std::to_string(getpid()))) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  [[nodiscard]] std::string file(const char* name) const { return (path / name).string(); }
  fs::path path;
};

std::string text_in(const std::string& path) {
  const auto bytes = command::read_bytes(path);
  REQUIRE(bytes.ok());
  return bytes.value();
}

void write(const std::string& path, const std::string& text) {
  REQUIRE(command::write_bytes(path, text).ok());
}

struct Told {
  std::ostringstream out;
  std::ostringstream err;
  command::Streams streams() { return {out, err}; }
};

int export_to(const std::string& source, const std::string& format, const std::string& output,
              std::vector<std::string> types = {}) {
  Told told;
  command::ExportOptions options;
  options.source = source;
  options.format = format;
  options.types = std::move(types);
  options.output = output;
  return command::export_records(options, told.streams());
}

int import_from(std::vector<std::string> sources, const std::string& output,
                const std::string& into = {}) {
  Told told;
  command::ImportOptions options;
  options.sources = std::move(sources);
  options.into = into;
  options.output = output;
  const int code = command::import_records(options, told.streams());
  CAPTURE(told.err.str());
  CHECK_FALSE(told.err.str().empty());
  return code;
}

TEST_CASE("out as JSON, in again, out again: the same bytes") {
  const Folder folder;
  REQUIRE(export_to("builtin", "json", folder.file("a.json")) == command::kFine);
  REQUIRE(import_from({folder.file("a.json")}, folder.file("b.atlas")) == command::kFine);
  REQUIRE(export_to(folder.file("b.atlas"), "json", folder.file("b.json")) == command::kFine);
  CHECK(text_in(folder.file("a.json")) == text_in(folder.file("b.json")));
}

TEST_CASE("a folder of tables makes the workspace again") {
  const Folder folder;
  REQUIRE(export_to("builtin", "csv", folder.file("tables")) == command::kFine);
  std::vector<std::string> tables;
  for (const auto& entry : fs::directory_iterator(folder.file("tables"))) {
    tables.push_back(entry.path().string());
  }
  CHECK(tables.size() > 30);
  std::sort(tables.begin(), tables.end());
  REQUIRE(import_from(tables, folder.file("b.atlas")) == command::kFine);
  Told told;
  CHECK(command::check({folder.file("b.atlas")}, Format::kText, told.streams()) == command::kFine);
  const auto a = command::read_workspace("builtin");
  const auto b = command::read_workspace(folder.file("b.atlas"));
  REQUIRE(b.ok());
  CHECK(a.value().document.live_count() == b.value().document.live_count());
}

TEST_CASE("a table brought into the built-in workspace as it is changes nothing") {
  const Folder folder;
  REQUIRE(export_to("builtin", "csv", folder.file("body.csv"), {"body"}) == command::kFine);
  REQUIRE(import_from({folder.file("body.csv")}, folder.file("c.atlas"), "builtin") ==
          command::kFine);
  Told told;
  CHECK(command::diff("builtin", folder.file("c.atlas"), Format::kText, told.streams()) ==
        command::kFine);
  CHECK(told.out.str().empty());
}

TEST_CASE("mistakes in a file: told on the error stream, nothing written, exit code 2") {
  const Folder folder;
  write(folder.file("bad.csv"), "Action id,Action,Due\n,x,never\n,,\n,y,sometimes\n");
  Told told;
  command::ImportOptions options;
  options.sources = {folder.file("bad.csv")};
  options.output = folder.file("out.atlas");
  CHECK(command::import_records(options, told.streams()) == command::kBadInput);
  CHECK(told.err.str().find("line 2, field Due") != std::string::npos);
  CHECK(told.err.str().find("line 4, field Due") != std::string::npos);
  CHECK(told.err.str().find("Nothing was changed.") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.file("out.atlas")));
  CHECK_FALSE(fs::exists(folder.file("out.atlas.part")));

  write(folder.file("garbage.atlas"), std::string(1'000'000, 'g'));
  for (const char* name : {"garbage.atlas", "nowhere.atlas"}) {
    Told other;
    CHECK(command::check({folder.file(name)}, Format::kText, other.streams()) ==
          command::kBadInput);
    CHECK(command::info(folder.file(name), Format::kText, other.streams()) == command::kBadInput);
    CHECK(command::query(folder.file(name), "body", Format::kText, other.streams()) ==
          command::kBadInput);
    CHECK_FALSE(other.err.str().empty());
  }
  Told output;
  CHECK(export_to("builtin", "svg", folder.file("x.svg")) == command::kBadInput);
  CHECK(export_to("builtin", "csv", "-") == command::kBadInput);
  CHECK(export_to("builtin", "json", folder.file("no/such/place.json")) == command::kBadInput);
}

void save(const std::string& path, const Document& document) {
  const command::Workspace workspace{test::copy_of(document, 1), {}, 0};
  REQUIRE(command::write_workspace(path, workspace).ok());
}

TEST_CASE("merging: what merged and every clash, in any order the same file") {
  const Folder folder;
  const test::SmallWorkspace small;
  Document one = copy_of(small.document, 31);
  Document two = copy_of(small.document, 32);
  test::set(one, small.open, test::field::kOwner, std::string("One"));
  test::set(one, small.done, test::field::kOwner, std::string("Only one"));
  test::set(two, small.open, test::field::kOwner, std::string("Two"));
  save(folder.file("base.atlas"), small.document);
  save(folder.file("one.atlas"), one);
  save(folder.file("two.atlas"), two);
  Told told;
  CHECK(command::merge(
            {folder.file("base.atlas"), folder.file("one.atlas"), folder.file("two.atlas")},
            folder.file("m.atlas"), Format::kText, told.streams()) == command::kFound);
  CHECK(told.out.str().find("one.atlas: 2 new changes") != std::string::npos);
  CHECK(told.out.str().find("1 clash\n") != std::string::npos);
  CHECK(told.out.str().find("\"One\"") != std::string::npos);
  CHECK(told.out.str().find("\"Two\"") != std::string::npos);
  CHECK(told.out.str().find("Owner: (empty) -> \"Only one\"") != std::string::npos);
  Told again;
  CHECK(
      command::merge({folder.file("two.atlas"), folder.file("one.atlas"), folder.file("one.atlas")},
                     folder.file("n.atlas"), Format::kJson, again.streams()) == command::kFound);
  CHECK(text_in(folder.file("m.atlas")) == text_in(folder.file("n.atlas")));
  CHECK(again.out.str().find("\"clashes\"") != std::string::npos);
  Told checked;
  CHECK(command::check({folder.file("m.atlas")}, Format::kText, checked.streams()) ==
        command::kFound);
  Told foreign;
  CHECK(command::merge({folder.file("base.atlas"), "builtin"}, folder.file("o.atlas"),
                       Format::kText, foreign.streams()) == command::kBadInput);
  CHECK(foreign.err.str().find("another workspace") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.file("o.atlas")));
}

TEST_CASE("differences are told record by record, and as JSON") {
  const Folder folder;
  const test::SmallWorkspace small;
  Document changed = copy_of(small.document, 31);
  test::commit(changed, "Change", [&](Transaction& transaction) {
    REQUIRE(transaction.move(small.team, small.health).ok());
    REQUIRE(transaction.remove(small.loose).ok());
  });
  save(folder.file("a.atlas"), small.document);
  save(folder.file("b.atlas"), changed);
  Told told;
  CHECK(command::diff(folder.file("a.atlas"), folder.file("b.atlas"), Format::kText,
                      told.streams()) == command::kFound);
  CHECK(told.out.str().find("moved from under \"Safety Group\" to under \"Health Group\"") !=
        std::string::npos);
  CHECK(told.out.str().find("- action ") != std::string::npos);
  Told json;
  CHECK(command::diff(folder.file("a.atlas"), folder.file("b.atlas"), Format::kJson,
                      json.streams()) == command::kFound);
  CHECK(json.out.str().find("\"what\": \"removed\"") != std::string::npos);
}

TEST_CASE("erasing: first told where it stands, then a file without it, at any later merge too") {
  const Folder folder;
  const test::SmallWorkspace small;
  Document with = copy_of(small.document, 31);
  test::set(with, small.open, test::field::kOwner, std::string("For Jane Quux"));
  test::set(with, small.open, test::field::kOwner, std::string("Nobody"));
  test::commit(with, "Jane QUUX rang", [&](Transaction& transaction) {
    REQUIRE(transaction.set(small.done, test::field::kOwner, std::string("Jane Quux")).ok());
  });
  save(folder.file("with.atlas"), with);
  const std::string before = text_in(folder.file("with.atlas"));
  command::EraseOptions options;
  options.source = folder.file("with.atlas");
  options.text = "jane quux";
  Told dry;
  CHECK(command::erase(options, dry.streams()) == command::kFound);
  CHECK(dry.out.str().find(" owner \"For Jane Quux\" by Ann, replaced\n") != std::string::npos);
  CHECK(dry.out.str().find(" owner \"Jane Quux\" by Ann, there now\n") != std::string::npos);
  CHECK(dry.out.str().find("message \"Jane QUUX rang\" by Ann\n") != std::string::npos);
  CHECK(dry.out.str().find("3 places. Nothing was erased") != std::string::npos);
  CHECK(text_in(folder.file("with.atlas")) == before);

  options.output = folder.file("without.atlas");
  options.author = "Ben";
  Told done;
  CHECK(command::erase(options, done.streams()) == command::kFine);
  CHECK(done.out.str().find("3 places. Erased for good.") != std::string::npos);
  Told merged;
  CHECK(command::merge({folder.file("with.atlas"), folder.file("without.atlas")},
                       folder.file("merged.atlas"), Format::kText,
                       merged.streams()) == command::kFine);
  CHECK(merged.out.str().find("Owner: \"Jane Quux\" -> \"Erased\"") != std::string::npos);
  CHECK(text_in(folder.file("merged.atlas")) == text_in(folder.file("without.atlas")));
  options.source = folder.file("merged.atlas");
  options.output.clear();
  options.format = Format::kJson;
  Told none;
  CHECK(command::erase(options, none.streams()) == command::kFine);
  CHECK(none.out.str().find("\"places\": []") != std::string::npos);
}

TEST_CASE("erasing all that a field was ever set to; mistakes are told") {
  const Folder folder;
  const test::SmallWorkspace small;
  Document with = copy_of(small.document, 31);
  test::set(with, small.open, test::field::kDue, Date{14'000});
  test::set(with, small.open, test::field::kDue, Date{14'001});
  save(folder.file("with.atlas"), with);
  command::EraseOptions options;
  options.source = folder.file("with.atlas");
  options.record = to_text(small.open);
  options.field = "due";
  options.output = folder.file("without.atlas");
  Told done;
  CHECK(command::erase(options, done.streams()) == command::kFine);
  CHECK(done.out.str().find("2 places. Erased for good.") != std::string::npos);
  const auto without = command::read_workspace(folder.file("without.atlas"));
  REQUIRE(without.ok());
  CHECK(is_erased(without.value().document.get(small.open, test::field::kDue)));

  const auto refused = [&](const char* text, const std::string& record, const char* field) {
    command::EraseOptions wrong;
    wrong.source = folder.file("with.atlas");
    wrong.text = text;
    wrong.record = record;
    wrong.field = field;
    wrong.output = folder.file("wrong.atlas");
    Told told;
    CHECK_FALSE(fs::exists(folder.file("wrong.atlas")));
    return command::erase(wrong, told.streams()) == command::kBadInput &&
           told.err.str().find("Nothing was written.") != std::string::npos;
  };
  CHECK(refused("", "", ""));
  CHECK(refused("x", to_text(small.open), "due"));
  CHECK(refused("", to_text(small.open), ""));
  CHECK(refused("", "nowhere", "due"));
  CHECK(refused("", to_text(small.open), "no_such_field"));
}

TEST_CASE("info and query answer in words and as JSON") {
  Told told;
  CHECK(command::info("builtin", Format::kText, told.streams()) == command::kFine);
  CHECK(told.out.str().find("Durham and Darlington partnerships") == 0);
  CHECK(command::info("builtin", Format::kJson, told.streams()) == command::kFine);
  CHECK(told.out.str().find("\"source_document\": 5") != std::string::npos);
  Told answer;
  CHECK(command::query("builtin", "model count", Format::kText, answer.streams()) ==
        command::kFine);
  CHECK(answer.out.str() == "count\n5\n");
  CHECK(command::query("builtin", "model show title limit 1", Format::kJson, answer.streams()) ==
        command::kFine);
  CHECK(answer.out.str().find("\"title\": ") != std::string::npos);
  Told wrong;
  CHECK(command::query("builtin", "models", Format::kText, wrong.streams()) == command::kBadInput);
  CHECK(wrong.err.str().find("Character 1") == 0);
}

TEST_CASE("a file without earlier values says so, and the whole one does not") {
  const Folder folder;
  test::SmallWorkspace small;
  test::set(small.document, small.open, test::field::kOwner, std::string("One"));
  test::set(small.document, small.open, test::field::kOwner, std::string("Two"));
  save(folder.file("whole.atlas"), small.document);
  REQUIRE(export_to(folder.file("whole.atlas"), "thin", folder.file("thin.atlas")) ==
          command::kFine);
  const auto says_so = [&](const char* name) {
    Told told;
    CHECK(command::info(folder.file(name), Format::kText, told.streams()) == command::kFine);
    return told.out.str().find("Earlier values are left out") != std::string::npos;
  };
  CHECK(says_so("thin.atlas"));
  CHECK_FALSE(says_so("whole.atlas"));
}

}  // namespace
}  // namespace atlas
