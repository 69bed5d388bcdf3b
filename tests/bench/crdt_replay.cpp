// Replays the workload with our engine in one process, and prints one line of JSON with the names
// of figures that the peers' runner uses (bench_crdt.mjs puts them side by side).
//
//   atlas_crdt_replay make N FILE             writes the trace
//   atlas_crdt_replay full FILE BATCH FOLDER  the whole of it; leaves full.bin and delta.bin there
//   atlas_crdt_replay open FILE               opens full.bin in this fresh process
//   atlas_crdt_replay rate FILE COUNT         the first edits of one person, a change each
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "bench/plan_replica.hpp"
#include "bench/workload.hpp"

namespace {

using namespace atlas;
using namespace atlas::bench;

double now_ms() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

// Milliseconds that `act` takes.
template <typename Act>
double timed(Act act) {
  const double begun = now_ms();
  act();
  return now_ms() - begun;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// "VmRSS" or "VmHWM" (the peak) of this process, MiB. Linux only.
double memory_mib(const std::string& what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(what + ":")) return std::atof(line.c_str() + what.size() + 1) / 1024;
  }
  return 0;
}

class Figures {
 public:
  void add(const char* name, double value) {
    char text[32];
    std::snprintf(text, sizeof(text), "%.4f", value);
    add_raw(name, text);
  }
  void add(const char* name, std::size_t value) { add_raw(name, std::to_string(value)); }
  void add(const char* name, bool value) { add_raw(name, value ? "true" : "false"); }
  void print() const { std::printf("{%s}\n", text_.c_str()); }

 private:
  void add_raw(const char* name, const std::string& value) {
    text_ += text_.empty() ? "\"" : ",\"";
    text_ += std::string(name) + "\":" + value;
  }
  std::string text_;
};

Workload trace_at(const std::string& path) {
  auto workload = from_tsv(read_file(path));
  if (!workload) {
    std::fprintf(stderr, "%s is no trace\n", path.c_str());
    std::exit(2);
  }
  return std::move(*workload);
}

PlanReplica opened(std::string_view bytes, std::uint64_t self) {
  auto replica = PlanReplica::opened(bytes, ReplicaId{self});
  if (!replica) std::abort();
  return std::move(*replica);
}

