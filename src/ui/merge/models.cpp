#include "ui/merge/models.hpp"

#include <string>

#include "base/tr.hpp"
#include "icons.hpp"

namespace atlas::ui::merge {
namespace {

void choice(Column& page, std::size_t index, const app::MergeModel& model) {
  Ui& ui = page.ui();
  if (!model.is_offered()) {
    const bool same_name = model.same_name == model.title;
    page.point(icons::kCheckCircle,
               same_name ? tr(Text::kMergeModelSame, {model.title})
                         : tr(Text::kMergeModelSameAs, {model.title, model.same_name}),
               ui.palette().muted);
    return;
  }
  const float height = checkbox_height(ui, page.width(), model.title);
  if (checkbox(ui, page.row(height), model.title, model.chosen)) {
    ui.send(app::ChooseMergeModel{index, model.record, !model.chosen});
  }
  page.skip(height + kSpace1);
}

// "Copies 35 bodies, 51 lines and 170 other records. …", and what of them does not come.
void what_it_makes(Column& page, const CopyCounts& copies) {
  Ui& ui = page.ui();
  const std::size_t bodies = copies.records_of(RecordType::kBody);
  const std::size_t lines = copies.records_of(RecordType::kLine);
  const std::size_t others = copies.all_records() - bodies - lines;
  page.text(tr(Text::kMergeModelsCounts,
               {tr_count(Text::kHomeBodiesOne, Text::kHomeBodiesMany, bodies),
                tr_count(Text::kMergeModelsLinesOne, Text::kMergeModelsLinesMany, lines),
                tr_count(Text::kMergeModelsOthersOne, Text::kMergeModelsOthersMany, others)}),
            Font::kBody, ui.palette().ink);
  const auto tell = [&](Text one, Text many, std::size_t count) {
    if (count > 0) page.point(icons::kWarning, tr_count(one, many, count), ui.palette().rag[2]);
  };
  tell(Text::kMergeModelsLeftOutOne, Text::kMergeModelsLeftOutMany, copies.left_out);
  tell(Text::kMergeModelsEmptiedOne, Text::kMergeModelsEmptiedMany, copies.emptied);
  tell(Text::kMergeModelsRefusedOne, Text::kMergeModelsRefusedMany, copies.refused);
  tell(Text::kMergeModelsClashingOne, Text::kMergeModelsClashingMany, copies.clashing);
  tell(Text::kMergeModelsErasedOne, Text::kMergeModelsErasedMany, copies.erased);
}

}  // namespace

void draw_models(Column& page, const app::MergeFile& file, std::size_t index) {
  if (file.models.empty()) return;
  Ui& ui = page.ui();
  const Ui::Scope scope(ui, "models " + std::to_string(index));
  const std::string title = tr(Text::kMergeModelsOf, {file.name});
  const Ui::Container group(
      ui, {.id = ui.id("group"), .role = Role::kGroup, .name = title, .rect = page.row(1)});
  page.title(title, 3, Font::kStrong);
  for (std::size_t i = 0; i < file.models.size(); ++i) {
    const Ui::Scope each(ui, "model " + std::to_string(i));
    choice(page, index, file.models[i]);
  }
  if (file.offers_models()) {
    what_it_makes(page, file.copies);
    const std::size_t chosen = file.models_chosen();
    const std::string words =
        tr_count(Text::kMergeModelsApplyOne, Text::kMergeModelsApplyMany, chosen);
    const std::string name = tr(Text::kMergeModelsNamed, {words, file.name});
    const ButtonSpec bring{.id = "bring in models",
                           .text = words,
                           .name = name,
                           .enabled = chosen > 0 && ui.state().merge->ready};
    if (page.button(bring)) ui.send(app::BringInModels{index});
  }
  page.skip(kSpace4);
}

}  // namespace atlas::ui::merge
