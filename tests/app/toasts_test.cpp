#include <doctest/doctest.h>

#include "app/fixture.hpp"

namespace atlas {

using test::SmallTab;

TEST_CASE("toasts go after a while, and the app asks to be woken for it") {
  SmallTab tab;
  CHECK(tab.tab.app.wake_in_ms() < 0);
  tab.run(app::RemoveRecord{tab.small.open});
  REQUIRE(tab.state().toasts.size() == 1);
  const double wait = tab.tab.app.wake_in_ms();
  CHECK(wait > 5'000);
  tab.tab.clock.advance_ms(static_cast<std::int64_t>(wait) - 1);
  CHECK_FALSE(tab.tab.app.update());
  CHECK(tab.state().toasts.size() == 1);
  tab.tab.clock.advance_ms(1);
  CHECK(tab.tab.app.pending());
  CHECK(tab.tab.app.update());
  CHECK(tab.state().toasts.empty());
  CHECK(tab.tab.app.wake_in_ms() < 0);
}

TEST_CASE("the last toast takes the place of the one before, and can be dismissed") {
  SmallTab tab;
  for (const RecordId record : {tab.small.open, tab.small.done, tab.small.late, tab.small.loose}) {
    tab.run(app::RemoveRecord{record});
  }
  REQUIRE(tab.state().toasts.size() == 1);
  CHECK(tab.state().toasts[0].text == "Removed “Loose action”");
  tab.run(app::DismissToast{tab.state().toasts[0].id});
  CHECK(tab.state().toasts.empty());
}

TEST_CASE("a clock that is set back keeps toasts") {
  SmallTab tab;
  tab.run(app::RemoveRecord{tab.small.open});
  tab.tab.clock.advance_ms(-3'600'000);
  tab.tab.app.update();
  CHECK(tab.state().toasts.size() == 1);
}

TEST_CASE("an update with nothing to do changes nothing") {
  SmallTab tab;
  CHECK_FALSE(tab.tab.app.pending());
  CHECK_FALSE(tab.tab.app.update());
}

}  // namespace atlas
