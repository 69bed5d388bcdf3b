#include "ui/dialogs.hpp"

#include <algorithm>
#include <cmath>

#include "icons.hpp"
#include "ui/settings_dialog.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/dialog.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string about_file(const app::OpenedFile& opened) {
  const std::string changes = counted(opened.new_changes, "change", "changes");
  std::string by;
  for (const std::string& author : opened.authors) by += (by.empty() ? " by " : ", ") + author;
  const std::string latest = opened.latest.empty() ? "" : ", the newest of " + opened.latest;
  switch (opened.kind) {
    case app::OpenedKind::kLaterCopy:
      return "This is a later copy of the workspace that you have open. It has " + changes + by +
             latest + ", and everything that you have.";
    case app::OpenedKind::kDiverged:
      return "This is a copy of the workspace that you have open, and both have changes that the "
             "other lacks. It has " +
             changes + by + latest +
             " that you do not have. Open it beside yours to look at it; yours stays as it is.";
    case app::OpenedKind::kOtherWorkspace:
    default:
      return "This file holds another workspace, with " + changes + by + latest +
             ". It opens beside yours; yours stays on this device as it is.";
  }
}

struct Choice {
  std::string_view text;
  app::OpenedChoice choice;
  ButtonLook look;
};

}  // namespace

void Dialogs::draw(Ui& ui) {
  switch (ui.state().dialog) {
    case app::Dialog::kOpenedFile:
      opened_file(ui);
      break;
    case app::Dialog::kKeys:
      keys(ui);
      break;
    case app::Dialog::kAbout:
      about(ui);
      break;
    case app::Dialog::kSettings:
      height_ = settings_dialog(ui, height_);
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

void Dialogs::opened_file(Ui& ui) {
  const auto& opened = ui.state().opened;
  if (!opened) return;
  const std::string title = "Open “" + opened->workspace_name + "”";
  const DialogBox box(ui, {.id = "opened file", .title = title}, height_);
  const Rect& in = box.content();
  float y = in.y;
  y += paragraph(ui, {in.x, y}, in.width, opened->file_name, Font::kSmall, ui.palette().muted);
  y += kSpace2;
  y += paragraph(ui, {in.x, y}, in.width, about_file(*opened), Font::kBody, ui.palette().ink);
  y += kSpace4;
  std::vector<Choice> choices;
  if (opened->kind == app::OpenedKind::kLaterCopy) {
    choices.push_back({"Bring in the changes", app::OpenedChoice::kBringIn, ButtonLook::kPrimary});
  }
  choices.push_back({"Open beside mine", app::OpenedChoice::kOpenBeside,
                     choices.empty() ? ButtonLook::kPrimary : ButtonLook::kPlain});
  choices.push_back({"Cancel", app::OpenedChoice::kCancel, ButtonLook::kPlain});
  float x = in.x;
  for (const Choice& choice : choices) {
    const ButtonSpec spec{.text = choice.text, .look = choice.look};
    const float width = button_width(ui, spec);
    if (x + width > right_of(in) && x > in.x) {
      x = in.x;
      y += ui.target() + 4 + kSpace2;
    }
    if (button(ui, {x, y, width, ui.target() + 4}, spec)) ui.send(app::DecideOpened{choice.choice});
    x += width + kSpace2;
  }
  y += ui.target() + 4;
  if (box.escaped()) ui.send(app::DecideOpened{app::OpenedChoice::kCancel});
  fit_height(ui, y - in.y);
}

namespace {

struct KeyLine {
  std::string keys;
  std::string words;
};

// What keys do wherever they are pressed; the rest comes from the table of actions.
std::vector<KeyLine> walking_keys() {
  return {
      {"Tab, Shift+Tab", "Next or previous part of the screen"},
      {"Arrow keys", "Walk the hierarchy, grids, lists and menus"},
      {"Enter or F2", "Open or edit what has the focus"},
      {"Space, + and −", "Fold or unfold a branch"},
      {"Shift+F10", "Menu of what has the focus"},
      {"Ctrl+C, Ctrl+V", "Copy and paste what has the focus"},
      {"Esc", "One step back"},
  };
}

void key_row(Ui& ui, const Rect& row, const KeyLine& shown) {
  ui.leaf({.id = ui.id(shown.keys + shown.words),
           .role = Role::kText,
           .name = shown.keys + ": " + shown.words,
           .rect = row});
  const float keys = std::min(170.0F, row.width * 0.45F);
  const float words = row.width - keys - kSpace2;
  draw_lines(ui, {row.x, row.y}, ui.text().wrap(shown.keys, Font::kStrong, keys), Font::kStrong,
             ui.palette().ink);
  draw_lines(ui, {row.x + keys + kSpace2, row.y}, ui.text().wrap(shown.words, Font::kBody, words),
             Font::kBody, ui.palette().ink);
}

float key_row_height(Ui& ui, float width, const KeyLine& shown) {
  const float keys = std::min(170.0F, width * 0.45F);
  const std::size_t left = ui.text().wrap(shown.keys, Font::kStrong, keys).lines.size();
  const std::size_t right =
      ui.text().wrap(shown.words, Font::kBody, width - keys - kSpace2).lines.size();
  return TextPainter::line_height(kBodyText) * static_cast<float>(std::max(left, right)) + kSpace2;
}

// A part of the sheet: its heading and its lines; returns its height.
float key_group(Ui& ui, Rect at, std::string_view title, const std::vector<KeyLine>& lines) {
  float y = at.y;
  y += heading(ui, {at.x, y, at.width, 0}, title, 3, Font::kSmallStrong) + kSpace1;
  for (const KeyLine& shown : lines) {
    const float height = key_row_height(ui, at.width, shown);
    key_row(ui, {at.x, y, at.width, height}, shown);
    y += height;
  }
  return y + kSpace3 - at.y;
}

}  // namespace

void Dialogs::keys(Ui& ui) {
  const float foot = ui.target() + 4 + kSpace3;
  const DialogBox box(ui, {.id = "keys", .title = "Keys", .width = 600}, height_ + foot);
  const Rect& in = box.content();
  {
    ScrollArea area(ui, "keys", {in.x, in.y, in.width + kSpace3, in.height - foot});
    Rect at{area.origin().x, area.origin().y, in.width, 0};
    at.y += key_group(ui, at, "Moving about", walking_keys());
    for (std::size_t group = 0; group < app::kActionGroups; ++group) {
      std::vector<KeyLine> lines;
      for (const app::ActionSpec& action : app::actions()) {
        if (static_cast<std::size_t>(action.group) != group || action.keys.empty()) continue;
        lines.push_back({std::string(action.keys), std::string(action.text)});
      }
      if (lines.empty()) continue;
      at.y += key_group(ui, at, app::group_name(static_cast<app::ActionGroup>(group)), lines);
    }
    const float height = at.y - area.origin().y;
    fit_height(ui, height);
    area.set_content_height(height);
  }
  const ButtonSpec close{.text = "Close", .look = ButtonLook::kPrimary};
  const Rect place{in.x, bottom_of(in) - ui.target() - 4, button_width(ui, close), ui.target() + 4};
  if (button(ui, place, close) || box.escaped()) ui.send(app::CloseDialog{});
}

void Dialogs::about(Ui& ui) {
  const DialogBox box(ui, {.id = "about", .title = "About Partnership Atlas", .width = 600},
                      height_);
  const Rect& in = box.content();
  float y = in.y;
  const auto say = [&](std::string_view words) {
    y += paragraph(ui, {in.x, y}, in.width, words, Font::kBody, ui.palette().ink) + kSpace3;
  };
  say("Explore the County Durham and Darlington partnerships, and edit their delivery plans with "
      "or without a network.");
  say("The built-in facts come from five public council papers. Each record says which paper, "
      "where in it, and as at when.");
  say("Everything stays on this device until you save a file and send it yourself. There is no "
      "telemetry and no request to anybody else.");
  say("Made with Dear ImGui, cereal, zlib, fmt, Inter and Material Icons. Their licences and that "
      "of this app are in the file notices.txt beside it.");
  y += kSpace1;
  const ButtonSpec close{.text = "Close", .look = ButtonLook::kPrimary};
  if (button(ui, {in.x, y, button_width(ui, close), ui.target() + 4}, close) || box.escaped()) {
    ui.send(app::CloseDialog{});
  }
  y += ui.target() + 4;
  fit_height(ui, y - in.y);
}

}  // namespace atlas::ui
