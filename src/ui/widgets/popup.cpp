#include "ui/widgets/popup.hpp"

#include <algorithm>
#include <cctype>

#include "icons.hpp"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {
namespace {

constexpr float kRow = 36;
constexpr float kMaxRows = 10;

Rect placed(Ui& ui, const Rect& anchor, Vec2 size) {
  Rect box{anchor.x, bottom_of(anchor) + kSpace1, size.x, size.y};
  const Rect& page = ui.page();
  if (bottom_of(box) > bottom_of(page) - kSpace1) {
    const float above = anchor.y - kSpace1 - size.y;
    box.y = above >= page.y ? above : std::max(page.y, bottom_of(page) - size.y - kSpace1);
  }
  box.x = std::clamp(box.x, page.x + kSpace1,
                     std::max(page.x + kSpace1, right_of(page) - size.x - kSpace1));
  return box;
}

// First option after `from` whose text starts with the letter.
int option_by_letter(const std::vector<OptionSpec>& options, int from, char letter) {
  const int count = static_cast<int>(options.size());
  for (int i = 1; i <= count; ++i) {
    const int at = (from + i) % count;
    const std::string& text = options[static_cast<std::size_t>(at)].text;
    if (!text.empty() && std::tolower(static_cast<unsigned char>(text[0])) == letter) {
      return at;
    }
  }
  return from;
}

int stepped(const KeyPressed& key, const std::vector<OptionSpec>& options, int at) {
  const int last = static_cast<int>(options.size()) - 1;
  if (key.mods.ctrl || key.mods.alt) return -1;
  if (key.key == "ArrowDown") return std::min(at + 1, last);
  if (key.key == "ArrowUp") return std::max(at - 1, 0);
  if (key.key == "Home") return 0;
  if (key.key == "End") return last;
  if (key.key.size() == 1 && key.key[0] > ' ') {
    return option_by_letter(
        options, at, static_cast<char>(std::tolower(static_cast<unsigned char>(key.key[0]))));
  }
  return -1;
}

void paint_dropdown(Ui& ui, const Rect& rect, const DropdownSpec& spec, bool lit) {
  constexpr float kShape = 11;
  const Palette& p = ui.palette();
  const float pad = spec.quiet ? kSpace2 : kSpace3;
  float left = rect.x + pad;
  Colour ink = spec.muted ? p.muted : p.ink;
  if (spec.rag) {
    ink = p.rag[std::min<std::uint32_t>(*spec.rag, 5)];
    draw_rag_shape(ui, {left, rect.y, kShape, rect.height}, *spec.rag, ink);
    left += kShape + 6;
  }
  const bool arrow = !spec.small || lit;
  const float room = right_of(rect) - left - (arrow ? kIconSize + kSpace1 : kSpace1);
  // In a grid the details have the whole of it.
  draw_text_in(ui, {left, rect.y, room, rect.height}, spec.value,
               spec.small ? Font::kSmall : Font::kBody, ink, Align::kLeft,
               spec.small ? Fit::kMayShorten : Fit::kWhole);
  if (!arrow) return;
  draw_icon_in(ui, {right_of(rect) - kIconSize - kSpace1, rect.y, kIconSize, rect.height},
               icons::kExpandMore, kIconSize, p.muted);
}

}  // namespace

Popup::Popup(Ui& ui, NodeId owner, const Rect& anchor, Vec2 size) : ui_(ui), owner_(owner) {
  content_ = placed(ui, anchor, size);
  ImGui::SetNextWindowPos({content_.x, content_.y});
  ImGui::SetNextWindowSize({content_.width, content_.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ui.palette().surface));
  ImGui::Begin("popup", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleColor();
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  stroke(content_, ui.palette().control_edge, kRadius);
  ui.begin_layer(false);
}

Popup::~Popup() {
  const bool inside = ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows |
                                             ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  ui_.end_layer();
  ImGui::End();
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !inside && ui_.popup_is_open(owner_)) {
    ui_.close_popup();
  }
}

