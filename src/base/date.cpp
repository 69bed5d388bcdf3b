#include "base/date.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "base/tr.hpp"

namespace atlas {
namespace {

constexpr std::array<Text, 7> kWeekdays{
    Text::kWeekdayShortMonday,   Text::kWeekdayShortTuesday, Text::kWeekdayShortWednesday,
    Text::kWeekdayShortThursday, Text::kWeekdayShortFriday,  Text::kWeekdayShortSaturday,
    Text::kWeekdayShortSunday,
};
constexpr std::array<Text, 12> kMonths{
    Text::kMonthJanuary,   Text::kMonthFebruary, Text::kMonthMarch,    Text::kMonthApril,
    Text::kMonthMay,       Text::kMonthJune,     Text::kMonthJuly,     Text::kMonthAugust,
    Text::kMonthSeptember, Text::kMonthOctober,  Text::kMonthNovember, Text::kMonthDecember,
};
constexpr std::array<Text, 12> kShortMonths{
    Text::kMonthShortJanuary, Text::kMonthShortFebruary, Text::kMonthShortMarch,
    Text::kMonthShortApril,   Text::kMonthShortMay,      Text::kMonthShortJune,
    Text::kMonthShortJuly,    Text::kMonthShortAugust,   Text::kMonthShortSeptember,
    Text::kMonthShortOctober, Text::kMonthShortNovember, Text::kMonthShortDecember,
};

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> checked(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return from_civil({year, month, day});
}

// All digits, at most four of them; -1 otherwise.
int small_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "9" and "09" of a typed date mean 2009; 70 to 99 mean the last century.
int typed_year(std::string_view text) {
  const int value = small_number(text);
  if (value < 0 || text.size() == 3) return -1;
  if (text.size() == 4) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

// A month by number, name or short name, in English too; 0 otherwise.
int typed_month(std::string_view text) {
  const int number = small_number(text);
  if (number >= 0) return text.size() <= 2 ? number : 0;
  const std::string wanted = fold_for_search(text);
  if (wanted == "sept") return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    for (const Text name : {kMonths[i], kShortMonths[i]}) {
      const bool is_it =
          wanted == fold_for_search(tr(name)) || wanted == fold_for_search(source_text(name));
      if (is_it) return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

std::string with_month(Date date, const std::array<Text, 12>& names) {
  const CivilDate civil = to_civil(date);
  const std::string_view name = tr(names[static_cast<std::size_t>(civil.month - 1)]);
  return tr(Text::kDate, {std::to_string(civil.day), name, std::to_string(civil.year)});
}

}  // namespace

int weekday(Date date) {
  constexpr int kDays = 7;
  constexpr int kThursday = 3;  // 1970-01-01
  return ((date.days + kThursday) % kDays + kDays) % kDays;
}

Date first_of_month(Date date) {
  return {date.days - to_civil(date).day + 1};
}

int days_in_month(Date date) {
  constexpr int kSurelyNext = 31;
  const Date first = first_of_month(date);
  return first_of_month({first.days + kSurelyNext}).days - first.days;
}

Date add_months(Date date, int months) {
  constexpr int kMonthsInYear = 12;
  const CivilDate civil = to_civil(date);
  const int count = std::clamp(civil.year * kMonthsInYear + civil.month - 1 + months, kMonthsInYear,
                               9999 * kMonthsInYear + 11);
  const Date first = from_civil({count / kMonthsInYear, count % kMonthsInYear + 1, 1});
  return {first.days + std::min(civil.day, days_in_month(first)) - 1};
}

std::string to_month_text(Date date) {
  const CivilDate civil = to_civil(date);
  const Text name = kMonths[static_cast<std::size_t>(civil.month - 1)];
  return tr(Text::kMonthAndYear, {tr(name), std::to_string(civil.year)});
}

std::string_view weekday_short(int day) {
  return tr(kWeekdays[static_cast<std::size_t>(std::clamp(day, 0, 6))]);
}

// Both conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": an era is
// 400 years, a year starts on 1 March.
Date from_civil(CivilDate date) {
  const int y = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int yoe = y - era * 400;
  const int doy = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return {era * 146097 + doe - 719468};
}

CivilDate to_civil(Date date) {
  const std::int64_t z = std::int64_t{date.days} + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const auto doe = static_cast<int>(z - era * 146097);
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp + (mp < 10 ? 3 : -9);
  const auto year = static_cast<int>(yoe + era * 400);
  return {month <= 2 ? year + 1 : year, month, doy - (153 * mp + 2) / 5 + 1};
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return checked(small_number(text.substr(0, 4)), small_number(text.substr(5, 2)),
                 small_number(text.substr(8, 2)));
}

std::optional<Date> parse_typed_date(std::string_view text) {
  text = trim(text);
  if (const auto iso = parse_iso_date(text)) return iso;
  std::string spaced(text);
  for (char& c : spaced) {
    if (c == '/' || c == '.' || c == '-' || c == ',') c = ' ';
  }
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(spaced, ' ')) {
    if (!part.empty()) parts.push_back(part);
  }
  if (parts.size() != 3 || parts[0].size() > 2) return std::nullopt;
  return checked(typed_year(parts[2]), typed_month(parts[1]), small_number(parts[0]));
}

std::string to_iso_text(Date date) {
  const CivilDate civil = to_civil(date);
  return padded(civil.year, 4) + "-" + padded(civil.month, 2) + "-" + padded(civil.day, 2);
}

std::string to_plain_text(Date date) {
  return with_month(date, kMonths);
}

std::string to_short_text(Date date) {
  return with_month(date, kShortMonths);
}

std::string financial_year(Date date) {
  const CivilDate civil = to_civil(date);
  const int first = civil.month >= 4 ? civil.year : civil.year - 1;
  return std::to_string(first) + "-" + padded((first + 1) % 100, 2);
}

}  // namespace atlas
