#include "ui/frame/finder_box.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "icons.hpp"
#include "imgui.h"
#include "imgui_internal.h"
#include "ui/widgets/button.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {
namespace {

constexpr float kWidest = 640;
constexpr std::size_t kMostRows = 9;
constexpr float kStacked = 560;  // below it a record's place stands under its name

bool is_printable(const KeyPressed& key) {
  return !key.mods.ctrl && !key.mods.alt && key.key.size() == 1 && key.key != " ";
}

bool is_action(const app::Found& found) {
  return found.record.is_null();
}

// How a result of a narrow box stands: its name on two lines at most, its place below.
struct Stacked {
  Stacked(Ui& ui, const app::Found& found, float width)
      : room(width - kIconSize - 3 * kSpace2),
        name(ui.text().wrap(found.title, Font::kBody, room, 2)),
        detail(found.detail.empty() ? 0 : TextPainter::line_height(kSmallText)) {}

  [[nodiscard]] float name_height() const {
    return TextPainter::line_height(kBodyText) * static_cast<float>(name.lines.size());
  }
  [[nodiscard]] float height() const { return name_height() + detail; }

  float room;
  WrappedText name;
  float detail;
};

float row_height(Ui& ui, const app::Found& found, float width) {
  const float usual = ui.row() + kSpace1;
  if (width >= kStacked) return usual;
  return usual - TextPainter::line_height(kBodyText) + Stacked(ui, found, width).height();
}

// In the scope of the list.
NodeId row_id(const Ui& ui, const app::Found& found) {
  if (!is_action(found)) return ui.id(found.record);
  return ui.id("action " + std::to_string(static_cast<int>(found.action)));
}

}  // namespace

bool FinderBox::row_has_keyboard(Ui& ui) const {
  const Ui::Scope scope(ui, "found");
  return std::any_of(found_.begin(), found_.end(),
                     [&](const app::Found& found) { return ui.focus().has(row_id(ui, found)); });
}

bool FinderBox::is_open(Ui& ui) const {
  return start_ || ui.is_editing(ui.id("search")) || !ui.state().explore.query.empty();
}

void FinderBox::choose(Ui& ui, std::size_t index) {
  if (index >= found_.size()) return;
  const app::Found found = found_[index];
  ui.send(app::SearchFor{""});
  ui.end_edit();
  if (is_action(found)) {
    const app::ActionSpec& action = app::action(found.action);
    if (action.command == nullptr) {
      ui.ask(action.id);
    } else {
      ui.send(action.command(ui.state()));
    }
    return;
  }
  ui.send(app::GoToRecord{found.record});
}

// Looks again when the words or the document changed.
void FinderBox::look(Ui& ui) {
  const app::State& state = ui.state();
  const std::uint64_t revision = state.document.revision() + state.generation;
  if (found_for_ == state.explore.query && found_revision_ == revision && !found_.empty()) return;
  found_for_ = state.explore.query;
  found_revision_ = revision;
  found_ = app::find_anything(state, found_for_);
  marked_ = 0;
}

void FinderBox::begin_edit(Ui& ui, const Rect& text, std::string typed) {
  const std::string& query = ui.state().explore.query;
  TextEdit edit;
  edit.node = ui.id("search");
  edit.label = std::string(tr(Text::kActionSearchInFull));
  edit.value = typed.empty() ? query : typed;
  edit.rect = text;
  edit.search = true;
  edit.select_all = typed.empty();
  found_.clear();
  ui.begin_edit({std::move(edit), SearchTarget{}});
  if (!typed.empty()) ui.send(app::SearchFor{std::move(typed)});
}

void FinderBox::draw_icon(Ui& ui, Rect rect) {
  const ButtonSpec spec{.id = "find",
                        .icon = icons::kSearch,
                        .name = tr(Text::kActionSearchInFull),
                        .look = ButtonLook::kQuiet};
  if (button(ui, rect, spec)) start(ui);
}

