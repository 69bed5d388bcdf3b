#include "ui/widgets/button.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "icons.hpp"
#include "imgui.h"

namespace atlas::ui {
namespace {

constexpr float kIconGap = 6;
constexpr float kRailIcon = 24;
constexpr std::size_t kMostLines = 6;  // of words on a button

struct Look {
  Colour fill, ink, edge;
};

Look look_of(Ui& ui, const ButtonSpec& spec, const Response& response) {
  const Palette& p = ui.palette();
  const Colour clear = with_alpha(p.surface, 0);
  const bool on = spec.current || spec.expanded || spec.pressed.value_or(false);
  const bool lit = response.hovered || response.held;
  Look look{p.surface, p.ink, p.control_edge};
  if (spec.look == ButtonLook::kPrimary) look = {p.accent, p.on_accent, p.accent};
  if (spec.look == ButtonLook::kQuiet) look = {clear, p.ink, clear};
  if (spec.look == ButtonLook::kTitle) look = {clear, p.ink, clear};
  if (spec.look == ButtonLook::kRailItem) look = {clear, p.muted, clear};
  if (spec.look == ButtonLook::kInverse) look = {p.ink, p.surface, p.surface};
  if (spec.look == ButtonLook::kDanger) look = {p.surface, p.rag[3], p.rag[3]};
  if (on) look = {p.accent_soft, p.accent, spec.look == ButtonLook::kPlain ? p.accent : clear};
  const bool filled = spec.look == ButtonLook::kPrimary || spec.look == ButtonLook::kInverse;
  if (lit && !on && !filled) look.fill = p.sunken;
  if (lit && spec.look == ButtonLook::kInverse) look.fill = p.muted;
  if (lit && spec.look == ButtonLook::kPrimary) look.fill = look.edge = p.accent_strong;
  if (response.held && !filled) look.fill = p.accent_soft;
  if (!spec.enabled) look = {clear, with_alpha(p.muted, 150), with_alpha(p.control_edge, 90)};
  if (!spec.enabled && spec.look != ButtonLook::kPlain) look.edge = clear;
  return look;
}

TextStyle style_of(const ButtonSpec& spec) {
  const bool bold =
      spec.look == ButtonLook::kPrimary || spec.look == ButtonLook::kTitle || spec.current;
  return bold ? Font::kStrong : Font::kBody;
}

float icon_space(const ButtonSpec& spec) {
  return spec.icon == nullptr ? 0 : kIconSize + kIconGap;
}
float arrow_space(const ButtonSpec& spec) {
  return spec.has_popup ? kIconSize : 0;
}

const WrappedText& words_of(Ui& ui, const ButtonSpec& spec, float width, std::size_t most_lines) {
  const float room = width - icon_space(spec) - arrow_space(spec) - kSpace2;
  return ui.text().wrap(spec.text, style_of(spec), room + 1, most_lines);
}

void paint_content(Ui& ui, const Rect& rect, const ButtonSpec& spec, Colour ink) {
  if (spec.look == ButtonLook::kRailItem) {
    const TextStyle style = spec.current ? Font::kSmallStrong : Font::kSmall;
    const bool words = !spec.text.empty();
    const float stack = kRailIcon + (words ? TextPainter::line_height(style.size) : 0);
    const float top = rect.y + (rect.height - stack) / 2;
    draw_icon_in(ui, {rect.x, top, rect.width, kRailIcon}, spec.icon, kRailIcon, ink);
    if (words) {
      draw_text_in(ui, {rect.x, top + kRailIcon, rect.width, TextPainter::line_height(style.size)},
                   spec.text, style, ink, Align::kCentre);
    }
    return;
  }
  if (spec.text.empty()) {
    draw_icon_in(ui, rect, spec.icon, kIconSize, ink);
    return;
  }
  const float line = TextPainter::line_height(kBodyText);
  const bool title = spec.look == ButtonLook::kTitle;
  const auto most = title ? 1 : static_cast<std::size_t>(std::max(rect.height / line, 1.0F));
  const WrappedText words = words_of(ui, spec, rect.width, most);
  const float icon = icon_space(spec);
  const float left = rect.x + (rect.width - icon - arrow_space(spec) - words.width) / 2;
  if (spec.icon != nullptr) {
    draw_icon_in(ui, {left, rect.y, kIconSize, rect.height}, spec.icon, kIconSize, ink);
  }
  const float height = line * static_cast<float>(words.lines.size());
  // A name is whole where it leads to.
  draw_lines(ui, {left + icon, rect.y + (rect.height - height) / 2}, words, style_of(spec), ink,
             title ? Fit::kMayShorten : Fit::kWhole);
  if (spec.has_popup) {
    draw_icon_in(ui, {left + icon + words.width, rect.y, kIconSize, rect.height},
                 icons::kArrowDropDown, kIconSize, ink);
  }
}

}  // namespace

float button_width(Ui& ui, const ButtonSpec& spec) {
  if (spec.text.empty()) return ui.target() + kSpace1;
  return ui.text().width(spec.text, Font::kStrong) + icon_space(spec) + arrow_space(spec) +
         2 * kSpace3;
}

float button_height(Ui& ui, const ButtonSpec& spec, float width) {
  if (spec.text.empty()) return ui.target();
  const std::size_t lines = words_of(ui, spec, width, kMostLines).lines.size();
  if (lines < 2) return ui.target();
  const float words = TextPainter::line_height(kBodyText) * static_cast<float>(lines);
  return std::max(ui.target(), words + 2 * kSpace1);
}

bool button(Ui& ui, Rect rect, const ButtonSpec& spec) {
  const std::string_view name = spec.name.empty() ? spec.text : spec.name;
  const Interaction how{.enabled = spec.enabled, .tab_stop = spec.tab_stop};
  const Response response = ui.interact(ui.id(spec.id.empty() ? name : spec.id), rect, how);
  std::uint32_t states = ui.states(response, how);
  if (spec.current) states |= semantics::kCurrent;
  if (spec.pressed.value_or(false)) states |= semantics::kPressed;
  if (spec.has_popup) states |= spec.expanded ? semantics::kExpanded : semantics::kCollapsed;
  ui.leaf({.id = response.id,
           .role = Role::kButton,
           .name = std::string(name),
           .description = std::string(spec.help),
           .states = states,
           .rect = rect});
  const Look look = look_of(ui, spec, response);
  fill(rect, look.fill, kRadius);
  if (look.edge.a > 0) control_edge(ui, rect, look.edge);
  paint_content(ui, rect, spec, look.ink);
  ui.ring(response);
  if (!spec.help.empty()) tooltip(ui, response, spec.help);
  return response.activated;
}

bool action_button(Ui& ui, Rect rect, app::ActionId id, const char* icon, ButtonLook look,
                   bool show_text) {
  const app::ActionSpec& action = app::action(id);
  const std::string_view name = action.text();
  std::string help(action.name());
  if (help.empty() && !show_text) help = std::string(name);
  if (action.shortcut)
    help = help.empty() ? tr(Text::kHelpKeys, {action.keys()})
                        : tr(Text::kHelpWithKeys, {help, action.keys()});
  const bool enabled = action.enabled == nullptr || action.enabled(ui.state());
  const bool activated = button(ui, rect,
                                {.id = name,
                                 .text = show_text ? name : std::string_view{},
                                 .icon = icon,
                                 .name = name,
                                 .help = help,
                                 .look = look,
                                 .enabled = enabled});
  if (activated && action.command != nullptr) ui.send(action.command(ui.state()));
  return activated;
}

float action_button_width(Ui& ui, app::ActionId id, const char* icon) {
  return button_width(ui, {.text = app::action(id).text(), .icon = icon});
}

namespace {

constexpr float kLeastWords = 80;                            // width for words beside a detail
constexpr float kCheckText = kSpace1 + kIconSize + kSpace2;  // from the edge to the words

float detail_width(Ui& ui, std::string_view detail) {
  return detail.empty() ? 0 : ui.text().width(detail, Font::kSmall) + kSpace3;
}

// Where the detail leaves too little beside it, it stands below the words.
bool detail_below(Ui& ui, float width, std::string_view detail) {
  return !detail.empty() && width - kCheckText - detail_width(ui, detail) < kLeastWords;
}

const WrappedText& check_words(Ui& ui, float width, std::string_view text,
                               std::string_view detail) {
  const float beside = detail_below(ui, width, detail) ? 0 : detail_width(ui, detail);
  return ui.text().wrap(text, Font::kBody, width - kCheckText - beside);
}

// Of a detail that stands below the words.
WrappedText detail_lines(Ui& ui, float width, std::string_view detail) {
  if (!detail_below(ui, width, detail)) return {};
  return ui.text().wrap(detail, Font::kSmall, width - kCheckText);
}

float height_of(const WrappedText& text, float size) {
  return TextPainter::line_height(size) * static_cast<float>(text.lines.size());
}

}  // namespace

float checkbox_height(Ui& ui, float width, std::string_view text, std::string_view detail) {
  const float words = height_of(check_words(ui, width, text, detail), kBodyText);
  const float below = height_of(detail_lines(ui, width, detail), kSmallText);
  return std::max(ui.target(), words + below + kSpace1);
}

bool checkbox(Ui& ui, Rect rect, std::string_view text, bool checked, std::string_view detail) {
  const Palette& p = ui.palette();
  const Response response = ui.interact(ui.id(text), rect);
  ui.leaf({.id = response.id,
           .role = Role::kCheckbox,
           .name = std::string(text),
           .description = std::string(detail),
           .states = ui.states(response) | (checked ? semantics::kChecked : 0U),
           .rect = rect});
  if (response.hovered) fill(rect, p.sunken, kRadius);
  draw_icon_in(ui, {rect.x + kSpace1, rect.y, kIconSize, rect.height},
               checked ? icons::kCheckBox : icons::kCheckBoxOutlineBlank, kIconSize,
               checked ? p.accent : p.control_edge);
  const WrappedText words = check_words(ui, rect.width, text, detail);
  const WrappedText below = detail_lines(ui, rect.width, detail);
  const float height = height_of(words, kBodyText);
  const float top = rect.y + (rect.height - height - height_of(below, kSmallText)) / 2;
  draw_lines(ui, {rect.x + kCheckText, top}, words, Font::kBody, p.ink);
  draw_lines(ui, {rect.x + kCheckText, top + height}, below, Font::kSmall, p.muted);
  if (below.lines.empty()) {
    const float beside = detail_width(ui, detail);
    draw_text_in(ui, {right_of(rect) - beside, rect.y, beside - kSpace2, rect.height}, detail,
                 Font::kSmall, p.muted, Align::kRight);
  }
  ui.ring(response, -2);
  return response.activated;
}

TabsResult tabs(Ui& ui, Rect rect, std::string_view name, const std::vector<TabSpec>& specs,
                std::size_t current) {
  constexpr float kHeight = 36;
  const Palette& p = ui.palette();
  TabsResult result;
  const Ui::Scope scope(ui, name);
  std::vector<Rect> places;
  float x = rect.x;
  float y = rect.y;
  for (const TabSpec& spec : specs) {
    const float width =
        std::min(ui.text().width(spec.text, Font::kStrong) + 2 * kSpace3, rect.width);
    if (x > rect.x && x + width > right_of(rect)) {
      x = rect.x;
      y += kHeight + kSpace1;
    }
    places.push_back({x, y, width, kHeight});
    x += width + kSpace1;
  }
  result.height = y + kHeight - rect.y;
  const Ui::Container list(ui, {.id = ui.id("tabs"),
                                .role = Role::kTabList,
                                .name = std::string(name),
                                .rect = {rect.x, rect.y, rect.width, result.height}});
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const Interaction how{.tab_stop = i == current};
    const Response response = ui.interact(ui.id(specs[i].id), places[i], how);
    const bool on = i == current;
    ui.leaf({.id = response.id,
             .role = Role::kTab,
             .name = specs[i].text,
             .states = ui.states(response) | (on ? semantics::kSelected : 0U),
             .rect = places[i]});
    if (on) fill(places[i], p.accent_soft, kRadius);
    if (response.hovered && !on) fill(places[i], p.sunken, kRadius);
    draw_text_in(ui, places[i], specs[i].text, on ? Font::kStrong : Font::kBody,
                 on ? p.accent : p.ink, Align::kCentre);
    if (on) {
      fill({places[i].x + kSpace3, bottom_of(places[i]) - 3, places[i].width - 2 * kSpace3, 3},
           p.accent, 1.5F);
    }
    ui.ring(response);
    if (response.activated) result.chosen = static_cast<int>(i);
    const KeyPressed* key = ui.key_for(response);
    if (key == nullptr) continue;
    const bool next = key->key == "ArrowRight" || key->key == "ArrowDown";
    const bool previous = key->key == "ArrowLeft" || key->key == "ArrowUp";
    if (!next && !previous) continue;
    const std::size_t count = specs.size();
    const std::size_t to = next ? (i + 1) % count : (i + count - 1) % count;
    ui.take_key();
    ui.focus().set(ui.id(specs[to].id), true);
    result.chosen = static_cast<int>(to);
    break;
  }
  return result;
}

