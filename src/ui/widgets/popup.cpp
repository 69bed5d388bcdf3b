#include "ui/widgets/popup.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/widgets/label.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {
namespace {

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
  return whole_pixels(box);
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
  if (!spec.enabled) ink = with_alpha(p.muted, 150);
  if (spec.rag) {
    ink = p.rag[std::min<std::uint32_t>(*spec.rag, 5)];
    draw_rag_shape(ui, {left, rect.y, kShape, rect.height}, *spec.rag, ink);
    left += kShape + 6;
  }
  const bool arrow = !spec.small || lit;
  const float room = right_of(rect) - left - (arrow ? kIconSize + kSpace1 : kSpace1);
  // The list that it opens has the whole of it.
  draw_text_in(ui, {left, rect.y, room, rect.height}, spec.value,
               spec.small ? Font::kSmall : Font::kBody, ink, Align::kLeft, Fit::kMayShorten);
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

namespace {

constexpr std::size_t kFilteredFrom = 12;

// Which options have all the words that were typed.
std::vector<int> matching(const std::vector<OptionSpec>& options, std::string_view filter) {
  std::vector<int> shown;
  const std::string folded = fold_for_search(trim(filter));
  for (int i = 0; i < static_cast<int>(options.size()); ++i) {
    const OptionSpec& option = options[static_cast<std::size_t>(i)];
    const std::string text = fold_for_search(option.text + " " + option.detail);
    bool all = true;
    for (std::size_t at = 0; at < folded.size() && all;) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      all = contains_folded(text, std::string_view(folded).substr(at, end - at));
      at = end + 1;
    }
    if (all) shown.push_back(i);
  }
  return shown;
}

class OptionList {
 public:
  OptionList(Ui& ui, const std::vector<OptionSpec>& options, int current)
      : ui_(ui), options_(options), current_(current), filtered_(options.size() >= kFilteredFrom) {
    shown_ = matching(options, filtered_ ? std::string_view(ui.popup_filter()) : "");
    for (const OptionSpec& option : options) {
      const float detail =
          option.detail.empty() ? 0 : ui.text().width(option.detail, Font::kSmall) + kSpace4;
      widest_ = std::max(widest_, ui.text().width(option.text, Font::kBody) + detail + kIconSize +
                                      2 * kSpace4 + kSpace3);
    }
  }

  [[nodiscard]] Vec2 size(const Rect& anchor) const {
    const float rows = std::min(static_cast<float>(options_.size()), kMaxRows);
    return {
        std::min(std::max(widest_, anchor.width), ui_.page().width - 2 * kSpace4),
        std::min(rows * ui_.row() + 2 * kSpace1 + field_height(), ui_.page().height - 2 * kSpace1)};
  }

  int draw(const Rect& box, std::string_view name) {
    if (filtered_) filter_field({box.x, box.y, box.width, ui_.target()});
    const Rect rest{box.x, box.y + field_height(), box.width, box.height - field_height()};
    ScrollArea area(ui_, "options", rest);
    const Ui::Container list(
        ui_,
        {.id = ui_.id("options"), .role = Role::kListbox, .name = std::string(name), .rect = rest});
    if (shown_.empty()) {
      label_in(ui_, {area.origin().x + kSpace3, area.origin().y, area.width(), ui_.row()},
               tr(Text::kFilterNone), Font::kBody, ui_.palette().muted);
    }
    float y = area.origin().y;
    for (std::size_t i = 0; i < shown_.size(); ++i, y += ui_.row()) {
      option(i, {area.origin().x, y, area.width() + kSpace2, ui_.row()});
    }
    if (marked_moved_) {
      area.reveal(static_cast<float>(ui_.popup_marked()) * ui_.row(), ui_.row());
    }
    area.set_content_height(static_cast<float>(shown_.size()) * ui_.row());
    return chosen_;
  }

 private:
  [[nodiscard]] float field_height() const { return filtered_ ? ui_.target() + kSpace1 : 0; }
  [[nodiscard]] NodeId id_of(int index) const { return ui_.id("option " + std::to_string(index)); }

