#include "ui/widgets/page_field.hpp"

#include <algorithm>

namespace atlas::ui {
namespace {

constexpr float kBesideButton = 220;  // what a field needs beside a button

Rect edged_field(Column& page, const FieldSpecification& spec, float width) {
  Ui& ui = page.ui();
  const Rect row = page.row(width, field_height(ui, spec, width));
  control_edge(ui, row, ui.palette().control_edge);
  field(ui, row, spec);
  page.skip(row.height + kSpace2);
  return row;
}

}  // namespace

FieldSpec text_line(std::string_view key, Text label, Text help) {
  return {
      .number = {1}, .key = key, .label = tr(label), .kind = FieldKind::kText, .help = tr(help)};
}

void field_label(Column& page, std::string_view words) {
  page.text(words, Font::kSmall, page.ui().palette().muted);
  page.skip(-kSpace1);
}

void page_field(Column& page, const FieldSpecification& spec, float widest) {
  edged_field(page, spec, std::min(page.width(), widest));
}

bool page_field(Column& page, const FieldSpecification& spec, const ButtonSpec& act, float widest) {
  Ui& ui = page.ui();
  const float width = button_width(ui, act);
  const float beside = page.width() - width - kSpace3;
  if (beside < kBesideButton) {
    edged_field(page, spec, std::min(page.width(), widest));
    return page.button(act);
  }
  const Rect box = edged_field(page, spec, std::min(beside, widest));
  return button(ui, {right_of(box) + kSpace3, box.y, width, ui.target()}, act);
}

}  // namespace atlas::ui