void tooltip(Ui& ui, const Response& response, std::string_view text) {
  constexpr double kDelayMs = 450;
  constexpr float kWidest = 280;
  const bool by_key = response.focused && ui.focus().visible();
  if ((!response.hovered && !by_key) || ui.any_popup_is_open()) return;
  if (!by_key && ui.rested_ms(response) < kDelayMs) {
    ui.want_frame(kDelayMs - ui.rested_ms(response) + 1);
    return;
  }
  const WrappedText& wrapped = ui.text().wrap(
      text, Font::kSmall, std::min(kWidest, ui.page().width - 2 * kSpace2 - 2 * kSpace1));
  const float height =
      TextPainter::line_height(kSmallText) * static_cast<float>(wrapped.lines.size());
  Rect box{response.rect.x, bottom_of(response.rect) + kSpace2, wrapped.width + 2 * kSpace2,
           height + 2 * kSpace1};
  box.x = std::max(std::min(box.x, right_of(ui.page()) - box.width - kSpace1), ui.page().x);
  if (bottom_of(box) > bottom_of(ui.page())) box.y = response.rect.y - box.height - kSpace2;
  ImDrawList* list = ImGui::GetForegroundDrawList();
  list->AddRectFilled({box.x, box.y}, {right_of(box), bottom_of(box)}, packed(ui.palette().ink),
                      kRadius);
  draw_lines_above(ui, {box.x + kSpace2, box.y + kSpace1}, wrapped, Font::kSmall,
                   ui.palette().surface);
}

}  // namespace atlas::ui
