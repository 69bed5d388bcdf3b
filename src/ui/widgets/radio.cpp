#include "ui/widgets/radio.hpp"

#include <algorithm>

#include "icons.hpp"

namespace atlas::ui {
namespace {

struct Option {
  std::string_view text;
  int index = 0;
  int count = 0;
  bool on = false;
  bool tab_stop = false;
  bool enabled = true;
};

// The option that a key asks for; -1 for other keys.
int stepped(const KeyPressed& key, int at, int count) {
  if (key.mods.ctrl || key.mods.alt) return -1;
  if (key.key == "ArrowRight" || key.key == "ArrowDown") return (at + 1) % count;
  if (key.key == "ArrowLeft" || key.key == "ArrowUp") return (at + count - 1) % count;
  return -1;
}

int draw(Ui& ui, const Rect& rect, const Option& option) {
  const Palette& p = ui.palette();
  const auto id = [&](int index) { return ui.id("radio " + std::to_string(index)); };
  const Interaction how{.enabled = option.enabled, .tab_stop = option.tab_stop};
  const Response response = ui.interact(id(option.index), rect, how);
  ui.leaf({.id = response.id,
           .role = Role::kRadio,
           .name = std::string(option.text),
           .states = ui.states(response, how) | (option.on ? semantics::kChecked : 0U),
           .row_index = option.index + 1,
           .row_count = option.count,
           .rect = rect});
  if (option.enabled && (response.hovered || response.held)) fill(rect, p.sunken, kRadius);
  const Colour mark = option.on ? p.accent : p.control_edge;
  const Colour ink = option.enabled ? p.ink : with_alpha(p.muted, 150);
  draw_icon_in(ui, {rect.x + kSpace1, rect.y, kIconSize, rect.height},
               option.on ? icons::kRadioButtonChecked : icons::kRadioButtonUnchecked, kIconSize,
               option.enabled ? mark : ink);
  const float left = rect.x + kSpace1 + kIconSize + kSpace2;
  const WrappedText words =
      ui.text().wrap(option.text, Font::kBody, right_of(rect) - left - kSpace1);
  const float height = TextPainter::line_height(kBodyText) * static_cast<float>(words.lines.size());
  draw_lines(ui, {left, rect.y + (rect.height - height) / 2}, words, Font::kBody, ink);
  ui.ring(response, -1);
  if (const KeyPressed* key = ui.key_for(response)) {
    if (const int to = stepped(*key, option.index, option.count); to >= 0) {
      ui.take_key();
      ui.focus().set(id(to), true);
      ui.want_frame();
      return to;
    }
  }
  return response.activated ? option.index : -1;
}

}  // namespace

RadioResult radio_group(Ui& ui, Rect rect, std::string_view name,
                        std::span<const std::string_view> options, int current, bool enabled) {
  const Ui::Scope scope(ui, name);
  const int count = static_cast<int>(options.size());
  constexpr float kBeside = kSpace1 + kIconSize + kSpace2 + kSpace1;  // what is not words
  std::vector<Rect> places;
  float x = rect.x;
  float y = rect.y;
  float tallest = ui.target();
  for (const std::string_view text : options) {
    const float wanted = ui.text().width(text, Font::kBody) + kBeside + 1;
    const float width = std::min(wanted, rect.width);
    const auto lines =
        static_cast<float>(ui.text().wrap(text, Font::kBody, width - kBeside).lines.size());
    const float height =
        std::max(ui.target(), lines * TextPainter::line_height(kBodyText) + kSpace1);
    if (x > rect.x && x + width > right_of(rect)) {
      x = rect.x;
      y += tallest;
      tallest = ui.target();
    }
    places.push_back({x, y, width, height});
    tallest = std::max(tallest, height);
    x += width + kSpace2;
  }
  RadioResult result{.height = y + tallest - rect.y};
  const Ui::Container group(ui, {.id = ui.id("group"),
                                 .role = Role::kRadioGroup,
                                 .name = std::string(name),
                                 .rect = {rect.x, rect.y, rect.width, result.height}});
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const bool stop = i == current || (current < 0 && i == 0);
    const int chosen =
        draw(ui, places[index], {options[index], i, count, i == current, stop, enabled});
    if (chosen >= 0) result.chosen = chosen;
  }
  return result;
}

}  // namespace atlas::ui
