#include "ui/plan/grid.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/tr.hpp"
#include "imgui.h"
#include "partnership/delivery.hpp"
#include "partnership/fields.hpp"
#include "ui/plan/columns.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui::plan {
namespace {

constexpr float kHeader = 36;
constexpr float kPlanRow = 44;
constexpr float kIndent = 20;
constexpr std::string_view kCells = "cells";  // scope of their ids
constexpr float kCellEdge = 2;                // around what is in a cell
constexpr float kCellText = 10;               // from the edge of a cell to its text
constexpr std::size_t kTitleLines = 3;

bool needs_reason(const Document& document, RecordId record, RecordType type) {
  const auto* rag = std::get_if<Choice>(&document.get(record, spec_of(type, 4).number));
  const bool given = !is_unset(document.get(record, spec_of(type, 5).number));
  return rag != nullptr && !given && (rag->number == 2 || rag->number == 3);
}

}  // namespace

void Grid::collect(Ui& ui, RecordId body) {
  const Document& document = ui.state().document;
  rows_.clear();
  for (const RecordId plan : plans_of(document, body)) {
    rows_.push_back({.record = plan, .type = RecordType::kPlan});
    for (const DeliveryRow& row : delivery_rows(document, plan)) {
      rows_.push_back({.record = row.record, .type = row.type, .level = row.level});
    }
  }
}

void Grid::measure(Ui& ui, float width) {
  widths_.clear();
  float fixed = 0;
  for (const Column& column : kColumns) fixed += column.width;
  for (const Column& column : kColumns) widths_.push_back(column.width);
  widths_[0] += std::max(0.0F, width - fixed);
  float top = 0;
  for (Row& row : rows_) {
    row.top = top;
    row.height = kPlanRow;
    if (row.type != RecordType::kPlan) {
      const float indent = static_cast<float>(row.level - 1) * kIndent + kSpace2;
      const FieldSpecification title{.record = row.record,
                                     .field = &spec_of(row.type, 0),
                                     .max_lines = kTitleLines,
                                     .compact = true,
                                     .strong = row.type == RecordType::kObjective};
      row.height = std::ceil(field_height(ui, title, widths_[0] - indent) + kSpace2);
      row.height = std::max(row.height, edited_height(ui, row));
    }
    top += row.height;
  }
}

// What the long text of a row takes while it is edited; 0 when none is.
float Grid::edited_height(Ui& ui, const Row& row) const {
  if (!ui.edit() || !ui.edit()->text.multiline) return 0;
  const Ui::Scope scope(ui, kCells);
  for (std::size_t column = 1; column < kColumns.size(); ++column) {
    const FieldSpec& spec = spec_of(row.type, column);
    if (!ui.is_editing(field_node(ui, row.record, spec))) continue;
    const FieldSpecification edited{.record = row.record, .field = &spec, .compact = true};
    return std::ceil(field_height(ui, edited, widths_[column] - 2 * kCellEdge)) + 2 * kCellEdge;
  }
  return 0;
}

int Grid::index_of(RecordId record) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].record == record) return static_cast<int>(i);
  }
  return -1;
}

void Grid::draw(Ui& ui, Rect rect, RecordId body) {
  const app::State& state = ui.state();
  collect(ui, body);
  const Ui::Scope scope(ui, body);
  const Ui::Container grid(ui, {.id = ui.id("grid"),
                                .role = Role::kGrid,
                                .name = std::string(tr(Text::kGrid)),
                                .row_count = static_cast<std::int32_t>(rows_.size() + 1),
                                .column_count = static_cast<std::int32_t>(kColumns.size()),
                                .rect = rect});
  if (index_of(row_) < 0) row_ = {};
  // Chosen elsewhere: on Home, in the finder, by going back.
  if (!(state.selected == seen_)) {
    seen_ = state.selected;
    if (!(row_ == seen_)) reveal_ = index_of(seen_);
    to_names_ = reveal_ >= 0;
  }
  const int named = index_of(state.plan.edit_name_of);
  if (named >= 0) reveal_ = named;
  const Rect head{rect.x, rect.y, rect.width, kHeader};
  const float left = body_rows(ui, {rect.x, rect.y + kHeader, rect.width, rect.height - kHeader});
  header(ui, head, left);
}

