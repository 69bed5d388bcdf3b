#include "ui/widgets/table.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "icons.hpp"

namespace atlas::ui {
namespace {

constexpr float kPad = 10;
constexpr std::size_t kMostLines = 4;
constexpr std::size_t kWhole = 1000;
constexpr float kLeastWords = 90;  // width that a column of words keeps

class Table {
 public:
  Table(Ui& ui, const Rect& rect, const TableSpec& spec) : ui_(ui), rect_(rect), spec_(spec) {
    float all = 0;
    for (const TableColumn& column : spec.columns) all += column.share;
    std::vector<float> widths;
    for (const TableColumn& column : spec.columns) {
      widths.push_back(rect.width * column.share / all);
    }
    make_room_for_figures(widths);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const float least = spec.columns[i].number ? figures_width(i) : kLeastWords;
      stacked_ = stacked_ || widths[i] < least;
    }
    float x = rect.x;
    for (const float width : widths) {
      places_.push_back({x, 0, width, 0});
      x += width;
    }
  }

  TableResult draw() {
    float y = rect_.y;
    TableResult result;
    result.sort_by = header(y);
    y += head_height();
    for (std::size_t i = 0; i < spec_.rows; ++i) y += row(i, y);
    result.height = y - rect_.y;
    return result;
  }

