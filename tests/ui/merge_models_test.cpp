// Models of another workspace's file on the screen for opened files: chosen, told of and brought in
// by pointer, keyboard and screen reader.
#include <doctest/doctest.h>

#include "document/transaction.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"
#include "support/small_workspace.hpp"
#include "ui/screen.hpp"

namespace atlas {

using semantics::Role;
using test::Screen;

namespace {

const std::string kOne = "Bring in 1 model to compare, from durham.atlas";
const std::string kTwo = "Bring in 2 models to compare, from durham.atlas";
const std::string kNone = "Bring in 0 models to compare, from durham.atlas";

// Another workspace that began with the same data; each body has another name there.
std::string durham(const std::vector<RecordId>& bodies) {
  const test::SmallWorkspace small;
  Document other({0xD0, 0x1}, ReplicaId{0xD0});
  REQUIRE(other.integrate(io::read_snapshot(test::small_snapshot()).value().changes).ok());
  Transaction transaction(other, "Edit", {1'795'344'120'000, "Colleague"});
  REQUIRE(transaction.set(small.workspace, fields::kWorkspaceName, std::string("Durham")).ok());
  for (const RecordId body : bodies) {
    REQUIRE(transaction.set(body, fields::kBodyName, std::string("Another name")).ok());
  }
  REQUIRE(transaction.commit().ok());
  return io::write_snapshot(other).value();
}

void open(Screen& screen, const std::string& bytes) {
  screen.tab.files.open("durham.atlas", bytes);
  screen.settle();
}

bool is_checked(const Screen& screen, std::string_view name) {
  return (screen.node(Role::kCheckbox, name).states & semantics::kChecked) != 0;
}

bool is_disabled(const Screen& screen, std::string_view name) {
  return (screen.node(Role::kButton, name).states & semantics::kDisabled) != 0;
}

void tab_to(Screen& screen, Role role, std::string_view name) {
  for (int i = 0; i < 200; ++i) {
    const semantics::Node* focused = screen.focused();
    if (focused != nullptr && focused->role == role && focused->name == name) return;
    screen.press_key("Tab");
  }
  FAIL("the keyboard does not come to " << name);
}

}  // namespace

TEST_CASE("a model is brought in to compare, and undo is offered where it is shown") {
  const test::SmallWorkspace small;
  Screen screen(test::small_snapshot());
  open(screen, durham({small.team}));
  CHECK(screen.has(Role::kGroup, "Models in durham.atlas"));
  CHECK(screen.has(Role::kText, "Beta 2012: already here, the same"));
  CHECK(is_checked(screen, "Alpha 2011"));
  CHECK(screen.has(Role::kText,
                   "Copies 5 bodies, 3 lines and 8 other records. Nothing that is here changes, "
                   "and Undo takes the copies away."));
  screen.activate(Role::kButton, kOne);
  CHECK(screen.tab.state().screen == app::Screen::kExplore);
  CHECK(title_of(screen.tab.state().document, screen.tab.state().explore.model) ==
        "Alpha 2011 (from Durham)");
  CHECK(screen.has(Role::kTreeItem, "Another name"));
  screen.activate(Role::kButton, "Undo");
  CHECK(screen.tab.state().document.records_of(RecordType::kModel).size() == 2);
}

TEST_CASE("models are chosen by keyboard; with none chosen there is nothing to bring in") {
  const test::SmallWorkspace small;
  Screen screen(test::small_snapshot());
  open(screen, durham({small.team, small.beta_board}));
  CHECK_FALSE(is_disabled(screen, kTwo));
  tab_to(screen, Role::kCheckbox, "Alpha 2011");
  screen.press_key(" ");
  CHECK_FALSE(is_checked(screen, "Alpha 2011"));
  CHECK(screen.has(Role::kButton, kOne));
  tab_to(screen, Role::kCheckbox, "Beta 2012");
  screen.press_key(" ");
  CHECK(is_disabled(screen, kNone));
  screen.press_key(" ");
  tab_to(screen, Role::kButton, kOne);
  screen.press_key("Enter");
  CHECK(title_of(screen.tab.state().document, screen.tab.state().explore.model) ==
        "Beta 2012 (from Durham)");
}

TEST_CASE("where all models are here already, the file says only what else can be done with it") {
  Screen screen(test::small_snapshot());
  open(screen, durham({}));
  CHECK(screen.has(Role::kText, "Alpha 2011: already here, the same"));
  CHECK(screen.has(Role::kButton, "Open beside mine"));
  CHECK_FALSE(screen.has(Role::kButton, kNone));
}

TEST_CASE("the choice of models fits a narrow page") {
  const test::SmallWorkspace small;
  Screen screen(test::small_snapshot(), 320, 640);
  open(screen, durham({small.team, small.beta_board}));
  for (const auto& [role, name] :
       {std::pair(Role::kCheckbox, std::string("Alpha 2011")), std::pair(Role::kButton, kTwo)}) {
    const semantics::Rect rect = screen.node(role, name).rect;
    CHECK(rect.x >= 0);
    CHECK(rect.x + rect.width <= 320);
  }
}

}  // namespace atlas
