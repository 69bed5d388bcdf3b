// The show case of merging (support/show_case.hpp) as a script would do it: thirteen files and the
// command line.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <sstream>

#include <unistd.h>

#include "files.hpp"
#include "io/snapshot.hpp"
#include "models/built_in_document.hpp"
#include "support/picks.hpp"
#include "support/show_case.hpp"
#include "verbs.hpp"

namespace atlas {
namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("atlas-show-case-" + std::to_string(getpid()))) {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
  fs::path path;
};

TEST_CASE("atlas merge: base and twelve copies in any order make the same file") {
  const Folder folder;
  SeededRandom random(12);
  const Document base = testing::built_in_document();
  const test::ShowCase show(random, base);
  std::vector<std::string> files;
  const auto save = [&](const Document& document) {
    files.push_back(folder.file(std::to_string(files.size()) + ".atlas"));
    REQUIRE(command::write_bytes(files.back(), io::write_snapshot(document).value()).ok());
  };
  save(base);
  for (const Document& copy : show.copies()) save(copy);
  std::string first;
  for (int order = 0; order < 3; ++order) {
    std::ostringstream out;
    std::ostringstream err;
    const std::string result = folder.file("merged.atlas");
    REQUIRE(command::merge(files, result, command::Format::kJson, {out, err}) == command::kFound);
    CHECK(err.str() == "");
    CHECK(nlohmann::json::parse(out.str()).at("clashes").size() == show.clash_count());
    const std::string bytes = command::read_bytes(result).value();
    if (order == 0) first = bytes;
    const bool same = bytes == first;
    CHECK(same);
    test::shuffle(random, files);
  }
  const auto merged = command::read_workspace(folder.file("merged.atlas"));
  REQUIRE(merged.ok());
  CHECK(show.complaints(merged.value().document) == "");
}

}  // namespace
}  // namespace atlas
