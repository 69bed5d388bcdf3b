#include <doctest/doctest.h>

#include <algorithm>

#include "app/fixture.hpp"
#include "document/transaction.hpp"
#include "partnership/fields.hpp"

namespace atlas {

using test::kSmallFolder;

namespace {

const std::string kFolder = "w/" + kSmallFolder + "/";

// A disk with three edits in three segments, of which the test damages some.
struct DamagedDisk {
  DamagedDisk() {
    headless::Tab tab(disk, test::small_snapshot());
    tab.start();
    for (const char* owner : {"First", "Second", "Third"}) {
      tab.run(app::SetFieldTyped{small.open, fields::kActionOwner, owner});
    }
    for (const auto& [path, bytes] : disk.files) {
      if (path.starts_with(kFolder + "seg-")) segments.push_back(path);
    }
    REQUIRE(segments.size() == 3);
  }
  // What now stands under the path.
  std::string damage(std::size_t segment) {
    std::string& bytes = disk.files.at(segments[segment]);
    bytes[bytes.size() / 2] ^= 0x40;
    return bytes;
  }
  [[nodiscard]] std::string name(std::size_t segment) const {
    return segments[segment].substr(kFolder.size());
  }

  // Of the first change in a segment, by its name.
  [[nodiscard]] std::uint64_t counter(std::size_t segment) const {
    const std::size_t after_replica = kFolder.size() + 4 + 17;
    return std::stoull(segments[segment].substr(after_replica, 16), nullptr, 16);
  }
  [[nodiscard]] std::uint64_t lowest_counter() const {
    return std::min({counter(0), counter(1), counter(2)});
  }

