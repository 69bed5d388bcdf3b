#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::kSmallFolder;
using test::SmallTab;

namespace {

const std::string kSegments = "w/" + kSmallFolder + "/seg-";

app::Command owner(const SmallTab& tab, const std::string& name) {
  return app::SetFieldTyped{tab.small.open, fields::kActionOwner, name};
}

// Sends and updates without letting flushes end.
void send(SmallTab& tab, app::Command command) {
  tab.tab.app.send(std::move(command));
  tab.tab.app.update();
}

}  // namespace

TEST_CASE("saved is said only when the flush has ended") {
  SmallTab tab;
  send(tab, owner(tab, "One"));
  CHECK(tab.state().saving.state == app::SaveState::kSaving);
  CHECK(test::count_files(tab.disk, kSegments) == 0);
  CHECK(tab.tab.store.flushes_under_way() == 1);
  tab.tab.clock.advance_ms(60'000);
  tab.tab.store.finish_flush();
  CHECK(tab.state().saving.state == app::SaveState::kSaving);
  tab.tab.app.update();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(tab.state().saving.saved_at == "10:43");
  CHECK(test::count_files(tab.disk, kSegments) == 1);
}

TEST_CASE("edits during a flush gather into one segment") {
  SmallTab tab;
  send(tab, owner(tab, "One"));
  send(tab, owner(tab, "Two"));
  send(tab, owner(tab, "Three"));
  CHECK(tab.tab.store.flushes_under_way() == 1);
  CHECK_FALSE(tab.tab.store.has_unflushed());
  tab.tab.store.finish_flush();
  tab.tab.app.update();
  CHECK(tab.state().saving.state == app::SaveState::kSaving);
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(test::count_files(tab.disk, kSegments) == 2);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("a failed flush is said, kept, and tried again with the next edit") {
  SmallTab tab;
  tab.tab.store.refuse("The disk is full");
  tab.run(owner(tab, "One"));
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  CHECK(tab.state().saving.problem == "The disk is full");
  CHECK(tab.text(tab.small.open, fields::kActionOwner) == "One");
  tab.tab.store.refuse("");
  tab.run(owner(tab, "Two"));
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(tab.state().saving.problem.empty());
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("a failed flush is tried again by the clock, ever more slowly") {
  SmallTab tab;
  tab.tab.store.refuse("The disk is full");
  tab.run(owner(tab, "One"));
  CHECK(tab.tab.app.wake_in_ms() == doctest::Approx(5'000));
  tab.tab.clock.advance_ms(4'999);
  CHECK_FALSE(tab.tab.app.pending());
  tab.tab.app.update();
  CHECK(tab.tab.store.flushes_under_way() == 0);
  tab.tab.clock.advance_ms(1);
  CHECK(tab.tab.app.pending());
  tab.tab.settle();
  CHECK(tab.tab.app.wake_in_ms() == doctest::Approx(10'000));
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  for (int i = 0; i < 6; ++i) {
    tab.tab.clock.advance_ms(60'000);
    tab.tab.settle();
  }
  CHECK(tab.tab.app.wake_in_ms() == doctest::Approx(60'000));
  tab.tab.store.refuse("");
  tab.tab.clock.advance_ms(60'000);
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
  CHECK(tab.tab.app.wake_in_ms() < 0);
  CHECK(test::snapshot_on(tab.disk, kSmallFolder) == test::snapshot_of(tab.state().document));
}

TEST_CASE("while a retry is under way the warning stays") {
  SmallTab tab;
  send(tab, owner(tab, "One"));
  tab.tab.store.fail_flush("Aborted");
  tab.tab.app.update();
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  send(tab, owner(tab, "Two"));
  CHECK(tab.tab.store.flushes_under_way() == 1);
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  tab.tab.settle();
  CHECK(tab.state().saving.state == app::SaveState::kSaved);
}

TEST_CASE("a tab killed at any step loses only what was not yet said to be saved") {
  // Steps: each update and each end of a flush. The tab dies after `steps` of them.
  for (int steps = 0; steps < 40; ++steps) {
    CAPTURE(steps);
    headless::Disk disk;
    const test::SmallWorkspace small;
    std::string saved;  // as of the last time "saved" was shown
    {
      headless::Tab tab(disk, test::small_snapshot());
      tab.app.tell(app::StoreReady{ReplicaId{77}, true, {}});
      for (int step = 0; step < steps; ++step) {
        if (step % 3 == 1) {
          tab.store.finish_flush();
        } else {
          const std::string name = "Owner " + std::to_string(step);
          if (step > 0) tab.app.send(app::SetFieldTyped{small.open, fields::kActionOwner, name});
          tab.app.update();
        }
        if (tab.state().saving.state == app::SaveState::kSaved) {
          saved = test::snapshot_of(tab.state().document);
          CHECK(test::snapshot_on(disk, kSmallFolder) == saved);
        }
      }
    }
    headless::Tab next(disk, test::small_snapshot());
    next.start();
    CHECK_FALSE(next.state().error);
    CHECK(next.state().damaged.empty());
    const auto found = io::read_snapshot(saved.empty() ? test::small_snapshot() : saved);
    std::set<OpId> here;
    for (const Change* change : next.state().document.changes()) here.insert(change->first_id());
    for (const Change& change : found.value().changes) CHECK(here.contains(change.first_id()));
  }
}

TEST_CASE("an answer to another flush is not taken for ours") {
  SmallTab tab;
  send(tab, owner(tab, "One"));
  tab.tab.app.tell(app::FlushDone{999, true, {}});
  tab.tab.app.update();
  CHECK(tab.state().saving.state == app::SaveState::kSaving);
}

}  // namespace atlas
