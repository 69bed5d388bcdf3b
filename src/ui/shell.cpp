#include "ui/shell.hpp"

#include <algorithm>

#include "app/actions.hpp"
#include "icons.hpp"
#include "imgui.h"
#include "imgui_internal.h"
#include "partnership/hierarchy.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui {
namespace {

using app::ActionId;

constexpr float kRailItem = 72;
constexpr float kSheet = 0.45F;  // of the page's height, for the details on a narrow page

std::string saving_words(const app::Saving& saving) {
  switch (saving.state) {
    case app::SaveState::kLoading:
      return "Opening…";
    case app::SaveState::kSaving:
      return "Saving…";
    case app::SaveState::kMemoryOnly:
      return "Not stored";
    case app::SaveState::kSaved:
      break;
  }
  return saving.saved_at.empty() ? "Saved" : "Saved " + saving.saved_at;
}

std::string offline_words(const app::State& state) {
  std::string words = state.offline_ready ? "Offline ready" : "Not yet ready to work offline";
  if (state.update_waiting) words += " · an update starts with your next visit";
  const app::Saving& saving = state.saving;
  words += saving.last_file_copy.empty() ? " · no file copy yet"
                                         : " · last file copy " + saving.last_file_copy;
  if (!saving.last_file_copy.empty() && !saving.file_copy_is_current) words += ", changes since";
  return words;
}

}  // namespace

void Shell::draw(Ui& ui) {
  const Rect& page = ui.page();
  const bool narrow = ui.narrow();
  const float rail_width = narrow ? kRailNarrow : kRail;
  const Rect top{page.x, page.y, page.width, kTopBar};
  const Rect status{page.x, bottom_of(page) - kStatusLine, page.width, kStatusLine};
  const Rect side{page.x, kTopBar, rail_width, page.height - kTopBar - kStatusLine};
  Rect main{right_of(side), kTopBar, page.width - rail_width, side.height};
  const app::State& state = ui.state();
  const bool has_details = state.details_open && state.screen != app::Screen::kShare &&
                           state.document.find_live(state.selected) != nullptr;
  Rect details = main;
  if (has_details && narrow) {
    details.height = main.height * kSheet;
    details.y = bottom_of(main) - details.height;
    main.height -= details.height;
  } else if (has_details) {
    details.width = kDetails;
    details.x = right_of(main) - kDetails;
    main.width -= kDetails;
  }
  fill(page, ui.palette().background);
  top_bar(ui, top);
  rail(ui, side);
  {
    const Ui::Container node(
        ui, {.id = ui.id("main"), .role = Role::kMain, .name = "Screen", .rect = main});
    const float used = banners(ui, main);
    const Rect rest{main.x, main.y + used, main.width, main.height - used};
    switch (state.screen) {
      case app::Screen::kExplore:
        explore_.draw(ui, rest);
        break;
      case app::Screen::kPlan:
        plan_.draw(ui, rest);
        break;
      case app::Screen::kShare:
        share_.draw(ui, rest);
        break;
    }
  }
  if (has_details) details_.draw(ui, details);
  status_line(ui, status);
  toasts(ui, {main.x, main.y, main.width, main.height});
  dialogs_.draw(ui);
}

