#include "ui/details/details.hpp"

#include <algorithm>
#include <map>

#include "app/actions.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/evidence.hpp"
#include "partnership/hierarchy.hpp"
#include "partnership/lines.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/link.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {
namespace {

// Draws from the top down, one part under the other.
class Column {
 public:
  Column(Ui& ui, Vec2 at, float width) : ui_(ui), x_(at.x), top_(at.y), y_(at.y), width_(width) {}

  [[nodiscard]] float height() const { return y_ - top_; }
  [[nodiscard]] Rect row(float height) const { return {x_, y_, width_, height}; }
  void skip(float by) { y_ += by; }

  void section(std::string_view title) {
    skip(kSpace4);
    line({x_, y_}, {x_ + width_, y_}, ui_.palette().hairline);
    skip(kSpace3);
    y_ += heading(ui_, row(0), title, 3, Font::kStrong) + kSpace1;
  }
  void text(std::string_view words, TextStyle style, Colour colour) {
    y_ += paragraph(ui_, {x_, y_}, width_, words, style, colour) + kSpace1;
  }
  void go_to(RecordId record, std::string_view words, std::string_view detail = {}) {
    const Ui::Scope scope(ui_, record);
    y_ += record_link(ui_, row(0), record, words, detail) + 2;
  }
  void edit(RecordId record, const FieldSpec& spec) {
    draw_text(ui_, {x_, y_}, tr_word(spec.label), Font::kSmall, ui_.palette().muted);
    skip(TextPainter::line_height(kSmallText));
    // The whole of it, however long: there is no other place where it could be read.
    const FieldSpecification specification{.record = record, .field = &spec, .max_lines = 1000};
    const float height = field_height(ui_, specification, width_);
    // The value is in line with its label; the box that shows on hover reaches beyond it.
    field(ui_, {x_ - kSpace2, y_, width_ + kSpace2, height}, specification);
    skip(height + kSpace2);
  }
  Ui& ui() { return ui_; }

