// A laptop that slept, and a wall clock that was set: neither loses work nor says what is not so.
#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

namespace {

constexpr std::int64_t kHourMs = 3'600'000;

app::Command owner(const SmallTab& tab, const std::string& name) {
  return app::SetFieldTyped{tab.small.open, fields::kActionOwner, name};
}

}  // namespace

TEST_CASE("after hours of sleep toasts are gone, nothing is busy, and edits are saved") {
  SmallTab tab;
  tab.run(app::RemoveRecord{tab.small.late});
  REQUIRE(tab.state().toasts.size() == 1);
  tab.tab.clock.advance_ms(9 * kHourMs);
  CHECK(tab.tab.app.update());
  CHECK(tab.state().toasts.empty());
  CHECK_FALSE(tab.tab.app.pending());
  CHECK(tab.tab.app.wake_in_ms() < 0);
  tab.run(owner(tab, "Awake again"));
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(tab.state().saving.saved_at == "19:42");
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("a flush that sleep fell into ends after it, and only then is anything saved") {
  SmallTab tab;
  tab.tab.app.send(owner(tab, "Before sleep"));
  tab.tab.app.update();
  tab.tab.clock.advance_ms(9 * kHourMs);
  tab.tab.app.update();
  CHECK(tab.state().saving.state == app::SaveState::kSaving);
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(tab.state().saving.saved_at == "19:42");
}

TEST_CASE("a flush that failed is not put off for hours by a clock that was set back") {
  SmallTab tab;
  tab.tab.store.refuse("The disk is full");
  tab.run(owner(tab, "One"));
  CHECK(tab.tab.app.wake_in_ms() == doctest::Approx(5'000));
  tab.tab.store.refuse("");
  tab.tab.clock.advance_ms(-3 * kHourMs);
  CHECK(tab.tab.app.wake_in_ms() == 0);
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(tab.tab.app.wake_in_ms() < 0);
}

TEST_CASE("the last edit wins also when the clock was set back before it") {
  SmallTab tab;
  tab.run(owner(tab, "First"));
  tab.tab.clock.advance_ms(-26 * kHourMs);
  tab.run(owner(tab, "Second"));
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "Second");
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(tab.state().saving.saved_at == "08:42");
  // And for the next visit, which reads the segments in the order of their stamps.
  headless::Tab next(tab.disk, test::small_snapshot(), 2);
  next.start();
  const auto* text =
      std::get_if<std::string>(&next.state().document.get(tab.small.open, fields::kActionOwner));
  REQUIRE(text != nullptr);
  CHECK(*text == "Second");
}

TEST_CASE("stamps grow along the history whatever the clock does") {
  SmallTab tab;
  const std::int64_t jumps[] = {0, -26 * kHourMs, 900 * kHourMs, -kHourMs};
  std::uint64_t last = 0;
  int step = 0;
  for (const std::int64_t jump : jumps) {
    tab.tab.clock.advance_ms(jump);
    tab.run(owner(tab, "Owner " + std::to_string(step++)));
    std::uint64_t newest = 0;
    for (const Change* change : tab.state().document.changes()) {
      newest = std::max(newest, change->lamport);
    }
    CHECK(newest > last);
    last = newest;
  }
}

TEST_CASE(
    "the time of a file copy is the time it was made, also when the clock was set back since") {
  SmallTab tab;
  tab.run(app::SaveFile{});
  const std::string when = tab.state().saving.last_file_copy;
  CHECK(when == "22 November 2026, 10:42");
  tab.tab.clock.advance_ms(-26 * kHourMs);
  tab.tab.app.update();
  CHECK(tab.state().saving.last_file_copy == when);
  CHECK(tab.state().saving.file_copy_is_current);
  tab.run(app::SaveFile{});
  CHECK(tab.state().saving.last_file_copy == "21 November 2026, 08:42");
}

}  // namespace atlas
