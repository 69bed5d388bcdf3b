#include "ui/widgets/axis.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <set>

namespace ui = atlas::ui;
using atlas::from_civil;

TEST_CASE("marks of numbers are round, even, few and enclose what they are for") {
  std::mt19937_64 rng(5);
  std::uniform_real_distribution<double> part(0, 1);
  for (int round = 0; round < 5000; ++round) {
    const double power = std::pow(10.0, std::floor(part(rng) * 12) - 3);
    const double low = (part(rng) - 0.5) * power;
    const double high = low + part(rng) * power + 1e-6 * power;
    const int most = 2 + static_cast<int>(part(rng) * 9);
    CAPTURE(low);
    CAPTURE(high);
    const auto marks = ui::number_marks(low, high, most);
    REQUIRE(marks.size() >= 2);
    REQUIRE(static_cast<int>(marks.size()) <= most + 2);
    const double step = marks[1].at - marks[0].at;
    REQUIRE(marks.front().at <= low + 1e-6 * step);
    REQUIRE(marks.back().at >= high - 1e-6 * step);
    const double lead = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
    const bool round_step =
        std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 || std::abs(lead - 5) < 1e-6;
    REQUIRE(round_step);
    std::set<std::string> texts;
    for (const auto& mark : marks) texts.insert(mark.text);
    REQUIRE(texts.size() == marks.size());
  }
}

TEST_CASE("marks of numbers say what they stand at") {
  const auto marks = ui::number_marks(10, 20, 5);
  REQUIRE(marks.size() >= 3);
  CHECK(marks.front().text == "10");
  CHECK(marks.back().text == "20");
  CHECK(ui::number_marks(0, 0.3, 4)[1].text == "0.1");
  CHECK(ui::number_marks(5, 5, 4).size() >= 2);
}

TEST_CASE("marks of dates are in the period, in order and no more than asked for") {
  std::mt19937_64 rng(6);
  for (int round = 0; round < 3000; ++round) {
    const atlas::Date from{static_cast<std::int32_t>(rng() % 30000)};
    const atlas::Date to{from.days + static_cast<std::int32_t>(rng() % 20000)};
    const int most = 2 + static_cast<int>(rng() % 10);
    const auto marks = ui::date_marks(from, to, most);
    REQUIRE(static_cast<int>(marks.size()) <= most);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      REQUIRE(marks[i].at >= from.days);
      REQUIRE(marks[i].at <= to.days);
      if (i > 0) REQUIRE(marks[i - 1].at < marks[i].at);
    }
  }
}

TEST_CASE("quarters and years begin on their first days") {
  const auto quarters = ui::date_marks(from_civil({2011, 1, 15}), from_civil({2012, 4, 1}), 6);
  REQUIRE(quarters.size() == 5);
  CHECK(quarters.front().at == from_civil({2011, 4, 1}).days);
  CHECK(quarters.front().text == "April 2011");
  const auto years = ui::date_marks(from_civil({2001, 5, 1}), from_civil({2012, 4, 1}), 12);
  CHECK(years.front().text == "2002");
}
