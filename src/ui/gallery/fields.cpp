#include "ui/gallery/fields.hpp"

#include <algorithm>

#include "document/transaction.hpp"
#include "ui/gallery/section.hpp"

namespace atlas::ui::gallery {
namespace {

constexpr float kTwoColumns = 560;
constexpr std::size_t kWhole = 1000;  // lines

constexpr std::array kBodyType{RecordType::kBody};

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

}  // namespace

Fields::Fields() {
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

void Fields::row(Column& column, std::size_t index) {
  Ui& ui = column.ui();
  const Sample& sample = kSamples[index];
  const Ui::Scope scope(ui, sample.key);
  column.text(tr(sample.label), Font::kSmall, ui.palette().muted);
  column.skip(-kSpace2);
  const FieldSpec spec = spec_of(index);
  const FieldSpecification wanted{.field = &spec,
                                  .sample = &values_[index],
                                  .enabled = sample.enabled,
                                  .name = tr(sample.label),
                                  .max_lines = kWhole};
  const float height = field_height(ui, wanted, column.width());
  field(ui, column.row(height), wanted);
  column.skip(height + kSpace2);
}

void Fields::draw(Column& column) {
  Ui& ui = column.ui();
  section(column, Text::kGalleryFields);
  if (column.width() < kTwoColumns) {
    for (std::size_t i = 0; i < kFields; ++i) row(column, i);
    return;
  }
  const float half = (column.width() - kSpace5) / 2;
  Column first(ui, column.at(), half);
  Column second(ui, {column.at().x + half + kSpace5, column.at().y}, half);
  for (std::size_t i = 0; i < kFields; ++i) row(i < 6 ? first : second, i);
  column.skip(std::max(first.height(), second.height()));
}

}  // namespace atlas::ui::gallery
