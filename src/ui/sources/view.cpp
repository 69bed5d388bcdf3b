#include "ui/sources/view.hpp"

#include <algorithm>
#include <map>

#include "base/tr.hpp"
#include "partnership/evidence.hpp"
#include "partnership/fields.hpp"
#include "ui/widgets/link.hpp"
#include "ui/widgets/screen_page.hpp"

namespace atlas::ui::sources {
namespace {

constexpr float kWidest = 760;

void show(Ui& ui, app::SourcesView view) {
  ui.send(app::ShowSources{std::move(view)});
}

std::string count_words(std::size_t records) {
  return tr_count(Text::kSourcesRecordsOne, Text::kSourcesRecordsMany, records);
}

void way_back(Ui& ui, Column& page, std::string_view words, app::SourcesView view) {
  const Ui::Scope scope(ui, "back");
  if (page.link(words)) show(ui, std::move(view));
  page.skip(kSpace2);
}

// A record by its title; below, where in the source it stands, and what it is part of.
void record_row(Ui& ui, Column& page, RecordId record) {
  const Document& document = ui.state().document;
  const Ui::Scope scope(ui, record);
  const auto* place = std::get_if<std::string>(&document.get(record, fields::kEvidencePlace));
  std::string detail = place == nullptr ? std::string() : *place;
  const Record* found = document.find_live(record);
  const Record* parent = document.find_live(found->parent);
  if (parent != nullptr && parent->type != RecordType::kModel) {
    const std::string above = tr(Text::kDetailsPartOf, {title_of(document, parent->id)});
    detail = detail.empty() ? above : tr(Text::kDetailsPartCount, {detail, above});
  }
  page.skip(record_link(ui, page.row(0), record, title_of(document, record), detail) + kSpace1);
}

void records_by_type(Ui& ui, Column& page, const std::vector<RecordId>& records) {
  std::map<RecordType, std::vector<RecordId>> by_type;
  for (const RecordId record : records) {
    const Record* found = ui.state().document.find_live(record);
    if (found != nullptr) by_type[found->type].push_back(record);
  }
  for (const auto& [type, of_type] : by_type) {
    const TypeSpec* spec = find_type(type);
    if (spec == nullptr) continue;
    const Ui::Scope scope(ui, spec->key);
    page.skip(kSpace2);
    page.title(tr_word(spec->plural), 2, Font::kTitle3);
    for (const RecordId record : of_type) record_row(ui, page, record);
  }
}

}  // namespace

void View::refresh(const app::State& state) {
  const bool current =
      derived_ && revision_ == state.document.revision() && generation_ == state.generation;
  if (current) return;
  sources_ = sources_of(state.document);
  disagreements_ = disagreements(state.document);
  revision_ = state.document.revision();
  generation_ = state.generation;
  derived_ = true;
}

void View::all_papers(Ui& ui, Column& page) {
  const Document& document = ui.state().document;
  page.title(tr(Text::kActionGoSources), 1, Font::kTitle2);
  page.text(tr(Text::kSourcesText), Font::kBody, ui.palette().ink);
  page.skip(kSpace3);
  page.title(tr(Text::kSourcesPapers), 2, Font::kTitle3);
  if (sources_.empty()) page.text(tr(Text::kSourcesNone), Font::kBody, ui.palette().muted);
  for (const Source& source : sources_) {
    const Ui::Scope scope(ui, source.paper);
    if (page.link(title_of(document, source.paper), count_words(source.records))) {
      show(ui, {source.paper, {}, false});
    }
    page.skip(kSpace1);
  }
  if (disagreements_.empty()) return;
  page.skip(kSpace4);
  page.title(tr(Text::kSourcesDisagree), 2, Font::kTitle3);
  page.text(tr(Text::kSourcesDisagreeText), Font::kBody, ui.palette().muted);
  const std::string all = tr_count(Text::kSourcesDisagreementsOne, Text::kSourcesDisagreementsMany,
                                   disagreements_.size());
  if (page.link(all)) show(ui, {{}, {}, true});
}

void View::one_paper(Ui& ui, Column& page, const Source& source) {
  const Document& document = ui.state().document;
  way_back(ui, page, tr(Text::kSourcesAll), {});
  page.title(title_of(document, source.paper), 1, Font::kTitle2);
  {
    const Ui::Scope scope(ui, "paper");
    page.skip(record_link(ui, page.row(0), source.paper, tr(Text::kDetailsSource)) + kSpace3);
  }
  page.title(tr(Text::kSourcesPlaces), 2, Font::kTitle3);
  for (const SourcePlace& place : source.places) {
    const Ui::Scope scope(ui, place.name);
    if (page.link(place.name, count_words(place.records.size()))) {
      show(ui, {source.paper, place.name, false});
    }
  }
}

void View::one_place(Ui& ui, Column& page, const Source& source, const SourcePlace& place) {
  const std::string paper = title_of(ui.state().document, source.paper);
  way_back(ui, page, paper, {source.paper, {}, false});
  page.title(place.name, 1, Font::kTitle2);
  page.text(count_words(place.records.size()), Font::kBody, ui.palette().muted);
  records_by_type(ui, page, place.records);
}

void View::where_they_disagree(Ui& ui, Column& page) {
  const Document& document = ui.state().document;
  way_back(ui, page, tr(Text::kSourcesAll), {});
  page.title(tr(Text::kSourcesDisagree), 1, Font::kTitle2);
  page.text(tr(Text::kSourcesDisagreeText), Font::kBody, ui.palette().muted);
  RecordId last;
  for (const RecordId record : disagreements_) {
    const Record* found = document.find_live(record);
    if (found == nullptr) continue;
    if (!(found->parent == last)) {
      last = found->parent;
      page.skip(kSpace3);
      const Ui::Scope scope(ui, last);
      page.skip(record_link(ui, page.row(0), last, title_of(document, last)) + kSpace1);
    }
    const Ui::Scope scope(ui, record);
    page.text(title_of(document, record), Font::kBody, ui.palette().ink);
    const std::vector<EvidenceWords> evidence = evidence_of(document, record);
    if (evidence.empty()) continue;
    page.text(evidence.front().sentence(), Font::kSmall, ui.palette().muted);
  }
}

void View::draw(Ui& ui, Rect rect) {
  const app::State& state = ui.state();
  refresh(state);
  const app::SourcesView& view = state.sources;
  const auto source = std::find_if(sources_.begin(), sources_.end(),
                                   [&](const Source& each) { return each.paper == view.paper; });
  const bool there = source != sources_.end() && !view.disagreements;
  const Ui::Scope scope(ui, "sources");
  const Ui::Scope paper(ui, view.disagreements ? kRootRecord : view.paper);
  const Ui::Scope place(ui, there ? std::string_view(view.place) : std::string_view());
  // Each list is scrolled for itself.
  ScreenPage screen(ui, "list", rect, kWidest);
  Column& page = screen.column();
  if (view.disagreements) {
    where_they_disagree(ui, page);
  } else if (!there) {
    all_papers(ui, page);
  } else {
    const auto chosen =
        std::find_if(source->places.begin(), source->places.end(),
                     [&](const SourcePlace& each) { return each.name == view.place; });
    if (chosen == source->places.end()) {
      one_paper(ui, page, *source);
    } else {
      one_place(ui, page, *source, *chosen);
    }
  }
}

}  // namespace atlas::ui::sources
