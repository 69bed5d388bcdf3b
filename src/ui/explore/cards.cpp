// The cards as things to press, to walk among and to ask for a menu.
#include "base/tr.hpp"
#include "imgui.h"
#include "layout/neighbour.hpp"
#include "ui/explore/paint.hpp"
#include "ui/explore/view.hpp"
#include "ui/widgets/menu.hpp"

namespace atlas::ui::explore {
namespace {

constexpr app::ActionId kCardActions[] = {
    app::ActionId::kToggleBranch, app::ActionId::kPlanOfSelected, app::ActionId::kToggleDetails,
    app::ActionId::kFit, app::ActionId::kErase};

bool contains(const Rect& r, Vec2 p) {
  return p.x >= r.x && p.x < right_of(r) && p.y >= r.y && p.y < bottom_of(r);
}

}  // namespace

void View::card_nodes(Ui& ui, int clicked, int menu_of) {
  const app::State& state = ui.state();
  const Ui::Scope scope(ui, state.explore.model);
  const Ui::Container tree(
      ui, {.id = ui.id("tree"),
           .role = Role::kTree,
           .name = tr(Text::kExploreHierarchy, {title_of(state.document, state.explore.model)}),
           .rect = to_rect(view_)});
  const int selected = scene_.index_of(state.selected);
  const PaintInput input{scene_, camera_, view_, level_};
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (int i = 0; i < static_cast<int>(scene_.cards.size()); ++i) {
    const Card& card = scene_.cards[static_cast<std::size_t>(i)];
    const Rect rect = to_rect(layout::to_screen(camera_, view_, card.rect));
    const NodeId node = ui.id(card.body);
    const bool hit = clicked == i;
    const bool on_mark = hit && contains(fold_mark(card, input), {mouse.x, mouse.y});
    const Interaction how{.tab_stop = selected >= 0 ? i == selected : i == 0, .by_space = false};
    const Pointed pointed{.clicked = hit && !on_mark, .secondary = i == menu_of};
    const Response response = ui.interact_by_hand(node, rect, pointed, how);
    ui.offer_copy(response, card.name);
    std::uint32_t states = ui.states(response, how);
    if (i == selected) states |= semantics::kSelected;
    if (card.has_children) {
      states |= card.collapsed ? semantics::kCollapsed : semantics::kExpanded;
    }
    ui.leaf({.id = node,
             .role = Role::kTreeItem,
             .name = card.name,
             .description = described(card),
             .states = states,
             .level = static_cast<std::uint16_t>(card.level),
             .rect = rect});
    if (ui.focus().arrived(node)) reveal(ui, card);
    if (response.secondary) {
      const bool by_pointer = i == menu_of;
      ui.open_popup(node, by_pointer ? std::optional(Rect{mouse.x, mouse.y, 0, 0}) : std::nullopt);
    }
    if (ui.popup_is_open(node)) {
      action_menu(ui, node, rect, tr(Text::kMenuOf, {card.name}), kCardActions, card.body);
    }
    if (on_mark) ui.send(app::ToggleBranch{card.body});
    if (response.activated) ui.send(app::SelectRecord{card.body});
    ui.ring(response, 2);
    walk(ui, i, response);
  }
}

// Arrow keys walk the hierarchy as it is drawn: down to the first below, up to the one above,
// sideways among siblings, and by sight where the tree has no answer.
void View::walk(Ui& ui, int index, const Response& response) {
  const Card& card = scene_.cards[static_cast<std::size_t>(index)];
  if (const MirrorAction* mirror = ui.mirror_for(response.id)) {
    const bool fold = mirror->verb == MirrorVerb::kCollapse && !card.collapsed;
    const bool unfold = mirror->verb == MirrorVerb::kExpand && card.collapsed;
    if (card.has_children && (fold || unfold)) ui.send(app::ToggleBranch{card.body});
  }
  const KeyPressed* key = ui.key_for(response);
  if (key == nullptr || key->mods.ctrl || key->mods.alt) return;
  const auto find = [&](auto wanted) {
    for (int i = 0; i < static_cast<int>(scene_.cards.size()); ++i) {
      if (wanted(scene_.cards[static_cast<std::size_t>(i)])) return i;
    }
    return -1;
  };
  const auto sibling = [&](int step) {
    return find([&](const Card& other) {
      return other.parent == card.parent &&
             static_cast<int>(other.position) == static_cast<int>(card.position) + step;
    });
  };
  std::optional<layout::Direction> direction;
  int to = -1;
  if (key->key == "ArrowDown") {
    to = find([&](const Card& other) { return other.parent == index; });
    direction = layout::Direction::kDown;
  } else if (key->key == "ArrowUp") {
    to = card.parent;
    direction = layout::Direction::kUp;
  } else if (key->key == "ArrowRight") {
    to = sibling(1);
    direction = layout::Direction::kRight;
  } else if (key->key == "ArrowLeft") {
    to = sibling(-1);
    direction = layout::Direction::kLeft;
  } else if (key->key == "Home") {
    to = 0;
  } else if (key->key == "End") {
    to = static_cast<int>(scene_.cards.size()) - 1;
  } else if (card.has_children && (key->key == " " || (key->key == "+" && card.collapsed) ||
                                   (key->key == "-" && !card.collapsed))) {
    ui.take_key();
    ui.send(app::ToggleBranch{card.body});
    return;
  } else {
    return;
  }
  ui.take_key();
  const bool folded_down = key->key == "ArrowDown" && card.collapsed;
  if (folded_down) {
    ui.send(app::ToggleBranch{card.body});
    return;
  }
  if (to < 0 && direction) {
    const auto near = layout::nearest_in_direction(scene_.hits.rects(),
                                                   static_cast<std::uint32_t>(index), *direction);
    if (near) to = static_cast<int>(*near);
  }
  if (to < 0) return;
  const Card& target = scene_.cards[static_cast<std::size_t>(to)];
  ui.focus().set(ui.id(target.body), true);
  ui.send(app::SelectRecord{target.body});
}

}  // namespace atlas::ui::explore
