// What was brought into a workspace on this device, so that it can be set aside again (RULES.md 5)
// and the workspace looked at as it was before: the automatic restore points. Kept in the device
// file "merges-<folder>", never in a file that leaves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/change_ranges.hpp"

namespace atlas::app {

struct MergeNote {
  std::uint64_t id = 0;            // random; never 0
  std::int64_t wall_ms = 0;        // when it was brought in
  std::vector<std::string> files;  // names, as they were opened
  std::size_t changes = 0;         // that came with it
  std::vector<OpId> before;        // version of the workspace before; sorted by replica
  ChangeRanges brought;
  bool aside = false;
  std::size_t resting = 0;  // later changes that were made on these, and are aside with them
  ChangeRanges aside_too;   // those
  friend bool operator==(const MergeNote&, const MergeNote&) = default;
};

// A note a line. Lines that cannot be read are left out.
[[nodiscard]] std::string to_text(std::span<const MergeNote> notes);
[[nodiscard]] std::vector<MergeNote> merge_notes_from(std::string_view text);

// Whether one of the notes keeps the operation aside.
[[nodiscard]] bool is_aside(std::span<const MergeNote> notes, OpId id);

}  // namespace atlas::app
