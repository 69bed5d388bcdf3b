// Finds deletes that an edit contests: somebody deleted a record while somebody else, neither
// knowing the other, edited it or something inside it. Such a delete has no effect, so the record
// returns (RULES.md 6).
//
// An edit is a creation, set, move or restore; a concurrent delete is none. It lies inside when the
// edited record is the deleted one or below it, by the latest placements that either author knew,
// the edit itself included. That is a fact about the two operations and what they knew: it holds
// for ever, in whatever order they arrive, and wherever the records are moved later.
#pragma once

#include <cstdint>
#include <vector>

#include "replica/records.hpp"

namespace atlas {

class Contests {
 public:
  explicit Contests(Records& records) : records_(records), log_(records.log_) {}

  // Looks at pairs of which the changes from place `first` on hold at least one.
  void look_for(std::uint32_t first, const std::vector<OpRef>& new_deletes);

 private:
  void look_below(OpRef removal);
  void look_at_change(std::uint32_t at);
  void look_at_edit(OpRef edit, std::uint32_t node);
  void look_at_deletes(OpRef edit, std::uint32_t node, std::uint32_t deleted);
  [[nodiscard]] bool lies_inside(OpRef edit, std::uint32_t node, OpRef removal,
                                 std::uint32_t deleted) const;
  [[nodiscard]] std::vector<std::uint32_t> parents_known(OpRef edit, OpRef removal,
                                                         std::uint32_t node) const;
  [[nodiscard]] std::uint32_t parent_by(OpRef placement) const;

  Records& records_;
  const ChangeLog& log_;
};

}  // namespace atlas
