// Calendar dates without zone: days since 1970-01-01, years 1 to 9999.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atlas {

struct Date {
  std::int32_t days = 0;
  friend bool operator==(Date, Date) = default;
  friend bool operator<(Date a, Date b) { return a.days < b.days; }
};

struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;
  friend bool operator==(CivilDate, CivilDate) = default;
};

[[nodiscard]] Date from_civil(CivilDate date);
[[nodiscard]] CivilDate to_civil(Date date);
// "2009-03-31" only: the form used in files.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);
// What a person types: ISO, "31/3/2009", "31.3.09", "31 Mar 2009", "31 March 2009".
[[nodiscard]] std::optional<Date> parse_typed_date(std::string_view text);
[[nodiscard]] std::string to_iso_text(Date date);    // "2009-03-31"
[[nodiscard]] std::string to_plain_text(Date date);  // "31 March 2009"
[[nodiscard]] std::string to_short_text(Date date);  // "31 Mar 2009"
// 0 Monday to 6 Sunday.
[[nodiscard]] int weekday(Date date);
[[nodiscard]] Date first_of_month(Date date);
[[nodiscard]] int days_in_month(Date date);
// The same day of another month, or that month's last day; within years 1 to 9999.
[[nodiscard]] Date add_months(Date date, int months);
[[nodiscard]] std::string to_month_text(Date date);         // "March 2009"
[[nodiscard]] std::string_view weekday_short(int weekday);  // "Mon"
// The financial year that holds the date, from 1 April: "2008-09".
[[nodiscard]] std::string financial_year(Date date);

}  // namespace atlas
