#include "ui/search_box.hpp"

#include <algorithm>

#include "icons.hpp"
#include "imgui.h"
#include "imgui_internal.h"

namespace atlas::ui {
namespace {

constexpr std::size_t kShown = 8;
constexpr float kRow = 40;

}  // namespace

void SearchBox::choose(Ui& ui, std::size_t index) {
  const auto& hits = ui.state().explore.hits;
  if (index >= hits.size()) return;
  ui.send(app::ShowScreen{app::Screen::kExplore});
  ui.send(app::SelectRecord{hits[index], true});
  ui.send(app::SearchFor{""});
  ui.end_edit();
}

void SearchBox::draw(Ui& ui, Rect rect) {
  const Palette& p = ui.palette();
  const NodeId node = ui.id("search");
  const Response response = ui.interact(node, rect);
  const std::string& query = ui.state().explore.query;
  ui.leaf({.id = node,
           .role = Role::kSearchbox,
           .name = "Search bodies",
           .value = query,
           .description = "By name, lead or purpose, in the model that is shown",
           .states = ui.states(response),
           .rect = rect});
  fill(rect, p.surface, kRadius);
  control_edge(ui, rect, response.hovered ? p.accent : p.control_edge);
  draw_icon_in(ui, {rect.x + kSpace2, rect.y, kIconSize, rect.height}, icons::kSearch, kIconSize,
               p.muted);
  const Rect text{rect.x + kSpace3 + kIconSize, rect.y + 1, rect.width - kSpace4 - kIconSize,
                  rect.height - 2};
  const MirrorAction* mirror = ui.mirror_for(node);
  if (mirror != nullptr && mirror->verb == MirrorVerb::kSetValue) {
    ui.send(app::SearchFor{mirror->value});
  }
  if (ui.is_editing(node)) {
    ui.place_edit(text);
  } else {
    draw_text_in(ui, text, query.empty() ? "Search bodies" : query, Font::kBody,
                 query.empty() ? p.muted : p.ink);
    if (query.empty()) {
      draw_text_in(ui, {text.x, text.y, text.width - kSpace1, text.height}, "Ctrl K", Font::kSmall,
                   p.muted, Align::kRight);
    }
    std::string typed;
    const KeyPressed* key = ui.key_for(response);
    if (key != nullptr && !key->mods.ctrl && !key->mods.alt && key->key.size() == 1 &&
        key->key != " ") {
      typed = key->key;
      ui.take_key();
    }
    if (response.activated || start_ || !typed.empty()) {
      TextEdit edit;
      edit.node = node;
      edit.label = "Search bodies";
      edit.value = typed.empty() ? query : typed;
      edit.rect = text;
      edit.search = true;
      edit.select_all = typed.empty();
      ui.begin_edit({std::move(edit), SearchTarget{}});
      if (!typed.empty()) ui.send(app::SearchFor{typed});
    }
  }
  start_ = false;
  ui.ring(response);
  if (!query.empty()) results(ui, rect);
}

void SearchBox::results(Ui& ui, const Rect& rect) {
  const Palette& p = ui.palette();
  const app::State& state = ui.state();
  if (marked_for_ != state.explore.query) {
    marked_for_ = state.explore.query;
    marked_ = 0;
  }
  const std::size_t count = std::min(state.explore.hits.size(), kShown);
  if (const KeyPressed* key = ui.search_key()) {
    if (key->key == "ArrowDown" && marked_ + 1 < count) ++marked_;
    if (key->key == "ArrowUp" && marked_ > 0) --marked_;
    if (key->key == "ArrowDown" || key->key == "ArrowUp") ui.take_key();
  }
  const float rows = static_cast<float>(std::max<std::size_t>(count, 1));
  const Rect box{rect.x, bottom_of(rect) + kSpace1, rect.width, rows * kRow + 2 * kSpace1};
  ImGui::SetNextWindowPos({box.x, box.y});
  ImGui::SetNextWindowSize({box.width, box.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(p.surface));
  ImGui::Begin("search results", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleColor();
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  stroke(box, p.control_edge, kRadius);
  const Ui::Container list(
      ui,
      {.id = ui.id("search results"), .role = Role::kListbox, .name = "Bodies found", .rect = box});
  if (count == 0) {
    const Rect row{box.x + kSpace3, box.y + kSpace1, box.width - 2 * kSpace3, kRow};
    const std::string none = "Nothing in this model matches “" + state.explore.query + "”";
    ui.leaf({.id = ui.id("none"), .role = Role::kStatus, .name = none, .rect = row});
    draw_text_in(ui, row, none, Font::kBody, p.muted);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const RecordId body = state.explore.hits[i];
    const Rect row{box.x + kSpace1, box.y + kSpace1 + static_cast<float>(i) * kRow,
                   box.width - 2 * kSpace1, kRow};
    const Ui::Scope scope(ui, "found");
    const Response response = ui.interact(ui.id(body), row, {.tab_stop = true});
    const std::string name = title_of(state.document, body);
    ui.leaf({.id = response.id,
             .role = Role::kOption,
             .name = name,
             .states = ui.states(response) | (i == marked_ ? semantics::kSelected : 0U),
             .rect = row});
    if (i == marked_ || response.hovered) fill(row, p.accent_soft, kRadius);
    draw_text_in(ui, inset(row, kSpace2), name, Font::kBody, p.ink);
    ui.ring(response, -2);
    if (response.activated) choose(ui, i);
  }
  const auto how = ui.ended_how(ui.id("search"));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool on_box = mouse.y >= rect.y && mouse.y < bottom_of(rect) && mouse.x >= rect.x &&
                      mouse.x < right_of(rect);
  const bool outside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !on_box &&
                       !ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                                               ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  ImGui::End();
  if (outside) ui.send(app::SearchFor{""});
  if (how == CommitHow::kEnter) choose(ui, marked_);
}

}  // namespace atlas::ui
