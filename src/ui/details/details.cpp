#include "ui/details/details.hpp"

#include <algorithm>
#include <map>

#include "app/actions.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "imgui.h"
#include "partnership/evidence.hpp"
#include "partnership/hierarchy.hpp"
#include "partnership/lines.hpp"
#include "partnership/sources.hpp"
#include "ui/widgets/column.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/link.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui {
namespace {

constexpr float kNarrow = 240;  // below it a large title would break its words

void section(Column& column, std::string_view title) {
  column.skip(kSpace4);
  column.rule();
  column.title(title, 3, Font::kStrong);
}

void go_to(Column& column, RecordId record, std::string_view words, std::string_view detail = {}) {
  const Ui::Scope scope(column.ui(), record);
  column.skip(record_link(column.ui(), column.row(0), record, words, detail) + 2);
}

void edit(Column& column, RecordId record, const FieldSpec& spec) {
  Ui& ui = column.ui();
  column.text(tr_word(spec.label), Font::kSmall, ui.palette().muted);
  column.skip(-kSpace2);
  // The whole of it, however long: there is no other place where it could be read.
  const FieldSpecification specification{.record = record, .field = &spec, .max_lines = 1000};
  const float width = column.width() + kSpace2;
  const float height = field_height(ui, specification, width);
  // The value is in line with its label; the box that shows on hover reaches beyond it.
  field(ui, {column.at().x - kSpace2, column.at().y, width, height}, specification);
  column.skip(height + kSpace2);
}

bool is_evidence(const FieldSpec& spec) {
  return spec.key.substr(0, 9) == "evidence_";
}

// What officers fill in every month is there to be filled in, empty or not.
bool is_kept_up(RecordType type, const FieldSpec& spec) {
  if (type != RecordType::kAction && type != RecordType::kObjective) return false;
  static constexpr std::string_view kKeys[] = {"owner", "due", "status", "rag", "note"};
  return std::find(std::begin(kKeys), std::end(kKeys), spec.key) != std::end(kKeys);
}

void fields(Column& column, const Record& record, bool show_empty) {
  const Document& document = column.ui().state().document;
  const TypeSpec* type = find_type(record.type);
  if (type == nullptr) return;
  const auto wanted = [&](const FieldSpec& spec) {
    return show_empty || is_kept_up(record.type, spec) ||
           !is_unset(document.get(record.id, spec.number));
  };
  for (const FieldSpec& spec : type->fields) {
    if (wanted(spec)) edit(column, record.id, spec);
  }
  for (const FieldSpec& spec : common_fields()) {
    if (!is_evidence(spec) && wanted(spec)) edit(column, record.id, spec);
  }
}

void relations(Column& column, const Record& record) {
  Ui& ui = column.ui();
  const Document& document = ui.state().document;
  const auto groups = lines_of(document, record.id);
  if (groups.empty()) return;
  section(column, tr(Text::kDetailsLines));
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
      go_to(column, end.other, title_of(document, end.other), detail);
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
    section(column,
            tr(Text::kDetailsPartCount, {tr_word(spec->plural), std::to_string(records.size())}));
    for (const RecordId child : records) go_to(column, child, title_of(document, child));
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
  section(column, tr(Text::kDetailsNamedIn));
  for (const RecordId other : shown) {
    const TypeSpec* type = find_type(document.find(other)->type);
    const Ui::Scope scope(ui, "mention");
    go_to(column, other, title_of(document, other), type == nullptr ? "" : tr_word(type->label));
  }
}

void evidence(Column& column, const Record& record, bool show_empty) {
  Ui& ui = column.ui();
  const Document& document = ui.state().document;
  const auto found = evidence_of(document, record.id);
  if (found.empty() && !show_empty) return;
  section(column, tr(Text::kDetailsEvidence));
  if (found.empty()) column.text(tr(Text::kDetailsNoEvidence), Font::kBody, ui.palette().muted);
  for (const EvidenceWords& words : found) {
    const Ui::Scope scope(ui, words.record);
    if (!words.statement.empty()) column.text(words.statement, Font::kBody, ui.palette().ink);
    column.text(words.sentence(), Font::kBody, ui.palette().ink);
    if (words.source.is_null()) continue;
    go_to(column, words.source, tr(Text::kDetailsSource));
    for (const std::string& place : places_in(words.place)) {
      const Ui::Scope inside(ui, place);
      if (column.link(tr(Text::kDetailsAllOfPlace, {place}))) {
        ui.send(app::ShowSources{{words.source, place, false}});
      }
    }
  }
  if (!show_empty) return;
  for (const FieldSpec& spec : common_fields()) {
    if (is_evidence(spec)) edit(column, record.id, spec);
  }
}

void history(Column& column, const Record& record) {
  column.skip(kSpace4);
  column.rule();
  if (column.link(tr(Text::kHistoryOfThis))) {
    column.ui().send(app::ShowHistory{{.record = record.id, .author = {}, .chosen = {}}});
  }
}

// Clashes to settle, and the ways back into the past.
void past_of(Column& column, const Record& record) {
  Ui& ui = column.ui();
  const app::State& state = ui.state();
  const std::vector<Clash> all = state.document.clashes();
  const auto clashes = std::count_if(all.begin(), all.end(),
                                     [&](const Clash& clash) { return clash.record == record.id; });
  if (clashes > 0) {
    const std::string words = tr_count(Text::kStatusClashesOne, Text::kStatusClashesMany,
                                       static_cast<std::size_t>(clashes));
    if (column.link(words)) ui.send(app::ShowScreen{app::Screen::kClashes});
  }
  if (!state.looking_back) return;
  column.skip(kSpace1);
  const std::array acts{ButtonSpec{.text = tr(Text::kRestoreRecord), .icon = icons::kRestore},
                        ButtonSpec{.text = tr(Text::kRestoreBranch), .icon = icons::kRestore}};
  const int pressed = column.buttons(acts);
  if (pressed == 0) ui.send(app::RestoreFromPoint{record.id, RestoreExtent::kRecord});
  if (pressed == 1) ui.send(app::RestoreFromPoint{record.id, RestoreExtent::kBranch});
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
  column.title(title, 2, top.width < kNarrow ? Font::kStrong : Font::kTitle3);
  const Record* parent = document.find_live(record.parent);
  if (parent != nullptr) {
    const Ui::Scope scope(ui, "part of");
    go_to(column, parent->id, tr(Text::kDetailsPartOf, {title_of(document, parent->id)}));
  }
  past_of(column, record);
  if (record.type == RecordType::kBody) {
    const float width = action_button_width(ui, app::ActionId::kPlanOfSelected, icons::kChecklist);
    action_button(ui, column.row(width, ui.target()), app::ActionId::kPlanOfSelected,
                  icons::kChecklist);
    column.skip(ui.target() + kSpace2);
  }
  column.skip(kSpace2);
}

}  // namespace

