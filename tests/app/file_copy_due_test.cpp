#include <doctest/doctest.h>

#include "app/fixture.hpp"
#include "document/transaction.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::SmallTab;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

// Any command: the matter is looked at whenever something happens.
void look(SmallTab& tab) {
  tab.run(app::ShowScreen{app::Screen::kHome});
}

std::string due(const SmallTab& tab) {
  return test::notice_text(tab.state(), app::NoticeKind::kFileCopyDue);
}

// What is said when so much time has gone by and something happens.
std::string due_after(SmallTab& tab, std::int64_t ms) {
  tab.tab.clock.advance_ms(ms);
  look(tab);
  return due(tab);
}

}  // namespace

TEST_CASE("work of seven days that is in no file is mentioned, with the days") {
  SmallTab tab;
  edit(tab, "One");
  tab.tab.clock.advance_ms(7 * kDayMs - 1);
  edit(tab, "Two");
  CHECK(due(tab).empty());
  CHECK(due_after(tab, 1).find("For 7 days") != std::string::npos);
  CHECK(due_after(tab, 2 * kDayMs).find("For 9 days") != std::string::npos);
}

TEST_CASE("a workspace in which nothing was changed is never mentioned") {
  SmallTab tab;
  CHECK(due_after(tab, 400 * kDayMs).empty());
}

TEST_CASE("a file copy ends the matter, and the next change begins it again") {
  SmallTab tab;
  edit(tab, "One");
  CHECK_FALSE(due_after(tab, 8 * kDayMs).empty());
  tab.run(app::SaveFile{});
  CHECK(due(tab).empty());
  CHECK(due_after(tab, 30 * kDayMs).empty());
  edit(tab, "Two");
  CHECK(due(tab).empty());
  CHECK_FALSE(due_after(tab, 7 * kDayMs).empty());
}

TEST_CASE("changes made while a copy was on its way out are not in it") {
  SmallTab tab;
  tab.tab.files.set_saves_end(false);
  edit(tab, "One");
  tab.run(app::SaveFile{});
  REQUIRE(tab.tab.files.saved().size() == 1);
  edit(tab, "Two");
  tab.tab.app.tell(app::FileSaved{tab.tab.files.saved()[0].name});
  tab.tab.settle();
  CHECK_FALSE(tab.state().saving.file_copy_is_current);
  CHECK_FALSE(due_after(tab, 7 * kDayMs).empty());
}

TEST_CASE("put off, it keeps silent for a day") {
  SmallTab tab;
  edit(tab, "One");
  tab.tab.clock.advance_ms(7 * kDayMs);
  look(tab);
  tab.run(app::DismissNotice{app::NoticeKind::kFileCopyDue});
  CHECK(due(tab).empty());
  tab.tab.clock.advance_ms(kDayMs - 1);
  edit(tab, "Two");
  CHECK(due(tab).empty());
  CHECK_FALSE(due_after(tab, 1).empty());
}

TEST_CASE("the next visit knows of it, and no timer waits for the day") {
  SmallTab tab;
  edit(tab, "One");
  CHECK(tab.tab.app.wake_in_ms() < 0);
  headless::Tab next(tab.disk, test::small_snapshot(), 2);
  next.clock.advance_ms(10 * kDayMs);
  next.start();
  CHECK_FALSE(test::notice_text(next.state(), app::NoticeKind::kFileCopyDue).empty());
  CHECK(next.app.wake_in_ms() < 0);
  next.run(app::DismissNotice{app::NoticeKind::kFileCopyDue});
  headless::Tab third(tab.disk, test::small_snapshot(), 3);
  third.clock.advance_ms(10 * kDayMs + 1000);
  third.start();
  CHECK(test::notice_text(third.state(), app::NoticeKind::kFileCopyDue).empty());
}

TEST_CASE("a clock that was set back a year neither nags at once nor keeps silent for a year") {
  SmallTab tab;
  edit(tab, "One");
  tab.tab.clock.advance_ms(7 * kDayMs);
  look(tab);
  tab.run(app::DismissNotice{app::NoticeKind::kFileCopyDue});
  tab.tab.clock.advance_ms(-365 * kDayMs);
  edit(tab, "Two");
  CHECK(due(tab).empty());
  CHECK(due_after(tab, 6 * kDayMs).empty());
  CHECK_FALSE(due_after(tab, kDayMs).empty());
  // And put off then, it comes again after a day.
  tab.run(app::DismissNotice{app::NoticeKind::kFileCopyDue});
  CHECK_FALSE(due_after(tab, kDayMs).empty());
}

TEST_CASE("what is stored nowhere has a louder message and no second one") {
  SmallTab tab;
  edit(tab, "One");
  tab.tab.store.refuse("The disk is full");
  tab.tab.clock.advance_ms(8 * kDayMs);
  edit(tab, "Two");
  CHECK(tab.state().saving.state == app::SaveState::kMemoryOnly);
  CHECK(due(tab).empty());
}

TEST_CASE("what a colleague changed is in a file already") {
  SmallTab tab;
  Document copy({0x5A11, 0x1}, ReplicaId{0xBEEF});
  REQUIRE(copy.integrate(io::read_snapshot(test::small_snapshot()).value().changes).ok());
  Transaction transaction(copy, "Change owner", {1, "Colleague"});
  REQUIRE(transaction.set(tab.small.open, fields::kActionOwner, std::string("Theirs")).ok());
  REQUIRE(transaction.commit().ok());
  tab.tab.files.open("theirs.atlas", test::snapshot_of(copy));
  tab.tab.settle();
  tab.run(app::DecideMerge{app::MergeChoice::kApply});
  REQUIRE(tab.text(tab.small.open, fields::kActionOwner) == "Theirs");
  CHECK(due_after(tab, 30 * kDayMs).empty());
}

TEST_CASE("a copy saved in one tab ends the matter in the other") {
  test::TwoTabs tabs;
  auto& [small, disk, one, two] = tabs;
  one.run(app::SetFieldTyped{small.open, fields::kActionOwner, "One"});
  two.settle();
  one.run(app::SaveFile{});
  two.settle();
  CHECK(two.state().saving.file_copy_is_current);
  two.clock.advance_ms(9 * kDayMs);
  two.run(app::ShowScreen{app::Screen::kHome});
  CHECK(two.state().notices.empty());
}

}  // namespace atlas
