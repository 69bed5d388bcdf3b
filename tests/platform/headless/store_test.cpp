#include "platform/headless/store.hpp"

#include <doctest/doctest.h>

namespace atlas {

using headless::Disk;
using headless::Store;

TEST_CASE("only flushed files survive") {
  Disk disk;
  {
    Store store(disk);
    store.write("w/a/one", "1");
    store.flush();
    store.finish_flush();
    store.write("w/a/two", "2");
    store.flush();
    store.write("w/a/three", "3");
    CHECK(store.read_folder("w/a").size() == 3);
  }
  Store next(disk);
  REQUIRE(next.read_folder("w/a").size() == 1);
  CHECK(next.read_folder("w/a")[0].name == "one");
}

TEST_CASE("folders are those with files below") {
  Disk disk;
  Store store(disk);
  store.write("w/b/x", "");
  store.write("w/a/x", "");
  store.write("device/x", "");
  CHECK(store.folders("w") == std::vector<std::string>{"a", "b"});
  CHECK(store.read_folder("w/c").empty());
}

TEST_CASE("another tab is told what was flushed") {
  Disk disk;
  Store one(disk);
  Store two(disk);
  std::vector<app::Event> told;
  two.connect([&](app::Event event) { told.push_back(std::move(event)); });
  one.write("w/a/x", "1");
  CHECK(told.empty());
  one.flush();
  one.finish_flush();
  REQUIRE(told.size() == 1);
  CHECK(std::get<app::FilesArrived>(told[0]).files[0].name == "w/a/x");
  CHECK(two.read_folder("w/a").size() == 1);
  one.remove("w/a/x");
  one.flush();
  one.finish_flush();
  CHECK(two.read_folder("w/a").empty());
  CHECK(disk.files.empty());
}

TEST_CASE("a refused flush leaves the disk as it was") {
  Disk disk;
  Store store(disk);
  std::vector<app::Event> told;
  store.connect([&](app::Event event) { told.push_back(std::move(event)); });
  store.refuse("full");
  store.write("w/a/x", "1");
  store.flush();
  CHECK(store.finish_flush());
  CHECK_FALSE(store.finish_flush());
  CHECK(disk.files.empty());
  REQUIRE(told.size() == 1);
  CHECK_FALSE(std::get<app::FlushDone>(told[0]).ok);
  CHECK(std::get<app::FlushDone>(told[0]).why_not == "full");
}

}  // namespace atlas
