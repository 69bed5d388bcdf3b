#include "ui/widgets/menu.hpp"

#include <algorithm>

#include "icons.hpp"
#include "imgui.h"
#include "ui/widgets/popup.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {
namespace {

constexpr float kGroupGap = 9;

std::string local_id(int index) {
  return "item " + std::to_string(index);
}

// The next enabled item from `from` in steps of `step`, round the ends.
int next_item(const std::vector<MenuItem>& items, int from, int step) {
  const int count = static_cast<int>(items.size());
  for (int i = 1; i <= count; ++i) {
    const int at = ((from + i * step) % count + count) % count;
    if (items[static_cast<std::size_t>(at)].enabled) return at;
  }
  return from;
}

int by_letter(const std::vector<MenuItem>& items, int from, char letter) {
  const int count = static_cast<int>(items.size());
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  for (int i = 1; i <= count; ++i) {
    const int at = (from + i) % count;
    const MenuItem& item = items[static_cast<std::size_t>(at)];
    if (item.enabled && !item.text.empty() && lower(item.text[0]) == lower(letter)) return at;
  }
  return from;
}

std::optional<int> stepped(const KeyPressed& key, const std::vector<MenuItem>& items, int at) {
  if (key.mods.ctrl || key.mods.alt) return std::nullopt;
  const int count = static_cast<int>(items.size());
  if (key.key == "ArrowDown") return next_item(items, at, 1);
  if (key.key == "ArrowUp") return next_item(items, at, -1);
  if (key.key == "Home") return next_item(items, count - 1, 1);
  if (key.key == "End") return next_item(items, 0, -1);
  if (key.key.size() == 1 && key.key[0] > ' ') return by_letter(items, at, key.key[0]);
  return std::nullopt;
}

class Menu {
 public:
  Menu(Ui& ui, const std::vector<MenuItem>& items) : ui_(ui), items_(items) {
    for (const MenuItem& item : items) {
      icons_ = icons_ || item.icon != nullptr || item.checked.has_value();
      const float keys = item.keys.empty() ? 0 : ui.text().width(item.keys, Font::kSmall) + kSpace5;
      width_ = std::max(width_, ui.text().width(item.text, Font::kBody) + keys);
    }
    width_ += 2 * kSpace3 + 2 * kSpace1 + icon_room() + kSpace4;
    width_ = std::min(width_, ui.page().width - 2 * kSpace2);
    measure();
    if (height_ + 2 * kSpace1 <= highest()) return;
    bar_ = ScrollArea::kBar;
    width_ = std::min(width_ + bar_, ui.page().width - 2 * kSpace2);
    measure();
  }

  [[nodiscard]] Vec2 size() const { return {width_, std::min(height_ + 2 * kSpace1, highest())}; }
  [[nodiscard]] float height() const { return height_; }
  [[nodiscard]] float row_width() const { return width_ - 2 * kSpace1 - bar_; }

  int draw(const Rect& at, float y) {
    int chosen = -1;
    for (int i = 0; i < static_cast<int>(items_.size()); ++i) {
      const MenuItem& item = items_[static_cast<std::size_t>(i)];
      if (item.starts_group) {
        fill({at.x, y + kGroupGap / 2, at.width, 1}, ui_.palette().hairline);
        y += kGroupGap;
      }
      const float height = height_of(item);
      if (this->item(i, {at.x, y, at.width, height})) chosen = i;
      y += height;
    }
    return chosen;
  }

 private:
  void measure() {
    height_ = 0;
    for (const MenuItem& item : items_) {
      height_ += (item.starts_group ? kGroupGap : 0) + height_of(item);
    }
  }
  [[nodiscard]] float highest() const { return ui_.page().height - 2 * kSpace2; }
  [[nodiscard]] float icon_room() const { return icons_ ? kIconSize + kSpace2 : 0; }
  [[nodiscard]] WrappedText words_of(const MenuItem& item) const {
    const float room = row_width() - 2 * kSpace3 - icon_room();
    return ui_.text().wrap(item.text, Font::kBody, room);
  }
  // A row, or more where its words take more than one line.
  [[nodiscard]] float height_of(const MenuItem& item) const {
    const auto lines = static_cast<float>(words_of(item).lines.size());
    return ui_.row() + (lines - 1) * TextPainter::line_height(kBodyText);
  }

