// How a person wants the app to look and behave on this device. Device only: never in a file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace atlas::app {

enum class ThemeChoice : std::uint8_t { kSystem, kLight, kDark, kContrast };
enum class Spacing : std::uint8_t { kComfortable, kCompact };
enum class Motion : std::uint8_t { kSystem, kFull, kReduced };

// Percent of the normal text size. Everything grows with the text.
inline constexpr std::array<int, 6> kTextSizes{100, 110, 125, 150, 175, 200};

inline constexpr float kDetailsWidth = 372;
inline constexpr float kDetailsNarrowest = 280;
inline constexpr float kDetailsWidest = 720;
// Of the screen's height, for the details where they lie below it.
inline constexpr float kSheetShare = 0.45F;
inline constexpr float kSheetLeast = 0.2F;
inline constexpr float kSheetMost = 0.85F;

struct Settings {
  ThemeChoice theme = ThemeChoice::kSystem;
  int text_percent = 100;  // one of kTextSizes
  Spacing spacing = Spacing::kComfortable;
  Motion motion = Motion::kSystem;
  bool single_keys = true;  // shortcuts of one printable key, such as + in the hierarchy
  float details_width = kDetailsWidth;  // interface pixels
  float sheet_share = kSheetShare;
  friend bool operator==(const Settings&, const Settings&) = default;
};

// Lines of "name value". What is unknown or out of range on reading leaves the usual value.
[[nodiscard]] std::string to_text(const Settings& settings);
[[nodiscard]] Settings settings_from(std::string_view text);
// The same with every value in its range.
[[nodiscard]] Settings in_range(Settings settings);

// The next larger (+1) or smaller (-1) text size; the same at the ends.
[[nodiscard]] int next_text_size(int percent, int step);

// What the browser tells of the system.
struct SystemPreferences {
  bool dark = false;
  bool more_contrast = false;
  bool reduced_motion = false;
  bool coarse_pointer = false;  // fingers
  friend bool operator==(const SystemPreferences&, const SystemPreferences&) = default;
};

enum class Theme : std::uint8_t { kLight, kDark, kContrast };
[[nodiscard]] Theme theme_in_use(const Settings& settings, const SystemPreferences& system);
[[nodiscard]] bool motion_is_reduced(const Settings& settings, const SystemPreferences& system);

}  // namespace atlas::app
