// A monkey at the page.
//
//   ATLAS_MONKEY=200000  so many inputs instead of the usual share
//   ATLAS_SEED=n         the run with this number alone: what a failure prints
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

#include "io/built_in.hpp"
#include "monkey/monkey.hpp"
#include "support/seeds.hpp"
#include "support/small_workspace.hpp"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace atlas::test {
namespace {

constexpr std::uint64_t kUsual = 20'000;
constexpr int kInputsOfARun = 500;

std::uint64_t wanted_inputs() {
  const char* wanted = std::getenv("ATLAS_MONKEY");
  return wanted == nullptr ? kUsual : std::strtoull(wanted, nullptr, 10);
}

// Where a sanitizer ends the program doctest says nothing: this does.
struct Now {
  std::uint64_t run = 0;
  const Monkey* monkey = nullptr;
};
Now now;

void say_where() {
  std::fprintf(stderr, "The monkey was at ATLAS_SEED=%llu, input %d, frame %d.\n",
               static_cast<unsigned long long>(now.run),
               now.monkey == nullptr ? 0 : now.monkey->inputs(),
               now.monkey == nullptr ? 0 : now.monkey->frames());
}

// The same for a failed assertion, which reaches doctest as a signal.
struct CrashListener : doctest::IReporter {
  explicit CrashListener(const doctest::ContextOptions&) {}
  void test_case_exception(const doctest::TestCaseException& exception) override {
    if (exception.is_crash && now.monkey != nullptr) say_where();
  }
  void report_query(const doctest::QueryData&) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_start(const doctest::TestCaseData&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}
  void test_case_skipped(const doctest::TestCaseData&) override {}
};
DOCTEST_REGISTER_LISTENER("crash", 1, CrashListener);

// One run; on a workspace small enough to be turned upside down, or on the real one.
void play(std::uint64_t run, Random& random, std::uint64_t& inputs, std::uint64_t& frames) {
  now.run = run;
  Monkey monkey(random, run % 8 == 0 ? built_in_snapshot() : small_snapshot());
  now.monkey = &monkey;
  try {
    monkey.play(kInputsOfARun);
    monkey.rest();
  } catch (...) {
    say_where();
    throw;
  }
  frames += static_cast<std::uint64_t>(monkey.frames());
  inputs += static_cast<std::uint64_t>(monkey.inputs());
  now.monkey = nullptr;
}

}  // namespace

TEST_CASE("runs of the monkey that once found something") {
  // 61: a menu opened in the frame in which another of the same name closed. 183: a row taller than
  // the grid was scrolled to and fro for ever.
  for (const std::uint64_t run : {61, 183}) {
    CAPTURE(run);
    SeededRandom random(run);
    std::uint64_t inputs = 0;
    std::uint64_t frames = 0;
    play(run, random, inputs, frames);
    CHECK(inputs > 0);
  }
}

TEST_CASE("a monkey finds no crash, no broken promise and no node without a name") {
#if defined(__SANITIZE_ADDRESS__)
  __sanitizer_set_death_callback(say_where);
#endif
  const std::uint64_t runs = std::max<std::uint64_t>(1, wanted_inputs() / kInputsOfARun);
  const char* only = std::getenv("ATLAS_SEED");
  std::uint64_t run = only == nullptr ? 0 : std::strtoull(only, nullptr, 10) - 1;
  std::uint64_t frames = 0;
  std::uint64_t inputs = 0;
  for_seeds(runs, [&](Random& random) { play(++run, random, inputs, frames); });
  MESSAGE(inputs, " inputs, ", frames, " frames");
}

}  // namespace atlas::test
