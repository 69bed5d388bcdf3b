#include "bench/workload.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "bench/mulberry32.hpp"

namespace atlas::bench {
namespace {

constexpr std::array<std::uint32_t, kCells> kWeights = {5, 10, 10, 20, 20, 20, 10, 5};  // percent
constexpr double kContestedShare = 0.2;

constexpr std::string_view kWords[] = {
    "deliver", "review", "approve",  "migrate",  "platform", "supplier", "contract", "budget",
    "risk",    "audit",  "training", "pilot",    "site",     "harbour",  "depot",    "network",
    "cabin",   "signal", "north",    "south",    "phase",    "gate",     "report",   "draft",
    "design",  "build",  "test",     "handover", "owner",    "team",     "board",    "policy",
    "estate",  "fleet",  "power",    "bridge",   "tunnel",   "track",    "station",  "service",
    "model",   "data",   "portal",   "office",   "survey",   "permit",   "tender",   "order",
    "invoice", "stock",  "repair",   "safety",   "noise",    "water",    "roof",     "lift",
    "ticket",  "staff",  "rota",     "union",    "change",   "scope"};
constexpr std::string_view kStates[] = {"not started", "in progress", "blocked", "in review",
                                        "done"};
constexpr std::string_view kRags[] = {"red", "amber", "green"};
constexpr std::string_view kAccented[] = {"é", "ü", "ø", "—", "ł", "漢"};

std::string two_digits(std::uint32_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

class Maker {
 public:
  Maker(std::uint32_t actions, std::uint32_t seed) : random_(seed ^ (actions * 2654435761U)) {
    made_.seed = seed;
    count_ = actions;
  }

  Workload run() {
    for (std::uint32_t i = 0; i < 40; ++i) {
      std::string first(random_.one_of(kWords));
      owners_.push_back(std::move(first) + "." + std::string(random_.one_of(kWords)) +
                        std::to_string(i));
    }
    make_groups();
    for (std::uint32_t i = 0; i < count_; ++i) {
      ActionCells& cells = made_.actions.emplace_back();
      for (std::size_t k = 0; k < kCells; ++k) cells[k] = any_value(static_cast<Cell>(k));
    }
    choose_contested();
    made_.edits_each = (5 * count_ + 1) / 2;
    made_.moves_each = std::max(1U, (count_ + 100) / 200);
    for (std::size_t person = 0; person < kPeople; ++person) work(person);
    return std::move(made_);
  }

 private:
  // About `length` letters; one in fifty ends with one that is not ASCII.
  std::string text(std::size_t length) {
    std::string words;
    while (words.size() + 3 < length) {
      if (!words.empty()) words += ' ';
      words += random_.one_of(kWords);
    }
    if (random_.next() < 0.02) words += " " + std::string(random_.one_of(kAccented));
    return words;
  }

  std::string date() {
    const std::string year = "20" + std::to_string(25 + random_.below(4));
    const std::string month = two_digits(1 + random_.below(12));
    return year + "-" + month + "-" + two_digits(1 + random_.below(28));
  }

  std::string any_value(Cell cell) {
    switch (cell) {
      case Cell::kTitle:
        return text(32 + random_.below(17));
      case Cell::kOwner:
        return random_.one_of(owners_);
      case Cell::kDue:
        return date();
      case Cell::kStatus:
        return std::string(random_.one_of(kStates));
      case Cell::kNote:
        return text(100 + random_.below(41));
      case Cell::kPercent:
        return std::to_string(random_.below(101));
      case Cell::kRag:
        return std::string(random_.one_of(kRags));
      case Cell::kGroup:
        break;
    }
    return std::to_string(random_.below(made_.groups.size()));
  }

  // An edit changes what its author sees.
  std::string other_value(Cell cell, const std::string& old) {
    for (;;) {
      std::string value = any_value(cell);
      if (value != old) return value;
    }
  }

  void make_groups() {
    const std::uint32_t count = std::max(2U, (count_ + 25) / 50);
    parents_.assign(count, -1);
    for (std::uint32_t group = 0; group < count; ++group) {
      if (group > 0) parents_[group] = static_cast<std::int32_t>(random_.below(group));
      made_.groups.push_back({parents_[group], text(20)});
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      if (const auto moved = any_move(parents_)) made_.moves.push_back(*moved);
    }
  }

  // Never under itself, as the mover sees the tree.
  std::optional<GroupMove> any_move(std::vector<std::int32_t>& parents) {
    for (int tries = 0; tries < 1000; ++tries) {
      const std::uint32_t group = 1 + random_.below(parents.size() - 1);
      const std::uint32_t parent = random_.below(parents.size());
      if (static_cast<std::int32_t>(parent) == parents[group] || parent == group) continue;
      auto above = static_cast<std::int32_t>(parent);
      while (above >= 0 && above != static_cast<std::int32_t>(group)) {
        above = parents[static_cast<std::size_t>(above)];
      }
      if (above >= 0) continue;
      parents[group] = static_cast<std::int32_t>(parent);
      return GroupMove{group, parent};
    }
    return std::nullopt;
  }

  std::uint32_t any_cell() {
    std::uint32_t rest = random_.below(100);
    std::uint32_t cell = 0;
    while (rest >= kWeights[cell]) rest -= kWeights[cell++];
    return cell;
  }

  void choose_contested() {
    is_contested_.assign(std::size_t{count_} * kCells, false);
    while (contested_.size() < std::max(1U, count_ / 2)) {
      const std::uint32_t action = random_.below(count_);
      const std::uint32_t at = action * static_cast<std::uint32_t>(kCells) + any_cell();
      if (is_contested_[at]) continue;
      is_contested_[at] = true;
      contested_.push_back(at);
    }
  }

  // A cell that all edit, or one of the person's own.
  std::uint32_t cell_for(std::size_t person) {
    if (random_.next() < kContestedShare) return random_.one_of(contested_);
    for (;;) {
      const auto cell = static_cast<std::int32_t>(any_cell());
      auto action = static_cast<std::int32_t>(random_.below(count_));
      action -= (((action + cell - static_cast<std::int32_t>(person)) % 4) + 4) % 4;
      if (action < 0) action += 4;
      if (action >= static_cast<std::int32_t>(count_)) continue;
      const auto at = static_cast<std::uint32_t>(action * 8 + cell);
      if (!is_contested_[at]) return at;
    }
  }

  void work(std::size_t person) {
    std::vector<Act>& acts = made_.people[person];
    std::unordered_map<std::uint32_t, std::string> seen;
    std::vector<std::int32_t> parents = parents_;
    const std::uint32_t every = made_.edits_each / made_.moves_each;
    for (std::uint32_t e = 0; e < made_.edits_each; ++e) {
      const std::uint32_t at = cell_for(person);
      const std::uint32_t action = at / kCells;
      const auto cell = static_cast<Cell>(at % kCells);
      std::string& now = seen.try_emplace(at, made_.actions[action][at % kCells]).first->second;
      now = other_value(cell, now);
      acts.push_back({false, action, cell, 0, now});
      if (e % every != every - 1 || e / every >= made_.moves_each) continue;
      if (const auto moved = any_move(parents)) {
        acts.push_back({true, moved->group, {}, moved->parent, {}});
      }
    }
  }

  Mulberry32 random_;
  Workload made_;
  std::uint32_t count_ = 0;
  std::vector<std::string> owners_;
  std::vector<std::int32_t> parents_;
  std::vector<std::uint32_t> contested_;
  std::vector<bool> is_contested_;
};

class Reader {
 public:
  std::optional<Workload> read(std::string_view tsv) {
    while (!tsv.empty() && good_) {
      const std::size_t end = std::min(tsv.find('\n'), tsv.size());
      read_row(tsv.substr(0, end));
      tsv.remove_prefix(std::min(end + 1, tsv.size()));
    }
    const bool whole = good_ && settled_ == expected_hash(made_);
    return whole ? std::optional(std::move(made_)) : std::nullopt;
  }

 private:
  void read_row(std::string_view row) {
    cells_.clear();
    for (std::size_t at = 0; at <= row.size();) {
      const std::size_t end = std::min(row.find('\t', at), row.size());
      cells_.push_back(row.substr(at, end - at));
      at = end + 1;
    }
    const char kind = row.empty() ? ' ' : row.front();
    static constexpr std::string_view kKinds = "HGBAEMZ";
    static constexpr std::array<std::size_t, 7> kColumns = {10, 4, 3, 10, 5, 4, 2};
    const std::size_t known = kKinds.find(kind);
    good_ = known != std::string_view::npos && cells_.size() == kColumns[known];
    if (!good_) return;
    if (kind == 'H') {
      made_.seed = number(3);
      made_.edits_each = number(7);
      made_.moves_each = number(8);
    } else if (kind == 'G') {
      made_.groups.push_back(
          {cells_[2] == "-1" ? -1 : static_cast<std::int32_t>(number(2)), std::string(cells_[3])});
    } else if (kind == 'B') {
      made_.moves.push_back({number(1), number(2)});
    } else if (kind == 'A') {
      ActionCells& action = made_.actions.emplace_back();
      for (std::size_t k = 0; k < kCells; ++k) action[k] = cells_[k + 2];
    } else if (kind == 'Z') {
      settled_ = cells_[1];
    } else {
      read_act(kind == 'M');
    }
  }

  void read_act(bool moves) {
    const std::uint32_t person = number(1);
    const std::uint32_t cell = moves ? 0 : number(3);
    good_ = person < kPeople && cell < kCells &&
            number(2) < (moves ? made_.groups.size() : made_.actions.size());
    if (!good_) return;
    Act act{moves, number(2), static_cast<Cell>(cell), moves ? number(3) : 0, {}};
    if (!moves) act.value = cells_[4];
    made_.people[person].push_back(std::move(act));
  }

  std::uint32_t number(std::size_t column) {
    std::uint32_t value = 0;
    for (const char c : cells_[column]) {
      if (c < '0' || c > '9') good_ = false;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
  }

  Workload made_;
  std::vector<std::string_view> cells_;
  std::string settled_;
  bool good_ = true;
};

}  // namespace

std::optional<Workload> from_tsv(std::string_view tsv) {
  return Reader().read(tsv);
}

Workload make_workload(std::uint32_t actions, std::uint32_t seed) {
  return Maker(actions, seed).run();
}

std::vector<std::uint8_t> editors(const Workload& workload) {
  std::vector<std::uint8_t> who(workload.actions.size() * kCells, 0);
  for (std::size_t person = 0; person < kPeople; ++person) {
    for (const Act& act : workload.people[person]) {
      if (act.moves) continue;
      std::uint8_t& bits = who[act.target * kCells + static_cast<std::size_t>(act.cell)];
      bits = static_cast<std::uint8_t>(bits | (1U << person));
    }
  }
  return who;
}

std::uint32_t fnv1a32(std::string_view bytes, std::uint32_t seed) {
  for (const char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return seed;
}

std::string hex32(std::uint32_t value) {
  std::string text(8, '0');
  for (std::size_t i = text.size(); i-- > 0; value >>= 4U)
    text[i] = "0123456789abcdef"[value & 15U];
  return text;
}

std::string expected_hash(const Workload& workload) {
  std::vector<ActionCells> last = workload.actions;
  for (const std::vector<Act>& acts : workload.people) {
    for (const Act& act : acts) {
      if (!act.moves) last[act.target][static_cast<std::size_t>(act.cell)] = act.value;
    }
  }
  return settled_hash(workload, [&](std::uint32_t action, Cell cell) -> const std::string& {
    return last[action][static_cast<std::size_t>(cell)];
  });
}

std::string to_tsv(const Workload& workload) {
  const std::vector<std::uint8_t> who = editors(workload);
  const auto contested = std::count_if(who.begin(), who.end(),
                                       [](std::uint8_t bits) { return (bits & (bits - 1)) != 0; });
  std::string out;
  const auto row = [&](std::initializer_list<std::string> cells) {
    std::string_view gap;
    for (const std::string& cell : cells) {
      out += gap;
      out += cell;
      gap = "\t";
    }
    out += '\n';
  };
  const auto number = [](auto value) { return std::to_string(value); };
  row({"H", "1", number(workload.actions.size()), number(workload.seed),
       number(workload.groups.size()), number(kPeople), number(kCells), number(workload.edits_each),
       number(workload.moves_each), number(contested)});
  for (std::size_t i = 0; i < workload.groups.size(); ++i) {
    row({"G", number(i), number(workload.groups[i].parent), workload.groups[i].name});
  }
  for (const GroupMove& move : workload.moves) {
    row({"B", number(move.group), number(move.parent)});
  }
  for (std::size_t i = 0; i < workload.actions.size(); ++i) {
    const ActionCells& c = workload.actions[i];
    row({"A", number(i), c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]});
  }
  for (std::size_t person = 0; person < kPeople; ++person) {
    for (const Act& act : workload.people[person]) {
      if (act.moves) {
        row({"M", number(person), number(act.target), number(act.parent)});
      } else {
        row({"E", number(person), number(act.target), number(static_cast<int>(act.cell)),
             act.value});
      }
    }
  }
  row({"Z", expected_hash(workload)});
  return out;
}

}  // namespace atlas::bench
