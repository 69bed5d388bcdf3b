// The application without a face: state, and the one place where it changes. Drawing reads `state`
// and sends commands; the platform sends events; `update` applies both in order.
#pragma once

#include <memory>

#include "app/command.hpp"
#include "app/events.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"

namespace atlas::app {

class App {
 public:
  // `built_in`: bytes of the built-in snapshot, from which a first workspace is made.
  App(Ports ports, std::string_view built_in);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  void send(Command command);  // from drawing and scripts
  void tell(Event event);      // from the platform
  // Applies everything sent and told so far. True when something changed.
  bool update();
  // Whether update has something to do.
  [[nodiscard]] bool pending() const;
  [[nodiscard]] const State& state() const;
  // Milliseconds until `update` wants to run by itself (toasts), negative: not.
  [[nodiscard]] double wake_in_ms() const;

 private:
  struct Self;
  std::unique_ptr<Self> self_;
};

}  // namespace atlas::app
