#include "ui/gallery/data.hpp"

#include <algorithm>

#include "document/transaction.hpp"
#include "ui/gallery/section.hpp"
#include "ui/widgets/axis.hpp"
#include "ui/widgets/tree.hpp"

namespace atlas::ui::gallery {
namespace {

struct Row {
  Text name;
  int members;
  int budget;  // pounds
};
constexpr std::array kRows{Row{Text::kGalleryOptionFirst, 17, 2'500'000},
                           Row{Text::kGalleryOptionSecond, 24, 480'000},
                           Row{Text::kGalleryOptionThird, 9, 65'250}};

constexpr FieldSpec kMoney{.number = {}, .key = "money", .label = {}, .kind = FieldKind::kMoney};

void show_chart(Column& column) {
  constexpr float kHeight = 220;
  Ui& ui = column.ui();
  section(column, Text::kGalleryChart);
  const std::array<double, 6> readings{12.5, 14.0, 13.2, 15.9, 16.4, 18.1};
  const Date from = from_civil({2011, 1, 1});
  const Date to = from_civil({2012, 4, 1});
  const int marks = column.width() < 400 ? 3 : 6;
  const ChartFrame frame = draw_axes(ui, column.row(kHeight),
                                     {.name = tr(Text::kGalleryChartName),
                                      .across = date_marks(from, to, marks),
                                      .up = number_marks(10, 20, 5),
                                      .last = static_cast<double>(to.days)});
  std::optional<Vec2> before;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Date day = add_months(from, static_cast<int>(i) * 3);
    const Vec2 at = frame.at(static_cast<double>(day.days), readings[i]);
    if (before) line(*before, at, ui.palette().accent, 2);
    fill({at.x - 4, at.y - 4, 8, 8}, ui.palette().accent, 4);
    before = at;
  }
  column.skip(kHeight);
}

}  // namespace

void Data::draw(Column& column) {
  show_table(column);
  show_tree(column);
  show_chart(column);
}

void Data::show_table(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryTable);
  std::array<std::size_t, kRows.size()> order{0, 1, 2};
  const auto key = [&](std::size_t row) {
    if (sort_.column == 1) return static_cast<double>(kRows[row].members);
    if (sort_.column == 2) return static_cast<double>(kRows[row].budget);
    return static_cast<double>(row);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sort_.falling ? key(b) < key(a) : key(a) < key(b);
  });
  const std::array columns{TableColumn{tr(Text::kGalleryTableBody), 2},
                           TableColumn{tr(Text::kGalleryTableMembers), 1, true},
                           TableColumn{tr(Text::kGalleryTableBudget), 1, true}};
  const auto cell = [&](std::size_t row, std::size_t index) {
    const Row& shown = kRows[order[row]];
    if (index == 0) return std::string(tr(shown.name));
    if (index == 1) return std::to_string(shown.members);
    return display_text(ui.state().document, kMoney, Money{shown.budget * 100LL});
  };
  const TableResult drawn = table(ui, column.row(0),
                                  {.name = tr(Text::kGalleryTable),
                                   .columns = columns,
                                   .rows = kRows.size(),
                                   .cell = cell,
                                   .sort = sort_});
  if (drawn.sort_by >= 0) {
    const bool again = drawn.sort_by == sort_.column;
    sort_ = {drawn.sort_by, again && !sort_.falling};
  }
  column.skip(drawn.height + kSpace4);
}

void Data::show_tree(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryTree);
  std::vector<TreeRow> rows;
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const std::string id = "branch " + std::to_string(i);
    const bool open = !folded_.contains(id);
    rows.push_back({.id = id,
                    .text = std::string(tr(kRows[i].name)),
                    .detail = tr(Text::kGalleryTreeDetail, {"2"}),
                    .expanded = open});
    for (int child = 1; open && child <= 2; ++child) {
      rows.push_back({.id = id + "." + std::to_string(child),
                      .text = tr(Text::kGalleryOptionNumber, {std::to_string(child)}),
                      .level = 2});
    }
  }
  const TreeResult walked = tree(ui, column.row(0), tr(Text::kGalleryTree), rows, tree_row_);
  if (walked.chosen >= 0) tree_row_ = walked.chosen;
  if (walked.toggled >= 0) {
    const std::string& id = rows[static_cast<std::size_t>(walked.toggled)].id;
    if (folded_.erase(id) == 0) folded_.insert(id);
    tree_row_ = walked.toggled;
    ui.want_frame();
  }
  column.skip(walked.height);
}

}  // namespace atlas::ui::gallery
