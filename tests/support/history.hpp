// Random histories: a few replicas write changes straight into a list, hear of one another now and
// then, and leave nothing out that the format allows: records created twice under keys, sets that
// replace only a part, moves in circles, deletes, partial restores, unknown operations, erasing of
// this and that, also of what the author does not know or nobody has made yet.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "base/random.hpp"
#include "replica/change.hpp"

namespace atlas::test {

class HistoryMaker {
 public:
  HistoryMaker(Random& random, std::size_t replicas);
  void step();
  [[nodiscard]] const std::vector<Change>& changes() const { return changes_; }

 private:
  struct Author {
    ReplicaId id;
    std::set<std::size_t> known;  // places in changes_; closed under parents
    std::uint64_t counter = 0;
  };
  void write(Author& author);
  void hear(Author& author);
  [[nodiscard]] Operation operation(const Author& author, const Change& so_far);
  [[nodiscard]] EraseOp erasing();
  [[nodiscard]] std::vector<const Operation*> known_operations(const Author& author,
                                                               const Change& so_far) const;
  [[nodiscard]] RecordId any_record(const Author& author, const Change& so_far);
  [[nodiscard]] std::vector<OpId> some_of(std::vector<OpId> ids);
  [[nodiscard]] std::vector<OpId> sets(const Author& author, const Change& so_far, RecordId record,
                                       std::uint32_t field) const;
  [[nodiscard]] std::vector<OpId> deletes(const Author& author, const Change& so_far,
                                          RecordId record) const;

  Random& random_;
  std::vector<Author> authors_;
  std::vector<Change> changes_;
  std::string last_key_;
};

// Of two to five replicas, after so many steps as come.
[[nodiscard]] std::vector<Change> random_history(Random& random);

}  // namespace atlas::test
