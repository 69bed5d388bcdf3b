// One tab without a browser: the application on ports in memory. Destroying it is killing the tab.
//
//   headless::Disk disk;
//   headless::Tab tab(disk, built_in_snapshot());
//   tab.start();
//   tab.app.send(app::ShowScreen{app::Screen::kPlan});
//   tab.settle();
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/app.hpp"
#include "platform/headless/clock.hpp"
#include "platform/headless/files.hpp"
#include "platform/headless/store.hpp"

namespace atlas::headless {

class Tab {
 public:
  Tab(Disk& disk, std::string_view built_in, std::uint64_t seed = 1);

  // Tells that the store is ready, then settles. The replica follows from the seed.
  void start();
  void start_refused(std::string why_not);
  // Updates and ends flushes until nothing is left to do.
  void settle();
  // One command, settled.
  void run(app::Command command);
  [[nodiscard]] const app::State& state() const { return app.state(); }

  Clock clock;
  Store store;
  Files files;
  app::App app;
};

}  // namespace atlas::headless
