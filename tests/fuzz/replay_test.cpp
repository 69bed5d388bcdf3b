// Asks again for all that fuzzers have found (crashers/) and for what they grow from (corpus/), on
// every target that the tests are built for.
#include <doctest/doctest.h>

#include <map>

#include "fuzz/properties.hpp"
#include "io/sample_history.hpp"

namespace atlas::fuzz {
namespace {

// "corpus/<target>/<name>", "crashers/<target>/<name>"
constexpr const char* kCases[] = {
#include "fuzz_cases.inc"
};

std::string target_of(const std::string& path) {
  const std::size_t from = path.find('/') + 1;
  return path.substr(from, path.find('/', from) - from);
}

TEST_CASE("what fuzzers have found stays mended, and what they grow from is understood") {
  std::map<std::string, int> taken;
  for (const std::string path : kCases) {
    CAPTURE(path);
    const Target* target = find_target(target_of(path));
    REQUIRE(target != nullptr);
    const Verdict verdict = target->check(testing::read_test_file("fuzz/" + path));
    CHECK(verdict.complaint == "");
    if (verdict.taken) ++taken[target->name];
  }
  // A corpus that the readers refuse would prove nothing.
  for (const Target& target : targets()) {
    CAPTURE(target.name);
    CHECK(taken[target.name] >= 3);
  }
}

}  // namespace
}  // namespace atlas::fuzz
