// The rules of RULES.md in the most simple-minded way: sets of everything, no increments, every
// question answered by looking at all operations. Slow on purpose; what the document says must
// equal what this says.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "replica/change.hpp"

namespace atlas::test {

class Oracle {
 public:
  // A causally closed list of changes in any order, each once.
  explicit Oracle(std::vector<Change> changes);
  // In the form of test::dump.
  [[nodiscard]] std::string dump() const;
  // The changes by (Lamport, replica), without what they erase.
  [[nodiscard]] const std::vector<Change>& history() const { return changes_; }

 private:
  struct Op {
    OpId id;
    std::uint64_t lamport = 0;
    const Operation* operation = nullptr;
    std::set<OpId> past;  // everything that the author knew
  };
  struct Placed {
    RecordId parent;
    std::string order;
  };

  template <typename Kind>
  [[nodiscard]] std::vector<const Op*> ops_on(RecordId record) const;
  void number_operations();
  void erase();
  void erase_by(const Op& eraser, const EraseOp& what);
  void replay_tree();
  [[nodiscard]] bool is_known(const Op& op, RecordId record) const;
  [[nodiscard]] bool is_within(RecordId record, RecordId ancestor) const;
  [[nodiscard]] std::vector<const Op*> live_sets(RecordId record, std::uint32_t field) const;
  [[nodiscard]] std::vector<const Op*> live_deletes(RecordId record) const;
  [[nodiscard]] std::vector<const Op*> live_moves(RecordId record) const;
  [[nodiscard]] std::vector<const Op*> edits_against(const Op& removal, RecordId record) const;
  [[nodiscard]] bool lies_inside(const Op& edit, const Op& removal, RecordId record,
                                 RecordId deleted, std::set<RecordId>& seen) const;
  [[nodiscard]] bool is_deleted(RecordId record) const;
  [[nodiscard]] bool is_live(RecordId record) const;
  [[nodiscard]] std::set<std::uint32_t> fields_of(RecordId record) const;
  [[nodiscard]] std::string dump_record(RecordId record) const;
  [[nodiscard]] std::string dump_clashes(RecordId record) const;

  std::vector<Change> changes_;
  std::vector<Op> ops_;  // by (Lamport, replica)
  std::map<RecordId, Placed> places_;
  std::map<RecordId, std::uint32_t> types_;
  std::set<OpId> without_effect_;
};

}  // namespace atlas::test
