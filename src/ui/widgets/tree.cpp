#include "ui/widgets/tree.hpp"

#include <algorithm>

#include "icons.hpp"
#include "imgui.h"

namespace atlas::ui {
namespace {

constexpr float kIndent = 20;

// What a key asks of the row at `at`: a row to go to, or the row itself to be toggled.
struct Step {
  int to = -1;
  bool toggles = false;
};
Step step_of(const KeyPressed& key, std::span<const TreeRow> rows, int at) {
  const int last = static_cast<int>(rows.size()) - 1;
  const TreeRow& row = rows[static_cast<std::size_t>(at)];
  if (key.mods.ctrl || key.mods.alt) return {};
  if (key.key == "ArrowDown") return {std::min(at + 1, last)};
  if (key.key == "ArrowUp") return {std::max(at - 1, 0)};
  if (key.key == "Home") return {0};
  if (key.key == "End") return {last};
  if (key.key == "ArrowRight" && row.expanded == false) return {at, true};
  if (key.key == "ArrowRight" && row.expanded == true) return {std::min(at + 1, last)};
  if (key.key == "ArrowLeft" && row.expanded == true) return {at, true};
  if (key.key == "ArrowLeft") {
    int up = at;
    while (up > 0 && rows[static_cast<std::size_t>(up)].level >= row.level) --up;
    return {up};
  }
  return {};
}

}  // namespace

TreeResult tree(Ui& ui, Rect rect, std::string_view name, std::span<const TreeRow> rows,
                int selected) {
  const Ui::Scope scope(ui, name);
  const Palette& p = ui.palette();
  TreeResult result{.height = ui.row() * static_cast<float>(rows.size())};
  const Ui::Container node(ui, {.id = ui.id("tree"),
                                .role = Role::kTree,
                                .name = std::string(name),
                                .rect = {rect.x, rect.y, rect.width, result.height}});
  float y = rect.y;
  for (int i = 0; i < static_cast<int>(rows.size()); ++i, y += ui.row()) {
    const TreeRow& row = rows[static_cast<std::size_t>(i)];
    const Rect line{rect.x, y, rect.width, ui.row()};
    const bool stop = i == selected || (selected < 0 && i == 0);
    const Response response = ui.interact(ui.id(row.id), line, {.tab_stop = stop});
    std::uint32_t states = ui.states(response);
    if (i == selected) states |= semantics::kSelected;
    if (row.expanded) states |= *row.expanded ? semantics::kExpanded : semantics::kCollapsed;
    ui.leaf({.id = response.id,
             .role = Role::kTreeItem,
             .name = row.text,
             .description = row.detail,
             .states = states,
             .level = static_cast<std::uint16_t>(row.level),
             .rect = line});
    if (i == selected || response.hovered) {
      fill(line, i == selected ? p.accent_soft : p.sunken, kRadius);
    }
    const float left = line.x + kSpace1 + static_cast<float>(row.level - 1) * kIndent;
    if (row.expanded) {
      draw_icon_in(ui, {left, line.y, kIconSize, line.height},
                   *row.expanded ? icons::kExpandMore : icons::kChevronRight, kIconSize, p.muted);
    }
    const float text = left + kIconSize + kSpace1;
    const TextStyle style = i == selected ? Font::kStrong : Font::kBody;
    const float room = right_of(line) - kSpace2 - text;
    float detail = row.detail.empty() ? 0 : ui.text().width(row.detail, Font::kSmall) + kSpace3;
    // A name comes before what is said beside it.
    if (ui.text().width(row.text, style) > room - detail) detail = 0;
    draw_text_in(ui, {text, line.y, room - detail, line.height}, row.text, style, p.ink,
                 Align::kLeft, Fit::kMayShorten);
    if (detail > 0) {
      draw_text_in(ui, {right_of(line) - kSpace2 - detail, line.y, detail, line.height}, row.detail,
                   Font::kSmall, p.muted, Align::kRight);
    }
    ui.ring(response, -2);
    const bool on_mark = response.hovered && ImGui::GetIO().MousePos.x < text;
    const MirrorAction* mirror = ui.mirror_for(response.id);
    const bool by_mirror = mirror != nullptr && (mirror->verb == MirrorVerb::kExpand ||
                                                 mirror->verb == MirrorVerb::kCollapse);
    if (by_mirror || (response.activated && row.expanded && on_mark)) {
      result.toggled = i;
    } else if (response.activated) {
      result.chosen = i;
    }
    if (const KeyPressed* key = ui.key_for(response)) {
      const Step step = step_of(*key, rows, i);
      if (step.to < 0) continue;
      ui.take_key();
      ui.want_frame();
      if (step.toggles) result.toggled = i;
      if (!step.toggles) result.chosen = step.to;
      ui.focus().set(ui.id(rows[static_cast<std::size_t>(step.to)].id), true);
    }
  }
  return result;
}

}  // namespace atlas::ui
