#include "ui/share/workspaces.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/label.hpp"

namespace atlas::ui::share {
namespace {

std::string full_name(const app::WorkspaceEntry& entry) {
  return entry.label.empty() ? entry.name : tr(Text::kDotted, {entry.name, entry.label});
}

// A workspace and what can be done with it; the index of the button that was pressed, or -1.
int entry_row(Column& page, const app::WorkspaceEntry& entry, std::span<const ButtonSpec> acts) {
  Ui& ui = page.ui();
  const Palette& p = ui.palette();
  const std::string name = full_name(entry);
  const float left = kSpace3 + kIconSize + kSpace2;
  const float room = page.width() - left - kSpace3;
  const WrappedText words = ui.text().wrap(name, Font::kBody, room);
  const float line = TextPainter::line_height(kBodyText);
  const float text = line * static_cast<float>(words.lines.size());
  const float now = entry.current ? TextPainter::line_height(kSmallText) : 0;
  Flow measure({0, 0, room, ui.target()});
  for (const ButtonSpec& act : acts) (void)measure.place(button_width(ui, act));
  const Rect row = page.row(text + now + measure.bottom() + kSpace1 + 2 * kSpace2);
  const Ui::Container item(
      ui, {.id = ui.id("item"), .role = Role::kListItem, .name = name, .rect = row});
  fill(row, entry.current ? p.accent_soft : p.surface, kRadius);
  stroke(row, p.hairline, kRadius);
  draw_icon_in(ui, {row.x + kSpace3, row.y + kSpace2, kIconSize, line}, icons::kAccountTree,
               kIconSize, p.accent);
  float y = row.y + kSpace2;
  y += paragraph(ui, {row.x + left, y}, room, name, Font::kBody, p.ink);
  if (entry.current) {
    y += paragraph(ui, {row.x + left, y}, room, tr(Text::kShareOpenNow), Font::kSmall, p.accent);
  }
  Flow flow({row.x + left, y + kSpace1, room, ui.target()});
  int pressed = -1;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    if (button(ui, flow.place(button_width(ui, acts[i])), acts[i])) pressed = static_cast<int>(i);
  }
  page.skip(row.height + kSpace2);
  return pressed;
}

// A line of text with a label above; room is left beside it. Gives the place after it.
void text_field(Column& page, const FieldSpec& spec, SampleValue& value, float width) {
  Ui& ui = page.ui();
  page.text(spec.label, Font::kSmall, ui.palette().muted);
  page.skip(-kSpace1);
  const FieldSpecification wanted{.field = &spec, .sample = &value, .max_lines = 10};
  const float height = field_height(ui, wanted, width);
  const Rect row = page.row(width, height);
  control_edge(ui, row, ui.palette().control_edge);
  field(ui, row, wanted);
  page.skip(height + kSpace2);
}

FieldSpec text_spec(std::string_view key, Text label, Text help) {
  return {
      .number = {1}, .key = key, .label = tr(label), .kind = FieldKind::kText, .help = tr(help)};
}

}  // namespace

void Workspaces::live(Column& page) {
  Ui& ui = page.ui();
  for (const app::WorkspaceEntry& entry : ui.state().workspaces) {
    const Ui::Scope scope(ui, entry.folder);
    const std::string name = full_name(entry);
    const std::string open = tr(Text::kShareOpenNamed, {name});
    const std::string duplicate = tr(Text::kShareDuplicateNamed, {name});
    const std::string remove = tr(Text::kShareDeleteNamed, {name});
    const std::array all{
        ButtonSpec{.id = "open", .text = tr(Text::kShareOpen), .name = open},
        ButtonSpec{.id = "duplicate", .text = tr(Text::kShareDuplicate), .name = duplicate},
        ButtonSpec{.id = "delete",
                   .text = tr(Text::kShareDelete),
                   .name = remove,
                   .look = ButtonLook::kQuiet}};
    const std::size_t first = entry.current ? 1 : 0;
    const int pressed = entry_row(page, entry, std::span(all).subspan(first));
    if (pressed < 0) continue;
    switch (static_cast<std::size_t>(pressed) + first) {
      case 0:
        ui.send(app::OpenWorkspace{entry.folder});
        break;
      case 1:
        ui.send(app::DuplicateWorkspace{entry.folder});
        break;
      default:
        ui.send(app::DeleteWorkspace{entry.folder});
    }
  }
}

