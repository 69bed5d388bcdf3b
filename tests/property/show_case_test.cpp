// Base and twelve edited copies merged in ten random orders: one result, by the byte; nobody's work
// lost, and each true clash listed once.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "io/snapshot.hpp"
#include "models/built_in_document.hpp"
#include "support/seeds.hpp"
#include "support/show_case.hpp"
#include "support/structure.hpp"
#include "support/workspace.hpp"

namespace atlas::test {
namespace {

constexpr int kOrders = 10;

// As the files of the copies hold them.
std::vector<Change> through_a_file(const Document& document) {
  auto contents = io::read_snapshot(io::write_snapshot(document).value());
  REQUIRE(contents.ok());
  return std::move(contents.value().changes);
}

// One after the other, or now and then what two have already merged.
Document merged(Random& random, const Document& base, std::vector<std::vector<Change>> files) {
  shuffle(random, files);
  Document document(base.workspace(), ReplicaId{0x99});
  while (!files.empty()) {
    std::vector<Change> changes = std::move(files.back());
    files.pop_back();
    if (!files.empty() && random.one_in(4)) {
      Document two(base.workspace(), ReplicaId{0x98});
      REQUIRE(two.integrate(std::move(changes)).ok());
      REQUIRE(two.integrate(std::move(files.back())).ok());
      files.pop_back();
      changes = changes_of(two);
    }
    REQUIRE(document.integrate(std::move(changes)).ok());
  }
  return document;
}

}  // namespace

TEST_CASE("the show case: base and twelve copies in ten orders, the same bytes and nothing lost") {
  for_seeds(1, [](Random& random) {
    const Document base = testing::built_in_document();
    REQUIRE(base.clashes().empty());
    const ShowCase show(random, base);
    std::vector<std::vector<Change>> files = {through_a_file(base)};
    for (const Document& copy : show.copies()) {
      CHECK(copy.clashes().empty());
      files.push_back(through_a_file(copy));
    }
    std::string first;
    for (int order = 0; order < kOrders; ++order) {
      CAPTURE(order);
      const Document document = merged(random, base, files);
      const std::string bytes = io::write_snapshot(document).value();
      if (order == 0) {
        first = bytes;
        CHECK(show.complaints(document) == "");
        CHECK(show.clash_count() == 6);
        CHECK(structural_faults(document) == "");
      }
      const bool same = bytes == first;
      CHECK(same);
    }
    CHECK(show.complaints(base) != "");  // the complaints are about something
  });
}

}  // namespace atlas::test
