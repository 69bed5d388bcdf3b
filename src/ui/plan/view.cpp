#include "ui/plan/view.hpp"

#include <algorithm>

#include "app/view_state.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/delivery.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/message.hpp"
#include "ui/widgets/popup.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui::plan {
namespace {

using app::ActionId;

}  // namespace

void View::draw(Ui& ui, Rect rect) {
  fill(rect, ui.palette().surface);
  const RecordId body = app::shown_plan_body(ui.state());
  if (body.is_null()) {
    paragraph(ui, {rect.x + kSpace6, rect.y + kSpace6}, rect.width - 2 * kSpace6,
              tr(Text::kPlanNone), Font::kBody, ui.palette().muted);
    return;
  }
  const float bar = tool_bar(ui, rect, body);
  const Rect rest{rect.x, rect.y + bar, rect.width, rect.height - bar};
  if (!plans_of(ui.state().document, body).empty()) {
    grid_.draw(ui, rest, body);
    return;
  }
  ScrollArea area(ui, "no plan", rest);
  const float margin = ui.fold() == Fold::kPhone ? kSpace3 : kSpace5;
  const EmptyResult empty = empty_state(
      ui, {area.origin().x + margin, area.origin().y + margin, area.width() - 2 * margin, 0},
      {.title = tr(Text::kPlanEmptyTitle),
       .text = tr(Text::kPlanEmpty),
       .act = tr(Text::kPlanAdd),
       .icon = icons::kChecklist});
  if (empty.acted) ui.send(app::AddPlan{body});
  area.set_content_height(empty.height + 2 * margin);
}

void View::choose_body(Ui& ui, Rect rect, RecordId body) {
  const Document& document = ui.state().document;
  auto bodies = bodies_with_plans(document);
  if (std::find(bodies.begin(), bodies.end(), body) == bodies.end()) bodies.push_back(body);
  const auto make_options = [&] {
    OptionSet set;
    for (const RecordId candidate : bodies) {
      if (candidate == body) set.current = static_cast<int>(set.options.size());
      set.options.push_back(
          {title_of(document, candidate), title_of(document, model_of(document, candidate))});
    }
    return set;
  };
  const std::string name = title_of(document, body);
  const DropdownResult result = dropdown(
      ui, rect,
      {.id = "body", .name = tr(Text::kPlanBody), .value = name, .help = tr(Text::kPlanBodyHelp)},
      make_options);
  if (result.chosen >= 0) {
    ui.send(app::ShowPlanOf{bodies[static_cast<std::size_t>(result.chosen)]});
  }
}

void View::details_button(Ui& ui, Flow& flow) {
  const app::State& state = ui.state();
  const RecordId row = state.plan.row;
  const bool open = state.details_open && state.document.find_live(state.selected) != nullptr;
  const ButtonSpec spec{.text = tr(Text::kActionToggleDetails),
                        .icon = icons::kInfo,
                        .help = tr(Text::kPlanDetailsHelp),
                        .enabled = open || state.document.find_live(row) != nullptr,
                        .pressed = open};
  if (!button(ui, flow.place(button_width(ui, spec)), spec)) return;
  if (open || !state.details_open) ui.send(app::ToggleDetails{});
  if (!open) ui.send(app::SelectRecord{row});
}

float View::tool_bar(Ui& ui, Rect rect, RecordId body) {
  float y = rect.y + kSpace2;
  const float x = rect.x + kSpace3;
  const float right = right_of(rect) - kSpace3;
  const float chooser = std::min(360.0F, right - x);
  choose_body(ui, {x, y, chooser, ui.target() + 4}, body);
  y += ui.target() + 4 + kSpace2;
  const Ui::Container bar(ui, {.id = ui.id("plan tools"),
                               .role = Role::kToolbar,
                               .name = std::string(tr(Text::kPlanRows)),
                               .rect = {x, y, right - x, ui.target()}});
  Flow flow({x, y, right - x, ui.target()});
  const auto act = [&](ActionId id, const char* icon) {
    action_button(ui, flow.place(action_button_width(ui, id, icon)), id, icon);
  };
  act(ActionId::kAddObjective, icons::kAdd);
  act(ActionId::kAddAction, icons::kAdd);
  act(ActionId::kRemoveRow, icons::kDelete);
  act(ActionId::kMoveRowUp, icons::kArrowUpward);
  act(ActionId::kMoveRowDown, icons::kArrowDownward);
  details_button(ui, flow);
  y = flow.bottom() + kSpace2;
  line({rect.x, y}, {right_of(rect), y}, ui.palette().hairline);
  return y + 1 - rect.y;
}

}  // namespace atlas::ui::plan
