// The fuzzers' mutations do what they are for: they get past lengths, checksums and columns.
#include <doctest/doctest.h>

#include "fuzz/mutation.hpp"
#include "io/columns.hpp"
#include "io/sample_history.hpp"
#include "io/snapshot.hpp"
#include "support/history.hpp"

namespace atlas::fuzz {
namespace {

constexpr std::size_t kMost = 4096;
constexpr int kTries = 400;

std::vector<Change> sound_history() {
  SeededRandom random(5);
  test::HistoryMaker maker(random, 3);
  for (int i = 0; i < 12; ++i) maker.step();
  return maker.changes();
}

int taken(const char* target, const std::string& seed) {
  const Target& wanted = *find_target(target);
  int count = 0;
  for (std::uint64_t number = 1; number <= kTries; ++number) {
    CAPTURE(number);
    SeededRandom random(number);
    const ByteMutator flip = [&](std::string bytes, std::size_t) {
      if (bytes.empty()) return std::string("x");
      char& byte = bytes[testing::pick(random, bytes.size())];
      byte = static_cast<char>(random.next());
      return bytes;
    };
    const Verdict verdict = wanted.check(mutated(wanted.shape, seed, kMost, random, flip));
    CHECK(verdict.complaint == "");
    count += verdict.taken ? 1 : 0;
  }
  return count;
}

TEST_CASE("every target has a name of its own and is found by it") {
  for (const Target& target : targets()) CHECK(find_target(target.name) == &target);
  CHECK(find_target("nothing") == nullptr);
}

TEST_CASE("mutated files and blocks get past the first checks") {
  const std::vector<Change> changes = sound_history();
  const auto pointers = testing::pointers(changes);
  const std::string file = io::SnapshotWriter().write(testing::kSampleWorkspace, pointers).value();
  CHECK(taken("envelope", file) > kTries * 3 / 4);
  CHECK(taken("snapshot", file) > kTries / 6);
  CHECK(taken("columns", io::encode_columns(pointers)) > kTries / 6);
}

TEST_CASE("mutated histories are mostly such as a document takes in") {
  int whole = 0;
  for (std::uint64_t number = 1; number <= kTries; ++number) {
    SeededRandom random(number);
    std::vector<Change> changes = sound_history();
    mutate_history(changes, random);
    Document document(testing::kSampleWorkspace, ReplicaId{1});
    whole += document.integrate(changes).ok() ? 1 : 0;
  }
  CHECK(whole > kTries / 2);
  CHECK(whole < kTries);
}

}  // namespace
}  // namespace atlas::fuzz
