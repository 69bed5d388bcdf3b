#include "ui/history/view.hpp"

#include <algorithm>
#include <set>

#include "app/local_time.hpp"
#include "base/tr.hpp"
#include "document/change_words.hpp"
#include "icons.hpp"
#include "ui/author_filter.hpp"
#include "ui/widgets/by_words.hpp"
#include "ui/widgets/page_field.hpp"
#include "ui/widgets/screen_page.hpp"

namespace atlas::ui::history {
namespace {

constexpr float kWidest = 860;
constexpr std::size_t kPage = 40;
constexpr std::size_t kEffects = 40;
constexpr std::size_t kRecords = 8;  // links below a change

const Document& present(const app::State& state) {
  return state.present ? *state.present : state.document;
}

bool is_about(const Change& change, RecordId record) {
  const std::vector<RecordId> records = records_in(change);
  return std::find(records.begin(), records.end(), record) != records.end();
}

// A way back, with what can be done with it. Gives the index of the button that was pressed, or -1.
int point_row(Column& page, std::string_view title, std::string_view detail,
              std::span<const ButtonSpec> acts) {
  Ui& ui = page.ui();
  const Ui::Container item(ui, {.id = ui.id("item"),
                                .role = Role::kListItem,
                                .name = std::string(title),
                                .rect = page.row(1)});
  page.rule();
  page.skip(-kSpace2);
  page.text(title, Font::kStrong, ui.palette().ink);
  page.skip(-kSpace1);
  if (!detail.empty()) page.text(detail, Font::kSmall, ui.palette().muted);
  const int pressed = page.buttons(acts);
  page.skip(kSpace1);
  return pressed;
}

void merge_row(Column& page, const app::MergeNote& note) {
  Ui& ui = page.ui();
  const Ui::Scope scope(ui, "merge " + std::to_string(note.id));
  std::string files;
  for (const std::string& file : note.files) {
    files = files.empty() ? file : tr(Text::kJoined, {files, file});
  }
  const std::string title = tr(Text::kHistoryBroughtIn, {files});
  std::string detail = tr_count(Text::kChangesOne, Text::kChangesMany, note.changes);
  const app::ClockPort* clock = ui.state().clock;
  if (clock != nullptr) {
    detail = tr(Text::kDotted, {detail, app::date_and_time(*clock, note.wall_ms)});
  }
  if (note.aside) {
    detail = tr(Text::kDotted, {detail, tr(Text::kHistoryIsAside)});
    if (note.resting > 0) {
      const std::string resting =
          tr_count(Text::kToastRestingOne, Text::kToastRestingMany, note.resting);
      detail = tr(Text::kDotted, {detail, resting});
    }
  }
  const std::string look = tr(Text::kHistoryLookBeforeNamed, {files});
  const std::string aside = tr(Text::kHistorySetAsideNamed, {files});
  const std::string back = tr(Text::kHistoryBringBackNamed, {files});
  const ButtonSpec acts[] = {
      {.id = "look", .text = tr(Text::kHistoryLookBefore), .name = look},
      note.aside ? ButtonSpec{.id = "back", .text = tr(Text::kHistoryBringBack), .name = back}
                 : ButtonSpec{.id = "aside",
                              .text = tr(Text::kHistorySetAside),
                              .name = aside,
                              .help = tr(Text::kHistorySetAsideHelp)}};
  const int pressed = point_row(page, title, detail, acts);
  if (pressed == 0) ui.send(app::LookBackBefore{note.id});
  if (pressed == 1 && note.aside) ui.send(app::BringMergeBack{note.id});
  if (pressed == 1 && !note.aside) ui.send(app::SetMergeAside{note.id});
}

void named_point_row(Column& page, RecordId point) {
  Ui& ui = page.ui();
  const Document& document = present(ui.state());
  const Ui::Scope scope(ui, point);
  const std::string name = title_of(document, point);
  const Change* made = document.find_change({point.replica, point.counter});
  const std::string detail = made == nullptr ? std::string() : by_words(ui, *made);
  const std::string look = tr(Text::kHistoryLookAtNamed, {name});
  const std::string remove = tr(Text::kHistoryRemoveNamed, {name});
  const ButtonSpec acts[] = {{.id = "look", .text = tr(Text::kHistoryLookAt), .name = look},
                             {.id = "remove",
                              .text = tr(Text::kHistoryRemove),
                              .name = remove,
                              .look = ButtonLook::kQuiet,
                              .enabled = !ui.state().looking_back}};
  const int pressed = point_row(page, name, detail, acts);
  if (pressed == 0) ui.send(app::LookBackAt{point});
  if (pressed == 1) ui.send(app::RemoveRecord{point});
}

// What one change did, and the ways from it.
void effects(Column& page, const Change& change) {
  Ui& ui = page.ui();
  const Document& document = present(ui.state());
  const std::vector<std::string> lines = effects_of(document, change, kEffects);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Ui::Scope scope(ui, std::to_string(i));
    page.text(lines[i], Font::kBody, ui.palette().ink);
    page.skip(-kSpace1);
  }
  page.skip(kSpace2);
  if (page.button({.text = tr(Text::kHistoryLookAfter)})) {
    ui.send(app::LookBackTo{change.last_id()});
  }
  std::vector<RecordId> records = records_in(change);
  if (records.size() > kRecords) records.resize(kRecords);
  for (const RecordId record : records) {
    if (document.find(record) == nullptr) continue;
    const Ui::Scope scope(ui, record);
    if (page.link(tr(Text::kHistoryOfNamed, {title_of(document, record)}))) {
      ui.send(app::ShowHistory{{.record = record, .author = {}, .chosen = {}}});
    }
  }
  page.skip(kSpace2);
}

}  // namespace