void FinderBox::draw(Ui& ui, Rect rect) {
  const Palette& p = ui.palette();
  const NodeId node = ui.id("search");
  const Response response = ui.interact(node, rect);
  const std::string& query = ui.state().explore.query;
  const std::string_view name = tr(Text::kActionSearchInFull);
  ui.leaf({.id = node,
           .role = Role::kSearchbox,
           .name = std::string(name),
           .value = query,
           .description = std::string(tr(Text::kFinderHelp)),
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
    ui.draw_ring(rect);  // the browser's would be around the text only
  } else {
    const std::string keys = app::action(app::ActionId::kSearch).keys();
    const float keys_width = ui.text().width(keys, Font::kSmall) + kSpace2;
    const bool hint = query.empty() && text.width > keys_width + ui.text().width(name, Font::kBody);
    const std::string_view brief = hint ? name : tr(Text::kActionSearch);
    draw_text_in(ui, text, query.empty() ? brief : std::string_view(query), Font::kBody,
                 query.empty() ? p.muted : p.ink, Align::kLeft, Fit::kMayShorten);
    if (hint) {
      draw_text_in(ui, {text.x, text.y, text.width - kSpace1, text.height}, keys, Font::kSmall,
                   p.muted, Align::kRight);
    }
    std::string typed;
    if (const KeyPressed* key = ui.key_for(response); key != nullptr && is_printable(*key)) {
      typed = key->key;
      ui.take_key();
    }
    if (response.activated || start_ || !typed.empty()) begin_edit(ui, text, std::move(typed));
  }
  start_ = false;
  if (!ui.is_editing(node)) ui.ring(response);
  const bool here = ui.focus().has(node) || row_has_keyboard(ui);
  const bool editing = ui.is_editing(node);
  const bool open = (here && (editing || !query.empty())) || ui.ended_how(node);
  if (open) {
    results(ui, rect);
  } else if (!query.empty()) {
    ui.send(app::SearchFor{""});  // the keyboard has gone elsewhere
  }
  if (editing && !here) ui.end_edit();
}

void FinderBox::results(Ui& ui, const Rect& rect) {
  look(ui);
  const Palette& p = ui.palette();
  const std::string& query = ui.state().explore.query;
  bool moved = false;
  if (const KeyPressed* key = ui.search_key()) {
    const bool down = key->key == "ArrowDown";
    const bool up = key->key == "ArrowUp";
    if (down && marked_ + 1 < found_.size()) ++marked_;
    if (up && marked_ > 0) --marked_;
    moved = down || up;
    if (moved) ui.take_key();
  }
  const Rect& page = ui.page();
  const float width = std::min(std::max(rect.width, kWidest), page.width - 2 * kSpace2);
  const float usual = ui.row() + kSpace1;
  const float inner = width - 2 * kSpace1 - ScrollArea::kBar;
  const std::string none = found_.empty() ? tr(Text::kFinderNothing, {query}) : std::string();
  const WrappedText none_lines = ui.text().wrap(none, Font::kBody, inner - 2 * kSpace3);
  std::vector<float> tops{0};
  for (const app::Found& found : found_) tops.push_back(tops.back() + row_height(ui, found, inner));
  if (found_.empty()) {
    const auto further = static_cast<float>(none_lines.lines.size() - 1);
    tops.push_back(usual + further * TextPainter::line_height(kBodyText));
  }
  const float most = std::max(bottom_of(page) - bottom_of(rect) - kSpace4, usual);
  const float shown = tops[std::min(tops.size() - 1, kMostRows)] + 2 * kSpace1;
  Rect box{rect.x + (rect.width - width) / 2, bottom_of(rect) + kSpace1, width,
           std::min(shown, most)};
  box.x = std::clamp(box.x, page.x + kSpace2, right_of(page) - width - kSpace2);
  box = whole_pixels(box);
  ImGui::SetNextWindowPos({box.x, box.y});
  ImGui::SetNextWindowSize({box.width, box.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(p.surface));
  ImGui::Begin("search results", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleColor();
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  stroke(box, p.control_edge, kRadius);
  {
    const Ui::Container list(ui, {.id = ui.id("search results"),
                                  .role = Role::kListbox,
                                  .name = std::string(tr(Text::kFinderFound)),
                                  .rect = box});
    ScrollArea area(ui, "found", inset(box, kSpace1));
    if (found_.empty()) {
      const Rect lines{area.origin().x + kSpace3, area.origin().y, inner - kSpace3, tops.back()};
      ui.leaf({.id = ui.id("none"), .role = Role::kStatus, .name = none, .rect = lines});
      const float above = (usual - TextPainter::line_height(kBodyText)) / 2;
      draw_lines(ui, {lines.x, lines.y + above}, none_lines, Font::kBody, p.muted);
    }
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const float height = tops[i + 1] - tops[i];
      row(ui, {area.origin().x, area.origin().y + tops[i], inner, height}, i);
    }
    if (moved) area.reveal(tops[marked_], tops[marked_ + 1] - tops[marked_]);
    area.set_content_height(tops.back());
  }
  const auto how = ui.ended_how(ui.id("search"));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool on_box = mouse.y >= rect.y && mouse.y < bottom_of(rect) && mouse.x >= rect.x &&
                      mouse.x < right_of(rect);
  const bool outside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !on_box &&
                       !ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows |
                                               ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  ImGui::End();
  if (outside) ui.send(app::SearchFor{""});
  if (how == CommitHow::kEnter) choose(ui, marked_);
}

void FinderBox::row(Ui& ui, const Rect& rect, std::size_t index) {
  const Palette& p = ui.palette();
  const app::Found& found = found_[index];
  const Ui::Scope scope(ui, "found");
  const NodeId node = row_id(ui, found);
  const Response response = ui.interact(node, rect);
  const bool marked = index == marked_;
  ui.leaf({.id = node,
           .role = Role::kOption,
           .name = found.title,
           .description = found.detail,
           .states = ui.states(response) | (marked ? semantics::kSelected : 0U),
           .rect = rect});
  if (marked || response.hovered) fill(rect, p.accent_soft, kRadius);
  const float left = rect.x + kSpace2;
  draw_icon_in(ui, {left, rect.y, kIconSize, rect.height},
               is_action(found) ? icons::kKeyboard : icons::kAccountTree, 18, p.muted);
  const float text = left + kIconSize + kSpace2;
  const float room = right_of(rect) - kSpace2 - text;
  if (rect.width < kStacked) {
    const Stacked parts(ui, found, rect.width);
    const float top = rect.y + (rect.height - parts.height()) / 2;
    draw_lines(ui, {text, top}, parts.name, Font::kBody, p.ink, Fit::kMayShorten);
    draw_text_in(ui, {text, top + parts.name_height(), parts.room, parts.detail}, found.detail,
                 Font::kSmall, p.muted, Align::kLeft, Fit::kMayShorten);
    ui.ring(response, -2);
    if (response.activated) choose(ui, index);
    return;
  }
  const float detail = std::min(ui.text().width(found.detail, Font::kSmall) + kSpace3, room * 0.5F);
  draw_text_in(ui, {text, rect.y, room - detail, rect.height}, found.title, Font::kBody, p.ink,
               Align::kLeft, Fit::kMayShorten);
  draw_text_in(ui, {text + room - detail, rect.y, detail, rect.height}, found.detail, Font::kSmall,
               p.muted, Align::kRight, Fit::kMayShorten);
  ui.ring(response, -2);
  if (response.activated) choose(ui, index);
}

}  // namespace atlas::ui