int option_list(Ui& ui, NodeId owner, const Rect& anchor, std::string_view name,
                const std::vector<OptionSpec>& options, int current) {
  float widest = anchor.width;
  for (const OptionSpec& option : options) {
    const float detail =
        option.detail.empty() ? 0 : ui.text().width(option.detail, Font::kSmall) + kSpace4;
    widest = std::max(widest, ui.text().width(option.text, Font::kBody) + detail + kIconSize +
                                  2 * kSpace4 + kSpace3);
  }
  const float rows = std::min(static_cast<float>(options.size()), kMaxRows);
  const float width = std::min(widest, ui.page().width - 2 * kSpace4);
  const Popup popup(ui, owner, anchor, {width, rows * kRow + 2 * kSpace1});
  const Rect box = inset(popup.content(), kSpace1);
  int chosen = -1;
  ScrollArea area(ui, "options", box);
  const Ui::Container list(
      ui, {.id = ui.id("options"), .role = Role::kListbox, .name = std::string(name), .rect = box});
  for (int i = 0; i < static_cast<int>(options.size()); ++i) {
    const OptionSpec& option = options[static_cast<std::size_t>(i)];
    const Rect rect{area.origin().x, area.origin().y + static_cast<float>(i) * kRow,
                    area.width() + kSpace2, kRow};
    const std::string local = "option " + std::to_string(i);
    const bool on = i == current;
    const Response response =
        ui.interact(ui.id(local), rect, {.tab_stop = on || (current < 0 && i == 0)});
    ui.leaf({.id = response.id,
             .role = Role::kOption,
             .name = option.text,
             .description = option.detail,
             .states = ui.states(response) | (on ? semantics::kSelected : 0U),
             .rect = rect});
    if (response.focused || response.hovered) fill(rect, ui.palette().accent_soft, kRadius);
    if (on) {
      draw_icon_in(ui, {rect.x + kSpace2, rect.y, kIconSize, kRow}, icons::kCheck, kIconSize,
                   ui.palette().accent);
    }
    const float left = rect.x + kSpace3 + kIconSize;
    draw_text_in(ui, {left, rect.y, right_of(rect) - left - kSpace2, kRow}, option.text,
                 Font::kBody, ui.palette().ink);
    draw_text_in(ui, {left, rect.y, right_of(rect) - left - kSpace2, kRow}, option.detail,
                 Font::kSmall, ui.palette().muted, Align::kRight);
    ui.ring(response, -2);
    if (response.activated) chosen = i;
    if (const KeyPressed* key = ui.key_for(response)) {
      if (const int to = stepped(*key, options, i); to >= 0) {
        ui.take_key();
        ui.focus().set(ui.id("option " + std::to_string(to)), true);
        ui.want_frame();
      }
    }
  }
  area.set_content_height(static_cast<float>(options.size()) * kRow);
  if (chosen >= 0) ui.close_popup();
  return chosen;
}

DropdownResult dropdown(Ui& ui, Rect rect, const DropdownSpec& spec,
                        const std::function<OptionSet()>& make_options) {
  const Palette& p = ui.palette();
  DropdownResult result;
  const NodeId node = ui.id(spec.id.empty() ? spec.name : spec.id);
  const Response response = ui.interact(node, rect, {.tab_stop = spec.tab_stop});
  result.response = response;
  ui.offer_copy(response, spec.muted ? std::string_view{} : spec.value);
  bool open = ui.popup_is_open(node);
  const MirrorAction* mirror = ui.mirror_for(node);
  const bool by_mirror = mirror != nullptr && mirror->verb == MirrorVerb::kExpand;
  if (response.activated || by_mirror) {
    open = !open;
    if (open) {
      ui.open_popup(node);
    } else {
      ui.close_popup();
    }
  }
  ui.leaf({.id = node,
           .role = Role::kCombobox,
           .name = std::string(spec.name),
           .value = std::string(spec.value),
           .description = std::string(spec.help),
           .states = ui.states(response) | (open ? semantics::kExpanded : semantics::kCollapsed),
           .rect = rect});
  const bool lit = response.hovered || open;
  if (!spec.quiet || lit) {
    fill(rect, lit && spec.quiet ? p.sunken : p.surface, kRadius);
    control_edge(ui, rect, p.control_edge);
  }
  paint_dropdown(ui, rect, spec, lit);
  ui.ring(response);
  if (ui.popup_is_open(node)) {
    const Ui::Scope scope(ui, spec.id.empty() ? spec.name : spec.id);
    const OptionSet set = make_options();
    result.chosen = option_list(ui, node, rect, spec.name, set.options, set.current);
  }
  return result;
}

}  // namespace atlas::ui
