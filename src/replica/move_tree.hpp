// The hierarchy under concurrent moves: M. Kleppmann, D. Mulligan, V. Gomes, A. Beresford, "A
// highly-available move operation for replicated trees" (2021). Moves take effect in LogicalTime
// order; one that would put a node inside itself has no effect at its turn, but stays and is asked
// again whenever an earlier move arrives. A batch of late moves rewinds and replays once.
//
// Nodes are numbers from 0, the root. Where a node begins (its creation) stands before all moves:
// every move of the node, or under it, knows the creation, so the outcome is the same.
#pragma once

#include <cstdint>
#include <vector>

#include "replica/change_log.hpp"

namespace atlas {

class MoveTree {
 public:
  static constexpr std::uint32_t kRoot = 0;
  struct Place {
    std::uint32_t parent = kRoot;
    OpRef by;  // the creation or move that put it there
    friend bool operator==(Place, Place) = default;
  };
  struct Move {
    LogicalTime time;
    std::uint32_t node = 0;
    Place to;
  };
  // A node whose moves were looked at again, with the place it had before.
  struct Revisited {
    std::uint32_t node = 0;
    Place before;
  };

  [[nodiscard]] const Place& place(std::uint32_t node) const { return places_[node]; }
  // The node itself counts.
  [[nodiscard]] bool is_within(std::uint32_t node, std::uint32_t ancestor) const;
  // Of a move that was taken in.
  [[nodiscard]] bool has_effect(LogicalTime time) const;
  // Where the node was when the move's turn came.
  [[nodiscard]] Place before(LogicalTime time) const;

  // Adds the next node. Its parent is there already.
  void add(Place beginning);
  void remove_last();
  // Moves in any order, of nodes that are there. Returns nodes in order, each once.
  std::vector<Revisited> take(std::vector<Move> moves);
  // Another creation of the same record turned out to be the earlier one.
  std::vector<Revisited> begin_elsewhere(std::uint32_t node, Place beginning);
  // Takes back the latest move of all.
  void retract_last();

 private:
  struct Entry {
    Move move;
    Place before;
    bool has_effect = false;
  };
  [[nodiscard]] std::vector<Entry>::const_iterator entry_at(LogicalTime time) const;
  void rewind(std::size_t first);
  void replay(std::size_t first);
  [[nodiscard]] std::vector<Revisited> nodes_from(std::size_t first,
                                                  const std::vector<Move>& more) const;

  std::vector<Place> places_{Place{}};  // by node; the root's own is not used
  std::vector<Entry> log_;              // by time
};

}  // namespace atlas
