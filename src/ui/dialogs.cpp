#include "ui/dialogs.hpp"

#include "icons.hpp"
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
    case app::Dialog::kNone:
      break;
  }
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
  if (height_ != y - in.y) ui.want_frame();
  height_ = y - in.y;
}

void Dialogs::keys(Ui& ui) {
  constexpr float kRow = 30;
  struct Line {
    std::string keys;
    std::string_view words;
  };
  std::vector<Line> lines{
      {"Tab, Shift+Tab", "Next or previous part of the screen"},
      {"Arrow keys", "Walk the hierarchy and the grid"},
      {"Enter or F2", "Open or edit what has the focus"},
      {"Space, + and −", "Fold or unfold a branch"},
      {"Esc", "One step back"},
  };
  for (const app::ActionSpec& action : app::actions()) {
    if (action.shortcut) lines.push_back({action.keys(), action.text()});
  }
  const float wanted = static_cast<float>(lines.size()) * kRow + ui.target() + kSpace5;
  const DialogBox box(ui, {.id = "keys", .title = "Keys"}, wanted);
  const Rect& in = box.content();
  const Rect list{in.x, in.y, in.width, in.height - ui.target() - kSpace3};
  {
    ScrollArea area(ui, "keys", list);
    float y = area.origin().y;
    for (const Line& shown : lines) {
      const Rect row{area.origin().x, y, area.width(), kRow};
      ui.leaf({.id = ui.id(shown.keys + std::string(shown.words)),
               .role = Role::kText,
               .name = shown.keys + ": " + std::string(shown.words),
               .rect = row});
      draw_text_in(ui, {row.x, y, 170, kRow}, shown.keys, Font::kStrong, ui.palette().ink);
      draw_text_in(ui, {row.x + 180, y, row.width - 180, kRow}, shown.words, Font::kBody,
                   ui.palette().ink);
      y += kRow;
    }
    area.set_content_height(y - area.origin().y);
  }
  const ButtonSpec close{.text = "Close", .look = ButtonLook::kPrimary};
  const Rect place{in.x, bottom_of(in) - ui.target() - 2, button_width(ui, close), ui.target() + 2};
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
  if (height_ != y - in.y) ui.want_frame();
  height_ = y - in.y;
}

}  // namespace atlas::ui
