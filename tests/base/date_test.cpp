#include "base/date.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("days and calendar dates agree over the whole range") {
  CHECK(from_civil({1970, 1, 1}).days == 0);
  CHECK(from_civil({2000, 3, 1}).days == 11017);
  const Date first = from_civil({1, 1, 1});
  const Date last = from_civil({9999, 12, 31});
  CivilDate before{0, 12, 31};
  for (Date date = first; date.days <= last.days; date.days += 1) {
    const CivilDate civil = to_civil(date);
    const bool next_day = civil.day == before.day + 1 && civil.month == before.month;
    const bool next_month = civil.day == 1 && before.day >= 28;
    if (!(next_day || next_month)) FAIL("at day " << date.days);
    if (!(from_civil(civil) == date)) FAIL("back at day " << date.days);
    before = civil;
  }
  CHECK(before == CivilDate{9999, 12, 31});
}

TEST_CASE("the form of files is strict") {
  CHECK(parse_iso_date("2009-03-31") == from_civil({2009, 3, 31}));
  CHECK(parse_iso_date("2008-02-29") == from_civil({2008, 2, 29}));
  for (const char* bad :
       {"2009-02-29", "1900-02-29", "2009-3-31", "2009-13-01", "2009-00-01", "0000-01-01",
        "2009-04-31", "2009-03-31 ", "20090331", "", "+009-03-31"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_iso_date(bad).has_value());
  }
}

TEST_CASE("people type dates in many ways") {
  const Date date = from_civil({2009, 3, 31});
  for (const char* typed :
       {"2009-03-31", "31/3/2009", "31/03/09", "31.3.09", "31 Mar 2009", "31 March 2009",
        "31 MARCH 2009", " 31-3-2009 ", "31 mar 09", "31  March, 2009"}) {
    CAPTURE(typed);
    CHECK(parse_typed_date(typed) == date);
  }
  CHECK(parse_typed_date("1 Sept 1999") == from_civil({1999, 9, 1}));
  CHECK(parse_typed_date("1/1/70") == from_civil({1970, 1, 1}));
  CHECK(parse_typed_date("1/1/69") == from_civil({2069, 1, 1}));
  for (const char* bad : {"31 Febuary", "31 Febuary 2009", "30 Feb 2009", "March 2009", "3/2009",
                          "31 Ma 2009", "soon", "", "1/2/3/4", "31/3/209", "123/3/2009"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_typed_date(bad).has_value());
  }
}

TEST_CASE("dates in words, and financial years") {
  const Date date = from_civil({2009, 3, 31});
  CHECK(to_iso_text(date) == "2009-03-31");
  CHECK(to_plain_text(date) == "31 March 2009");
  CHECK(to_short_text(from_civil({2012, 9, 1})) == "1 Sep 2012");
  CHECK(to_iso_text(from_civil({7, 1, 2})) == "0007-01-02");
  CHECK(financial_year(date) == "2008-09");
  CHECK(financial_year(from_civil({2009, 4, 1})) == "2009-10");
  CHECK(financial_year(from_civil({1999, 12, 31})) == "1999-00");
}

TEST_CASE("months have their days, and weeks begin on Monday") {
  using namespace atlas;
  CHECK(weekday(from_civil({1970, 1, 1})) == 3);
  CHECK(weekday(from_civil({2026, 11, 22})) == 6);
  CHECK(weekday(from_civil({1900, 1, 1})) == 0);
  CHECK(days_in_month(from_civil({2012, 2, 9})) == 29);
  CHECK(days_in_month(from_civil({1900, 2, 9})) == 28);
  CHECK(days_in_month(from_civil({2011, 12, 31})) == 31);
  CHECK(add_months(from_civil({2012, 1, 31}), 1) == from_civil({2012, 2, 29}));
  CHECK(add_months(from_civil({2012, 3, 31}), -13) == from_civil({2011, 2, 28}));
  CHECK(to_month_text(from_civil({2009, 3, 1})) == "March 2009");
  CHECK(weekday_short(0) == "Mon");
  for (int days = -40'000; days < 80'000; days += 17) {
    const Date date{days};
    const Date first = first_of_month(date);
    REQUIRE(to_civil(first).day == 1);
    REQUIRE(to_civil(first).month == to_civil(date).month);
    const Date next{first.days + days_in_month(date)};
    REQUIRE(to_civil(next).day == 1);
    REQUIRE(add_months(first, 1) == next);
    REQUIRE(add_months(next, -1) == first);
  }
}