  headless::Disk disk;
  test::SmallWorkspace small;
  std::vector<std::string> segments;  // paths, sorted
};

}  // namespace

TEST_CASE("damaged parts are named, and handed out as they are, one at a time") {
  DamagedDisk damaged;
  const std::string first = damaged.damage(0);
  const std::string last = damaged.damage(2);
  headless::Tab tab(damaged.disk, test::small_snapshot(), 2);
  tab.start();
  REQUIRE(tab.state().damaged.size() == 2);
  CHECK(tab.state().damaged[0].name == damaged.name(0));
  CHECK(tab.state().damaged[1].name == damaged.name(2));
  CHECK_FALSE(tab.state().damaged[0].why.empty());
  const std::string notice = test::notice_text(tab.state(), app::NoticeKind::kDamagedParts);
  CHECK(notice.find("2 of 4 stored parts") != std::string::npos);
  CHECK(notice.find(damaged.name(0)) != std::string::npos);

  tab.run(app::SaveDamagedPart{damaged.name(2)});
  REQUIRE(tab.files.saved().size() == 1);
  CHECK(tab.files.saved()[0].name == damaged.name(2) + ".damaged");
  CHECK(tab.files.saved()[0].bytes == last);
  CHECK_FALSE(tab.state().damaged[0].saved);
  CHECK(tab.state().damaged[1].saved);
  tab.run(app::SaveDamagedPart{damaged.name(0)});
  CHECK(tab.files.saved()[1].bytes == first);
  CHECK(tab.state().damaged[0].saved);
  // It is no file copy of the workspace.
  CHECK(tab.state().saving.last_file_copy.empty());
}

TEST_CASE("only what is damaged can be asked for, and what has gone is said") {
  DamagedDisk damaged;
  damaged.damage(1);
  headless::Tab tab(damaged.disk, test::small_snapshot(), 2);
  tab.start();
  tab.run(app::SaveDamagedPart{damaged.name(0)});
  CHECK(tab.files.saved().empty());
  tab.store.remove(damaged.segments[1]);
  tab.run(app::SaveDamagedPart{damaged.name(1)});
  CHECK(tab.files.saved().empty());
  REQUIRE_FALSE(tab.state().toasts.empty());
  CHECK(tab.state().toasts.back().is_error);
}

TEST_CASE("damaged parts outlive compaction, and are told again at the next visit") {
  DamagedDisk damaged;
  const std::string kept = damaged.damage(1);
  headless::Tab tab(damaged.disk, test::small_snapshot(), 2);
  tab.start();
  for (int i = 0; i < 300; ++i) {
    tab.run(app::SetFieldTyped{damaged.small.late, fields::kActionOwner, std::to_string(i)});
  }
  REQUIRE(test::count_files(damaged.disk, kFolder + "seg-") < 200);
  CHECK(damaged.disk.files.at(damaged.segments[1]) == kept);
  headless::Tab next(damaged.disk, test::small_snapshot(), 3);
  next.start();
  REQUIRE(next.state().damaged.size() == 1);
  CHECK(next.state().damaged[0].name == damaged.name(1));
}

TEST_CASE("another workspace has damaged parts of its own") {
  DamagedDisk damaged;
  damaged.damage(1);
  headless::Tab tab(damaged.disk, test::small_snapshot(), 2);
  tab.start();
  Document other({0xAB, 0xCD}, ReplicaId{7});
  Transaction transaction(other, "Make", {});
  const RecordId record = transaction.create(RecordType::kWorkspace, kRootRecord);
  REQUIRE(transaction.set(record, fields::kWorkspaceName, std::string("Other")).ok());
  REQUIRE(transaction.commit().ok());
  tab.files.open("other.atlas", test::snapshot_of(other));
  tab.settle();
  tab.run(app::OpenMergeFileBeside{0});
  CHECK(tab.state().damaged.empty());
  CHECK(test::notice_text(tab.state(), app::NoticeKind::kDamagedParts).empty());
  tab.run(app::OpenWorkspace{kSmallFolder});
  CHECK(tab.state().damaged.size() == 1);
  CHECK_FALSE(test::notice_text(tab.state(), app::NoticeKind::kDamagedParts).empty());
  tab.run(app::DismissNotice{app::NoticeKind::kDamagedParts});
  CHECK(tab.state().notices.empty());
  CHECK(tab.state().damaged.size() == 1);
}

TEST_CASE("what was made after a damaged part is kept, and said to wait") {
  DamagedDisk damaged;
  std::size_t oldest = 0;
  while (damaged.counter(oldest) != damaged.lowest_counter()) ++oldest;
  const std::string whole = damaged.disk.files.at(damaged.segments[oldest]);
  damaged.damage(oldest);
  {
    headless::Tab tab(damaged.disk, test::small_snapshot(), 2);
    tab.start();
    const std::string notice = test::notice_text(tab.state(), app::NoticeKind::kDamagedParts);
    CHECK(notice.find("2 changes made after what is missing") != std::string::npos);
    CHECK(notice.find("nothing was deleted") != std::string::npos);
    tab.run(app::SetFieldTyped{damaged.small.late, fields::kActionOwner, "The work goes on"});
    CHECK(tab.state().saving.state == app::SaveState::kSaved);
  }
  // What was missing comes back, and with it what waited.
  damaged.disk.files.at(damaged.segments[oldest]) = whole;
  headless::Tab tab(damaged.disk, test::small_snapshot(), 3);
  tab.start();
  CHECK(tab.state().damaged.empty());
  CHECK(tab.state().document.waiting().empty());
  CHECK(tab.state().document.get(damaged.small.open, fields::kActionOwner) ==
        Value(std::string("Third")));
  CHECK(tab.state().document.get(damaged.small.late, fields::kActionOwner) ==
        Value(std::string("The work goes on")));
}

TEST_CASE("a torn tail loses only the tail") {
  DamagedDisk damaged;
  std::size_t last = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (damaged.counter(i) > damaged.counter(last)) last = i;
  }
  const std::string newest = damaged.segments[last];
  std::string& bytes = damaged.disk.files.at(newest);
  for (std::size_t length = 0; length < bytes.size(); length += 7) {
    CAPTURE(length);
    headless::Disk torn;
    torn.files = damaged.disk.files;
    torn.files.at(newest).resize(length);
    headless::Tab tab(torn, test::small_snapshot(), 2);
    tab.start();
    CHECK(tab.state().damaged.size() == 1);
    CHECK(tab.state().document.get(damaged.small.open, fields::kActionOwner) ==
          Value(std::string("Second")));
  }
}

}  // namespace atlas
