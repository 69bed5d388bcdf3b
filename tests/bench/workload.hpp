// The workload W(n) that merge engines are measured with: one delivery plan, edited offline by four
// people. n actions with eight fields and a tree of n/50 groups; then 2.5 n edits of fields each,
// and n/50 moves of groups between them. A fifth of the edits go to n/2 cells that all four edit;
// each other cell belongs to one of them. Seeded: the same n gives the same bytes everywhere, and
// the same as the generator that the peers are measured with.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atlas::bench {

enum class Cell : std::uint8_t { kTitle, kOwner, kDue, kStatus, kNote, kPercent, kRag, kGroup };
inline constexpr std::size_t kCells = 8;
inline constexpr std::size_t kPeople = 4;

struct Group {
  std::int32_t parent = -1;  // an earlier group; -1: the root, which is group 0
  std::string name;
};
struct GroupMove {
  std::uint32_t group = 0;
  std::uint32_t parent = 0;
};
// One act of a person: an edit of a cell, or a move of a group.
struct Act {
  bool moves = false;
  std::uint32_t target = 0;  // action or group
  Cell cell{};               // of an edit
  std::uint32_t parent = 0;  // of a move
  std::string value;         // of an edit
};
using ActionCells = std::array<std::string, kCells>;

struct Workload {
  std::uint32_t seed = 0;
  std::vector<Group> groups;
  std::vector<GroupMove> moves;  // while the base is built
  std::vector<ActionCells> actions;
  std::array<std::vector<Act>, kPeople> people;
  std::uint32_t edits_each = 0;
  std::uint32_t moves_each = 0;
};

inline constexpr std::uint32_t kSeed = 20250101;
[[nodiscard]] Workload make_workload(std::uint32_t actions, std::uint32_t seed = kSeed);

// The trace file: one record a line, columns parted by tabs; the last line has the hash below.
[[nodiscard]] std::string to_tsv(const Workload& workload);
// What to_tsv gave, as everybody replays it; nullopt when it is none.
[[nodiscard]] std::optional<Workload> from_tsv(std::string_view tsv);

// FNV-1a, 32 bits, in hexadecimal, over "<action>:<cell>=<value>\n" of every cell that at most one
// person edited: every correct merge gives the same, whatever becomes of the others.
template <typename ValueOf>
[[nodiscard]] std::string settled_hash(const Workload& workload, ValueOf value_of);
// What it has to be.
[[nodiscard]] std::string expected_hash(const Workload& workload);

// For each cell of each action who edited it, a bit a person.
[[nodiscard]] std::vector<std::uint8_t> editors(const Workload& workload);
[[nodiscard]] std::uint32_t fnv1a32(std::string_view bytes, std::uint32_t seed);
[[nodiscard]] std::string hex32(std::uint32_t value);

template <typename ValueOf>
std::string settled_hash(const Workload& workload, ValueOf value_of) {
  const std::vector<std::uint8_t> who = editors(workload);
  std::uint32_t hash = 0x811C9DC5U;
  for (std::size_t at = 0; at < who.size(); ++at) {
    if ((who[at] & (who[at] - 1)) != 0) continue;
    const std::size_t action = at / kCells;
    const std::size_t cell = at % kCells;
    hash = fnv1a32(std::to_string(action) + ":" + std::to_string(cell) + "=", hash);
    hash = fnv1a32(value_of(static_cast<std::uint32_t>(action), static_cast<Cell>(cell)), hash);
    hash = fnv1a32("\n", hash);
  }
  return hex32(hash);
}

}  // namespace atlas::bench
