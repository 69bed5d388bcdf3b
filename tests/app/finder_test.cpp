#include "app/finder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/fixture.hpp"
#include "io/built_in.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas {

using app::Found;
using test::SmallTab;

namespace {

bool has_action(const std::vector<Found>& found, app::ActionId id) {
  return std::any_of(found.begin(), found.end(),
                     [&](const Found& one) { return one.record.is_null() && one.action == id; });
}

}  // namespace

TEST_CASE("without words everything that can be done here is found, and nothing else") {
  SmallTab tab;
  const auto found = app::find_anything(tab.state(), "", 100);
  for (const app::ActionSpec& spec : app::actions()) {
    const bool wanted = spec.enabled(tab.state()) && spec.id != app::ActionId::kSearch;
    CHECK(has_action(found, spec.id) == wanted);
  }
  CHECK(std::all_of(found.begin(), found.end(),
                    [](const Found& one) { return one.record.is_null(); }));
}

TEST_CASE("an action is found by its words and says its keys") {
  SmallTab tab;
  const auto found = app::find_anything(tab.state(), "save fi");
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().record.is_null());
  CHECK(found.front().action == app::ActionId::kSaveFile);
  CHECK(found.front().detail == "Ctrl+S");
  CHECK_FALSE(has_action(app::find_anything(tab.state(), "undo"), app::ActionId::kUndo));
}

TEST_CASE("every word counts, in any order, without regard to case") {
  SmallTab tab;
  const auto found = app::find_anything(tab.state(), "BOARD alpha");
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().record == tab.small.board);
  CHECK(app::find_anything(tab.state(), "board zebra").empty());
  CHECK(app::find_anything(tab.state(), "   ").size() ==
        app::find_anything(tab.state(), "").size());
}

TEST_CASE("the body of the year that was asked for comes first") {
  headless::Disk disk;
  headless::Tab tab(disk, built_in_snapshot());
  tab.start();
  const auto found = app::find_anything(tab.state(), "community safety 2012");
  REQUIRE_FALSE(found.empty());
  const RecordId first = found.front().record;
  CHECK(tab.state().document.find(first)->type == RecordType::kBody);
  CHECK(title_of(tab.state().document, model_of(tab.state().document, first)).find("2012") !=
        std::string::npos);
}

TEST_CASE("names come before sentences that begin with the word") {
  headless::Disk disk;
  headless::Tab tab(disk, built_in_snapshot());
  tab.start();
  for (const std::string query : {"partnership", "board", "health"}) {
    CAPTURE(query);
    const auto found = app::find_anything(tab.state(), query);
    REQUIRE(found.size() > 8);
    std::size_t bodies = 0;
    for (std::size_t i = 0; i < 8; ++i) {
      CAPTURE(found[i].title);
      const RecordType type = tab.state().document.find(found[i].record)->type;
      bodies += type == RecordType::kBody ? 1 : 0;
      CHECK(type != RecordType::kBudgetLine);
    }
    CHECK(bodies >= 4);
  }
}

TEST_CASE("going to what was found shows the screen it is on") {
  SmallTab tab;
  tab.run(app::GoToRecord{tab.small.board});
  CHECK(tab.state().screen == app::Screen::kExplore);
  CHECK(tab.state().selected == tab.small.board);
  tab.run(app::GoToRecord{tab.small.open});
  CHECK(tab.state().screen == app::Screen::kPlan);
  CHECK(tab.state().plan.row == tab.small.open);
  tab.run(app::GoToRecord{tab.small.alpha});
  CHECK(tab.state().screen == app::Screen::kExplore);
  CHECK(tab.state().explore.model == tab.small.alpha);
  const auto before = tab.state().selected;
  tab.run(app::GoToRecord{{ReplicaId{99}, 99}});
  CHECK(tab.state().selected == before);
}

}  // namespace atlas
