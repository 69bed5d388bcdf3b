// The inverse of a change, against the state of now: what the change did and nobody has overtaken
// since goes back to what it was before it. For undo, and for undo of an undo.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "document/state.hpp"
#include "document/undo_memory.hpp"

namespace atlas {

class Inverse {
 public:
  // `change` is a place in the state's log. Operations are written to the state's open change,
  // opened by the first of them; none are written when nothing is left to do.
  Inverse(Document::State& state, std::uint32_t change, UndoMemory& memory)
      : state_(state), change_(change), memory_(memory) {}
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
  UndoMemory& memory_;
  std::set<OpId> meant_;  // by the operations of the change
  std::set<RecordId> created_;
  std::map<Field, std::vector<OpRef>> sets_;  // of the change, in its order
};

}  // namespace atlas