void View::refresh(const app::State& state) {
  const Document& document = present(state);
  const bool current = made_ && revision_ == document.revision() &&
                       generation_ == state.generation && record_ == state.history.record &&
                       author_ == state.history.author;
  if (current) return;
  const bool same_list =
      made_ && record_ == state.history.record && author_ == state.history.author;
  if (!same_list) most_ = kPage;
  made_ = true;
  revision_ = document.revision();
  generation_ = state.generation;
  record_ = state.history.record;
  author_ = state.history.author;
  changes_ = document.changes();
  std::set<std::string> authors;
  for (const Change* change : changes_) {
    if (!change->author.empty()) authors.insert(change->author);
  }
  authors_.assign(authors.begin(), authors.end());
  std::erase_if(changes_, [&](const Change* change) {
    return (!author_.empty() && change->author != author_) ||
           (!record_.is_null() && !is_about(*change, record_));
  });
  std::reverse(changes_.begin(), changes_.end());
  points_ = document.records_of(RecordType::kRestorePoint);
  std::sort(points_.begin(), points_.end(), [&](RecordId a, RecordId b) {
    const Change* left = document.find_change({a.replica, a.counter});
    const Change* right = document.find_change({b.replica, b.counter});
    if (left == nullptr || right == nullptr) return right == nullptr && left != nullptr;
    return left->lamport == right->lamport ? b < a : left->lamport > right->lamport;
  });
}

void View::new_point(Column& page) {
  Ui& ui = page.ui();
  const Ui::Scope scope(ui, "new point");
  const FieldSpec point = text_line("point", Text::kHistoryPointName, Text::kHistoryPointHelp);
  field_label(page, point.label);
  const ButtonSpec add{.text = tr(Text::kHistoryAddPoint),
                       .icon = icons::kBookmarkBorder,
                       .enabled = !is_unset(name_.value) && !ui.state().looking_back};
  if (page_field(page, {.field = &point, .sample = &name_, .max_lines = 100}, add)) {
    ui.send(app::AddRestorePoint{std::get<std::string>(name_.value)});
    name_ = {};
  }
  page.skip(kSpace1);
}

void View::points(Column& page) {
  Ui& ui = page.ui();
  const app::State& state = ui.state();
  page.title(tr(Text::kHistoryPoints), 2, Font::kTitle3);
  page.text(tr(Text::kHistoryPointsText), Font::kBody, ui.palette().muted);
  new_point(page);
  const Ui::Container list(ui, {.id = ui.id("points"),
                                .role = Role::kList,
                                .name = std::string(tr(Text::kHistoryPoints)),
                                .rect = page.row(1)});
  for (const RecordId point : points_) named_point_row(page, point);
  for (auto note = state.merges.rbegin(); note != state.merges.rend(); ++note) {
    merge_row(page, *note);
  }
}

void View::filters(Column& page) {
  Ui& ui = page.ui();
  const app::HistoryView& view = ui.state().history;
  if (!view.record.is_null()) {
    const std::string title = title_of(present(ui.state()), view.record);
    page.text(tr(Text::kHistoryAbout, {title}), Font::kStrong, ui.palette().ink);
    if (page.link(tr(Text::kHistoryAll))) {
      ui.send(app::ShowHistory{{.record = {}, .author = view.author, .chosen = {}}});
    }
    page.skip(kSpace2);
  }
  const Rect row = page.row(std::min(320.0F, page.width()), ui.target() + 4);
  if (auto author = author_filter(ui, row, authors_, view.author)) {
    ui.send(app::ShowHistory{{.record = view.record, .author = std::move(*author), .chosen = {}}});
  }
  page.skip(ui.target() + 4 + kSpace3);
}

void View::changes(Column& page) {
  Ui& ui = page.ui();
  const app::HistoryView& view = ui.state().history;
  const Document& document = present(ui.state());
  page.title(tr(Text::kHistoryChanges), 2, Font::kTitle3);
  filters(page);
  const std::size_t shown = std::min(most_, changes_.size());
  page.text(tr(Text::kMergeRowsShown, {std::to_string(shown), std::to_string(changes_.size())}),
            Font::kSmall, ui.palette().muted);
  const Ui::Container list(ui, {.id = ui.id("changes"),
                                .role = Role::kList,
                                .name = std::string(tr(Text::kHistoryChanges)),
                                .rect = page.row(1)});
  for (std::size_t i = 0; i < shown; ++i) {
    const Change& change = *changes_[i];
    const OpId id = change.last_id();
    const Ui::Scope scope(ui, RecordId{id.replica, id.counter});
    const bool chosen = view.chosen == id;
    page.rule();
    page.skip(-kSpace2);
    if (page.link(headline_of(document, change), by_words(ui, change))) {
      app::HistoryView next = view;
      next.chosen = chosen ? OpId{} : id;
      ui.send(app::ShowHistory{std::move(next)});
    }
    if (chosen) effects(page, change);
  }
  if (shown == changes_.size()) return;
  if (page.button({.text = tr(Text::kShowMore)})) {
    most_ += kPage;
    ui.want_frame();
  }
}

void View::draw(Ui& ui, Rect rect) {
  refresh(ui.state());
  const Ui::Scope scope(ui, "history");
  ScreenPage screen(ui, "history", rect, kWidest);
  Column& page = screen.column();
  page.title(tr(Text::kActionGoHistory), 1, Font::kTitle2);
  page.text(tr(Text::kHistoryText), Font::kBody, ui.palette().ink);
  page.skip(kSpace3);
  if (ui.state().history.record.is_null()) points(page);
  page.skip(kSpace3);
  changes(page);
}

}  // namespace atlas::ui::history
