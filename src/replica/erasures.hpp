// What was erased for good (RULES.md 8), and how it is taken out of changes, in whatever order they
// and the erasures arrive:
// - a set that an EraseOp names keeps its place and has the value Erased;
// - a change whose message or author it names has none;
// - so has every change in force that touches a record of which a value was erased, by an author
//   who did not know of that: its message may quote what stood there;
// - of two copies of one change, what is erased in either is erased.
// All of this follows from the set of changes that are known, and only ever grows.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "replica/change.hpp"

namespace atlas {

// Whether both are the same change, of which more may have been erased, or left out, in one than in
// the other.
[[nodiscard]] bool is_same_but_for_gone(const Change& a, const Change& b);

class Erasures {
 public:
  // An EraseOp that names a value of the record.
  struct Mention {
    RecordId record;
    OpId eraser;
    friend bool operator<(const Mention& a, const Mention& b) {
      return a.record == b.record ? a.eraser < b.eraser : a.record < b.record;
    }
  };

  [[nodiscard]] bool empty() const {
    return values_.empty() && messages_.empty() && authors_.empty();
  }
  // Takes note of the erasing operations in a change. True when one named something new.
  bool learn(const Change& change);
  // Of two copies of one change, of what is erased in one only.
  void learn_difference(const Change& a, const Change& b);
  bool learn(const Erasures& other);

  // Takes out of the change what is named. True when it held some of that.
  bool strike(Change& change) const;
  // The erasing operations that name the set, sorted; null ones are not known yet.
  [[nodiscard]] std::vector<OpId> erasers_of(OpId set) const;
  // Takes note of the records of the change's sets that are named. True when there is a new one.
  bool learn_mentions(const Change& change);
  [[nodiscard]] bool has_mentions() const { return !mentions_.empty(); }
  // The erasing operations that name a value of a record which the change touches; unsorted.
  [[nodiscard]] std::vector<OpId> erasers_of_mentioned_unsorted(const Change& change) const;

 private:
  std::set<std::pair<OpId, OpId>> values_;  // set, erasing operation
  std::set<OpId> messages_;
  std::set<OpId> authors_;
  std::set<Mention> mentions_;
};

}  // namespace atlas
