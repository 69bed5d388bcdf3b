#include "app/settings.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace atlas::app {
namespace {

template <typename Enum>
struct Word {
  Enum value;
  std::string_view word;
};
constexpr std::array kThemes{Word<ThemeChoice>{ThemeChoice::kSystem, "system"},
                             Word<ThemeChoice>{ThemeChoice::kLight, "light"},
                             Word<ThemeChoice>{ThemeChoice::kDark, "dark"},
                             Word<ThemeChoice>{ThemeChoice::kContrast, "contrast"}};
constexpr std::array kSpacings{Word<Spacing>{Spacing::kComfortable, "comfortable"},
                               Word<Spacing>{Spacing::kCompact, "compact"}};
constexpr std::array kMotions{Word<Motion>{Motion::kSystem, "system"},
                              Word<Motion>{Motion::kFull, "full"},
                              Word<Motion>{Motion::kReduced, "reduced"}};

template <typename Words, typename Enum>
std::string_view word_of(const Words& words, Enum value) {
  for (const auto& entry : words) {
    if (entry.value == value) return entry.word;
  }
  return words.front().word;
}

template <typename Words, typename Enum>
void read_word(const Words& words, std::string_view text, Enum& value) {
  for (const auto& entry : words) {
    if (entry.word == text) value = entry.value;
  }
}

// Whole numbers of a few digits only: no reading of them depends on the place.
std::optional<int> whole(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

void read_line(std::string_view name, std::string_view value, Settings& settings) {
  const std::optional<int> number = whole(value);
  if (name == "theme") read_word(kThemes, value, settings.theme);
  if (name == "spacing") read_word(kSpacings, value, settings.spacing);
  if (name == "motion") read_word(kMotions, value, settings.motion);
  if (name == "single-keys") settings.single_keys = value != "no";
  if (!number) return;
  if (name == "text") settings.text_percent = *number;
  if (name == "details") settings.details_width = static_cast<float>(*number);
  if (name == "sheet") settings.sheet_share = static_cast<float>(*number) / 100;
}

std::string rounded(float value) {
  return std::to_string(std::lround(value));
}

}  // namespace

Settings in_range(Settings settings) {
  const bool known =
      std::find(kTextSizes.begin(), kTextSizes.end(), settings.text_percent) != kTextSizes.end();
  if (!known) settings.text_percent = 100;
  settings.details_width = std::clamp(settings.details_width, kDetailsNarrowest, kDetailsWidest);
  settings.sheet_share = std::clamp(settings.sheet_share, kSheetLeast, kSheetMost);
  return settings;
}

std::string to_text(const Settings& settings) {
  std::string text;
  const auto add = [&](std::string_view name, std::string_view value) {
    text.append(name).append(" ").append(value).append("\n");
  };
  add("theme", word_of(kThemes, settings.theme));
  add("text", std::to_string(settings.text_percent));
  add("spacing", word_of(kSpacings, settings.spacing));
  add("motion", word_of(kMotions, settings.motion));
  add("single-keys", settings.single_keys ? "yes" : "no");
  add("details", rounded(settings.details_width));
  add("sheet", rounded(settings.sheet_share * 100));
  return text;
}

Settings settings_from(std::string_view text) {
  Settings settings;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t space = line.find(' ');
    if (space != std::string_view::npos) {
      read_line(line.substr(0, space), line.substr(space + 1), settings);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return in_range(settings);
}

int next_text_size(int percent, int step) {
  const auto at = std::find(kTextSizes.begin(), kTextSizes.end(), percent);
  if (at == kTextSizes.end()) return 100;
  const auto index = std::clamp<std::ptrdiff_t>(at - kTextSizes.begin() + step, 0,
                                                static_cast<std::ptrdiff_t>(kTextSizes.size()) - 1);
  return kTextSizes[static_cast<std::size_t>(index)];
}

Theme theme_in_use(const Settings& settings, const SystemPreferences& system) {
  switch (settings.theme) {
    case ThemeChoice::kLight:
      return Theme::kLight;
    case ThemeChoice::kDark:
      return Theme::kDark;
    case ThemeChoice::kContrast:
      return Theme::kContrast;
    case ThemeChoice::kSystem:
    default:
      break;
  }
  if (system.more_contrast) return Theme::kContrast;
  return system.dark ? Theme::kDark : Theme::kLight;
}

bool motion_is_reduced(const Settings& settings, const SystemPreferences& system) {
  if (settings.motion == Motion::kSystem) return system.reduced_motion;
  return settings.motion == Motion::kReduced;
}

}  // namespace atlas::app
