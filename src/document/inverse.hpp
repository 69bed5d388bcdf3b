// The inverse of a change, against the state of now: what the change did and nobody has overtaken
// since goes back to what it was before it. For undo, and for undo of an undo.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "document/state.hpp"

namespace atlas {

class Inverse {
 public:
  // What undo writes to bring an earlier operation's effect back stands for that operation: to undo
  // the earlier one as well, its effect has to be recognised. By id of the later operation.
  using StandIns = std::map<OpId, OpId>;

  // `change` is a place in the state's log. Operations are written to the state's open change,
  // opened by the first of them; none are written when nothing is left to do.
  Inverse(Document::State& state, std::uint32_t change, StandIns& stand_ins)
      : state_(state), change_(change), stand_ins_(stand_ins) {}
  void write();

 private:
  void gather();
  void undo_create(const CreateOp& op);
  void undo_sets(std::uint32_t at, std::uint32_t field, const std::vector<OpRef>& mine);
  void undo_move(std::uint32_t at, OpRef ref);
  void undo_delete(std::uint32_t at, OpRef ref);
  void undo_restore(std::uint32_t at, OpRef ref);
  [[nodiscard]] std::vector<OpRef> sets_before(const std::vector<OpRef>& mine) const;
  [[nodiscard]] bool replaced_left_out(const std::vector<OpRef>& mine) const;
  // The operation that this one is or stands for, and whether the change did the same.
  [[nodiscard]] OpId meant_by(OpRef ref) const;
  [[nodiscard]] bool is_mine(OpRef ref) const;
  void write_for(OpRef earlier, Operation operation);

  using Field = std::pair<RecordId, std::uint32_t>;
  Document::State& state_;
  std::uint32_t change_;
  StandIns& stand_ins_;
  std::set<OpId> meant_;  // by the operations of the change
  std::set<RecordId> created_;
  std::map<Field, std::vector<OpRef>> sets_;  // of the change, in its order
};

}  // namespace atlas
