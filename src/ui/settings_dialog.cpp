#include "ui/settings_dialog.hpp"

#include <algorithm>
#include <array>

#include "base/tr.hpp"
#include "ui/widgets/column.hpp"
#include "ui/widgets/dialog.hpp"
#include "ui/widgets/page_field.hpp"
#include "ui/widgets/radio.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {
namespace {

using app::Settings;

constexpr std::array<Text, 4> kThemes{Text::kSettingAsSystem, Text::kThemeLight, Text::kThemeDark,
                                      Text::kThemeContrast};
constexpr std::array<Text, 2> kSpacings{Text::kSpacingComfortable, Text::kSpacingCompact};
constexpr std::array<Text, 3> kMotions{Text::kSettingAsSystem, Text::kMotionFull,
                                       Text::kMotionReduced};
constexpr std::array<std::string_view, app::kTextSizes.size()> kSizes{"100%", "110%", "125%",
                                                                      "150%", "175%", "200%"};

template <std::size_t kCount>
std::array<std::string_view, kCount> said(const std::array<Text, kCount>& texts) {
  std::array<std::string_view, kCount> words;
  std::transform(texts.begin(), texts.end(), words.begin(), [](Text text) { return tr(text); });
  return words;
}

// One question with its answers; the index chosen now, or -1.
template <std::size_t kCount>
int question(Column& column, Text title, const std::array<std::string_view, kCount>& answers,
             int current) {
  Ui& ui = column.ui();
  column.title(tr(title), 3, Font::kStrong);
  const RadioResult result = radio_group(ui, column.row(0), tr(title), answers, current);
  column.skip(result.height + kSpace3);
  return result.chosen;
}

// Whose name stands on the changes made here.
void author(Column& column) {
  Ui& ui = column.ui();
  const FieldSpec spec = text_line("author", Text::kAuthorName, Text::kAuthorHelp);
  column.title(spec.label, 3, Font::kStrong);
  SampleValue value;
  if (!ui.state().author.empty()) value.value = ui.state().author;
  page_field(column, {.field = &spec, .sample = &value, .max_lines = 10}, column.width());
  column.skip(-kSpace1);
  column.text(tr(Text::kAuthorHelp), Font::kSmall, ui.palette().muted);
  column.skip(kSpace2);
  const auto* text = std::get_if<std::string>(&value.value);
  const std::string name = text == nullptr ? std::string() : *text;
  if (name != ui.state().author) {
    ui.send(app::SetAuthor{name});
    ui.send(app::AuthorAsked{});
  }
}

void questions(Column& column) {
  Ui& ui = column.ui();
  const Settings& now = ui.state().settings;
  Settings wanted = now;
  author(column);
  if (const int i =
          question(column, Text::kSettingColours, said(kThemes), static_cast<int>(now.theme));
      i >= 0) {
    wanted.theme = static_cast<app::ThemeChoice>(i);
  }
  const auto size = std::find(app::kTextSizes.begin(), app::kTextSizes.end(), now.text_percent);
  const auto size_index = static_cast<int>(size - app::kTextSizes.begin());
  if (const int i = question(column, Text::kSettingTextSize, kSizes, size_index); i >= 0) {
    wanted.text_percent = app::kTextSizes[static_cast<std::size_t>(i)];
  }
  const auto spacing = static_cast<int>(now.spacing);
  if (const int i = question(column, Text::kSettingSpacing, said(kSpacings), spacing); i >= 0) {
    wanted.spacing = static_cast<app::Spacing>(i);
  }
  const auto motion = static_cast<int>(now.motion);
  if (const int i = question(column, Text::kSettingMotion, said(kMotions), motion); i >= 0) {
    wanted.motion = static_cast<app::Motion>(i);
  }
  const float height = checkbox_height(ui, column.width(), tr(Text::kSettingSingleKeys));
  const Rect row = column.row(height);
  if (checkbox(ui, row, tr(Text::kSettingSingleKeys), now.single_keys)) {
    wanted.single_keys = !now.single_keys;
  }
  column.skip(height + kSpace2);
  column.text(tr(Text::kSettingsWhere), Font::kSmall, ui.palette().muted);
  if (!(wanted == now)) ui.send(app::ChangeSettings{wanted});
}

}  // namespace

float settings_dialog(Ui& ui, float content_height) {
  const float foot = ui.target() + 4 + kSpace3;
  const DialogBox box(ui, {.id = "settings", .title = tr(Text::kActionSettings), .width = 560},
                      content_height + foot);
  const Rect& in = box.content();
  float height = 0;
  {
    ScrollArea area(ui, "settings", {in.x, in.y, in.width + kSpace3, in.height - foot});
    Column column(ui, {area.origin().x, area.origin().y}, in.width);
    questions(column);
    height = column.height();
    area.set_content_height(height);
  }
  const ButtonSpec close{.text = tr(Text::kClose), .look = ButtonLook::kPrimary};
  const Rect place{in.x, bottom_of(in) - ui.target() - 4, button_width(ui, close), ui.target() + 4};
  if (button(ui, place, close) || box.escaped()) ui.send(app::CloseDialog{});
  if (height != content_height) ui.want_frame();
  return height;
}

}  // namespace atlas::ui
