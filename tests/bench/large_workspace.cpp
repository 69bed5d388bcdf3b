// What the application does with a large workspace: tools/bench workspace.
//
//   atlas_large_workspace [N]   actions, 10 000 if left out; ten times as many changes by four
//   people
//
// The app runs on a store in memory and the real clock, without a picture: what is measured is the
// work between two frames. A frame's own work is measured by tools/bench start.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "app/app.hpp"
#include "base/random.hpp"
#include "bench/plan_replica.hpp"
#include "bench/workload.hpp"
#include "io/snapshot.hpp"
#include "partnership/fields.hpp"
#include "platform/headless/files.hpp"
#include "platform/headless/store.hpp"

namespace {

using namespace atlas;
using namespace atlas::bench;

constexpr std::size_t kEdits = 200;
constexpr std::uint32_t kFewActions = 1'000;

double now_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

class RealClock final : public app::ClockPort {
 public:
  [[nodiscard]] std::int64_t wall_ms() const override {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  }
  [[nodiscard]] std::string local_time(std::int64_t /*wall_ms*/) const override { return "10:42"; }
  [[nodiscard]] std::string local_date(std::int64_t /*wall_ms*/) const override {
    return "2026-11-22";
  }
  std::uint64_t random64() override { return random_.next() | 1U; }

 private:
  SeededRandom random_{7};
};

// Time of work, and the longest piece that kept a frame waiting.
struct Spent {
  double all_ms = 0;
  double longest_ms = 0;
};

class Tab {
 public:
  Tab(headless::Disk& disk, std::string_view built_in)
      : store_(disk), app_({clock_, store_, files_}, built_in) {
    const auto tell = [this](app::Event event) { app_.tell(std::move(event)); };
    store_.connect(tell);
    files_.connect(tell);
  }

  Spent start() {
    app_.tell(app::StoreReady{ReplicaId{clock_.random64()}, true, {}});
    return settled();
  }
  Spent run(app::Command command) {
    app_.send(std::move(command));
    return settled();
  }
  Spent open(std::string bytes) {
    files_.open("colleague.atlas", std::move(bytes));
    return settled();
  }
  [[nodiscard]] const app::State& state() const { return app_.state(); }
  [[nodiscard]] const std::vector<headless::SavedFile>& saved() const { return files_.saved(); }

 private:
  Spent settled() {
    Spent spent;
    do {
      const double begun = now_ms();
      app_.update();
      const double took = now_ms() - begun;
      spent.all_ms += took;
      spent.longest_ms = std::max(spent.longest_ms, took);
    } while (store_.finish_flush() || app_.pending());
    return spent;
  }

  RealClock clock_;
  headless::Store store_;
  headless::Files files_;
  app::App app_;
};

struct Case {
  std::string base;  // the plan as it was begun
  std::string full;  // and with what four people made of it
};

PlanReplica opened(std::string_view bytes, std::uint64_t self) {
  auto replica = PlanReplica::opened(bytes, ReplicaId{self});
  if (!replica) std::abort();
  return std::move(*replica);
}

Case case_of(std::uint32_t actions) {
  const Workload workload = make_workload(actions);
  Case made;
  made.base = PlanReplica::built(workload, 100).save();
  PlanReplica all = opened(made.base, 99);
  const std::vector<OpId> mark = all.mark();
  for (std::size_t i = 0; i < kPeople; ++i) {
    PlanReplica person = opened(made.base, i + 1);
    person.apply(workload.people[i], 1, {1'795'344'120'000, "Person " + std::to_string(i)});
    if (!all.merge(person.changes_since(mark))) std::abort();
  }
  made.full = all.save_from_nothing();
  return made;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

void print(const char* what, double value, const char* unit, double most) {
  std::printf("%-58s %9.3f %-2s", what, value, unit);
  if (most > 0) std::printf("   at most %g: %s", most, value <= most ? "kept" : "MISSED");
  std::printf("\n");
  std::fflush(stdout);
}

// Milliseconds of work for an edit until it is stored.
double edit_cost(Tab& tab) {
  static int number = 0;
  const std::vector<RecordId> actions = tab.state().document.records_of(RecordType::kAction);
  std::vector<double> costs;
  for (std::size_t i = 0; i < kEdits; ++i) {
    const RecordId action = actions[i * 7919 % actions.size()];
    const std::string owner = "Owner " + std::to_string(++number);
    costs.push_back(tab.run(app::SetFieldTyped{action, fields::kActionOwner, owner}).all_ms);
    const Value& stands = tab.state().document.get(action, fields::kActionOwner);
    if (!(stands == Value(owner))) std::abort();
  }
  return median(std::move(costs));
}

void measure(std::uint32_t actions) {
  const Case few = case_of(std::min(actions, kFewActions));
  const Case many = case_of(actions);
  headless::Disk small_disk;
  Tab small(small_disk, few.full);
  small.start();
  headless::Disk disk;
  { Tab(disk, many.full).start(); }
  Tab tab(disk, many.full);
  const Spent opening = tab.start();
  if (tab.state().document.records_of(RecordType::kAction).size() != actions) std::abort();
  print("opening from the store", opening.all_ms, "ms", 300);
  print("  longest piece", opening.longest_ms, "ms", 50);
  // In turn, so that a busy spell of the machine hits both.
  std::vector<double> of_few;
  std::vector<double> of_many;
  for (int i = 0; i < 3; ++i) {
    of_few.push_back(edit_cost(small));
    of_many.push_back(edit_cost(tab));
  }
  print("an edit until it is stored", median(of_many), "ms", 0);
  print("  times what it takes with 1 000 actions", median(of_many) / median(of_few), "", 1.3);
  const Spent save = tab.run(app::SaveFile{});
  if (tab.saved().size() != 1) std::abort();
  print("saving a file", save.all_ms, "ms", 0);
  print("  longest piece", save.longest_ms, "ms", 50);
  const Spent thin = tab.run(app::SaveFile{.thin = true});
  print("saving a smaller file", thin.all_ms, "ms", 0);
  print("  longest piece", thin.longest_ms, "ms", 50);

  headless::Disk begun_disk;
  Tab begun(begun_disk, many.base);
  begun.start();
  const Spent preview = begun.open(many.full);
  if (!begun.state().merge || !begun.state().merge->ready) std::abort();
  print("preview of a file with all the changes", preview.all_ms, "ms", 500);
  print("  longest piece", preview.longest_ms, "ms", 50);
  const Spent applied = begun.run(app::DecideMerge{app::MergeChoice::kApply});
  print("bringing it in", applied.all_ms, "ms", 0);
  print("  longest piece", applied.longest_ms, "ms", 50);
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint32_t actions =
      argc > 1 ? static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10)) : 10'000;
  if (actions == 0) return 2;
  std::printf("A workspace of %u actions with %u changes\n", actions, actions * 10);
  measure(actions);
  return 0;
}
