#include "app/trail.hpp"

#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "partnership/hierarchy.hpp"

namespace atlas {

using app::Screen;
using test::SmallTab;

TEST_CASE("back and forward go where one has been") {
  SmallTab tab;
  tab.run(app::ShowScreen{Screen::kExplore});
  tab.run(app::SelectRecord{tab.small.board});
  tab.run(app::ShowScreen{Screen::kShare});
  tab.run(app::GoBack{});
  CHECK(tab.state().screen == Screen::kExplore);
  CHECK(tab.state().selected == tab.small.board);
  tab.run(app::GoForward{});
  CHECK(tab.state().screen == Screen::kShare);
  tab.run(app::GoForward{});
  CHECK(tab.state().screen == Screen::kShare);
  for (int i = 0; i < 5; ++i) tab.run(app::GoBack{});
  CHECK(tab.state().screen == Screen::kHome);
}

TEST_CASE("walking along a screen is one step back") {
  SmallTab tab;
  tab.run(app::ShowScreen{Screen::kExplore});
  for (const RecordId body : bodies_below(tab.state().document, tab.small.alpha)) {
    tab.run(app::SelectRecord{body});
  }
  for (const RecordId body : bodies_below(tab.state().document, tab.small.board)) {
    tab.run(app::SelectRecord{body});
  }
  tab.run(app::GoBack{});
  CHECK(tab.state().screen == Screen::kExplore);
  CHECK(tab.state().selected.is_null());
  tab.run(app::GoBack{});
  CHECK(tab.state().screen == Screen::kHome);
}

TEST_CASE("a new step forgets what lay ahead, and the trail does not grow without end") {
  SmallTab tab;
  tab.run(app::ShowScreen{Screen::kExplore});
  tab.run(app::ShowScreen{Screen::kPlan});
  tab.run(app::GoBack{});
  CHECK(tab.state().trail.ahead.size() == 1);
  tab.run(app::ShowScreen{Screen::kShare});
  CHECK(tab.state().trail.ahead.empty());
  for (int i = 0; i < 300; ++i) {
    tab.run(app::ShowScreen{i % 2 == 0 ? Screen::kPlan : Screen::kShare});
  }
  CHECK(tab.state().trail.behind.size() <= app::kLongestTrail);
}

TEST_CASE("a place whose record is gone is still a place") {
  SmallTab tab;
  tab.run(app::ShowScreen{Screen::kPlan});
  tab.run(app::SelectPlanRow{tab.small.open});
  tab.run(app::ShowScreen{Screen::kShare});
  tab.run(app::RemoveRecord{tab.small.open});
  tab.run(app::GoBack{});
  CHECK(tab.state().screen == Screen::kPlan);
  CHECK_FALSE(tab.state().selected == tab.small.open);
}

}  // namespace atlas
