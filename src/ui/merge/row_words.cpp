#include "ui/merge/row_words.hpp"

#include <string>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "ui/widgets/by_words.hpp"

namespace atlas::ui::merge {
namespace {

constexpr std::size_t kValueLength = 240;

// Symbol and word, so that neither colour nor place has to say it.
std::string_view mark_of(const RecordDifference& difference) {
  switch (difference.kind) {
    case DifferenceKind::kAdded:
      return tr(Text::kMarkAdded);
    case DifferenceKind::kRemoved:
      return tr(Text::kMarkRemoved);
    case DifferenceKind::kChanged:
    default:
      break;
  }
  const bool moved = difference.moved || difference.reordered;
  return tr(moved && difference.fields.empty() ? Text::kMarkMoved : Text::kMarkChanged);
}

std::string value_words(const Document& document, const FieldSpec* field, const Value& value) {
  if (field == nullptr) return std::string(tr(Text::kValueFromNewer));
  const std::string text = display_text(document, *field, value);
  return text.empty() ? std::string(tr(Text::kClashNothing)) : shortened(text, kValueLength);
}

std::string place_words(const Document& document, RecordId parent) {
  return tr(Text::kQuoted, {parent == kRootRecord ? std::string(tr(Text::kHistoryTop))
                                                  : title_of(document, parent)});
}

void line(Column& page, const std::string& words) {
  Ui& ui = page.ui();
  page.text(words, Font::kBody, ui.palette().ink);
  page.skip(-kSpace1);
}

void move_lines(Column& page, const Document& document, const RecordDifference& difference) {
  if (difference.moved) {
    line(page, tr(Text::kMergeMovedLine, {place_words(document, difference.parent_before),
                                          place_words(document, difference.parent_after)}));
  } else if (difference.reordered) {
    line(page, std::string(tr(Text::kMergeReorderedLine)));
  }
}

}  // namespace

void draw_row(Column& page, const app::MergeView& view, std::size_t index) {
  Ui& ui = page.ui();
  const MergePreview::Row& row = view.preview.rows[index];
  const RecordDifference& difference = row.difference;
  const Document& merged = *view.merged;
  const Ui::Scope scope(ui, difference.record);
  const TypeSpec* type = find_type(difference.type);
  const std::string_view label = type == nullptr ? tr(Text::kValueFromNewer) : tr_word(type->label);
  const std::string title =
      tr(Text::kMergeRowTitle, {mark_of(difference), label, title_of(merged, difference.record)});
  const Ui::Container item(
      ui, {.id = ui.id("row"), .role = Role::kListItem, .name = title, .rect = page.row(1)});
  page.rule();
  page.skip(-kSpace1);
  page.title(title, 3, Font::kStrong);
  page.skip(-kSpace1);
  std::string by;
  if (!row.by.empty()) by = by_words(ui, *row.by.front());
  const RecordId body = view.row_bodies[index];
  if (!body.is_null() && !(body == difference.record)) {
    const std::string in = tr(Text::kMergeInBody, {title_of(merged, body)});
    by = by.empty() ? in : tr(Text::kDotted, {by, in});
  }
  if (!by.empty()) page.text(by, Font::kSmall, ui.palette().muted);
  move_lines(page, merged, difference);
  for (const FieldDifference& field : difference.fields) {
    const Ui::Scope field_scope(ui, std::to_string(field.field.value));
    const FieldSpec* spec = find_field(difference.type, field.field);
    const std::string_view name =
        spec == nullptr ? tr(Text::kValueFromNewer) : tr_word(spec->label);
    line(page, tr(Text::kMergeFieldLine, {name, value_words(merged, spec, field.before),
                                          value_words(merged, spec, field.after)}));
    const Change* setter = view.preview.set_by(difference.record, field.field);
    if (setter != nullptr && setter != row.by.front()) {
      page.text(by_words(ui, *setter), Font::kSmall, ui.palette().muted);
    }
  }
  page.skip(kSpace2);
}

}  // namespace atlas::ui::merge
