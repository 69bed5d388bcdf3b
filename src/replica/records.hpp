// Records as they follow from the log: where each one is, the live values of its fields, its live
// deletes. Nodes are numbered from 1 in order of arrival; 0 is the root. The numbers are of this
// copy only.
//
// What decides, so that every order of arrival ends the same:
// - an operation on a record that its author could not know (no creation of it in the operation's
//   past) has no effect; a creation under such a parent goes to the top;
// - a record created twice is one record; the earliest creation gives type and place;
// - a field holds the sets that no later set has replaced, latest first;
// - moves: move_tree.hpp. A move that no other move of the record knew is a live one;
// - deletes are live until a restore names them. A live delete is without effect ("contested") when
//   an edit inside the record is concurrent to it, see contests.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "replica/change_log.hpp"
#include "replica/move_tree.hpp"
#include "replica/version.hpp"

namespace atlas {

struct LiveSet {
  std::uint32_t field = 0;
  OpRef op;
};

struct LiveDelete {
  OpRef op;
  std::optional<OpRef> contested_by;  // the latest edit inside that neither knew nor was known
};

struct Node {
  RecordId id;
  std::uint32_t type = 0;
  OpRef creation;
  std::vector<OpRef> placements;           // creations and moves, unsorted
  std::vector<OpRef> live_moves;           // unsorted
  std::vector<LiveSet> sets;               // by field, then latest first
  std::vector<LiveDelete> undone;          // deletes that a restore named, as they were then
  std::vector<LiveDelete> deletes;         // unsorted
  std::vector<OpRef> edits;                // all but deletes, in order of arrival
  std::vector<std::uint32_t> ever_inside;  // what was ever put under it, unsorted, with doubles
  std::vector<std::uint32_t> children;     // by (order key, id); also those in the bin
};

class Records {
 public:
  // The log is kept by reference and must outlive this.
  explicit Records(const ChangeLog& log);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  [[nodiscard]] const Node& node(std::uint32_t at) const { return nodes_[at]; }
  [[nodiscard]] std::optional<std::uint32_t> find(RecordId id) const;
  [[nodiscard]] const MoveTree& tree() const { return tree_; }
  [[nodiscard]] const std::string& order(std::uint32_t node) const;
  // The order key that a creation or move gave.
  [[nodiscard]] const std::string& order_by(OpRef placement) const;
  [[nodiscard]] const Value& value(OpRef set) const;

  // Takes in the changes of the log from place `first` on.
  void take_changes(std::uint32_t first);
  // The operation just written to the open change. It knows everything.
  void take_written(OpRef ref);
  // Takes back the operations of the open change, while they are still in the log.
  void take_back_written();
  void keep_written() { written_.clear(); }

  // A value or the words of a change of the record became others in the log.
  void take_rewritten(RecordId record);

  // What may look different since the last call; some of it may be gone again.
  struct Touched {
    std::vector<std::uint32_t> nodes;                             // as a whole; sorted
    std::vector<std::pair<std::uint32_t, std::uint32_t>> fields;  // of other nodes: node, field
  };
  [[nodiscard]] Touched take_touched();
  // The values of the open change stand elsewhere in memory.
  void touch_written();

 private:
  friend class Contests;
  // What one written operation changed, to put it back.
  struct Before {
    std::vector<LiveDelete> undone;
    std::vector<LiveDelete> deletes;
    std::vector<OpRef> live_moves;
  };
  struct Written {
    OpRef ref;
    std::uint32_t node = 0;
    bool created = false;
    std::unique_ptr<Before> before;  // null: a set came, or nothing that needs it
    std::vector<LiveSet> replaced;   // by the set, latest first
  };

  void apply(OpRef ref);
  void apply_operation(OpRef ref, const CreateOp& op);
  void apply_operation(OpRef ref, const SetOp& op);
  void apply_operation(OpRef ref, const MoveOp& op);
  void apply_operation(OpRef ref, const DeleteOp& op);
  void apply_operation(OpRef ref, const RestoreOp& op);
  void apply_operation(OpRef, const EraseOp&) {}  // erasures.hpp
  void apply_operation(OpRef, const UnknownOp&) {}

  [[nodiscard]] bool is_later(OpRef a, OpRef b) const { return log_.time(b) < log_.time(a); }
  // The record's node, when the author of `ref` could know of it.
  [[nodiscard]] std::optional<std::uint32_t> known_node(OpRef ref, RecordId record) const;
  [[nodiscard]] bool comes_before(std::uint32_t a, const std::string& order_a,
                                  std::uint32_t b) const;
  void link(std::uint32_t node);
  void unlink(std::uint32_t node, const MoveTree::Place& from);
  void note_edit(std::uint32_t node, OpRef ref);
  void note_placement(std::uint32_t node, OpRef ref, std::uint32_t parent);
  void relink(const std::vector<MoveTree::Revisited>& revisited);
  void flush_moves();
  void touch(std::uint32_t node);
  void touch_field(std::uint32_t node, std::uint32_t field);
  [[nodiscard]] std::vector<LiveSet> replaced_by(const Node& node, const SetOp& set) const;
  void put_back_sets(Node& node, const Written& written) const;
  void put_back(const Written& written);
  void forget_placement(std::uint32_t node, OpRef ref);

  const ChangeLog& log_;
  std::vector<Node> nodes_;
  std::unordered_map<RecordId, std::uint32_t> by_id_;
  // Most questions in a row are about one record. Null: none remembered.
  mutable std::pair<RecordId, std::uint32_t> last_found_;
  MoveTree tree_;
  std::vector<MoveTree::Move> moves_;  // of the batch, not yet in the tree
  std::vector<OpRef> new_deletes_;     // of the batch
  Version deletes_;                    // covers every delete there ever was
  std::vector<Written> written_;
  Touched touched_;
  std::vector<bool> is_touched_;  // as a whole
};

}  // namespace atlas
