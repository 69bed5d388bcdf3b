// Every screen, dialogue and floating part of the interface, as states to open and to leave again.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/screen.hpp"

namespace atlas::test {

struct Scene {
  std::string name;
  std::function<void(Screen&)> open;
  std::function<void(Screen&)> leave = [](Screen&) {};
  // Part of the page that is looked at down to its end.
  std::optional<semantics::Role> scrolls = std::nullopt;
};

// Fills what the built-in workspace leaves empty. Once, before the scenes.
void prepare(Screen& screen);
// On the built-in workspace.
[[nodiscard]] std::vector<Scene> scenes();

}  // namespace atlas::test