  // Typing narrows the list; arrow keys mark, Enter chooses what is marked.
  void filter_field(const Rect& rect) {
    const Palette& p = ui_.palette();
    const NodeId node = ui_.id("filter");
    const Response response = ui_.interact(node, rect);
    ui_.leaf({.id = node,
              .role = Role::kSearchbox,
              .name = std::string(tr(Text::kFilterOptions)),
              .value = ui_.popup_filter(),
              .states = ui_.states(response),
              .rect = rect});
    control_edge(ui_, rect, p.control_edge);
    draw_icon_in(ui_, {rect.x + kSpace1, rect.y, kIconSize, rect.height}, icons::kSearch, 18,
                 p.muted);
    const Rect text{rect.x + kIconSize + kSpace1, rect.y + 1, rect.width - kIconSize - kSpace2,
                    rect.height - 2};
    if (const MirrorAction* mirror = ui_.mirror_for(node);
        mirror != nullptr && mirror->verb == MirrorVerb::kSetValue) {
      ui_.popup_filter() = mirror->value;
    }
    const bool ended = ui_.ended_how(node) == CommitHow::kEnter;
    if (ended && !shown_.empty()) {
      const auto marked = static_cast<std::size_t>(ui_.popup_marked());
      chosen_ = shown_[std::min(marked, shown_.size() - 1)];
    } else if (ui_.is_editing(node)) {
      ui_.place_edit(text);
      mark_by_key();
    } else {
      draw_text_in(ui_, text,
                   ui_.popup_filter().empty() ? tr(Text::kFilterOptions)
                                              : std::string_view(ui_.popup_filter()),
                   Font::kBody, p.muted, Align::kLeft, Fit::kMayShorten);
      if (response.activated || ui_.popup_is_fresh()) {
        TextEdit edit;
        edit.node = node;
        edit.label = std::string(tr(Text::kFilterOptions));
        edit.value = ui_.popup_filter();
        edit.rect = text;
        edit.search = true;
        ui_.begin_edit({std::move(edit), FilterTarget{}});
      }
    }
    ui_.ring(response, -1);
  }

  void mark_by_key() {
    const KeyPressed* key = ui_.search_key();
    if (key == nullptr) return;
    const int last = static_cast<int>(shown_.size()) - 1;
    int& marked = ui_.popup_marked();
    if (key->key == "ArrowDown") {
      marked = std::min(marked + 1, std::max(last, 0));
    } else if (key->key == "ArrowUp") {
      marked = std::max(marked - 1, 0);
    } else {
      return;
    }
    marked_moved_ = true;
    ui_.take_key();
    ui_.want_frame();
  }

  void option(std::size_t place, const Rect& rect) {
    const int index = shown_[place];
    const OptionSpec& option = options_[static_cast<std::size_t>(index)];
    const Palette& p = ui_.palette();
    const bool on = index == current_;
    const bool marked = filtered_ && static_cast<int>(place) == ui_.popup_marked();
    const bool stop = on || ((current_ < 0 || filtered_) && place == 0);
    const Response response = ui_.interact(id_of(index), rect, {.tab_stop = stop});
    ui_.leaf({.id = response.id,
              .role = Role::kOption,
              .name = option.text,
              .description = option.detail,
              .states = ui_.states(response) | (on ? semantics::kSelected : 0U),
              .rect = rect});
    if (response.focused || response.hovered || marked) fill(rect, p.accent_soft, kRadius);
    if (on) {
      draw_icon_in(ui_, {rect.x + kSpace2, rect.y, kIconSize, rect.height}, icons::kCheck,
                   kIconSize, p.accent);
    }
    const float left = rect.x + kSpace3 + kIconSize;
    const float room = right_of(rect) - left - kSpace2;
    const float detail =
        option.detail.empty()
            ? 0
            : std::min(ui_.text().width(option.detail, Font::kSmall) + kSpace2, room / 2);
    draw_text_in(ui_, {left, rect.y, room - detail, rect.height}, option.text, Font::kBody, p.ink,
                 Align::kLeft, Fit::kMayShorten);
    draw_text_in(ui_, {left + room - detail, rect.y, detail, rect.height}, option.detail,
                 Font::kSmall, p.muted, Align::kRight, Fit::kMayShorten);
    ui_.ring(response, -2);
    if (response.activated) chosen_ = index;
    const KeyPressed* key = ui_.key_for(response);
    if (key == nullptr) return;
    if (const int to = stepped(*key, options_, index); to >= 0) {
      ui_.take_key();
      ui_.focus().set(id_of(to), true);
      ui_.want_frame();
    }
  }

  Ui& ui_;
  const std::vector<OptionSpec>& options_;
  int current_;
  bool filtered_;
  std::vector<int> shown_;
  float widest_ = 0;
  int chosen_ = -1;
  bool marked_moved_ = false;
};

}  // namespace

int option_list(Ui& ui, NodeId owner, const Rect& anchor, std::string_view name,
                const std::vector<OptionSpec>& options, int current) {
  OptionList list(ui, options, current);
  const Popup popup(ui, owner, anchor, list.size(anchor));
  const int chosen = list.draw(inset(popup.content(), kSpace1), name);
  if (chosen >= 0) {
    ui.end_edit();
    ui.close_popup();
  }
  return chosen;
}

DropdownResult dropdown(Ui& ui, Rect rect, const DropdownSpec& spec,
                        const std::function<OptionSet()>& make_options) {
  const Palette& p = ui.palette();
  DropdownResult result;
  const NodeId node = ui.id(spec.id.empty() ? spec.name : spec.id);
  const Interaction how{.enabled = spec.enabled, .tab_stop = spec.tab_stop};
  const Response response = ui.interact(node, rect, how);
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
  ui.leaf(
      {.id = node,
       .role = Role::kCombobox,
       .name = std::string(spec.name),
       .value = std::string(spec.value),
       .description = std::string(spec.help),
       .states = ui.states(response, how) | (open ? semantics::kExpanded : semantics::kCollapsed),
       .rect = rect});
  const bool lit = (spec.enabled && response.hovered) || open;
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
