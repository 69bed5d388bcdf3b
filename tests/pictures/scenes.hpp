// Every screen, dialogue and floating part of the interface, as states to open and to leave again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/screen.hpp"

namespace atlas::test {

struct Scene {
  std::string name;
  std::function<void(Screen&)> open;
  std::function<void(Screen&)> leave = [](Screen&) {};
};

// Fills what the built-in workspace leaves empty. Once, before the scenes.
void prepare(Screen& screen);
// On the built-in workspace.
[[nodiscard]] std::vector<Scene> scenes();

}  // namespace atlas::test
