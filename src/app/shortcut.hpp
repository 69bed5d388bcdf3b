// Keys pressed together that stand for an action.
#pragma once

#include <string>
#include <string_view>

namespace atlas::app {

struct Shortcut {
  std::string_view key;  // DOM KeyboardEvent.key; letters in lower case
  bool ctrl = false;
  bool shift = false;
  bool alt = false;
};

// "Ctrl+Shift+Enter", in the words that people see on keys.
[[nodiscard]] std::string words_of(const Shortcut& shortcut);
// As Shortcut wants its key.
[[nodiscard]] std::string lower_case(std::string_view key);
// Shift counts for letters and named keys; a sign such as + is on another key with shift on some
// keyboards, and there it does not.
[[nodiscard]] bool matches(const Shortcut& shortcut, const Shortcut& pressed);

}  // namespace atlas::app