// What is chosen shows where it is first, and here with the next picture: somebody who walks by
// keys waits for the former.
RecordId Details::follow(Ui& ui) {
  const RecordId selected = ui.state().selected;
  const int frame = ImGui::GetFrameCount();
  const bool was_open = frame - frame_ <= 1;
  frame_ = frame;
  if (!(selected == asked_)) {
    asked_ = selected;
    asked_ms_ = ui.now_ms();
  }
  const bool another_picture = ui.now_ms() > asked_ms_;
  if (!was_open || another_picture || ui.state().document.find_live(shown_) == nullptr) {
    shown_ = selected;
  }
  if (!(shown_ == selected)) ui.want_frame();
  return shown_;
}

void Details::draw(Ui& ui, Rect rect) {
  const Ui::Scope panel_scope(ui, "details");
  fill(rect, ui.palette().surface);
  if (!ui.narrow()) line({rect.x, rect.y}, {rect.x, bottom_of(rect)}, ui.palette().hairline);
  const Ui::Container panel(ui, {.id = ui.id("details"),
                                 .role = Role::kComplementary,
                                 .name = std::string(tr(Text::kDetails)),
                                 .rect = rect});
  const RecordId before = shown_;
  const Record* record = ui.state().document.find_live(follow(ui));
  if (record == nullptr) {
    paragraph(ui, {rect.x + kSpace4, rect.y + kSpace5}, rect.width - 2 * kSpace4,
              tr(Text::kDetailsEmpty), Font::kBody, ui.palette().muted);
    return;
  }
  const Ui::Scope record_scope(ui, record->id);
  // Another record is read from its beginning.
  if (!(before == shown_)) ImGui::SetNextWindowScroll({0, 0});
  ScrollArea area(ui, "details", rect);
  const float margin = rect.width < kNarrow ? kSpace4 : kSpace6;
  Column column(ui, {area.origin().x + margin, area.origin().y}, area.width() - margin - kSpace2);
  header(column, *record);
  fields(column, *record, show_empty_);
  ButtonSpec more{.id = "empty fields",
                  .text = tr(show_empty_ ? Text::kDetailsHideEmpty : Text::kDetailsShowEmpty),
                  .icon = show_empty_ ? icons::kExpandLess : icons::kExpandMore,
                  .look = ButtonLook::kQuiet};
  if (button_width(ui, more) > column.width()) more.icon = nullptr;
  Rect row = column.row(button_width(ui, more), ui.target());
  row.x -= kSpace2;
  if (button(ui, row, more)) {
    show_empty_ = !show_empty_;
    ui.want_frame();
  }
  column.skip(ui.target());
  if (record->type == RecordType::kBody) relations(column, *record);
  parts(column, *record);
  mentions(column, *record);
  evidence(column, *record, show_empty_);
  history(column, *record);
  column.skip(kSpace6);
  area.set_content_height(column.height());
}

}  // namespace atlas::ui
