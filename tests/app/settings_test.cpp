#include "app/settings.hpp"

#include <doctest/doctest.h>

#include "app/fixture.hpp"

namespace atlas {

using app::Settings;

TEST_CASE("settings come back from their text as they were") {
  Settings settings;
  CHECK(app::settings_from(app::to_text(settings)) == settings);
  settings.theme = app::ThemeChoice::kContrast;
  settings.text_percent = 175;
  settings.spacing = app::Spacing::kCompact;
  settings.motion = app::Motion::kReduced;
  settings.single_keys = false;
  settings.details_width = 511;
  settings.sheet_share = 0.62F;
  CHECK(app::settings_from(app::to_text(settings)) == settings);
}

TEST_CASE("what a settings file has wrong leaves the usual value") {
  const Settings usual;
  CHECK(app::settings_from("") == usual);
  CHECK(app::settings_from("theme\ntext \nspacing wide\nunknown thing\n\n") == usual);
  CHECK(app::settings_from("text 130\ndetails 99999\nsheet 3\n").text_percent == 100);
  CHECK(app::settings_from("details 99999").details_width == app::kDetailsWidest);
  CHECK(app::settings_from("details 1").details_width == app::kDetailsNarrowest);
  CHECK(app::settings_from("sheet 3").sheet_share == app::kSheetLeast);
  CHECK(app::settings_from("details -400").details_width == usual.details_width);
  CHECK(app::settings_from("theme dark").theme == app::ThemeChoice::kDark);
}

TEST_CASE("text grows and shrinks by steps and stops at the ends") {
  int percent = 100;
  CHECK(app::next_text_size(percent, -1) == 100);
  for (int i = 0; i < 20; ++i) percent = app::next_text_size(percent, 1);
  CHECK(percent == 200);
  CHECK(app::next_text_size(200, -1) == 175);
  CHECK(app::next_text_size(123, 1) == 100);
}

TEST_CASE("the theme follows the system until a person chooses") {
  Settings settings;
  CHECK(app::theme_in_use(settings, {}) == app::Theme::kLight);
  CHECK(app::theme_in_use(settings, {.dark = true}) == app::Theme::kDark);
  CHECK(app::theme_in_use(settings, {.dark = true, .more_contrast = true}) ==
        app::Theme::kContrast);
  settings.theme = app::ThemeChoice::kLight;
  CHECK(app::theme_in_use(settings, {.dark = true}) == app::Theme::kLight);
  CHECK(app::motion_is_reduced(settings, {.reduced_motion = true}));
  settings.motion = app::Motion::kFull;
  CHECK_FALSE(app::motion_is_reduced(settings, {.reduced_motion = true}));
}

TEST_CASE("settings belong to the device and outlive a visit") {
  headless::Disk disk;
  {
    headless::Tab tab(disk, test::small_snapshot());
    tab.start();
    Settings settings = tab.state().settings;
    settings.theme = app::ThemeChoice::kDark;
    settings.text_percent = 150;
    tab.run(app::ChangeSettings{settings});
  }
  headless::Tab again(disk, test::small_snapshot(), 2);
  again.start();
  CHECK(again.state().settings.theme == app::ThemeChoice::kDark);
  CHECK(again.state().settings.text_percent == 150);
}

}  // namespace atlas
