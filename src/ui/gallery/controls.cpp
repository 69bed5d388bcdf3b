#include "ui/gallery/controls.hpp"

#include "icons.hpp"
#include "ui/gallery/section.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/radio.hpp"

namespace atlas::ui::gallery {

void Controls::buttons(Column& column, std::string& last) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryButtons);
  Flow flow(column.row(ui.target()));
  const auto place = [&](const ButtonSpec& spec) { return flow.place(button_width(ui, spec)); };
  const auto show = [&](const ButtonSpec& spec) {
    const bool pressed = button(ui, place(spec), spec);
    if (pressed) last = spec.text.empty() ? spec.name : spec.text;
    return pressed;
  };
  show({.text = tr(Text::kGalleryPrimary), .look = ButtonLook::kPrimary});
  show({.text = tr(Text::kGalleryPlain), .icon = icons::kAdd, .help = tr(Text::kGalleryHelp)});
  show({.text = tr(Text::kGalleryQuiet), .look = ButtonLook::kQuiet});
  show({.text = tr(Text::kGalleryDanger), .icon = icons::kDelete, .look = ButtonLook::kDanger});
  show({.text = tr(Text::kGalleryDisabled), .enabled = false});
  if (show({.text = tr(Text::kGalleryToggle), .pressed = toggled_})) toggled_ = !toggled_;
  show({.icon = icons::kAdd, .name = tr(Text::kGalleryIconOnly)});
  const ButtonSpec opens{.text = tr(Text::kGalleryMenuButton), .has_popup = true};
  const Rect anchor = place(opens);
  const NodeId owner = menu_button(ui, anchor, opens);
  const std::vector<MenuItem> items{
      {.text = std::string(tr(Text::kGalleryMenuRename)), .keys = "F2", .icon = icons::kEdit},
      {.text = std::string(tr(Text::kGalleryMenuCopy)),
       .keys = "Ctrl+C",
       .icon = icons::kContentCopy},
      {.text = std::string(tr(Text::kGalleryMenuShow)), .checked = toggled_, .starts_group = true},
      {.text = std::string(tr(Text::kGalleryMenuRemove)), .enabled = false}};
  const int chosen = menu(ui, owner, anchor, tr(Text::kGalleryMenu), items);
  if (chosen == 2) toggled_ = !toggled_;
  if (chosen >= 0) last = items[static_cast<std::size_t>(chosen)].text;
  column.skip(flow.bottom() + kSpace2 - column.at().y);
  if (!last.empty()) {
    label_in(ui, column.row(TextPainter::line_height(kSmallText)), last, Font::kSmall,
             ui.palette().muted);
  }
  column.skip(TextPainter::line_height(kSmallText));
}

void Controls::choices(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryChoices);
  const std::string times = tr(Text::kGalleryCheckboxDetail, {"12"});
  const float height = checkbox_height(ui, column.width(), tr(Text::kGalleryCheckbox), times);
  if (checkbox(ui, column.row(height), tr(Text::kGalleryCheckbox), checked_, times)) {
    checked_ = !checked_;
  }
  column.skip(height + kSpace2);
  const std::array<std::string_view, 3> answers{
      tr(Text::kGalleryRadioMonth), tr(Text::kGalleryRadioQuarter), tr(Text::kGalleryRadioYear)};
  const RadioResult radio =
      radio_group(ui, column.row(0), tr(Text::kGalleryRadio), answers, chosen_radio_);
  if (radio.chosen >= 0) chosen_radio_ = radio.chosen;
  column.skip(radio.height + kSpace3);
  std::vector<TabSpec> specs;
  for (const Text text :
       {Text::kGalleryTabFirst, Text::kGalleryTabSecond, Text::kGalleryTabThird}) {
    specs.push_back({{ReplicaId{1}, specs.size() + 1}, std::string(tr(text))});
  }
  const TabsResult chosen = tabs(ui, column.row(0), tr(Text::kGalleryTabs), specs, tab_);
  if (chosen.chosen >= 0) tab_ = static_cast<std::size_t>(chosen.chosen);
  column.skip(chosen.height + kSpace2);
  column.text(specs[tab_].text, Font::kBody, ui.palette().ink);
}

}  // namespace atlas::ui::gallery