void Workspaces::deleted(Column& page) {
  Ui& ui = page.ui();
  const auto& entries = ui.state().deleted_workspaces;
  if (entries.empty()) return;
  page.skip(kSpace3);
  page.title(tr(Text::kShareDeleted), 2, Font::kTitle3);
  page.text(tr(Text::kShareDeletedText), Font::kBody, ui.palette().muted);
  const Ui::Container list(ui, {.id = ui.id("deleted"),
                                .role = Role::kList,
                                .name = std::string(tr(Text::kShareDeleted)),
                                .rect = page.row(1)});
  for (const app::WorkspaceEntry& entry : entries) {
    const Ui::Scope scope(ui, entry.folder);
    const std::string name = full_name(entry);
    const bool sure = sure_of_ == entry.folder;
    const std::string back = tr(Text::kShareBringBackNamed, {name});
    const std::string remove =
        tr(sure ? Text::kShareRemoveSureNamed : Text::kShareRemoveNamed, {name});
    const std::array acts{ButtonSpec{.id = "back", .text = tr(Text::kShareBringBack), .name = back},
                          ButtonSpec{.id = "remove",
                                     .text = tr(sure ? Text::kShareRemoveSure : Text::kShareRemove),
                                     .name = remove,
                                     .look = sure ? ButtonLook::kDanger : ButtonLook::kQuiet}};
    const int pressed = entry_row(page, entry, acts);
    if (pressed == 0) ui.send(app::BringWorkspaceBack{entry.folder});
    if (pressed == 1 && sure) ui.send(app::RemoveWorkspaceForGood{entry.folder});
    if (pressed == 1) {
      sure_of_ = sure ? std::string() : entry.folder;
      ui.want_frame();
    }
  }
}

void Workspaces::rename(Column& page) {
  Ui& ui = page.ui();
  const Ui::Scope scope(ui, "rename");
  const std::string now = workspace_name(ui.state().document);
  SampleValue value;
  value.value = now;
  const FieldSpec spec = text_spec("workspace_name", Text::kShareRename, Text::kShareRenameHelp);
  if (ui.state().looking_back) return;
  text_field(page, spec, value, std::min(page.width(), 480.0F));
  const auto* text = std::get_if<std::string>(&value.value);
  if (text != nullptr && *text != now) ui.send(app::RenameWorkspace{*text});
}

void Workspaces::make(Column& page) {
  Ui& ui = page.ui();
  const Ui::Scope scope(ui, "new");
  page.skip(kSpace3);
  page.title(tr(Text::kShareNew), 2, Font::kTitle3);
  page.text(tr(Text::kShareNewText), Font::kBody, ui.palette().muted);
  const FieldSpec spec = text_spec("new_workspace", Text::kShareNewName, Text::kShareNewHelp);
  text_field(page, spec, new_name_, std::min(page.width(), 480.0F));
  const auto* name = std::get_if<std::string>(&new_name_.value);
  const bool has_name = name != nullptr && !name->empty();
  Flow flow(page.row(ui.target() + 4));
  const auto act = [&](Text text, app::WorkspaceSeed from) {
    const ButtonSpec button_spec{.text = tr(text), .enabled = has_name};
    if (!button(ui, flow.place(button_width(ui, button_spec) + kSpace2), button_spec)) return;
    ui.send(app::NewWorkspace{*name, from});
    new_name_ = {};
  };
  act(Text::kShareNewBuiltIn, app::WorkspaceSeed::kBuiltIn);
  name = std::get_if<std::string>(&new_name_.value);
  if (name != nullptr || !has_name) act(Text::kShareNewEmpty, app::WorkspaceSeed::kEmpty);
  page.skip(flow.bottom() - page.at().y + kSpace2);
}

void Workspaces::draw(Column& page) {
  Ui& ui = page.ui();
  page.title(tr(Text::kShareWorkspaces), 2, Font::kTitle3);
  page.text(tr(Text::kShareWorkspacesText), Font::kBody, ui.palette().muted);
  rename(page);
  {
    const Ui::Container list(ui, {.id = ui.id("workspaces"),
                                  .role = Role::kList,
                                  .name = std::string(tr(Text::kShareWorkspaces)),
                                  .rect = page.row(1)});
    live(page);
  }
  make(page);
  deleted(page);
}

}  // namespace atlas::ui::share
