// The bar above the canvas: which model, how near, which lines.
#include <algorithm>
#include <map>

#include "app/actions.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
#include "partnership/lines.hpp"
#include "ui/explore/view.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/popup.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui::explore {
namespace {

using app::ActionId;

std::string tab_text(const Document& document, RecordId model) {
  const FieldSpec* field = find_field_by_key(RecordType::kModel, "short_name");
  const std::string text = display_text(document, *field, document.get(model, field->number));
  return text.empty() ? title_of(document, model) : text;
}

// Tabs, or on a phone, where they would take four rows, a list that opens. Returns the height.
float model_chooser(Ui& ui, const Rect& row) {
  const app::State& state = ui.state();
  const std::vector<RecordId> all = models(state.document);
  const auto found = std::find(all.begin(), all.end(), state.explore.model);
  const std::size_t current =
      found == all.end() ? 0 : static_cast<std::size_t>(found - all.begin());
  int chosen = -1;
  float height = row.height;
  if (ui.fold() == Fold::kPhone) {
    const std::string shown = all.empty() ? std::string() : tab_text(state.document, all[current]);
    const auto options = [&] {
      OptionSet set{.options = {}, .current = static_cast<int>(current)};
      for (const RecordId model : all) set.options.push_back({tab_text(state.document, model), {}});
      return set;
    };
    chosen = dropdown(ui, row, {.id = "models", .name = tr(Text::kExploreModels), .value = shown},
                      options)
                 .chosen;
  } else {
    std::vector<TabSpec> specs;
    for (const RecordId model : all) specs.push_back({model, tab_text(state.document, model)});
    const TabsResult result = tabs(ui, row, tr(Text::kExploreModels), specs, current);
    chosen = result.chosen;
    height = result.height;
  }
  if (chosen >= 0) ui.send(app::ShowModel{all[static_cast<std::size_t>(chosen)]});
  return height;
}

}  // namespace

float View::tool_bar(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  float y = rect.y + kSpace2;
  const Rect row{rect.x + kSpace3, y, rect.width - 2 * kSpace3, ui.target()};
  y += model_chooser(ui, row) + kSpace2;
  const Ui::Container bar(ui, {.id = ui.id("view tools"),
                               .role = Role::kToolbar,
                               .name = std::string(tr(Text::kExploreView)),
                               .rect = {row.x, y, row.width, ui.target()}});
  Flow flow({row.x, y, row.width, ui.target()});
  const bool words = ui.fold() != Fold::kPhone;
  const auto act = [&](ActionId id, const char* sign) {
    const float width = words ? action_button_width(ui, id, sign) : ui.target() + kSpace1;
    action_button(ui, flow.place(width), id, sign, ButtonLook::kPlain, words);
  };
  const float icon = ui.target() + kSpace1;
  if (action_button(ui, flow.place(icon), ActionId::kZoomOut, icons::kZoomOut, ButtonLook::kPlain,
                    false)) {
    zoom(ui, 1 / 1.25F);
  }
  if (action_button(ui, flow.place(icon), ActionId::kZoomIn, icons::kZoomIn, ButtonLook::kPlain,
                    false)) {
    zoom(ui, 1.25F);
  }
  act(ActionId::kFit, icons::kFitScreen);
  act(ActionId::kExpandAll, icons::kUnfoldMore);
  act(ActionId::kCollapseAll, icons::kUnfoldLess);
  const NodeId owner = ui.id("Lines");
  const bool open = ui.popup_is_open(owner);
  const std::size_t shown = state.explore.line_kinds.size();
  const std::string_view name = tr(Text::kExploreLines);
  const std::string text =
      shown == 0 ? std::string(name) : tr(Text::kExploreLinesShown, {std::to_string(shown)});
  const ButtonSpec lines{.id = "Lines",
                         .text = text,
                         .icon = icons::kTimeline,
                         .name = name,
                         .help = tr(Text::kExploreLinesHelp),
                         .pressed = open};
  const Rect anchor = flow.place(button_width(ui, lines));
  if (button(ui, anchor, lines)) {
    if (open) {
      ui.close_popup();
    } else {
      ui.open_popup(owner);
    }
  }
  if (ui.popup_is_open(owner)) lines_menu(ui, anchor, owner);
  y = flow.bottom() + kSpace2;
  line({rect.x, y}, {right_of(rect), y}, ui.palette().hairline);
  return y + 1 - rect.y;
}

void View::lines_menu(Ui& ui, const Rect& anchor, NodeId owner) {
  constexpr float kWidth = 300;
  const app::State& state = ui.state();
  const FieldSpec* kind = find_field_by_key(RecordType::kLine, "kind");
  std::map<std::uint32_t, std::size_t> counts;
  for (const DrawnLine& drawn : lines_within(state.document, state.explore.model)) {
    ++counts[drawn.kind];
  }
  const float width = std::min(kWidth, ui.page().width - 2 * kSpace2);
  const auto detail_of = [&](const ChoiceOption& option) {
    const std::size_t count = counts[option.number];
    const bool says_none = count == 0 && width == kWidth;  // narrow, a nought has to do
    return says_none ? std::string(tr(Text::kExploreNoLines)) : std::to_string(count);
  };
  const auto height_of = [&](const ChoiceOption& option) {
    return checkbox_height(ui, width - 2 * kSpace2 - kSpace3, tr_word(option.label),
                           detail_of(option)) +
           kSpace1;
  };
  float height = 0;
  for (const ChoiceOption& option : kind->choices) height += height_of(option);
  const float most = ui.page().height - 2 * kSpace2;
  const Popup popup(ui, owner, anchor, {width, std::min(height + 2 * kSpace2, most)});
  const Ui::Container group(ui, {.id = ui.id("line kinds"),
                                 .role = Role::kGroup,
                                 .name = std::string(tr(Text::kExploreLinesToDraw)),
                                 .rect = popup.content()});
  ScrollArea area(ui, "line kinds", inset(popup.content(), kSpace2));
  float y = area.origin().y;
  for (const ChoiceOption& option : kind->choices) {
    const float row = height_of(option);
    const bool on = state.explore.line_kinds.contains(option.number);
    const Rect rect{area.origin().x, y, area.width(), row};
    if (checkbox(ui, rect, tr_word(option.label), on, detail_of(option))) {
      ui.send(app::ToggleLineKind{option.number});
    }
    y += row;
  }
  area.set_content_height(height);
}

}  // namespace atlas::ui::explore