  bool item(int index, const Rect& rect) {
    const MenuItem& item = items_[static_cast<std::size_t>(index)];
    const Interaction how{.enabled = item.enabled, .tab_stop = index == next_item(items_, -1, 1)};
    const Response response = ui_.interact(ui_.id(local_id(index)), rect, how);
    std::uint32_t states = ui_.states(response, how);
    if (item.checked.value_or(false)) states |= semantics::kChecked;
    ui_.leaf({.id = response.id,
              .role = Role::kMenuItem,
              .name = item.text,
              .description = item.keys,
              .states = states,
              .rect = rect});
    paint(item, rect, item.enabled && (response.focused || response.hovered));
    ui_.ring(response, -2);
    if (const KeyPressed* key = ui_.key_for(response)) {
      if (const std::optional<int> to = stepped(*key, items_, index)) {
        ui_.take_key();
        ui_.focus().set(ui_.id(local_id(*to)), true);
        ui_.want_frame();
      }
    }
    return response.activated;
  }

  void paint(const MenuItem& item, const Rect& rect, bool lit) {
    const Palette& p = ui_.palette();
    if (lit) fill(rect, p.accent_soft, kRadius);
    const Colour ink = item.enabled ? p.ink : with_alpha(p.muted, 150);
    float left = rect.x + kSpace3;
    const char* icon = item.checked.value_or(false) ? icons::kCheck : item.icon;
    if (icon != nullptr) {
      draw_icon_in(ui_, {left, rect.y, kIconSize, ui_.row()}, icon, kIconSize,
                   item.enabled ? p.accent : ink);
    }
    left += icon_room();
    float keys = item.keys.empty() ? 0 : ui_.text().width(item.keys, Font::kSmall) + kSpace2;
    const float right = right_of(rect) - kSpace3;
    // On a small page what it does comes before the keys that do it too.
    if (ui_.text().width(item.text, Font::kBody) > right - keys - left) keys = 0;
    const float row = ui_.row();
    draw_lines(ui_, {left, rect.y + (row - TextPainter::line_height(kBodyText)) / 2},
               words_of(item), Font::kBody, ink);
    if (keys == 0) return;
    draw_text_in(ui_, {right - keys, rect.y, keys, row}, item.keys, Font::kSmall,
                 item.enabled ? p.muted : ink, Align::kRight);
  }

  Ui& ui_;
  const std::vector<MenuItem>& items_;
  bool icons_ = false;
  float width_ = 0;
  float height_ = 0;
  float bar_ = 0;  // room for it, where the items have to scroll
};

}  // namespace

int menu(Ui& ui, NodeId owner, const Rect& anchor, std::string_view name,
         const std::vector<MenuItem>& items) {
  if (!ui.popup_is_open(owner) || items.empty()) return -1;
  // Two menus of one name may stand in one frame: one that closes and one that opens.
  const Ui::Scope scope(ui, owner);
  Menu drawn(ui, items);
  const Popup popup(ui, owner, ui.popup_anchor().value_or(anchor), drawn.size());
  const Ui::Container node(ui, {.id = ui.id("menu"),
                                .role = Role::kMenu,
                                .name = std::string(name),
                                .rect = popup.content()});
  ScrollArea area(ui, "menu", inset(popup.content(), kSpace1));
  const int chosen = drawn.draw({area.origin().x, 0, drawn.row_width(), 0}, area.origin().y);
  area.set_content_height(drawn.height());
  if (chosen >= 0) ui.close_popup();
  return chosen;
}

std::optional<app::ActionId> action_menu(Ui& ui, NodeId owner, const Rect& anchor,
                                         std::string_view name, std::span<const app::ActionId> ids,
                                         RecordId about) {
  if (!ui.popup_is_open(owner)) return std::nullopt;
  if (about.is_null()) about = ui.state().selected;
  std::vector<MenuItem> items;
  for (const app::ActionId id : ids) {
    const app::ActionSpec& spec = app::action(id);
    items.push_back({.text = std::string(spec.text()),
                     .keys = spec.keys(),
                     .enabled = spec.enabled(ui.state(), about)});
  }
  const int chosen = menu(ui, owner, anchor, name, items);
  if (chosen < 0) return std::nullopt;
  const app::ActionSpec& spec = app::action(ids[static_cast<std::size_t>(chosen)]);
  if (spec.command == nullptr) return spec.id;
  ui.send(spec.command(ui.state(), about));
  return std::nullopt;
}

NodeId menu_button(Ui& ui, Rect rect, ButtonSpec spec) {
  const NodeId owner = ui.id(spec.id.empty() ? spec.text : spec.id);
  const bool open = ui.popup_is_open(owner);
  spec.has_popup = true;
  spec.expanded = open;
  if (button(ui, rect, spec)) {
    if (open) {
      ui.close_popup();
    } else {
      ui.open_popup(owner);
    }
  }
  return owner;
}

void open_context_menu(Ui& ui, NodeId owner, const Response& response) {
  if (!response.secondary) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool by_pointer = response.hovered && ImGui::IsMousePosValid(&mouse);
  if (by_pointer) {
    ui.open_popup(owner, Rect{mouse.x, mouse.y, 0, 0});
  } else {
    ui.open_popup(owner);
  }
}

}  // namespace atlas::ui
