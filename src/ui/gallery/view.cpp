#include "ui/gallery/view.hpp"

#include <algorithm>

#include "base/tr.hpp"
#include "document/transaction.hpp"
#include "icons.hpp"
#include "ui/widgets/axis.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/dialog.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/menu.hpp"
#include "ui/widgets/message.hpp"
#include "ui/widgets/radio.hpp"
#include "ui/widgets/scroll_area.hpp"
#include "ui/widgets/splitter.hpp"
#include "ui/widgets/tree.hpp"

namespace atlas::ui::gallery {
namespace {

constexpr float kWidest = 900;

constexpr std::array kBodyType{RecordType::kBody};

ChoiceSet rag_choices() {
  return find_field_by_key(RecordType::kAction, "rag")->choices;
}

struct Sample {
  Text label;
  std::string_view key;
  FieldKind kind;
  bool enabled = true;
};
// One field of every kind that the schema knows, then one refused and one out of use.
constexpr std::array<Sample, 11> kSamples{{
    {Text::kGalleryFieldText, "text", FieldKind::kText},
    {Text::kGalleryFieldLong, "long", FieldKind::kLongText},
    {Text::kGalleryFieldDate, "date", FieldKind::kDate},
    {Text::kGalleryFieldChoice, "rag", FieldKind::kChoice},
    {Text::kGalleryFieldReference, "body", FieldKind::kReference},
    {Text::kGalleryFieldMoney, "money", FieldKind::kMoney},
    {Text::kGalleryFieldNumber, "number", FieldKind::kNumber},
    {Text::kGalleryFieldPercent, "percent", FieldKind::kPercent},
    {Text::kGalleryFieldFlag, "flag", FieldKind::kFlag},
    {Text::kGalleryFieldRefused, "refused", FieldKind::kDate},
    {Text::kGalleryFieldDisabled, "disabled", FieldKind::kText, false},
}};
constexpr std::size_t kRefused = 9;

FieldSpec spec_of(std::size_t index) {
  const Sample& sample = kSamples[index];
  FieldSpec spec{.number = {static_cast<std::uint32_t>(index + 1)},
                 .key = sample.key,
                 .label = tr(sample.label),
                 .kind = sample.kind,
                 .help = tr(Text::kGalleryFieldHelp)};
  if (sample.kind == FieldKind::kChoice) spec.choices = rag_choices();
  if (sample.kind == FieldKind::kReference) spec.refers_to = kBodyType;
  return spec;
}

struct Row {
  Text name;
  int members;
  int budget;  // pounds
};
constexpr std::array kRows{Row{Text::kGalleryOptionFirst, 17, 2'500'000},
                           Row{Text::kGalleryOptionSecond, 24, 480'000},
                           Row{Text::kGalleryOptionThird, 9, 65'250}};

void section(Column& column, Text title) {
  column.skip(kSpace4);
  column.rule();
  column.title(tr(title), 2, Font::kTitle3);
}

}  // namespace

View::View() {
  values_[0].value = std::string(tr(Text::kGallerySampleText));
  values_[1].value = std::string(tr(Text::kGallerySampleLong));
  values_[2].value = from_civil({2012, 9, 13});
  values_[3].value = Choice{2};
  values_[5].value = Money{250'000'000};
  values_[6].value = Decimal{1250, 1};
  values_[7].value = Decimal{159, 1};
  values_[8].value = true;
  const std::string_view wrong = tr(Text::kGallerySampleRefused);
  const Result<Value> refused = parse_typed(spec_of(kRefused), wrong);
  values_[kRefused].typed = wrong;
  values_[kRefused].problem = refused.ok() ? std::string() : refused.error().sentence();
  values_[10].value = std::string(tr(Text::kGallerySampleText));
}

void View::draw(Ui& ui, Rect rect) {
  fill(rect, ui.palette().background);
  const Ui::Scope scope(ui, "gallery");
  {
    ScrollArea area(ui, "gallery", rect);
    const float margin = ui.fold() == Fold::kPhone ? kSpace4 : kSpace5;
    Column column(ui, {area.origin().x + margin, area.origin().y + margin},
                  std::min(kWidest, area.width() - 2 * margin));
    column.title(tr(Text::kGalleryTitle), 1, Font::kTitle2);
    column.text(tr(Text::kGalleryAbout), Font::kBody, ui.palette().muted);
    buttons(column);
    fields(column);
    choices(column);
    messages(column);
    marks(column);
    data(column);
    chart(column);
    places(column);
    column.skip(kSpace6);
    area.set_content_height(column.height() + margin);
  }
  if (dialog_) dialog(ui);
}

void View::buttons(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryButtons);
  Rect at = column.row(ui.target());
  const float left = at.x;
  const auto place = [&](const ButtonSpec& spec) {
    at.width = std::min(button_width(ui, spec), column.width());
    if (at.x + at.width > left + column.width()) {
      at.x = left;
      at.y += ui.target() + kSpace2;
    }
    const Rect box = at;
    at.x += at.width + kSpace2;
    return box;
  };
  const auto show = [&](const ButtonSpec& spec) {
    const bool pressed = button(ui, place(spec), spec);
    if (pressed) last_ = spec.text.empty() ? spec.name : spec.text;
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
  if (chosen >= 0) last_ = items[static_cast<std::size_t>(chosen)].text;
  column.skip(at.y + ui.target() + kSpace2 - column.at().y);
  if (!last_.empty()) {
    label_in(ui, column.row(TextPainter::line_height(kSmallText)), last_, Font::kSmall,
             ui.palette().muted);
  }
  column.skip(TextPainter::line_height(kSmallText));
}

void View::field_row(Column& column, std::size_t index) {
  Ui& ui = column.ui();
  const Sample& sample = kSamples[index];
  const Ui::Scope scope(ui, sample.key);
  column.text(tr(sample.label), Font::kSmall, ui.palette().muted);
  column.skip(-kSpace2);
  const FieldSpec spec = spec_of(index);
  const FieldSpecification wanted{.field = &spec,
                                  .sample = &values_[index],
                                  .enabled = sample.enabled,
                                  .name = tr(sample.label)};
  const float height = field_height(ui, wanted, column.width());
  field(ui, column.row(height), wanted);
  column.skip(height + kSpace2);
}

void View::fields(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryFields);
  if (column.width() < 560) {
    for (std::size_t i = 0; i < kFields; ++i) field_row(column, i);
    return;
  }
  const float half = (column.width() - kSpace5) / 2;
  Column first(ui, column.at(), half);
  Column second(ui, {column.at().x + half + kSpace5, column.at().y}, half);
  for (std::size_t i = 0; i < kFields; ++i) field_row(i < 6 ? first : second, i);
  column.skip(std::max(first.height(), second.height()));
}

void View::choices(Column& column) {
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

void View::messages(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryMessages);
  const auto show = [&](std::string_view id, Text text, Tone tone, Text act) {
    const BannerSpec spec{.id = id, .text = tr(text), .act = tr(act), .tone = tone};
    const BannerResult result = banner(ui, column.row(0), spec);
    if (result.acted) last_ = tr(act);
    column.skip(result.height + kSpace2);
  };
  show("info", Text::kGalleryBannerInfo, Tone::kInfo, Text::kGalleryBannerAct);
  show("good", Text::kGalleryBannerGood, Tone::kGood, Text::kGalleryBannerAct);
  show("caution", Text::kGalleryBannerCaution, Tone::kCaution, Text::kGalleryBannerAct);
  show("bad", Text::kGalleryBannerBad, Tone::kBad, Text::kGalleryBannerAct);
  const ButtonSpec toast_button{.text = tr(Text::kGalleryToastButton)};
  if (button(ui, column.row(button_width(ui, toast_button), ui.target()), toast_button)) {
    toast_ = true;
  }
  column.skip(ui.target() + kSpace2);
  const ButtonSpec error_button{.text = tr(Text::kGalleryErrorButton)};
  if (button(ui, column.row(button_width(ui, error_button), ui.target()), error_button)) {
    error_ = true;
  }
  column.skip(ui.target() + kSpace4);
  Rect room{ui.page().x, ui.page().y, ui.page().width, ui.page().height - kStatusLine};
  const auto float_toast = [&](bool& open, const ToastSpec& spec) {
    if (!open) return;
    const ToastResult result = toast(ui, room, spec);
    if (result.undone) last_ = spec.text;
    if (result.undone || result.dismissed) open = false;
    room.height -= result.height + kSpace2;
  };
  float_toast(error_,
              {.id = "gallery error", .text = tr(Text::kGalleryToastError), .is_error = true});
  float_toast(toast_,
              {.id = "gallery toast", .text = tr(Text::kGalleryToast), .offers_undo = true});
  const EmptyResult empty = empty_state(ui, column.row(0),
                                        {.title = tr(Text::kGalleryEmpty),
                                         .text = tr(Text::kGalleryEmptyText),
                                         .act = tr(Text::kGalleryEmptyAct),
                                         .icon = icons::kChecklist});
  if (empty.acted) last_ = tr(Text::kGalleryEmptyAct);
  column.skip(empty.height);
}

void View::marks(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryMarks);
  Vec2 at = column.at();
  const float right = at.x + column.width();
  const float step = TextPainter::line_height(kBodyText) + kSpace2;
  const auto wrap = [&](float width) {
    if (at.x > column.at().x && at.x + width > right) at = {column.at().x, at.y + step};
  };
  const auto show = [&](Text text, Tone tone) {
    wrap(ui.text().width(tr(text), Font::kSmallStrong) + 2 * kSpace2);
    at.x += badge(ui, at, tr(text), tone) + kSpace2;
  };
  show(Text::kGalleryBadgeInfo, Tone::kInfo);
  show(Text::kGalleryBadgeGood, Tone::kGood);
  show(Text::kGalleryBadgeCaution, Tone::kCaution);
  show(Text::kGalleryBadgeBad, Tone::kBad);
  at = {column.at().x, at.y + step};
  for (const ChoiceOption& rag : rag_choices()) {
    const Ui::Scope scope(ui, rag.key);  // a badge above says the same as one of these
    wrap(ui.text().width(tr_word(rag.label), Font::kBody) + kSpace6);
    at.x += rag_mark(ui, at, rag.number, tr_word(rag.label)) + kSpace4;
  }
  column.skip(at.y + step - column.at().y + kSpace2);
  column.title(tr(Text::kGalleryProgress), 3, Font::kStrong);
  const float done = cancelled_ % 2 == 0 ? 0.4F : 0.0F;
  const ProgressResult known =
      progress(ui, column.row(0), {.name = tr(Text::kGalleryProgressKnown), .share = done});
  column.skip(known.height + kSpace3);
  if (known.cancelled) ++cancelled_;
  // This one stands still: a gallery at rest draws no frames.
  const ProgressResult unknown = progress(ui, column.row(0),
                                          {.name = tr(Text::kGalleryProgressUnknown),
                                           .share = std::nullopt,
                                           .can_cancel = false,
                                           .at_rest = true});
  column.skip(unknown.height);
}

void View::data(Column& column) {
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
  const FieldSpec money = spec_of(5);
  const auto cell = [&](std::size_t row, std::size_t index) {
    const Row& shown = kRows[order[row]];
    if (index == 0) return std::string(tr(shown.name));
    if (index == 1) return std::to_string(shown.members);
    return display_text(ui.state().document, money, Money{shown.budget * 100LL});
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

void View::chart(Column& column) {
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
                                      .up = number_marks(10, 20, 5)});
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

void View::places(Column& column) {
  constexpr float kHeight = 120;
  Ui& ui = column.ui();
  const Palette& p = ui.palette();
  section(column, Text::kGalleryContext);
  const Rect box = column.row(ui.target() * 2);
  const Response response = ui.interact(ui.id("context"), box);
  ui.leaf({.id = response.id,
           .role = Role::kButton,
           .name = std::string(tr(Text::kGalleryContextText)),
           .states = ui.states(response),
           .rect = box});
  fill(box, p.surface, kRadius);
  control_edge(ui, box, p.control_edge);
  const WrappedText words =
      ui.text().wrap(tr(Text::kGalleryContextText), Font::kBody, box.width - 2 * kSpace3, 3);
  const float words_height =
      TextPainter::line_height(kBodyText) * static_cast<float>(words.lines.size());
  draw_lines(ui, {box.x + kSpace3, box.y + (box.height - words_height) / 2}, words, Font::kBody,
             p.ink);
  ui.ring(response, 1);
  open_context_menu(ui, response.id, response);
  const std::vector<MenuItem> items{{.text = std::string(tr(Text::kGalleryMenuRename))},
                                    {.text = std::string(tr(Text::kGalleryMenuCopy))}};
  const int chosen = menu(ui, response.id, box, tr(Text::kGalleryContext), items);
  if (chosen >= 0) last_ = items[static_cast<std::size_t>(chosen)].text;
  column.skip(box.height);

  section(column, Text::kGallerySplit);
  const Rect whole = column.row(kHeight);
  const float most = whole.width - 80;
  const float left = std::clamp(split_, 80.0F, std::max(most, 80.0F));
  fill({whole.x, whole.y, left, whole.height}, p.surface, kRadius);
  fill({whole.x + left, whole.y, whole.width - left, whole.height}, p.sunken, kRadius);
  label_in(ui, {whole.x + kSpace2, whole.y, left - kSpace3, ui.row()}, tr(Text::kGallerySplitLeft),
           Font::kBody, p.ink);
  label_in(ui,
           {whole.x + left + kSplitter + kSpace1, whole.y, whole.width - left - kSplitter - kSpace3,
            ui.row()},
           tr(Text::kGallerySplitRight), Font::kBody, p.ink);
  const SplitterResult moved =
      splitter(ui, {whole.x + left, whole.y + ui.row(), kSplitter, whole.height - ui.row()},
               {.name = tr(Text::kGallerySplitName),
                .size = left,
                .least = 80,
                .most = most,
                .grows_back = false});
  split_ = moved.size;
  column.skip(kHeight);

  section(column, Text::kGalleryScroll);
  {
    const Rect view = column.row(kHeight);
    fill(view, p.surface, kRadius);
    control_edge(ui, view, p.hairline);
    ScrollArea area(ui, "lines", inset(view, 1));
    float y = area.origin().y + kSpace1;
    for (int i = 1; i <= 12; ++i) {
      const Ui::Scope scope(ui, "line " + std::to_string(i));
      y += paragraph(ui, {area.origin().x + kSpace2, y}, area.width() - kSpace3,
                     tr(Text::kGalleryScrollLine, {std::to_string(i)}), Font::kBody, p.ink);
    }
    area.set_content_height(y + kSpace1 - area.origin().y);
  }
  column.skip(kHeight);

  section(column, Text::kGalleryLinks);
  if (column.link(tr(Text::kGalleryLink), tr(Text::kGalleryLinkDetail))) {
    last_ = tr(Text::kGalleryFollowed, {tr(Text::kGalleryLink)});
  }
  section(column, Text::kGalleryDialog);
  const ButtonSpec open{.text = tr(Text::kGalleryDialogOpen)};
  if (button(ui, column.row(button_width(ui, open), ui.target()), open)) dialog_ = true;
  column.skip(ui.target());
}

void View::dialog(Ui& ui) {
  const DialogBox box(
      ui, {.id = "gallery dialog", .title = tr(Text::kGalleryDialogTitle), .width = 440},
      dialog_height_);
  Column column(ui, {box.content().x, box.content().y}, box.content().width);
  column.text(tr(Text::kGalleryDialogText), Font::kBody, ui.palette().ink);
  column.skip(kSpace2);
  const ButtonSpec end{.text = tr(Text::kGalleryDialogEnd), .look = ButtonLook::kDanger};
  const ButtonSpec keep{.text = tr(Text::kGalleryDialogKeep), .look = ButtonLook::kPrimary};
  if (button(ui, column.row(button_width(ui, keep), ui.target() + 4), keep)) dialog_ = false;
  column.skip(ui.target() + 4 + kSpace2);
  if (button(ui, column.row(button_width(ui, end), ui.target() + 4), end)) {
    dialog_ = false;
    last_ = end.text;
  }
  column.skip(ui.target() + 4);
  if (box.escaped()) dialog_ = false;
  if (!dialog_) ui.want_frame();
  if (dialog_height_ != column.height()) ui.want_frame();
  dialog_height_ = column.height();
}

}  // namespace atlas::ui::gallery
