#include <doctest/doctest.h>

#include "app/fixture.hpp"

namespace atlas {

TEST_CASE("bytes are said in the unit that fits, with a tenth where it matters") {
  CHECK(app::bytes_in_words(0) == "0 KB");
  CHECK(app::bytes_in_words(1) == "1 KB");
  CHECK(app::bytes_in_words(812'345) == "813 KB");
  CHECK(app::bytes_in_words(999'999) == "1000 KB");
  CHECK(app::bytes_in_words(1'000'000) == "1.0 MB");
  CHECK(app::bytes_in_words(12'449'999) == "12.4 MB");
  CHECK(app::bytes_in_words(345'678'901) == "345 MB");
  CHECK(app::bytes_in_words(2'147'483'648) == "2.1 GB");
  CHECK(app::bytes_in_words(5'000'000'000'000) == "5.0 TB");
  CHECK(app::bytes_in_words(8'000'000'000'000'000) == "8000 TB");
}

TEST_CASE("what the browser answers about keeping is said as it is, and so is that it has not") {
  app::StorageFacts facts;
  const std::string not_known = app::persistence_words(facts);
  facts.persistence = app::Persistence::kRefused;
  const std::string refused = app::persistence_words(facts);
  facts.persistence = app::Persistence::kGranted;
  const std::string granted = app::persistence_words(facts);
  CHECK(not_known.find("has not said") != std::string::npos);
  CHECK(refused.find("may clear") != std::string::npos);
  CHECK(granted.find("has agreed") != std::string::npos);
}

TEST_CASE("use is said with and without a quota, and not at all where it is not told") {
  app::StorageFacts facts;
  CHECK(app::use_words(facts).empty());
  facts.used_bytes = 1'500'000;
  CHECK(app::use_words(facts) == "Stored in this browser: 1.5 MB.");
  facts.quota_bytes = 2'000'000'000;
  CHECK(app::use_words(facts) == "Stored in this browser: 1.5 MB of the 2.0 GB that it allows.");
}

TEST_CASE("facts that are told are kept, and change nothing else") {
  test::SmallTab tab;
  const std::size_t flushes = tab.disk.flushes;
  CHECK(tab.state().storage.persistence == app::Persistence::kNotKnown);
  tab.tab.app.tell(app::StorageMeasured{{app::Persistence::kGranted, 10, 20}});
  tab.tab.settle();
  CHECK(tab.state().storage.persistence == app::Persistence::kGranted);
  CHECK(tab.state().storage.used_bytes == 10U);
  CHECK(tab.disk.flushes == flushes);
  CHECK(tab.tab.app.wake_in_ms() < 0);
}

}  // namespace atlas