void Shell::top_bar(Ui& ui, const Rect& rect) {
  const Palette& p = ui.palette();
  fill(rect, p.surface);
  line({rect.x, bottom_of(rect)}, {right_of(rect), bottom_of(rect)}, p.hairline);
  const Ui::Container node(
      ui,
      {.id = ui.id("banner"), .role = Role::kBanner, .name = "Partnership Atlas", .rect = rect});
  const app::State& state = ui.state();
  const float middle = rect.y + (rect.height - ui.target() - 4) / 2;
  draw_icon_in(ui, {rect.x + kSpace3, rect.y, 24, rect.height}, icons::kAccountTree, 24, p.accent);
  const float name_left = rect.x + kSpace3 + 24 + kSpace2;
  const float search_width = std::clamp(rect.width * 0.36F, 160.0F, 480.0F);
  const float search_left = std::max(rect.x + (rect.width - search_width) / 2, name_left);
  const std::string saved = saving_words(state.saving);
  const float saved_width = ui.text().width(saved, Font::kSmallStrong) + kSpace2;
  const float right = right_of(rect) - kSpace3;
  const float name_room = search_left - name_left - kSpace3;
  if (name_room > 60) {
    const Rect box{name_left, rect.y, name_room, rect.height};
    ui.leaf({.id = ui.id("workspace"),
             .role = Role::kHeading,
             .name = workspace_name(state.document),
             .level = 1,
             .rect = box});
    draw_text_in(ui, box, workspace_name(state.document), Font::kStrong, p.ink);
  }
  search_.draw(ui, {search_left, middle, search_width, ui.target() + 4});
  const Rect place{right - saved_width, rect.y, saved_width, rect.height};
  const bool trouble = state.saving.state == app::SaveState::kMemoryOnly;
  ui.leaf({.id = ui.id("saving"), .role = Role::kStatus, .name = saved, .rect = place});
  draw_text_in(ui, place, saved, Font::kSmallStrong, trouble ? p.rag[3] : p.muted, Align::kRight);
  const float icon = ui.target() + kSpace1;
  float x = place.x - kSpace2 - 2 * (icon + kSpace1);
  action_button(ui, {x, middle, icon, ui.target() + 4}, ActionId::kUndo, icons::kUndo,
                ButtonLook::kQuiet, false);
  x += icon + kSpace1;
  action_button(ui, {x, middle, icon, ui.target() + 4}, ActionId::kRedo, icons::kRedo,
                ButtonLook::kQuiet, false);
}

void Shell::rail(Ui& ui, const Rect& rect) {
  struct Entry {
    ActionId action;
    app::Screen screen;
    const char* icon;
    std::string_view text;
  };
  static constexpr Entry kEntries[] = {
      {ActionId::kGoExplore, app::Screen::kExplore, icons::kAccountTree, "Explore"},
      {ActionId::kGoPlan, app::Screen::kPlan, icons::kChecklist, "Plan"},
      {ActionId::kGoShare, app::Screen::kShare, icons::kShare, "Share"},
  };
  const Palette& p = ui.palette();
  fill(rect, p.surface);
  line({right_of(rect), rect.y}, {right_of(rect), bottom_of(rect)}, p.hairline);
  const Ui::Container node(
      ui, {.id = ui.id("rail"), .role = Role::kNavigation, .name = "Screens", .rect = rect});
  const bool narrow = ui.narrow();
  const float height = narrow ? ui.target() : kRailItem;
  float y = rect.y + kSpace2;
  const auto item = [&](ActionId id, const char* icon, std::string_view text, bool current) {
    const app::ActionSpec& action = app::action(id);
    const Rect box{rect.x + 6, y, rect.width - 12, height};
    const ButtonSpec spec{.id = text,
                          .text = narrow ? std::string_view{} : text,
                          .icon = icon,
                          .name = text,
                          .help = narrow ? text : std::string_view{},
                          .look = ButtonLook::kRailItem,
                          .current = current};
    if (button(ui, box, spec) && action.command != nullptr) ui.send(action.command(ui.state()));
    y += height + kSpace1;
  };
  for (const Entry& entry : kEntries) {
    item(entry.action, entry.icon, entry.text, ui.state().screen == entry.screen);
  }
  y = bottom_of(rect) - 2 * (height + kSpace1) - kSpace1;
  item(ActionId::kKeys, icons::kKeyboard, "Keys", false);
  item(ActionId::kAbout, icons::kInfo, "About", false);
}

void Shell::status_line(Ui& ui, const Rect& rect) {
  const Palette& p = ui.palette();
  fill(rect, p.sunken);
  line({rect.x, rect.y}, {right_of(rect), rect.y}, p.hairline);
  const Ui::Container node(ui, {.id = ui.id("status"),
                                .role = Role::kContentInfo,
                                .name = "State of this workspace",
                                .rect = rect});
  const app::State& state = ui.state();
  draw_icon_in(ui, {rect.x + kSpace2, rect.y, kIconSize, rect.height},
               state.offline_ready ? icons::kCloudDone : icons::kCloudQueue, 18, p.muted);
  const Rect text{rect.x + kSpace3 + kIconSize, rect.y, rect.width - 2 * kSpace3 - kIconSize,
                  rect.height};
  label_in(ui, text, offline_words(state), Font::kSmall, p.muted);
}

