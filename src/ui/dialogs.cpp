#include "ui/dialogs.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/tr.hpp"
#include "icons.hpp"
#include "ui/settings_dialog.hpp"
#include "ui/widgets/column.hpp"
#include "ui/widgets/dialog.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {

void Dialogs::draw(Ui& ui) {
  switch (ui.state().dialog) {
    case app::Dialog::kKeys:
      keys(ui);
      break;
    case app::Dialog::kAbout:
      about(ui);
      break;
    case app::Dialog::kSettings:
      height_ = settings_dialog(ui, height_);
      break;
    case app::Dialog::kTogether:
      together(ui);
      break;
    case app::Dialog::kErase:
      erase_.draw(ui);
      break;
    case app::Dialog::kNone:
      break;
  }
}

// The next frame gives the content the height that it took in this one. Half pixels are left alone:
// where the box stands changes what rounding makes of the same height, and frames would never end.
void Dialogs::fit_height(Ui& ui, float used) {
  if (std::abs(height_ - used) < 0.5F) return;
  height_ = used;
  ui.want_frame();
}

namespace {

struct KeyLine {
  std::string keys;
  std::string words;
};

// What keys do wherever they are pressed; the rest comes from the table of actions.
std::vector<KeyLine> walking_keys() {
  struct KeyTexts {
    Text keys, words;
  };
  constexpr std::array kWalking{KeyTexts{Text::kKeysTab, Text::kKeysTabText},
                                KeyTexts{Text::kKeysArrows, Text::kKeysArrowsText},
                                KeyTexts{Text::kKeysEnter, Text::kKeysEnterText},
                                KeyTexts{Text::kKeysSpace, Text::kKeysSpaceText},
                                KeyTexts{Text::kKeysMenu, Text::kKeysMenuText},
                                KeyTexts{Text::kKeysCopy, Text::kKeysCopyText},
                                KeyTexts{Text::kKeysEscape, Text::kKeysEscapeText}};
  std::vector<KeyLine> lines;
  for (const KeyTexts& texts : kWalking) {
    lines.push_back({std::string(tr(texts.keys)), std::string(tr(texts.words))});
  }
  return lines;
}

// Keys beside what they do, or above it where a column would break their names.
struct KeyRow {
  KeyRow(Ui& ui, float width, const KeyLine& shown)
      : stacked(width < 260),
        column(stacked ? width : std::min(170.0F, width * 0.45F)),
        keys(ui.text().wrap(shown.keys, Font::kStrong, column)),
        words(
            ui.text().wrap(shown.words, Font::kBody, stacked ? width : width - column - kSpace2)) {}

  [[nodiscard]] float height() const {
    const std::size_t one = keys.lines.size();
    const std::size_t other = words.lines.size();
    return TextPainter::line_height(kBodyText) *
               static_cast<float>(stacked ? one + other : std::max(one, other)) +
           kSpace2;
  }

  bool stacked;
  float column;
  WrappedText keys;
  WrappedText words;
};

float key_row(Ui& ui, Rect row, const KeyLine& shown) {
  const KeyRow parts(ui, row.width, shown);
  row.height = parts.height();
  ui.leaf({.id = ui.id(shown.keys + shown.words),
           .role = Role::kText,
           .name = tr(Text::kKeysLine, {shown.keys, shown.words}),
           .rect = row});
  draw_lines(ui, {row.x, row.y}, parts.keys, Font::kStrong, ui.palette().ink);
  Vec2 at{row.x + parts.column + kSpace2, row.y};
  if (parts.stacked) {
    const float above =
        TextPainter::line_height(kBodyText) * static_cast<float>(parts.keys.lines.size());
    at = {row.x, row.y + above};
  }
  draw_lines(ui, at, parts.words, Font::kBody, ui.palette().ink);
  return row.height;
}

// A part of the sheet: its heading and its lines; returns its height.
float key_group(Ui& ui, Rect at, std::string_view title, const std::vector<KeyLine>& lines) {
  float y = at.y;
  y += heading(ui, {at.x, y, at.width, 0}, title, 3, Font::kSmallStrong) + kSpace1;
  for (const KeyLine& shown : lines) y += key_row(ui, {at.x, y, at.width, 0}, shown);
  return y + kSpace3 - at.y;
}

}  // namespace

void Dialogs::keys(Ui& ui) {
  const float foot = ui.target() + 4 + kSpace3;
  const DialogBox box(ui, {.id = "keys", .title = tr(Text::kActionKeys), .width = 600},
                      height_ + foot);
  const Rect& in = box.content();
  {
    ScrollArea area(ui, "keys", {in.x, in.y, in.width + kSpace3, in.height - foot});
    Rect at{area.origin().x, area.origin().y, in.width, 0};
    at.y += key_group(ui, at, tr(Text::kKeysWalking), walking_keys());
    for (std::size_t group = 0; group < app::kActionGroups; ++group) {
      std::vector<KeyLine> lines;
      for (const app::ActionSpec& action : app::actions()) {
        if (static_cast<std::size_t>(action.group) != group || !action.shortcut) continue;
        lines.push_back({action.keys(), std::string(action.text())});
      }
      if (lines.empty()) continue;
      at.y += key_group(ui, at, app::group_name(static_cast<app::ActionGroup>(group)), lines);
    }
    const float height = at.y - area.origin().y;
    fit_height(ui, height);
    area.set_content_height(height);
  }
  const ButtonSpec close{.text = tr(Text::kClose), .look = ButtonLook::kPrimary};
  const Rect place{in.x, bottom_of(in) - ui.target() - 4, button_width(ui, close), ui.target() + 4};
  if (button(ui, place, close) || box.escaped()) ui.send(app::CloseDialog{});
}

void Dialogs::about(Ui& ui) {
  constexpr std::array kWords{Text::kAboutWhat, Text::kAboutSources, Text::kAboutPrivacy,
                              Text::kAboutMadeWith};
  words(ui, tr(Text::kAboutTitle), kWords);
}

// The rules of RULES.md 5, 6 and 8, for those who are no programmers.
void Dialogs::together(Ui& ui) {
  constexpr std::array kWords{Text::kTogetherAll,     Text::kTogetherLater,   Text::kTogetherField,
                              Text::kTogetherApart,   Text::kTogetherMoved,   Text::kTogetherCircle,
                              Text::kTogetherDeleted, Text::kTogetherSettled, Text::kTogetherUndo,
                              Text::kTogetherErased};
  words(ui, tr(Text::kActionTogether), kWords);
}

void Dialogs::words(Ui& ui, std::string_view title, std::span<const Text> paragraphs) {
  const float foot = ui.target() + 4 + kSpace3;
  const DialogBox box(ui, {.id = title, .title = title, .width = 600}, height_ + foot);
  const Rect& in = box.content();
  {
    ScrollArea area(ui, title, {in.x, in.y, in.width + kSpace3, in.height - foot});
    Column column(ui, {area.origin().x, area.origin().y}, in.width);
    for (const Text paragraph : paragraphs) {
      column.text(tr(paragraph), Font::kBody, ui.palette().ink);
      column.skip(kSpace1);
    }
    area.set_content_height(column.height());
    fit_height(ui, column.height());
  }
  const ButtonSpec close{.text = tr(Text::kClose), .look = ButtonLook::kPrimary};
  const Rect place{in.x, bottom_of(in) - ui.target() - 4, button_width(ui, close), ui.target() + 4};
  if (button(ui, place, close) || box.escaped()) ui.send(app::CloseDialog{});
}

}  // namespace atlas::ui
