#include "app/shortcut.hpp"

#include <array>
#include <utility>

#include "base/tr.hpp"

namespace atlas::app {
namespace {

std::string key_words(std::string_view key) {
  constexpr std::array<std::pair<std::string_view, Text>, 6> kNamed{{
      {"ArrowUp", Text::kKeyUp},
      {"ArrowDown", Text::kKeyDown},
      {"ArrowLeft", Text::kKeyLeft},
      {"ArrowRight", Text::kKeyRight},
      {"Delete", Text::kKeyDelete},
      {"Enter", Text::kKeyEnter},
  }};
  for (const auto& [name, words] : kNamed) {
    if (name == key) return std::string(tr(words));
  }
  const bool is_letter = key.size() == 1 && key[0] >= 'a' && key[0] <= 'z';
  return is_letter ? std::string(1, static_cast<char>(key[0] - 'a' + 'A')) : std::string(key);
}

bool is_letter_or_name(std::string_view key) {
  return key.size() > 1 || (key.size() == 1 && key[0] >= 'a' && key[0] <= 'z');
}

}  // namespace

std::string words_of(const Shortcut& shortcut) {
  std::string words = key_words(shortcut.key);
  if (shortcut.shift) words = tr(Text::kKeyWithShift, {words});
  if (shortcut.alt) words = tr(Text::kKeyWithAlt, {words});
  if (shortcut.ctrl) words = tr(Text::kKeyWithCtrl, {words});
  return words;
}

std::string lower_case(std::string_view key) {
  std::string lower(key);
  if (lower.size() == 1 && lower[0] >= 'A' && lower[0] <= 'Z') {
    lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
  }
  return lower;
}

bool matches(const Shortcut& shortcut, const Shortcut& pressed) {
  if (shortcut.key != pressed.key) return false;
  if (is_letter_or_name(pressed.key) && shortcut.shift != pressed.shift) return false;
  return shortcut.ctrl == pressed.ctrl && shortcut.alt == pressed.alt;
}

}  // namespace atlas::app