float Shell::banners(Ui& ui, const Rect& rect) {
  struct Message {
    std::string text;
    std::string_view id, act;
    std::optional<app::Command> command;
  };
  const app::State& state = ui.state();
  std::vector<Message> messages;
  if (state.saving.state == app::SaveState::kMemoryOnly) {
    messages.push_back(
        {state.saving.problem, "storage", "Save a file now", app::Command{app::SaveFile{}}});
  }
  if (state.error) {
    messages.push_back(
        {state.error->sentence(), "error", "Close", app::Command{app::DismissError{}}});
  }
  if (state.field_error) {
    messages.push_back({state.field_error->error.sentence(), "field error", "Keep the old value",
                        app::Command{app::ForgetFieldError{}}});
  }
  const Palette& p = ui.palette();
  float y = rect.y;
  for (const Message& message : messages) {
    const Ui::Scope scope(ui, message.id);
    const ButtonSpec act{.id = "act", .text = message.act, .name = message.act};
    const float act_width = button_width(ui, act);
    const float text_width = rect.width - act_width - 5 * kSpace3 - kIconSize;
    const WrappedText& words = ui.text().wrap(message.text, Font::kBody, text_width);
    const float text_height =
        TextPainter::line_height(kBodyText) * static_cast<float>(words.lines.size());
    const Rect box{rect.x, y, rect.width, std::max(text_height, ui.target()) + 2 * kSpace2};
    const Ui::Container alert(
        ui, {.id = ui.id("alert"), .role = Role::kAlert, .name = message.text, .rect = box});
    fill(box, p.surface);
    fill({box.x, box.y, 6, box.height}, p.rag[3]);
    line({box.x, bottom_of(box)}, {right_of(box), bottom_of(box)}, p.control_edge);
    draw_icon_in(ui, {box.x + kSpace3, box.y, kIconSize, box.height}, icons::kErrorOutline,
                 kIconSize, p.rag[3]);
    draw_lines(ui, {box.x + 2 * kSpace3 + kIconSize, box.y + (box.height - text_height) / 2}, words,
               Font::kBody, p.ink);
    const Rect place{right_of(box) - act_width - kSpace3, box.y + (box.height - ui.target()) / 2,
                     act_width, ui.target()};
    if (button(ui, place, act) && message.command) ui.send(*message.command);
    y += box.height;
  }
  return y - rect.y;
}

void Shell::toasts(Ui& ui, const Rect& rect) {
  const app::State& state = ui.state();
  if (state.toasts.empty()) return;
  constexpr float kHeight = 48;
  const Palette& p = ui.palette();
  // Over the status line, so that little of the screen is covered.
  float y = bottom_of(rect) + kStatusLine - kSpace1;
  for (auto toast = state.toasts.rbegin(); toast != state.toasts.rend(); ++toast) {
    const std::string local = "toast " + std::to_string(toast->id);
    const Ui::Scope scope(ui, local);
    const ButtonSpec undo{.text = "Undo", .look = ButtonLook::kPlain};
    const ButtonSpec close{
        .id = "close", .icon = icons::kClose, .name = "Dismiss", .look = ButtonLook::kPlain};
    const float undo_width = toast->offers_undo ? button_width(ui, undo) + kSpace2 : 0;
    const float room = rect.width - 2 * kSpace4;
    const float wanted =
        ui.text().width(toast->text, Font::kBody) + undo_width + ui.target() + 3 * kSpace4;
    const float width = std::min(wanted, room);
    y -= kHeight;
    const Rect box{rect.x + (rect.width - width) / 2, y, width, kHeight};
    y -= kSpace2;
    ImGui::SetNextWindowPos({box.x, box.y});
    ImGui::SetNextWindowSize({box.width, box.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(p.ink));
    ImGui::Begin(local.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::PopStyleColor();
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    const Ui::Container node(ui, {.id = ui.id("toast"),
                                  .role = toast->is_error ? Role::kAlert : Role::kStatus,
                                  .name = toast->text,
                                  .rect = box});
    float right = right_of(box) - kSpace2 - ui.target();
    draw_text_in(
        ui, {box.x + kSpace4, box.y, right - undo_width - box.x - kSpace4 - kSpace2, box.height},
        toast->text, Font::kBody, p.surface);
    if (toast->offers_undo) {
      right -= undo_width;
      const Rect place{right, box.y + 8, undo_width - kSpace2, ui.target()};
      if (button(ui, place, undo)) {
        ui.send(app::Undo{});
        ui.send(app::DismissToast{toast->id});
      }
    }
    if (button(ui, {right_of(box) - ui.target() - kSpace2, box.y + 8, ui.target(), ui.target()}, close)) {
      ui.send(app::DismissToast{toast->id});
    }
    ImGui::End();
  }
}

}  // namespace atlas::ui
