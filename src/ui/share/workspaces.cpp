#include "ui/share/workspaces.hpp"

#include <array>
#include <span>

#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/widgets/item_card.hpp"
#include "ui/widgets/page_field.hpp"

namespace atlas::ui::share {
namespace {

std::string full_name(const app::WorkspaceEntry& entry) {
  return entry.label.empty() ? entry.name : tr(Text::kDotted, {entry.name, entry.label});
}

// A workspace and what can be done with it; the index of the button that was pressed, or -1.
int entry_row(Column& page, const app::WorkspaceEntry& entry, std::span<const ButtonSpec> acts) {
  const Palette& p = page.ui().palette();
  const std::string name = full_name(entry);
  return item_card(page,
                   {.icon = icons::kAccountTree,
                    .icon_colour = p.accent,
                    .name = name,
                    .words = entry.current ? tr(Text::kShareOpenNow) : std::string_view{},
                    .words_style = Font::kSmall,
                    .words_colour = p.accent,
                    .marked = entry.current},
                   acts);
}

void line_field(Column& page, const FieldSpec& spec, SampleValue& value) {
  field_label(page, spec.label);
  page_field(page, {.field = &spec, .sample = &value, .max_lines = 10});
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
  const FieldSpec spec = text_line("workspace_name", Text::kShareRename, Text::kShareRenameHelp);
  if (ui.state().looking_back) return;
  line_field(page, spec, value);
  const auto* text = std::get_if<std::string>(&value.value);
  if (text != nullptr && *text != now) ui.send(app::RenameWorkspace{*text});
}

void Workspaces::make(Column& page) {
  Ui& ui = page.ui();
  const Ui::Scope scope(ui, "new");
  page.skip(kSpace3);
  page.title(tr(Text::kShareNew), 2, Font::kTitle3);
  page.text(tr(Text::kShareNewText), Font::kBody, ui.palette().muted);
  const FieldSpec spec = text_line("new_workspace", Text::kShareNewName, Text::kShareNewHelp);
  line_field(page, spec, new_name_);
  const auto* name = std::get_if<std::string>(&new_name_.value);
  const bool has_name = name != nullptr && !name->empty();
  const std::array acts{ButtonSpec{.text = tr(Text::kShareNewBuiltIn), .enabled = has_name},
                        ButtonSpec{.text = tr(Text::kShareNewEmpty), .enabled = has_name}};
  const int pressed = page.buttons(acts);
  if (pressed < 0) return;
  ui.send(app::NewWorkspace{
      *name, pressed == 0 ? app::WorkspaceSeed::kBuiltIn : app::WorkspaceSeed::kEmpty});
  new_name_ = {};
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