 private:
  // A figure broken in two reads as another: words give way to it as long as they have room.
  void make_room_for_figures(std::vector<float>& widths) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (!spec_.columns[i].number) continue;
      float missing = figures_width(i) - widths[i];
      for (std::size_t other = 0; other < widths.size() && missing > 0; ++other) {
        if (spec_.columns[other].number) continue;
        const float given = std::clamp(widths[other] - kLeastWords, 0.0F, missing);
        widths[other] -= given;
        widths[i] += given;
        missing -= given;
      }
    }
  }
  [[nodiscard]] float figures_width(std::size_t column) const {
    float width = 0;
    for (std::size_t row = 0; row < spec_.rows; ++row) {
      width = std::max(width, ui_.text().width(spec_.cell(row, column), Font::kBody));
    }
    return width + 2 * kPad + 1;
  }

  [[nodiscard]] float head_height() const {
    return ui_.row() * (stacked_ ? static_cast<float>(spec_.columns.size()) : 1);
  }
  [[nodiscard]] Rect heading_at(std::size_t column, float y) const {
    if (!stacked_) return {places_[column].x, y, places_[column].width, ui_.row()};
    return {rect_.x, y + ui_.row() * static_cast<float>(column), rect_.width, ui_.row()};
  }

  int header(float y) {
    const Rect line{rect_.x, y, rect_.width, head_height()};
    fill(line, ui_.palette().sunken);
    rule_below(line, ui_.palette().control_edge);
    const Ui::Container node(ui_, {.id = ui_.id("header"),
                                   .role = Role::kRow,
                                   .name = std::string(spec_.name),
                                   .row_index = 1,
                                   .rect = line});
    int pressed = -1;
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
      if (heading(i, heading_at(i, y))) pressed = static_cast<int>(i);
    }
    return pressed;
  }

  bool heading(std::size_t index, const Rect& rect) {
    const Palette& p = ui_.palette();
    const TableColumn& column = spec_.columns[index];
    const bool sorted = spec_.sort.column == static_cast<int>(index);
    const Response response = ui_.interact(ui_.id("column " + std::to_string(index)), rect);
    const std::string_view order =
        !sorted ? "" : tr(spec_.sort.falling ? Text::kSortFalling : Text::kSortRising);
    ui_.leaf({.id = response.id,
              .role = Role::kColumnHeader,
              .name = std::string(column.title),
              .description = std::string(order),
              .states = ui_.states(response),
              .column_index = static_cast<std::int32_t>(index + 1),
              .rect = rect});
    if (response.hovered) fill(inset(rect, 2), p.accent_soft, kRadius);
    const float mark = sorted ? kIconSize : 0;
    const Rect text{rect.x + kPad, rect.y, rect.width - 2 * kPad - mark, rect.height};
    draw_text_in(ui_, text, column.title, Font::kSmallStrong, p.ink,
                 column.number && !stacked_ ? Align::kRight : Align::kLeft, Fit::kMayShorten);
    if (sorted) {
      draw_icon_in(ui_, {right_of(rect) - kPad - mark + 4, rect.y, mark, rect.height},
                   spec_.sort.falling ? icons::kArrowDownward : icons::kArrowUpward, 16, p.ink);
    }
    ui_.ring(response, -2);
    return response.activated;
  }

  // One cell where it is painted: its words, and what its column says where they stand alone.
  struct Cell {
    std::string whole;
    WrappedText words;
    std::string_view label;
    bool label_beside = false;
    float height = 0;
  };

  [[nodiscard]] Cell cell_of(std::size_t row, std::size_t column) const {
    const float step = TextPainter::line_height(kBodyText);
    Cell cell{.whole = spec_.cell(row, column), .words = {}, .label = {}};
    const float room = (stacked_ ? rect_.width : places_[column].width) - 2 * kPad;
    const TextStyle style = stacked_ && column == 0 ? Font::kStrong : Font::kBody;
    cell.words = ui_.text().wrap(cell.whole, style, room, stacked_ ? kWhole : kMostLines);
    cell.height = step * static_cast<float>(cell.words.lines.size());
    if (!stacked_ || column == 0) return cell;
    cell.label = spec_.columns[column].title;
    const float both = ui_.text().width(cell.label, Font::kSmall) + kSpace2 + cell.words.width;
    cell.label_beside = both <= room && cell.words.lines.size() == 1;
    if (!cell.label_beside) cell.height += step;
    return cell;
  }

  float row(std::size_t index, float y) {
    std::vector<Cell> cells;
    float most = 0;
    float all = 0;
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
      cells.push_back(cell_of(index, i));
      most = std::max(most, cells.back().height);
      all += cells.back().height;
    }
    const float height = std::max(ui_.row(), (stacked_ ? all : most) + kSpace2);
    const Rect line{rect_.x, y, rect_.width, height};
    fill(line, ui_.palette().surface);
    rule_below(line, ui_.palette().hairline);
    const Ui::Container node(ui_, {.id = ui_.id("row " + std::to_string(index)),
                                   .role = Role::kRow,
                                   .name = spec_.cell(index, 0),
                                   .row_index = static_cast<std::int32_t>(index + 2),
                                   .rect = line});
    float top = y + kSpace1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Rect rect = stacked_ ? Rect{rect_.x, top, rect_.width, cells[i].height}
                                 : Rect{places_[i].x, y, places_[i].width, height};
      ui_.leaf({.id = ui_.id("cell " + std::to_string(index) + "." + std::to_string(i)),
                .role = Role::kCell,
                .name = cells[i].whole,
                .column_index = static_cast<std::int32_t>(i + 1),
                .rect = rect});
      paint(cells[i], rect, i);
      top += cells[i].height;
    }
    return height;
  }

  void paint(const Cell& cell, const Rect& rect, std::size_t column) {
    const Palette& p = ui_.palette();
    const float step = TextPainter::line_height(kBodyText);
    const float width = rect.width - 2 * kPad;
    float top = rect.y + (rect.height - cell.height) / 2;
    if (!cell.label.empty()) {
      draw_text_in(ui_, {rect.x + kPad, top, width, step}, cell.label, Font::kSmall, p.muted);
      if (!cell.label_beside) top += step;
    }
    const bool right = cell.label_beside || (spec_.columns[column].number && !stacked_);
    const bool strong = stacked_ && column == 0;
    for (const std::string& words : cell.words.lines) {
      draw_text_in(ui_, {rect.x + kPad, top, width, step}, words,
                   strong ? Font::kStrong : Font::kBody, p.ink,
                   right ? Align::kRight : Align::kLeft);
      top += step;
    }
  }

  Ui& ui_;
  Rect rect_;
  const TableSpec& spec_;
  std::vector<Rect> places_;
  bool stacked_ = false;  // too narrow for columns: the cells of a row stand one under the other
};

}  // namespace

TableResult table(Ui& ui, Rect rect, const TableSpec& spec) {
  const Ui::Scope scope(ui, spec.name);
  const Ui::Container node(
      ui, {.id = ui.id("table"),
           .role = Role::kTable,
           .name = std::string(spec.name),
           .row_count = static_cast<std::int32_t>(spec.rows + 1),
           .column_count = static_cast<std::int32_t>(spec.columns.size()),
           .rect = {rect.x, rect.y, rect.width, ui.row() * static_cast<float>(spec.rows + 1)}});
  return Table(ui, rect, spec).draw();
}

}  // namespace atlas::ui
