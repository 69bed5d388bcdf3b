#include "ui/erase/dialog.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/local_time.hpp"
#include "base/text.hpp"
#include "base/tr.hpp"
#include "imgui.h"
#include "ui/widgets/button_row.hpp"
#include "ui/widgets/dialog.hpp"
#include "ui/widgets/page_field.hpp"
#include "ui/widgets/scroll_area.hpp"

namespace atlas::ui::erase {
namespace {

constexpr std::size_t kPage = 30;
constexpr std::size_t kValueLength = 160;
constexpr std::size_t kTitleLength = 60;

std::string text_of(const TextPlace& place) {
  const auto* text = std::get_if<std::string>(&place.value);
  return text == nullptr ? std::string() : shortened(*text, kValueLength);
}

std::string words_of(const Document& document, const TextPlace& place) {
  switch (place.kind) {
    case TextPlace::Kind::kMessage:
      return tr(Text::kErasePlaceMessage, {text_of(place)});
    case TextPlace::Kind::kAuthor:
      return tr(Text::kErasePlaceAuthor, {text_of(place)});
    case TextPlace::Kind::kNewer:
      return std::string(tr(Text::kErasePlaceNewer));
    case TextPlace::Kind::kValue:
    default:
      break;
  }
  const Record* record = document.find(place.record);
  const FieldSpec* field = record == nullptr ? nullptr : find_field(record->type, place.field);
  const std::string_view label =
      field == nullptr ? tr(Text::kValueFromNewer) : tr_word(field->label);
  const std::string title =
      tr(Text::kQuoted, {shortened(title_of(document, place.record), kTitleLength)});
  return tr(Text::kErasePlaceValue, {label, title, text_of(place)});
}

// "an earlier value · Ann · 22 November 2026, 10:42"
std::string detail_of(const Ui& ui, const TextPlace& place) {
  std::string detail;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    detail = detail.empty() ? std::string(part) : tr(Text::kDotted, {detail, part});
  };
  if (place.kind == TextPlace::Kind::kValue) {
    add(tr(place.live ? Text::kEraseNow : Text::kErasePast));
    if (place.in_bin) add(tr(Text::kEraseBin));
  }
  add(place.author);
  const app::ClockPort* clock = ui.state().clock;
  if (place.time_ms != 0 && clock != nullptr) add(app::date_and_time(*clock, place.time_ms));
  return detail;
}

}  // namespace

void Dialog::look_for(Column& page) {
  Ui& ui = page.ui();
  const FieldSpec spec = text_line("erase_text", Text::kEraseFind, Text::kEraseFindHelp);
  field_label(page, spec.label);
  page_field(page, {.field = &spec, .sample = &text_, .max_lines = 10}, page.width());
  page.skip(-kSpace1);
  page.text(spec.help, Font::kSmall, ui.palette().muted);
  page.skip(kSpace2);
  const auto* text = std::get_if<std::string>(&text_.value);
  const std::string now = text == nullptr ? std::string() : *text;
  if (now != ui.state().erase->text) {
    most_ = kPage;
    ui.send(app::FindToErase{now});
  }
}

void Dialog::places(Column& page) {
  Ui& ui = page.ui();
  const app::EraseView& view = *ui.state().erase;
  if (view.places.empty()) {
    page.text(tr(view.text.empty() ? Text::kEraseNothingListed : Text::kEraseNone), Font::kBody,
              ui.palette().muted);
    return;
  }
  page.title(tr_count(Text::kErasePlacesOne, Text::kErasePlacesMany, view.places.size()), 3,
             Font::kStrong);
  const std::size_t shown = std::min(most_, view.places.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Ui::Scope scope(ui, "place " + std::to_string(i));
    const TextPlace& place = view.places[i];
    const std::string words = words_of(ui.state().document, place);
    const std::string detail = detail_of(ui, place);
    const bool chosen = view.chosen.contains(i);
    const float height = checkbox_height(ui, page.width(), words, detail);
    if (checkbox(ui, page.row(height), words, chosen, detail)) {
      ui.send(app::ChooseToErase{i, !chosen});
    }
    page.skip(height + kSpace1);
  }
  if (shown == view.places.size()) return;
  if (page.button({.text = tr(Text::kShowMore)})) {
    most_ += kPage;
    ui.want_frame();
  }
}

void Dialog::draw(Ui& ui) {
  if (!ui.state().erase) return;
  const int frame = ImGui::GetFrameCount();
  if (frame - frame_ > 1) {
    text_ = {};
    most_ = kPage;
  }
  frame_ = frame;
  const std::size_t count = ui.state().erase->chosen.size();
  const std::string words = tr_count(Text::kEraseDoOne, Text::kEraseDoMany, count);
  const std::array acts{
      ButtonSpec{
          .id = "erase chosen", .text = words, .look = ButtonLook::kDanger, .enabled = count > 0},
      ButtonSpec{.text = tr(Text::kCancel)}};
  const DialogBox box(ui, {.id = "erase for good", .title = tr(Text::kEraseTitle), .width = 640},
                      height_ + foot_);
  const Rect& in = box.content();
  const Rect row{in.x, 0, in.width, ui.target() + 4};
  const float foot = button_row_height(ui, row, acts) + kSpace3;
  if (foot != foot_) ui.want_frame();
  foot_ = foot;
  {
    ScrollArea area(ui, "erase places", {in.x, in.y, in.width + kSpace3, in.height - foot});
    Column page(ui, {area.origin().x, area.origin().y}, in.width);
    page.text(tr(Text::kEraseText), Font::kBody, ui.palette().ink);
    page.skip(kSpace2);
    look_for(page);
    places(page);
    area.set_content_height(page.height());
    if (std::abs(height_ - page.height()) >= 0.5F) {
      height_ = page.height();
      ui.want_frame();
    }
  }
  const int pressed =
      button_row(ui, {row.x, bottom_of(in) - foot + kSpace3, row.width, row.height}, acts).pressed;
  if (pressed == 0) ui.send(app::EraseChosen{});
  if (pressed == 1 || box.escaped()) ui.send(app::CloseDialog{});
}

}  // namespace atlas::ui::erase
