// What a person sees of the store: facts about it, and messages that offer what helps.
#include <doctest/doctest.h>

#include "support/small_workspace.hpp"
#include "ui/screen.hpp"

using atlas::semantics::Role;
using atlas::test::Screen;
namespace app = atlas::app;
namespace semantics = atlas::semantics;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
const std::string kFolder = "w/0000000000005a110000000000000001/";

void edit(Screen& screen, const std::string& name) {
  const atlas::test::SmallWorkspace small;
  screen.tab.app.send(app::SetField{small.board, {22}, name});
  screen.settle();
}

// The first whose name begins so, or nullptr.
const semantics::Node* named(const Screen& screen, Role role, std::string_view beginning) {
  for (const semantics::Node& node : screen.tree().nodes) {
    if (node.role == role && node.name.starts_with(beginning)) return &node;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("Home and Share say whether the browser keeps the work, and how much there is") {
  Screen screen(atlas::test::small_snapshot());
  for (const char* place : {"Home", "Share"}) {
    CAPTURE(place);
    screen.tab.app.tell(app::StorageMeasured{});
    screen.click(Role::kButton, place);
    CHECK(named(screen, Role::kText, "The browser has not said whether") != nullptr);
    CHECK(named(screen, Role::kText, "Stored in this browser") == nullptr);
    screen.tab.app.tell(
        app::StorageMeasured{{app::Persistence::kGranted, 12'400'000, 2'100'000'000}});
    screen.settle();
    CHECK(named(screen, Role::kText, "The browser has agreed") != nullptr);
    CHECK(screen.has(Role::kText, "Stored in this browser: 12.4 MB of the 2.1 GB that it allows."));
    screen.tab.app.tell(app::StorageMeasured{{app::Persistence::kRefused, 1, 2}});
    screen.settle();
    CHECK(named(screen, Role::kText, "The browser may clear") != nullptr);
  }
}

TEST_CASE("facts about the store draw one frame and then none") {
  Screen screen(atlas::test::small_snapshot());
  screen.tab.app.tell(app::StorageMeasured{{app::Persistence::kGranted, 1, 2}});
  screen.settle();
  CHECK(screen.last.next_frame_ms < 0);
}

TEST_CASE("the date of the last file copy is shown at every width") {
  for (const float width : {1366.0F, 820.0F, 480.0F, 320.0F}) {
    CAPTURE(width);
    Screen screen(atlas::test::small_snapshot(), width);
    CHECK(screen.has(Role::kText, "Not yet ready to work offline · no file copy yet"));
    screen.tab.app.send(app::SaveFile{});
    screen.settle();
    const semantics::Node* line = named(screen, Role::kText, "Not yet ready to work offline");
    REQUIRE(line != nullptr);
    CHECK(line->name.find("22 November 2026, 10:42") != std::string::npos);
  }
}

TEST_CASE("work that is in no file for seven days is mentioned gently, and can be put off") {
  for (const float width : {1366.0F, 320.0F}) {
    CAPTURE(width);
    Screen screen(atlas::test::small_snapshot(), width);
    edit(screen, "Somebody else");
    screen.tab.clock.advance_ms(7 * kDayMs);
    screen.click(Role::kButton, "Plan");
    // Not an alert: nothing has happened.
    const semantics::Node* notice = named(screen, Role::kStatus, "For 7 days");
    REQUIRE(notice != nullptr);
    SUBCASE("saved") {
      screen.click(screen.node_in(Role::kStatus, notice->name, Role::kButton, "Save a file"));
      CHECK(screen.tab.files.saved().size() == 1);
    }
    SUBCASE("put off by pointer") {
      screen.click(Role::kButton, "Not now");
    }
    SUBCASE("put off through the mirror") {
      screen.activate(Role::kButton, "Not now");
    }
    CHECK(named(screen, Role::kStatus, "For 7 days") == nullptr);
  }
}

TEST_CASE("damaged parts are offered one after another, and stay on Home") {
  Screen screen(atlas::test::small_snapshot());
  app::FilesArrived arrived;
  for (const char* name : {"seg-1-1-1", "seg-2-2-2"}) {
    screen.tab.store.write(kFolder + name, name);
    arrived.files.push_back({kFolder + name, name});
  }
  screen.tab.app.tell(arrived);
  screen.settle();
  const semantics::Node* alert = named(screen, Role::kAlert, "2 of 3 stored parts");
  REQUIRE(alert != nullptr);
  const std::string words = alert->name;
  screen.click(Role::kButton, "Save the damaged file…");
  CHECK_FALSE(screen.has(Role::kButton, "Save the damaged file…"));
  screen.activate(Role::kButton, "Save the next damaged file…");
  REQUIRE(screen.tab.files.saved().size() == 2);
  CHECK(screen.tab.files.saved()[0].name == "seg-1-1-1.damaged");
  CHECK(screen.tab.files.saved()[0].bytes == "seg-1-1-1");
  CHECK(screen.tab.files.saved()[1].bytes == "seg-2-2-2");
  CHECK_FALSE(screen.has(Role::kButton, "Save the next damaged file…"));
  screen.click(screen.node_in(Role::kAlert, words, Role::kButton, "Close"));
  CHECK(named(screen, Role::kAlert, "2 of 3 stored parts") == nullptr);
  screen.click(Role::kButton, "Home");
  CHECK(screen.has(Role::kText,
                   "2 stored parts of this workspace cannot be read. They are kept as they are."));
  screen.activate(Role::kButton, "Save seg-1-1-1");
  CHECK(screen.tab.files.saved().size() == 3);
}

TEST_CASE("a store that was deleted underneath is said, with a way to save a file") {
  Screen screen(atlas::test::small_snapshot());
  edit(screen, "Somebody else");
  atlas::headless::Store::delete_all(screen.disk);
  screen.settle();
  const semantics::Node* alert = named(screen, Role::kAlert, "The browser’s data for this app was");
  REQUIRE(alert != nullptr);
  screen.click(screen.node_in(Role::kAlert, alert->name, Role::kButton, "Save a file"));
  CHECK(screen.tab.files.saved().size() == 1);
}
