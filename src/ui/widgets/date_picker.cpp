#include "ui/widgets/date_picker.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "icons.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/popup.hpp"

namespace atlas::ui {
namespace {

constexpr int kWeek = 7;
constexpr int kWeeks = 6;
constexpr Date kUsualDay{0};
constexpr float kUsualCell = 36;
constexpr float kLeastTarget = 24;
constexpr float kRoomForRing = 32;
constexpr float kLetterGap = 2;  // between the names of two days

std::string_view first_letter(std::string_view text) {
  return text.substr(0, code_point_at(text, 0).length);
}

class Calendar {
 public:
  Calendar(Ui& ui, const CalendarSpec& spec) : ui_(ui), spec_(spec) {
    const Date start = spec.current.value_or(spec.today.value_or(kUsualDay));
    at_ = {ui.popup_day().value_or(start.days)};
    // On a small page as large as seven by eight of them may be.
    const float across = (ui.page().width - 2 * kSpace1 - 2 * kSpace2) / kWeek;
    const float down = (ui.page().height - 2 * kSpace1 - 2 * kSpace2) / (kWeeks + 2);
    cell_ = std::min(std::max(ui.target(), kUsualCell), std::floor(std::min(across, down)));
    if (!ui.popup_is_fresh()) return;
    ui.popup_day() = at_.days;
    ui.focus().set(id_of(at_), true);
  }

  [[nodiscard]] Vec2 size() const {
    const float lines = static_cast<float>(kWeeks + 2);
    return {kWeek * cell_ + 2 * kSpace2, lines * cell_ + 2 * kSpace2};
  }

  std::optional<Date> draw(const Rect& in) {
    head({in.x, in.y, in.width, cell_});
    const Ui::Container grid(ui_, {.id = ui_.id("days"),
                                   .role = Role::kGrid,
                                   .name = to_month_text(at_),
                                   .row_count = kWeeks + 1,
                                   .column_count = kWeek,
                                   .rect = in});
    weekdays({in.x, in.y + cell_, in.width, cell_});
    const Date first = first_of_month(at_);
    Date day{first.days - weekday(first)};
    for (int week = 0; week < kWeeks; ++week) {
      const float y = in.y + static_cast<float>(week + 2) * cell_;
      const Ui::Container row(ui_, {.id = ui_.id("week " + std::to_string(week)),
                                    .role = Role::kRow,
                                    .name = to_plain_text(day),
                                    .row_index = week + 2,
                                    .rect = {in.x, y, in.width, cell_}});
      for (int i = 0; i < kWeek; ++i, ++day.days) {
        const float x = in.x + static_cast<float>(i) * cell_;
        this->day(day, {x, y, cell_, cell_}, i + 1);
      }
    }
    return chosen_;
  }

 private:
  void go_to(Date day) {
    ui_.popup_day() = day.days;
    ui_.focus().set(id_of(day), true);
    ui_.want_frame();
  }
  [[nodiscard]] NodeId id_of(Date day) const { return ui_.id("day " + to_iso_text(day)); }

  void head(const Rect& row) {
    const auto step = [&](float x, const char* icon, Text name, int months) {
      const ButtonSpec spec{
          .id = tr(name), .icon = icon, .name = tr(name), .look = ButtonLook::kQuiet};
      const float edge = std::clamp((cell_ - kLeastTarget) / 2, 0.0F, 2.0F);
      if (button(ui_, inset({x, row.y, cell_, cell_}, edge), spec)) {
        ui_.popup_day() = add_months(at_, months).days;
        ui_.want_frame();
      }
    };
    step(row.x, icons::kChevronLeft, Text::kCalendarPrevious, -1);
    step(right_of(row) - cell_, icons::kChevronRight, Text::kCalendarNext, 1);
    label_in(ui_, {row.x + cell_, row.y, row.width - 2 * cell_, cell_}, to_month_text(at_),
             Font::kStrong, ui_.palette().ink, Align::kCentre);
  }

