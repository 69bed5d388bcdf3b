#include "ui/widgets/splitter.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace atlas::ui {
namespace {

constexpr float kStep = 16;
constexpr float kGrip = 32;

// What a key asks for; nothing for other keys.
std::optional<float> by_key(const KeyPressed& key, const SplitterSpec& spec) {
  const float step = spec.grows_back ? -kStep : kStep;
  if (key.key == (spec.vertical ? "ArrowRight" : "ArrowDown")) return spec.size + step;
  if (key.key == (spec.vertical ? "ArrowLeft" : "ArrowUp")) return spec.size - step;
  if (key.key == "Home") return spec.least;
  if (key.key == "End") return spec.most;
  return std::nullopt;
}

// The grip, near the edge of the strip: that is where the parts meet.
void paint(Ui& ui, const Rect& strip, bool vertical, bool lit) {
  const Palette& p = ui.palette();
  const Colour colour = lit ? p.accent : p.control_edge;
  if (vertical) {
    const float x = strip.x + kSpace1;
    fill({x - 2, strip.y + (strip.height - kGrip) / 2, 4, kGrip}, colour, 2);
  } else {
    const float y = strip.y + strip.height / 2;
    fill(strip, p.surface);
    fill({strip.x, strip.y, strip.width, 1}, p.hairline);
    fill({strip.x + (strip.width - kGrip) / 2, y - 2, kGrip, 4}, colour, 2);
  }
}

}  // namespace

SplitterResult splitter(Ui& ui, Rect strip, const SplitterSpec& spec) {
  const NodeId node = ui.id(spec.name);
  const Response response = ui.interact(node, strip, {.drags = true});
  const float room = std::max(spec.most - spec.least, 1.0F);
  const float share = std::clamp((spec.size - spec.least) / room, 0.0F, 1.0F);
  ui.leaf({.id = node,
           .role = Role::kSeparator,
           .name = std::string(spec.name),
           .value = std::to_string(std::lround(spec.size)),
           .states = ui.states(response),
           .level = static_cast<std::uint16_t>(std::lround(share * 100) + 1),
           .rect = strip});
  SplitterResult result{.size = spec.size};
  if (response.hovered || response.held) {
    ui.set_cursor(spec.vertical ? Cursor::kResizeColumn : Cursor::kResizeRow);
  }
  if (response.held) {
    const ImVec2 delta = ImGui::GetIO().MouseDelta;
    const float moved = spec.vertical ? delta.x : delta.y;
    result.size += spec.grows_back ? -moved : moved;
  }
  result.done = response.released;
  if (const KeyPressed* key = ui.key_for(response)) {
    if (const std::optional<float> wanted = by_key(*key, spec)) {
      ui.take_key();
      result = {*wanted, true};
    }
  }
  result.size = std::clamp(result.size, spec.least, std::max(spec.least, spec.most));
  paint(ui, strip, spec.vertical, response.hovered || response.held);
  ui.ring(response, -1);
  return result;
}

}  // namespace atlas::ui
