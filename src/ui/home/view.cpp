#include "ui/home/view.hpp"

#include <algorithm>
#include <array>

#include "app/actions.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/delivery.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/stored_here.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/column.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui::home {
namespace {

using app::ActionId;

constexpr float kWidest = 1100;
constexpr float kTileWidth = 248;
constexpr float kTileIcon = 28;
constexpr float kTileHeight = 112;

struct Entrance {
  ActionId action;
  const char* icon;
  Text title;
  Text text;
};
constexpr std::array<Entrance, 3> kEntrances{{
    {ActionId::kGoExplore, icons::kAccountTree, Text::kHomeExplore, Text::kHomeExploreText},
    {ActionId::kGoPlan, icons::kChecklist, Text::kHomePlan, Text::kHomePlanText},
    {ActionId::kGoShare, icons::kShare, Text::kHomeShare, Text::kHomeShareText},
}};

// Too slim for words beside the icon: they stand below it.
bool is_slim(float tile_width) {
  return tile_width < 200;
}

bool tile(Ui& ui, const Rect& rect, const Entrance& entrance) {
  const Palette& p = ui.palette();
  const Response response = ui.interact(ui.id(tr(entrance.title)), rect);
  ui.leaf({.id = response.id,
           .role = Role::kButton,
           .name = std::string(tr(entrance.title)),
           .description = std::string(tr(entrance.text)),
           .states = ui.states(response),
           .rect = rect});
  fill(rect, response.hovered || response.held ? p.accent_soft : p.surface, kRadius);
  control_edge(ui, rect, response.hovered ? p.accent : p.control_edge);
  const Rect in = inset(rect, kSpace4);
  draw_icon_in(ui, {in.x, in.y, kTileIcon, kTileIcon}, entrance.icon, kTileIcon, p.accent);
  const bool below = is_slim(rect.width);
  const Vec2 at{below ? in.x : in.x + kTileIcon + kSpace3, below ? in.y + kTileIcon : in.y};
  const float text = at.x;
  const float width = right_of(in) - text;
  const WrappedText title = ui.text().wrap(tr(entrance.title), Font::kStrong, width);
  float y = at.y + draw_lines(ui, at, title, Font::kStrong, p.ink) + kSpace1;
  const WrappedText words = ui.text().wrap(tr(entrance.text), Font::kSmall, width);
  draw_lines(ui, {text, y}, words, Font::kSmall, p.muted);
  ui.ring(response, 1);
  return response.activated;
}

// The height that a tile of this width needs.
float tile_height(Ui& ui, const Entrance& entrance, float width) {
  const bool below = is_slim(width);
  const float room = width - 2 * kSpace4 - (below ? 0 : kTileIcon + kSpace3);
  const auto lines = [&](std::string_view text, TextStyle style) {
    return static_cast<float>(ui.text().wrap(text, style, room).lines.size()) *
           TextPainter::line_height(style.size);
  };
  return std::max(kTileHeight, (below ? kTileIcon : 0) + lines(tr(entrance.title), Font::kStrong) +
                                   kSpace1 + lines(tr(entrance.text), Font::kSmall) + 2 * kSpace4);
}

void entrances(Ui& ui, Column& column) {
  const float width = column.width();
  const int across = std::clamp(static_cast<int>((width + kSpace3) / (kTileWidth + kSpace3)), 1, 3);
  const float each =
      (width - static_cast<float>(across - 1) * kSpace3) / static_cast<float>(across);
  float height = 0;
  for (const Entrance& entrance : kEntrances) {
    height = std::max(height, tile_height(ui, entrance, each));
  }
  for (std::size_t i = 0; i < kEntrances.size(); ++i) {
    const auto at = static_cast<int>(i) % across;
    const Rect row = column.row(height);
    const Rect place{row.x + static_cast<float>(at) * (each + kSpace3), row.y, each, height};
    if (tile(ui, place, kEntrances[i])) {
      ui.send(app::action(kEntrances[i].action).command(ui.state()));
    }
    if (at + 1 == across || i + 1 == kEntrances.size()) column.skip(height + kSpace3);
  }
}

// One line for each model: its bodies, and what is planned.
void contents(Ui& ui, Column& column) {
  const Document& document = ui.state().document;
  column.title(tr(Text::kHomeContents), 2, Font::kTitle3);
  for (const RecordId model : models(document)) {
    const std::size_t bodies = hierarchy(document, model).size();
    const std::size_t plans = bodies_with_plans(document, model).size();
    std::string detail = tr_count(Text::kHomeBodiesOne, Text::kHomeBodiesMany, bodies);
    if (plans > 0) detail += " · " + tr_count(Text::kHomePlansOne, Text::kHomePlansMany, plans);
    const Ui::Scope scope(ui, model);
    if (column.link(title_of(document, model), detail)) {
      ui.send(app::ShowModel{model});
      ui.send(app::SelectRecord{});
      ui.send(app::ShowScreen{app::Screen::kExplore});
    }
  }
}

void origin(Ui& ui, Column& column) {
  column.title(tr(Text::kHomeSources), 2, Font::kTitle3);
  const std::size_t papers = ui.state().document.records_of(RecordType::kSourceDocument).size();
  const std::string detail = tr_count(Text::kHomePapersOne, Text::kHomePapersMany, papers);
  if (column.link(tr(Text::kActionGoSources), detail)) ui.send(app::ShowSources{});
}

void recent(Ui& ui, Column& column) {
  const app::State& state = ui.state();
  const Ui::Scope part(ui, "recent");  // a model may stand in the contents too
  column.title(tr(Text::kHomeRecent), 2, Font::kTitle3);
  if (state.recent.empty()) {
    column.text(tr(Text::kHomeRecentEmpty), Font::kBody, ui.palette().muted);
  }
  for (const app::RecentWords& edit : state.recent) {
    const Ui::Scope scope(ui, edit.record);
    if (column.link(title_of(state.document, edit.record), edit.detail)) {
      ui.send(app::GoToRecord{edit.record});
    }
  }
}

void keeping(Ui& ui, Column& column) {
  const app::State& state = ui.state();
  column.title(tr(Text::kHomeKeeping), 2, Font::kTitle3);
  const bool stored = state.saving.state != app::SaveState::kMemoryOnly;
  column.point(stored ? icons::kCheckCircle : icons::kErrorOutline,
               tr(stored ? Text::kHomeStored : Text::kHomeNotStored),
               stored ? ui.palette().rag[1] : ui.palette().rag[3]);
  stored_here(ui, column);
  column.point(state.offline_ready ? icons::kCloudDone : icons::kCloudQueue,
               tr(state.offline_ready ? Text::kHomeOffline : Text::kHomeNotOffline),
               state.offline_ready ? ui.palette().rag[1] : ui.palette().muted);
  const std::string& copy = state.saving.last_file_copy;
  const bool current = state.saving.file_copy_is_current;
  const std::string words = copy.empty()
                                ? std::string(tr(Text::kCopyNone))
                                : tr(current ? Text::kCopyCurrent : Text::kCopyWithChanges, {copy});
  column.point(current ? icons::kCheckCircle : icons::kInfo, words,
               current ? ui.palette().rag[1] : ui.palette().muted);
  column.action(ActionId::kSaveFile, icons::kDownload, ButtonLook::kPlain);
  column.action(ActionId::kOpenFile, icons::kFolderOpen, ButtonLook::kPlain);
}

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  const Ui::Scope scope(ui, "home");
  ScrollArea area(ui, "home", rect);
  const float margin = ui.fold() == Fold::kPhone ? kSpace4 : kSpace5;
  const float width = std::min(kWidest, area.width() - 2 * margin);
  const float left = area.origin().x + std::max(margin, (area.width() - width) / 2);
  Column column(ui, {left, area.origin().y + margin}, width);
  column.title(workspace_name(ui.state().document), 1, Font::kTitle2);
  column.text(tr(Text::kHomeAbout), Font::kBody, ui.palette().muted);
  column.skip(kSpace3);
  entrances(ui, column);
  column.skip(kSpace3);
  if (width < 720) {
    contents(ui, column);
    column.skip(kSpace4);
    origin(ui, column);
    column.skip(kSpace4);
    recent(ui, column);
    column.skip(kSpace4);
    keeping(ui, column);
  } else {
    const float half = (width - kSpace6) / 2;
    Column first(ui, column.at(), half);
    contents(ui, first);
    first.skip(kSpace4);
    origin(ui, first);
    Column second(ui, {column.at().x + half + kSpace6, column.at().y}, half);
    recent(ui, second);
    second.skip(kSpace4);
    keeping(ui, second);
    column.skip(std::max(first.height(), second.height()));
  }
  column.skip(kSpace6);
  area.set_content_height(column.height() + margin);
}

}  // namespace atlas::ui::home