  void weekdays(const Rect& row) {
    const Ui::Container node(ui_, {.id = ui_.id("weekdays"),
                                   .role = Role::kRow,
                                   .name = std::string(tr(Text::kCalendarChoose)),
                                   .row_index = 1,
                                   .rect = row});
    bool brief = false;
    for (int i = 0; i < kWeek; ++i) {
      brief = brief || ui_.text().width(weekday_short(i), Font::kSmall) > cell_ - kLetterGap;
    }
    for (int i = 0; i < kWeek; ++i) {
      const Rect cell{row.x + static_cast<float>(i) * cell_, row.y, cell_, cell_};
      ui_.leaf({.id = ui_.id("weekday " + std::to_string(i)),
                .role = Role::kColumnHeader,
                .name = std::string(weekday_short(i)),
                .column_index = i + 1,
                .rect = cell});
      const std::string_view words = weekday_short(i);
      draw_text_in(ui_, cell, brief ? first_letter(words) : words, Font::kSmall,
                   ui_.palette().muted, Align::kCentre);
    }
  }

  void day(Date day, const Rect& rect, int column) {
    const Palette& p = ui_.palette();
    const bool inside = first_of_month(day) == first_of_month(at_);
    const bool on = spec_.current == day;
    const Response response = ui_.interact(id_of(day), rect, {.tab_stop = day == at_});
    ui_.leaf({.id = response.id,
              .role = Role::kGridCell,
              .name = to_plain_text(day),
              .states = ui_.states(response) | (on ? semantics::kSelected : 0U) |
                        (spec_.today == day ? semantics::kCurrent : 0U),
              .column_index = column,
              .rect = rect});
    const Rect box = inset(rect, 2);
    if (on) {
      fill(box, p.accent, kRadius);
    } else if (response.hovered) {
      fill(box, p.accent_soft, kRadius);
    }
    if (spec_.today == day && !on) control_edge(ui_, box, p.accent);
    const Colour ink = on ? p.on_accent : inside ? p.ink : p.muted;
    // Days of other months are smaller, not only paler: some themes have one ink.
    const TextStyle usual = inside ? Font::kBody : Font::kSmall;
    draw_text_in(ui_, rect, std::to_string(to_civil(day).day),
                 on || spec_.today == day ? Font::kStrong : usual, ink, Align::kCentre);
    // In a small cell around the number, not over it.
    ui_.ring(response, cell_ < kRoomForRing ? 1 : -2);
    if (response.activated) chosen_ = day;
    if (const KeyPressed* key = ui_.key_for(response)) {
      if (const std::optional<Date> to = stepped(*key, day)) {
        ui_.take_key();
        go_to(*to);
      }
    }
  }

  [[nodiscard]] static std::optional<Date> stepped(const KeyPressed& key, Date day) {
    const int place = weekday(day);
    if (key.mods.ctrl || key.mods.alt) return std::nullopt;
    if (key.key == "ArrowRight") return Date{day.days + 1};
    if (key.key == "ArrowLeft") return Date{day.days - 1};
    if (key.key == "ArrowDown") return Date{day.days + kWeek};
    if (key.key == "ArrowUp") return Date{day.days - kWeek};
    if (key.key == "PageDown") return add_months(day, 1);
    if (key.key == "PageUp") return add_months(day, -1);
    if (key.key == "Home") return Date{day.days - place};
    if (key.key == "End") return Date{day.days + kWeek - 1 - place};
    return std::nullopt;
  }

  Ui& ui_;
  const CalendarSpec& spec_;
  Date at_;  // whose month is shown
  float cell_ = 0;
  std::optional<Date> chosen_;
};

}  // namespace

std::optional<Date> calendar(Ui& ui, NodeId owner, const Rect& anchor, const CalendarSpec& spec) {
  if (!ui.popup_is_open(owner)) return std::nullopt;
  const Ui::Scope scope(ui, "calendar");
  Calendar drawn(ui, spec);
  const Popup popup(ui, owner, anchor, drawn.size());
  const Ui::Container node(ui, {.id = ui.id("calendar"),
                                .role = Role::kGroup,
                                .name = std::string(spec.name),
                                .rect = popup.content()});
  const std::optional<Date> chosen = drawn.draw(inset(popup.content(), kSpace2));
  if (chosen) ui.close_popup();
  return chosen;
}

}  // namespace atlas::ui