// Returns where the first column starts.
float Grid::body_rows(Ui& ui, const Rect& rect) {
  ScrollArea area(ui, "grid", rect, ScrollWays::kBoth);
  area.take_wheel_over(kHeader);
  measure(ui, area.width());
  const float width = std::accumulate(widths_.begin(), widths_.end(), 0.0F);
  if (reveal_ >= 0 && reveal_ < static_cast<int>(rows_.size())) {
    const Row& row = rows_[static_cast<std::size_t>(reveal_)];
    area.reveal(row.top, row.height);
  }
  if (std::exchange(to_names_, false)) ImGui::SetScrollX(0);
  reveal_ = -1;
  const float first = rect.y - 200;
  const float last = bottom_of(rect) + 200;
  const int focused = index_of(row_);
  const int named = index_of(ui.state().plan.edit_name_of);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const Rect place{area.origin().x, area.origin().y + row.top, width, row.height};
    const bool near = bottom_of(place) > first && place.y < last;
    if (!near && static_cast<int>(i) != focused && static_cast<int>(i) != named) continue;
    if (row.type == RecordType::kPlan) {
      plan_row(ui, row, place);
    } else {
      cells(ui, i, place);
    }
  }
  if (rows_.size() == 1) {
    paragraph(ui, {area.origin().x + kSpace4, area.origin().y + kPlanRow + kSpace4},
              std::min(rect.width - 2 * kSpace4, 560.0F), tr(Text::kGridEmpty), Font::kBody,
              ui.palette().muted);
  }
  if (!rows_.empty()) area.set_content_height(rows_.back().top + rows_.back().height + kSpace6);
  area.set_content_width(width);
  return area.origin().x;
}

// It stays above the rows and goes sideways with them.
void Grid::header(Ui& ui, const Rect& head, float left) {
  const Palette& p = ui.palette();
  fill(head, p.sunken);
  rule_below(head, p.control_edge);
  const float width = std::accumulate(widths_.begin(), widths_.end(), 0.0F);
  const HeadArea area("header", head, left, width);
  const Ui::Container node(ui, {.id = ui.id("header"),
                                .role = Role::kRow,
                                .name = std::string(tr(Text::kGridColumns)),
                                .row_index = 1,
                                .rect = {left, head.y, width, head.height}});
  float x = left;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const Rect box{x + kCellText, head.y, widths_[i] - kCellText, head.height};
    const std::string_view help = kColumns[i].key == "rag" ? tr(Text::kColumnRagHelp) : "";
    ui.leaf({.id = ui.id(kColumns[i].key),
             .role = Role::kColumnHeader,
             .name = std::string(tr(kColumns[i].title)),
             .description = std::string(help),
             .column_index = static_cast<std::int32_t>(i + 1),
             .rect = box});
    draw_text_in(ui, box, tr(kColumns[i].title), Font::kSmallStrong, p.ink);
    x += widths_[i];
    if (help.empty()) continue;
    const bool over = ImGui::IsWindowHovered() &&
                      ImGui::IsMouseHoveringRect({box.x, box.y}, {right_of(box), bottom_of(box)});
    tooltip(ui, {.id = ui.id(kColumns[i].key), .rect = box, .hovered = over}, help);
  }
}

void Grid::plan_row(Ui& ui, const Row& row, const Rect& rect) {
  const Palette& p = ui.palette();
  const Document& document = ui.state().document;
  const Ui::Scope scope(ui, row.record);
  const bool selected = ui.state().selected == row.record;
  fill(rect, selected ? p.accent_soft : p.background);
  rule_below(rect, p.hairline);
  const std::string title = title_of(document, row.record);
  const Ui::Container node(ui, {.id = ui.id("row"),
                                .role = Role::kRow,
                                .name = title,
                                .row_index = index_of(row.record) + 2,
                                .rect = rect});
  const Ui::Container cell_node(ui, {.id = ui.id("cell"),
                                     .role = Role::kGridCell,
                                     .name = title,
                                     .column_index = 1,
                                     .rect = rect});
  // However far sideways the cells have gone.
  const float in_sight = std::max(rect.x, ImGui::GetWindowPos().x);
  const Rect box{in_sight, rect.y, std::min(right_of(rect) - in_sight, 520.0F), rect.height};
  const Response response = ui.interact(ui.id("plan"), inset(box, 3));
  ui.leaf({.id = response.id,
           .role = Role::kButton,
           .name = title,
           .description = std::string(tr(Text::kGridPlanHelp)),
           .states = ui.states(response),
           .rect = inset(box, 3)});
  draw_text_in(ui, {box.x + kCellText, rect.y, box.width - 2 * kCellText, rect.height}, title,
               Font::kStrong, response.hovered ? p.accent : p.ink);
  ui.ring(response, 0);
  if (response.activated) {
    ui.send(app::SelectRecord{row.record});
    ui.send(app::SelectPlanRow{row.record});
  }
}

