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
  // `change` is a place in the state's log. Operations are written to the state's open change,
  // opened by the first of them; none are written when nothing is left to do.
  Inverse(Document::State& state, std::uint32_t change) : state_(state), change_(change) {}
  void write();

 private:
  void gather();
  void undo_create(const CreateOp& op);
  void undo_sets(std::uint32_t at, std::uint32_t field, const std::vector<OpRef>& mine);
  void undo_move(std::uint32_t at, OpRef first);
  void undo_delete(std::uint32_t at, OpRef ref);
  void undo_restore(std::uint32_t at, OpRef ref);
  [[nodiscard]] std::vector<Value> values_before(const std::vector<OpRef>& mine) const;

  using Field = std::pair<RecordId, std::uint32_t>;
  Document::State& state_;
  std::uint32_t change_;
  std::set<RecordId> created_;
  std::map<Field, std::vector<OpRef>> sets_;  // of the change, in its order
  std::map<RecordId, OpRef> first_moves_;
};

}  // namespace atlas