 private:
  Ui& ui_;
  float x_, top_, y_, width_;
};

bool is_evidence(const FieldSpec& spec) {
  return spec.key.substr(0, 9) == "evidence_";
}

void fields(Column& column, const Record& record, bool show_empty) {
  const Document& document = column.ui().state().document;
  const TypeSpec* type = find_type(record.type);
  if (type == nullptr) return;
  const auto wanted = [&](const FieldSpec& spec) {
    return show_empty || !is_unset(document.get(record.id, spec.number));
  };
  for (const FieldSpec& spec : type->fields) {
    if (wanted(spec)) column.edit(record.id, spec);
  }
  for (const FieldSpec& spec : common_fields()) {
    if (!is_evidence(spec) && wanted(spec)) column.edit(record.id, spec);
  }
}

void relations(Column& column, const Record& record) {
  Ui& ui = column.ui();
  const Document& document = ui.state().document;
  const auto groups = lines_of(document, record.id);
  if (groups.empty()) return;
  column.section(tr(Text::kDetailsLines));
  for (const LineGroup& group : groups) {
    column.text(line_words(group.kind, group.direction), Font::kSmall, ui.palette().muted);
    for (const LineEnd& end : group.ends) {
      const Ui::Scope scope(ui, end.line);
      const RecordId there = model_of(document, end.other);
      const bool elsewhere = !(there == model_of(document, record.id));
      std::string detail = end.label;
      if (elsewhere) {
        const std::string home = title_of(document, there);
        detail = detail.empty() ? home : tr(Text::kJoined, {detail, home});
      }
      column.go_to(end.other, title_of(document, end.other), detail);
    }
  }
}

// Records below this one that are not bodies of the hierarchy, by type.
void parts(Column& column, const Record& record) {
  Ui& ui = column.ui();
  const Document& document = ui.state().document;
  std::map<RecordType, std::vector<RecordId>> by_type;
  for (const RecordId child : document.children(record.id)) {
    const RecordType type = document.find(child)->type;
    if (type != RecordType::kLine) by_type[type].push_back(child);
  }
  for (const auto& [type, records] : by_type) {
    const TypeSpec* spec = find_type(type);
    if (spec == nullptr) continue;
    const Ui::Scope scope(ui, spec->key);
    column.section(
        tr(Text::kDetailsPartCount, {tr_word(spec->plural), std::to_string(records.size())}));
    for (const RecordId child : records) column.go_to(child, title_of(document, child));
  }
}

void mentions(Column& column, const Record& record) {
  Ui& ui = column.ui();
  const Document& document = ui.state().document;
  std::vector<RecordId> shown;
  for (const Document::Referrer& referrer : document.referrers(record.id)) {
    const RecordType type = document.find(referrer.record)->type;
    if (type == RecordType::kLine || record.type == RecordType::kSourceDocument) continue;
    shown.push_back(referrer.record);
  }
  shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
  if (shown.empty()) return;
  column.section(tr(Text::kDetailsNamedIn));
  for (const RecordId other : shown) {
    const TypeSpec* type = find_type(document.find(other)->type);
    const Ui::Scope scope(ui, "mention");
    column.go_to(other, title_of(document, other), type == nullptr ? "" : tr_word(type->label));
  }
}

void evidence(Column& column, const Record& record, bool show_empty) {
  Ui& ui = column.ui();
  const Document& document = ui.state().document;
  const auto found = evidence_of(document, record.id);
  if (found.empty() && !show_empty) return;
  column.section(tr(Text::kDetailsEvidence));
  if (found.empty()) column.text(tr(Text::kDetailsNoEvidence), Font::kBody, ui.palette().muted);
  for (const EvidenceWords& words : found) {
    const Ui::Scope scope(ui, words.record);
    if (!words.statement.empty()) column.text(words.statement, Font::kBody, ui.palette().ink);
    column.text(words.sentence(), Font::kBody, ui.palette().ink);
    if (!words.source.is_null()) column.go_to(words.source, tr(Text::kDetailsSource));
  }
  if (!show_empty) return;
  for (const FieldSpec& spec : common_fields()) {
    if (is_evidence(spec)) column.edit(record.id, spec);
  }
}

void header(Column& column, const Record& record) {
  Ui& ui = column.ui();
  const Document& document = ui.state().document;
  const TypeSpec* type = find_type(record.type);
  column.skip(kSpace3);
  const std::string_view label = type == nullptr ? tr(Text::kValueFromNewer) : tr_word(type->label);
  const Rect top = column.row(ui.target());
  draw_text_in(ui, top, label, Font::kSmallStrong, ui.palette().muted);
  action_button(ui, {right_of(top) - ui.target(), top.y, ui.target(), ui.target()},
                app::ActionId::kToggleDetails, icons::kClose, ButtonLook::kQuiet, false);
  column.skip(ui.target());
  const std::string title = title_of(document, record.id);
  const WrappedText& wrapped = ui.text().wrap(title, Font::kTitle3, top.width, 6);
  const float height =
      TextPainter::line_height(kHeading3) * static_cast<float>(wrapped.lines.size());
  const Rect box = column.row(height);
  ui.leaf({.id = ui.id("title"), .role = Role::kHeading, .name = title, .level = 2, .rect = box});
  draw_lines(ui, {box.x, box.y}, wrapped, Font::kTitle3, ui.palette().ink);
  column.skip(height + kSpace2);
  const Record* parent = document.find_live(record.parent);
  if (parent != nullptr) {
    const Ui::Scope scope(ui, "part of");
    column.go_to(parent->id, tr(Text::kDetailsPartOf, {title_of(document, parent->id)}));
  }
  if (record.type == RecordType::kBody) {
    const float width = action_button_width(ui, app::ActionId::kPlanOfSelected, icons::kChecklist);
    action_button(ui, {top.x, column.row(0).y, width, ui.target()}, app::ActionId::kPlanOfSelected,
                  icons::kChecklist);
    column.skip(ui.target() + kSpace2);
  }
  column.skip(kSpace2);
}

}  // namespace

void Details::draw(Ui& ui, Rect rect) {
  const Ui::Scope panel_scope(ui, "details");
  fill(rect, ui.palette().surface);
  line({rect.x, rect.y}, {rect.x, bottom_of(rect)}, ui.palette().hairline);
  const Ui::Container panel(ui, {.id = ui.id("details"),
                                 .role = Role::kComplementary,
                                 .name = std::string(tr(Text::kDetails)),
                                 .rect = rect});
  const Record* record = ui.state().document.find_live(ui.state().selected);
  if (record == nullptr) {
    paragraph(ui, {rect.x + kSpace4, rect.y + kSpace5}, rect.width - 2 * kSpace4,
              tr(Text::kDetailsEmpty), Font::kBody, ui.palette().muted);
    return;
  }
  const Ui::Scope record_scope(ui, record->id);
  ScrollArea area(ui, "details", rect);
  Column column(ui, {area.origin().x + kSpace6, area.origin().y}, area.width() - kSpace6 - kSpace2);
  header(column, *record);
  fields(column, *record, show_empty_);
  const ButtonSpec more{.id = "empty fields",
                        .text = tr(show_empty_ ? Text::kDetailsHideEmpty : Text::kDetailsShowEmpty),
                        .icon = show_empty_ ? icons::kExpandLess : icons::kExpandMore,
                        .look = ButtonLook::kQuiet};
  const Rect row = column.row(ui.target());
  if (button(ui, {row.x - kSpace3, row.y, button_width(ui, more), ui.target()}, more)) {
    show_empty_ = !show_empty_;
    ui.want_frame();
  }
  column.skip(ui.target());
  if (record->type == RecordType::kBody) relations(column, *record);
  parts(column, *record);
  mentions(column, *record);
  evidence(column, *record, show_empty_);
  column.skip(kSpace6);
  area.set_content_height(column.height());
}

}  // namespace atlas::ui