void Grid::cells(Ui& ui, std::size_t index, const Rect& rect) {
  const Row& row = rows_[index];
  const Palette& p = ui.palette();
  const app::State& state = ui.state();
  const bool selected = state.plan.row == row.record;
  const std::string kind(tr_word(find_type(row.type)->label));
  const bool whole = whole_row_ && row_ == row.record;
  fill(rect, selected ? p.accent_soft : p.surface);
  if (selected) fill({rect.x, rect.y, 3, rect.height}, p.accent);
  rule_below(rect, p.hairline);
  if (whole) stroke(inset(rect, 1), p.accent, 0, 2);
  const Ui::Container node(ui, {.id = ui.id(row.record),
                                .role = Role::kRow,
                                .name = title_of(state.document, row.record),
                                .description = whole ? tr(Text::kGridWholeRow, {kind}) : kind,
                                .states = selected ? semantics::kSelected : 0U,
                                .row_index = static_cast<std::int32_t>(index + 2),
                                .rect = rect});
  float x = rect.x;
  for (std::size_t column = 0; column < kColumns.size(); ++column) {
    Rect box{x, rect.y, widths_[column], rect.height};
    x += widths_[column];
    if (column == 0) {
      const float indent = static_cast<float>(row.level - 1) * kIndent + kSpace2;
      box.x += indent;
      box.width -= indent;
      if (row.level > 1) line({box.x - 8, rect.y}, {box.x - 8, bottom_of(rect)}, p.hairline, 2);
    }
    cell(ui, index, column, box);
  }
}

void Grid::cell(Ui& ui, std::size_t index, std::size_t column, const Rect& rect) {
  const Row& row = rows_[index];
  const app::State& state = ui.state();
  const FieldSpec& spec = spec_of(row.type, column);
  const bool lacking = column == 5 && needs_reason(state.document, row.record, row.type);
  const bool first = row_.is_null() && index == 1 && column == 0;
  const bool naming = column == 0 && state.plan.edit_name_of == row.record;
  const std::string title(tr(kColumns[column].title));
  const Ui::Scope column_scope(ui, kCells);
  const Ui::Container node(ui, {.id = {ui.id(row.record).value ^ (column + 1)},
                                .role = Role::kGridCell,
                                .name = title,
                                .column_index = static_cast<std::int32_t>(column + 1),
                                .rect = rect});
  const FieldSpecification wanted{
      .record = row.record,
      .field = &spec,
      .name = column == 0 ? tr_word(spec.label) : tr(kColumns[column].title),
      .max_lines = std::max<std::size_t>(1, static_cast<std::size_t>((rect.height - 8) / 18)),
      .compact = true,
      .strong = column == 0 && row.type == RecordType::kObjective,
      .tab_stop = first || (row_ == row.record && column_ == column),
      .start_editing = naming && !ui.edit(),
      .hint = lacking ? tr(Text::kGridNeedsReason) : std::string_view{}};
  const Response response = field(ui, inset(rect, kCellEdge), wanted);
  if (naming) ui.send(app::NameEditStarted{});
  if (response.focused && (!(row_ == row.record) || column_ != column)) {
    row_ = row.record;
    column_ = column;
    whole_row_ = false;
  }
  if (response.focused && whole_row_) ui.offer_copy(response, row_text(ui, row));
  // Not while a press is under way: the page must not move under the pointer.
  const bool pressing = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (response.focused && !pressing) select(ui, row.record);
  row_menu(ui, row, response);
  walk(ui, index, column, response);
}

// What can be done with a row, from any of its cells.
void Grid::row_menu(Ui& ui, const Row& row, const Response& response) {
  static constexpr app::ActionId kActions[] = {
      app::ActionId::kAddAction,   app::ActionId::kAddObjective,  app::ActionId::kMoveRowUp,
      app::ActionId::kMoveRowDown, app::ActionId::kToggleDetails, app::ActionId::kRemoveRow,
      app::ActionId::kErase};
  // The cell itself may own a list or a calendar.
  const NodeId owner{response.id.value ^ 1U};
  if (response.secondary) {
    ui.send(app::SelectPlanRow{row.record});
    open_context_menu(ui, owner, response);
  }
  if (!ui.popup_is_open(owner)) return;
  const std::string title = title_of(ui.state().document, row.record);
  action_menu(ui, owner, response.rect, tr(Text::kMenuOf, {title}), kActions);
}

// The cells as a spreadsheet takes them.
std::string Grid::row_text(Ui& ui, const Row& row) {
  const Document& document = ui.state().document;
  std::string text;
  for (std::size_t column = 0; column < kColumns.size(); ++column) {
    const FieldSpec& spec = spec_of(row.type, column);
    std::string cell = display_text(document, spec, document.get(row.record, spec.number));
    std::replace_if(
        cell.begin(), cell.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    text += (column == 0 ? "" : "\t") + cell;
  }
  return text;
}

// The details follow where they are open; opening them is for the person to ask.
void Grid::select(Ui& ui, RecordId record) {
  const app::State& state = ui.state();
  if (!(state.plan.row == record)) ui.send(app::SelectPlanRow{record});
  const bool open = state.details_open && state.document.find_live(state.selected) != nullptr;
  if (open && !(state.selected == record)) ui.send(app::SelectRecord{record});
}

}  // namespace atlas::ui::plan
