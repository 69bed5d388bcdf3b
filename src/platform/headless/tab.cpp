#include "platform/headless/tab.hpp"

#include <utility>

namespace atlas::headless {

Tab::Tab(Disk& disk, std::string_view built_in, std::uint64_t seed)
    : clock(seed), store(disk), app({clock, store, files}, built_in) {
  const auto tell = [this](app::Event event) { app.tell(std::move(event)); };
  store.connect(tell);
  files.connect(tell);
}

void Tab::start() {
  app.tell(app::StoreReady{ReplicaId{clock.random64()}, true, {}});
  settle();
}

void Tab::start_refused(std::string why_not) {
  app.tell(app::StoreReady{ReplicaId{clock.random64()}, false, std::move(why_not)});
  settle();
}

void Tab::settle() {
  do {
    app.update();
  } while (store.finish_flush() || app.pending());
}

void Tab::run(app::Command command) {
  app.send(std::move(command));
  settle();
}

}  // namespace atlas::headless
