#include "ui/clashes/card.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "partnership/hierarchy.hpp"
#include "ui/widgets/by_words.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/page_field.hpp"

namespace atlas::ui::clashes {
namespace {

constexpr std::size_t kValueLength = 600;
constexpr float kBesideButton = 220;  // what words need beside a button

struct Way {
  std::string text;
  std::string by;
  app::Settlement settlement;
};

std::string quoted(const Document& document, RecordId record) {
  const std::string title = record == kRootRecord ? std::string(tr(Text::kHistoryTop))
                                                  : atlas::title_of(document, record);
  return tr(Text::kQuoted, {title});
}

const FieldSpec* field_of(const Document& document, const Clash& clash) {
  const Record* record = document.find(clash.record);
  return record == nullptr ? nullptr : find_field(record->type, clash.field);
}

std::string_view explanation(ClashKind kind) {
  switch (kind) {
    case ClashKind::kMovedApart:
      return tr(Text::kClashMovedText);
    case ClashKind::kCircle:
      return tr(Text::kClashCircleText);
    case ClashKind::kDeletedAndEdited:
      return tr(Text::kClashDeletedText);
    case ClashKind::kField:
    default:
      return tr(Text::kClashFieldText);
  }
}

std::vector<Way> field_ways(Ui& ui, const CardSpec& spec) {
  std::vector<Way> ways;
  const FieldSpec* field = field_of(spec.document, spec.clash);
  for (const ClashSide& side : spec.clash.sides) {
    std::string text = field == nullptr ? std::string(tr(Text::kValueFromNewer))
                                        : display_text(spec.document, *field, side.value);
    if (text.empty()) text = tr(Text::kClashNothing);
    Way way{shortened(text, kValueLength), by_words(ui, *side.change), {}};
    way.settlement.value = side.value;
    ways.push_back(std::move(way));
  }
  return ways;
}

std::vector<Way> move_ways(Ui& ui, const CardSpec& spec) {
  std::vector<Way> ways;
  const RecordId record = spec.clash.record;
  const RecordId now = spec.document.find(record)->parent;
  const auto add = [&](RecordId parent, std::string by) {
    Way way{tr(Text::kClashUnder, {quoted(spec.document, parent)}), std::move(by), {}};
    way.settlement.parent = parent;
    ways.push_back(std::move(way));
  };
  if (spec.clash.kind == ClashKind::kCircle) add(now, std::string(tr(Text::kClashStandsNow)));
  for (const ClashSide& side : spec.clash.sides) {
    const bool is_now = spec.clash.kind == ClashKind::kCircle && side.parent == now;
    // Under itself it can never be.
    const bool circle = side.parent == record || is_below(spec.document, side.parent, record);
    const bool gone =
        !(side.parent == kRootRecord) && spec.document.find_live(side.parent) == nullptr;
    if (!is_now && !circle && !gone) add(side.parent, by_words(ui, *side.change));
  }
  return ways;
}

std::vector<Way> delete_ways(Ui& ui, const CardSpec& spec) {
  const std::vector<ClashSide>& sides = spec.clash.sides;
  Way keep{std::string(tr(Text::kClashKeep)), by_words(ui, *sides.back().change), {}};
  keep.settlement.keep = true;
  Way remove{std::string(tr(Text::kClashDelete)), by_words(ui, *sides.front().change), {}};
  remove.settlement.keep = false;
  return {std::move(keep), std::move(remove)};
}

std::vector<Way> ways_of(Ui& ui, const CardSpec& spec) {
  switch (spec.clash.kind) {
    case ClashKind::kMovedApart:
    case ClashKind::kCircle:
      return move_ways(ui, spec);
    case ClashKind::kDeletedAndEdited:
      return delete_ways(ui, spec);
    case ClashKind::kField:
    default:
      return field_ways(ui, spec);
  }
}

// Words and, beside them or below, the button that chooses them. True when it was activated.
bool way_row(Column& page, const Way& way, ButtonSpec act) {
  Ui& ui = page.ui();
  const std::string name = tr(Text::kClashUseNamed, {way.text});
  act.name = name;
  const float width = button_width(ui, act);
  const bool below = page.width() - width - 3 * kSpace3 < kBesideButton;
  const float room = page.width() - 2 * kSpace3 - (below ? 0 : width + kSpace3);
  const WrappedText words = ui.text().wrap(way.text, Font::kBody, room);
  const WrappedText by = ui.text().wrap(way.by, Font::kSmall, room);
  const float text = TextPainter::line_height(kBodyText) * static_cast<float>(words.lines.size()) +
                     TextPainter::line_height(kSmallText) * static_cast<float>(by.lines.size());
  const float acts = below ? ui.target() + kSpace2 : 0;
  const Rect row = page.row(std::max(text, ui.target()) + acts + 2 * kSpace2);
  const bool on = act.pressed.value_or(false);
  fill(row, on ? ui.palette().accent_soft : ui.palette().surface, kRadius);
  stroke(row, on ? ui.palette().accent : ui.palette().hairline, kRadius, on ? 2.0F : 1.0F);
  const Vec2 at{row.x + kSpace3, row.y + kSpace2};
  float y = at.y + paragraph(ui, at, room, way.text, Font::kBody, ui.palette().ink);
  y += paragraph(ui, {at.x, y}, room, way.by, Font::kSmall, ui.palette().muted);
  const Rect place{below ? at.x : right_of(row) - width - kSpace3,
                   below ? y + kSpace2 : row.y + (row.height - ui.target()) / 2, width,
                   ui.target()};
  page.skip(row.height + kSpace2);
  return button(ui, place, act);
}

// A value that is neither side's. True when it is to be used.
bool third_row(Column& page, const CardSpec& spec, const FieldSpec& field_spec, bool on) {
  Ui& ui = page.ui();
  field_label(page, tr(Text::kClashThird));
  const bool has_value = !is_unset(spec.third.value) && spec.third.problem.empty();
  const ButtonSpec use{.id = "use third",
                       .text = tr(Text::kClashUse),
                       .name = tr(Text::kClashUseThird),
                       .enabled = has_value,
                       .pressed = spec.chosen == nullptr ? std::nullopt : std::optional(on)};
  const std::string name = tr(Text::kClashThirdOf, {tr_word(field_spec.label)});
  const bool used = page_field(
      page, {.field = &field_spec, .sample = &spec.third, .name = name, .max_lines = 1000}, use,
      page.width());
  if (!spec.third.problem.empty()) {
    page.text(spec.third.problem, Font::kSmall, ui.palette().rag[3]);
  }
  return used;
}

}  // namespace

std::string title_of(const Document& document, const Clash& clash) {
  const std::string record = quoted(document, clash.record);
  switch (clash.kind) {
    case ClashKind::kMovedApart:
      return tr(Text::kClashMoved, {record});
    case ClashKind::kCircle:
      return tr(Text::kClashCircle, {record});
    case ClashKind::kDeletedAndEdited:
      return tr(Text::kClashDeleted, {record});
    case ClashKind::kField:
    default:
      break;
  }
  const FieldSpec* field = field_of(document, clash);
  const std::string_view label =
      field == nullptr ? tr(Text::kValueFromNewer) : tr_word(field->label);
  return tr(Text::kClashField, {label, record});
}

CardResult card(Column& page, const CardSpec& spec) {
  Ui& ui = page.ui();
  const Ui::Scope record(ui, spec.clash.record);
  const Ui::Scope kind(ui, std::to_string(static_cast<int>(spec.clash.kind)) + "/" +
                               std::to_string(spec.clash.field.value));
  const std::string title = title_of(spec.document, spec.clash);
  const Ui::Container group(
      ui, {.id = ui.id("clash"), .role = Role::kGroup, .name = title, .rect = page.row(1)});
  page.title(title, 3, Font::kStrong);
  page.text(explanation(spec.clash.kind), Font::kSmall, ui.palette().muted);
  CardResult result;
  const bool staged = spec.chosen != nullptr;
  const auto is_on = [&](const app::Settlement& settlement) {
    return staged && *spec.chosen && **spec.chosen == settlement;
  };
  bool any_on = false;
  const std::vector<Way> ways = ways_of(ui, spec);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const Ui::Scope scope(ui, std::to_string(i));
    const bool on = is_on(ways[i].settlement);
    any_on = any_on || on;
    const ButtonSpec act{.id = "use",
                         .text = tr(Text::kClashUse),
                         .pressed = staged ? std::optional(on) : std::nullopt};
    if (!way_row(page, ways[i], act)) continue;
    if (on) {
      result.left_open = true;
    } else {
      result.chosen = ways[i].settlement;
    }
  }
  const FieldSpec* field_spec = field_of(spec.document, spec.clash);
  if (spec.clash.kind == ClashKind::kField && field_spec != nullptr) {
    app::Settlement third;
    third.value = spec.third.value;
    const bool on = !any_on && is_on(third);
    if (third_row(page, spec, *field_spec, on)) {
      if (on) {
        result.left_open = true;
      } else {
        result.chosen = third;
      }
    }
  }
  page.skip(kSpace3);
  return result;
}

}  // namespace atlas::ui::clashes
