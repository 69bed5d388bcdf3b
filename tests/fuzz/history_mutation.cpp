#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "fuzz/mutation.hpp"
#include "support/picks.hpp"

namespace atlas::fuzz {
namespace {

constexpr const char* kOrders[] = {"VOkLV", "VOkLW"};

class HistoryMutation {
 public:
  HistoryMutation(std::vector<Change>& changes, Random& random)
      : changes_(changes), random_(random) {}

  void run() {
    if (changes_.empty()) return;
    Change& change = test::any_of_list(random_, changes_);
    if (change.operations.empty()) return;
    switch (random_.below(8)) {
      case 0:
        change_parents(change);
        break;
      case 1:
        change.time_ms = static_cast<std::int64_t>(random_.next());
        break;
      case 2:
        std::swap(change.author, change.message);
        break;
      case 3:
        std::swap(test::any_of_list(random_, change.operations),
                  test::any_of_list(random_, change.operations));
        break;
      default:
        test::any_of_list(random_, change.operations) = new_operation();
    }
    renumber_time();
  }

 private:
  Change& any_change() { return test::any_of_list(random_, changes_); }

  RecordId any_record() {
    if (random_.one_in(8)) return kRootRecord;
    const Change& change = any_change();
    for (std::size_t i = 0; i < change.operations.size() && !random_.one_in(3); ++i) {
      const auto* create = std::get_if<CreateOp>(&change.operations[i]);
      if (create != nullptr) return create->record;
    }
    const OpId id = any_operation();
    return {id.replica, id.counter};
  }
  RecordId any_real_record() {
    const RecordId record = any_record();
    return record.is_null() ? RecordId{{1}, 1} : record;
  }
  OpId any_operation() {
    const Change& change = any_change();
    return change.id_of(static_cast<std::size_t>(random_.below(change.operations.size() + 1)));
  }
  std::vector<OpId> some_operations() {
    std::vector<OpId> ids;
    for (std::uint64_t i = random_.below(4); i > 0; --i) ids.push_back(any_operation());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
  }

  Operation new_operation() {
    const char* order = kOrders[random_.below(2)];
    switch (random_.below(7)) {
      case 0:
        return CreateOp{any_real_record(), std::uint32_t(random_.below(60)), any_record(), order};
      case 1:
        return MoveOp{any_real_record(), any_record(), order};
      case 2:
        return DeleteOp{any_real_record()};
      case 3:
        return RestoreOp{any_real_record(), some_operations()};
      case 4:
        return test::any_of_list(random_, any_change().operations);
      default:
        return SetOp{any_real_record(), std::uint32_t(1 + random_.below(30)), new_value(),
                     some_operations()};
    }
  }

  Value new_value() {
    switch (random_.below(7)) {
      case 0:
        return Unset{};
      case 1:
        return NotStated{};
      case 2:
        return random_.one_in(2);
      case 3:
        return Money{static_cast<std::int64_t>(random_.next())};
      case 4:
        return Choice{static_cast<std::uint32_t>(random_.below(9))};
      case 5:
        return any_record();
      default:
        return std::string(static_cast<std::size_t>(random_.below(4)), 'x');
    }
  }

  void change_parents(Change& change) {
    if (random_.one_in(2) && !change.parents.empty()) {
      change.parents.erase(change.parents.begin() +
                           static_cast<std::ptrdiff_t>(random_.below(change.parents.size())));
      return;
    }
    change.parents.push_back(any_change().last_id());
    std::sort(change.parents.begin(), change.parents.end());
    change.parents.erase(std::unique(change.parents.begin(), change.parents.end()),
                         change.parents.end());
  }

  // As a writer would have counted; parents stand before their children in a history.
  void renumber_time() {
    std::map<OpId, std::uint64_t> ends;
    for (Change& change : changes_) {
      std::uint64_t end = 0;
      for (const OpId parent : change.parents) {
        const auto found = ends.find(parent);
        if (found != ends.end()) end = std::max(end, found->second);
      }
      if (end > 0 || change.parents.empty()) change.lamport = end + 1;
      ends[change.last_id()] = change.lamport + change.operations.size() - 1;
    }
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) {
      return a.lamport == b.lamport ? a.replica < b.replica : a.lamport < b.lamport;
    });
  }

  std::vector<Change>& changes_;
  Random& random_;
};

}  // namespace

void mutate_history(std::vector<Change>& changes, Random& random) {
  HistoryMutation(changes, random).run();
}

}  // namespace atlas::fuzz