void replay(const Workload& workload, std::size_t batch, const std::string& folder) {
  Figures figures;
  const double before = memory_mib("VmRSS");
  std::optional<PlanReplica> base;
  figures.add("build_ms", timed([&] { base = PlanReplica::built(workload, 100); }));
  std::string base_bytes;
  figures.add("base_save_ms", timed([&] { base_bytes = base->save(); }));
  figures.add("base_bytes", base_bytes.size());

  std::vector<PlanReplica> people;
  std::vector<std::vector<OpId>> marks;
  std::vector<double> forks;
  std::vector<double> applies;
  std::vector<double> deltas_ms;
  std::vector<double> delta_bytes;
  std::vector<std::string> deltas(kPeople);
  for (std::size_t i = 0; i < kPeople; ++i) {
    forks.push_back(timed([&] { people.push_back(opened(base_bytes, i + 1)); }));
    marks.push_back(people[i].mark());
  }
  for (std::size_t i = 0; i < kPeople; ++i) {
    applies.push_back(timed([&] { people[i].apply(workload.people[i], batch); }));
  }
  for (std::size_t i = 0; i < kPeople; ++i) {
    deltas_ms.push_back(timed([&] { deltas[i] = people[i].changes_since(marks[i]); }));
    delta_bytes.push_back(static_cast<double>(deltas[i].size()));
  }
  write_file(folder + "/delta.bin", deltas[1]);
  figures.add("fork_ms", median(forks));
  figures.add("apply_ms", median(applies));
  figures.add("edits_per_s",
              static_cast<double>(workload.people[0].size()) / median(applies) * 1000);
  figures.add("delta_ms", median(deltas_ms));
  figures.add("delta_bytes", median(delta_bytes));

  PlanReplica& merged = people[0];
  bool taken = true;
  const double merge = timed([&] {
    for (std::size_t i = 1; i < kPeople; ++i) taken = merged.merge(deltas[i]) && taken;
  });
  std::size_t sum = 0;
  const double read = timed([&] { sum = merged.read_all(); });
  figures.add("merge_ms", merge);
  figures.add("read_ms", read);
  figures.add("merge_read_ms", merge + read);

  std::string full;
  figures.add("full_save_ms", timed([&] { full = merged.save(); }));
  figures.add("full_bytes", full.size());
  write_file(folder + "/full.bin", full);
  std::vector<double> loads;
  std::vector<double> opens;
  for (int i = 0; i < (workload.actions.size() > 20'000 ? 1 : 3); ++i) {
    std::optional<PlanReplica> again;
    loads.push_back(timed([&] { again = opened(full, 50); }));
    opens.push_back(loads.back() + timed([&] { taken = again->read_all() == sum && taken; }));
  }
  figures.add("load_ms", median(loads));
  figures.add("open_ms", median(opens));
  figures.add("peak_rss_MiB", memory_mib("VmHWM"));
  figures.add("peak_over_MiB", memory_mib("VmHWM") - before);

  // Right or wrong, untimed; then one more edit, and what saving costs after it and from nothing.
  const std::string settled =
      settled_hash(workload, [&](auto action, Cell cell) { return merged.value(action, cell); });
  figures.add("settled_ok", taken && settled == expected_hash(workload));
  PlanReplica& other = people[3];
  for (const std::size_t i : {2U, 0U, 1U}) taken = other.merge(deltas[i]) && taken;
  figures.add("converged", taken && other.save_from_nothing() == full);
  figures.add("groups_in_cycles", merged.groups_out_of_sight());
  merged.apply(std::vector<Act>{{false, 0, Cell::kTitle, 0, "one more edit"}}, 1);
  figures.add("edit_save_ms", timed([&] { full = merged.save(); }));
  std::string fresh;
  figures.add("fresh_save_ms", timed([&] { fresh = merged.save_from_nothing(); }));
  figures.add("same_bytes", fresh == full);
  const std::string thin = merged.save_thin();
  write_file(folder + "/thin.bin", thin);
  figures.add("snap_bytes", thin.size());
  figures.print();
}

void open_fresh(const std::string& path) {
  const std::string bytes = read_file(path);
  Figures figures;
  const double before = memory_mib("VmRSS");
  std::optional<PlanReplica> replica;
  const double load = timed([&] { replica = opened(bytes, 1); });
  std::size_t sum = 0;
  const double read = timed([&] { sum = replica->read_all(); });
  figures.add("cold_load_ms", load);
  figures.add("cold_read_ms", read);
  figures.add("cold_open_ms", load + read);
  figures.add("open_peak_MiB", memory_mib("VmHWM") - before);
  figures.add("open_MiB", memory_mib("VmRSS") - before);
  if (sum == 0) std::abort();
  figures.print();
}

void rate(const Workload& workload, std::size_t count) {
  PlanReplica replica = opened(PlanReplica::built(workload, 100).save(), 1);
  std::vector<double> times;
  double all = 0;
  const std::span<const Act> acts(workload.people[0]);
  for (std::size_t i = 0; i < std::min(count, acts.size()); ++i) {
    times.push_back(timed([&] { replica.apply(acts.subspan(i, 1), 1); }));
    all += times.back();
  }
  Figures figures;
  figures.add("edit_p50_ms", median(times));
  std::sort(times.begin(), times.end());
  figures.add("edit_p95_ms", times[(times.size() - 1) * 95 / 100]);
  figures.add("edit_max_ms", times.back());
  figures.add("rate_edits_per_s", static_cast<double>(times.size()) / all * 1000);
  figures.print();
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string what = words.empty() ? "" : words[0];
  const auto number = [&](std::size_t at) {
    return static_cast<std::uint32_t>(std::strtoul(words[at].c_str(), nullptr, 10));
  };
  if (what == "make" && words.size() == 3) {
    write_file(words[2], to_tsv(make_workload(number(1))));
  } else if (what == "full" && words.size() == 4) {
    replay(trace_at(words[1]), std::max(1U, number(2)), words[3]);
  } else if (what == "open" && words.size() == 2) {
    open_fresh(words[1]);
  } else if (what == "rate" && words.size() == 3) {
    rate(trace_at(words[1]), number(2));
  } else {
    std::fputs("make N FILE | full FILE BATCH FOLDER | open FILE | rate FILE COUNT\n", stderr);
    return 2;
  }
  return 0;
}
