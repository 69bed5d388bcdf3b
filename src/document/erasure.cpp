#include "document/erasure.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "base/tr.hpp"
#include "document/state.hpp"

namespace atlas {

// The way of this file into a document.
struct ErasureAccess {
  using State = Document::State;
  static const State& state(const Document& document) { return *document.state_; }
  static State& state(Document& document) { return *document.state_; }
};

namespace {

using Kind = TextPlace::Kind;
using State = ErasureAccess::State;

// Looks through all changes, those that wait too.
class Search {
 public:
  explicit Search(const State& state) : state_(state), replica_(state.replica) {}

  // `wanted` says yes to a set; `text`, when not empty, is looked for everywhere else, too.
  template <typename Wanted>
  std::vector<TextPlace> places(const Wanted& wanted, std::string_view text) {
    for (const std::uint32_t at : replica_.log().in_order()) {
      look_at(replica_.log().change(at), false, wanted, text);
    }
    for (const auto& [id, change] : replica_.waiting()) look_at(change, true, wanted, text);
    std::stable_sort(places_.begin(), places_.end(), [](const TextPlace& a, const TextPlace& b) {
      const auto rank = [](const TextPlace& place) {
        return std::tuple(place.kind, place.record, place.field);
      };
      return rank(a) < rank(b);
    });
    return std::move(places_);
  }

 private:
  template <typename Wanted>
  void look_at(const Change& change, bool waits, const Wanted& wanted, std::string_view text) {
    for (std::size_t i = 0; i < change.operations.size(); ++i) {
      const auto* set = std::get_if<SetOp>(&change.operations[i]);
      const auto* unknown = std::get_if<UnknownOp>(&change.operations[i]);
      if (set != nullptr && !is_erased(set->value) && wanted(*set)) {
        add_value(change, i, *set, waits);
      } else if (unknown != nullptr && holds(unknown->bytes, text)) {
        add(Kind::kNewer, change, change.id_of(i), {}, waits);
      }
    }
    if (holds(change.message, text)) {
      add(Kind::kMessage, change, change.first_id(), change.message, waits);
    }
    if (holds(change.author, text)) {
      add(Kind::kAuthor, change, change.first_id(), change.author, waits);
    }
  }

  static bool holds(std::string_view bytes, std::string_view text) {
    return !text.empty() && contains_folded(bytes, text);
  }

  TextPlace& add(Kind kind, const Change& change, OpId id, Value value, bool waits) {
    TextPlace& place = places_.emplace_back();
    place.kind = kind;
    place.id = id;
    place.value = std::move(value);
    place.author = change.author;
    place.time_ms = change.time_ms;
    place.waits = waits;
    return place;
  }

  void add_value(const Change& change, std::size_t index, const SetOp& set, bool waits) {
    TextPlace& place = add(Kind::kValue, change, change.id_of(index), set.value, waits);
    place.record = set.record;
    place.field = {set.field};
    const auto node = state_.node_of(set.record);
    if (!node || *node == MoveTree::kRoot) return;
    place.in_bin = !state_.is_live(*node);
    const std::vector<OpRef> live = state_.sets_of(*node, set.field);
    place.live = std::any_of(live.begin(), live.end(),
                             [&](OpRef ref) { return replica_.log().id(ref) == place.id; });
  }

  const State& state_;
  const Replica& replica_;
  std::vector<TextPlace> places_;
};

void sort_ids(std::vector<OpId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// The change that holds the operation, waiting or not.
const Change* find_anywhere(const Replica& replica, OpId id) {
  if (const auto ref = replica.log().find(id)) return &replica.log().change(ref->change);
  const auto next = replica.waiting().upper_bound(id);
  if (next == replica.waiting().begin()) return nullptr;
  const Change& change = std::prev(next)->second;
  return change.replica == id.replica && !(change.last_id() < id) ? &change : nullptr;
}

// Of an operation that the change holds; nullptr when it is no set.
const SetOp* set_in(const Change& change, OpId id) {
  const auto place = static_cast<std::size_t>(id.counter - change.first_counter);
  return std::get_if<SetOp>(&change.operations[place]);
}

// Words that quote a record are not known to be safe in a change that waits: what its author knew
// is not settled yet, so the rule for changes in force (erasures.hpp) says nothing of it.
void add_waiting_messages(const Replica& replica, EraseOp& what) {
  std::vector<RecordId> records;
  for (const OpId id : what.targets) {
    const Change* change = find_anywhere(replica, id);
    const SetOp* set = change == nullptr ? nullptr : set_in(*change, id);
    if (set != nullptr) records.push_back(set->record);
  }
  const auto touches = [&](const Operation& operation) {
    return std::visit(
        [&](const auto& op) {
          if constexpr (requires { op.record; }) {
            return std::find(records.begin(), records.end(), op.record) != records.end();
          } else {
            return false;
          }
        },
        operation);
  };
  for (const auto& [id, change] : replica.waiting()) {
    if (change.message.empty()) continue;
    if (std::any_of(change.operations.begin(), change.operations.end(), touches)) {
      what.messages.push_back(id);
    }
  }
}

// Leaves what is still there to be erased, or may be elsewhere.
void drop_erased(const Replica& replica, EraseOp& what) {
  std::erase_if(what.targets, [&](OpId id) {
    const Change* change = find_anywhere(replica, id);
    if (change == nullptr) return false;
    const SetOp* set = set_in(*change, id);
    return set == nullptr || is_erased(set->value);
  });
  std::erase_if(what.messages, [&](OpId id) {
    const Change* change = find_anywhere(replica, id);
    return change != nullptr && change->message.empty();
  });
  std::erase_if(what.authors, [&](OpId id) {
    const Change* change = find_anywhere(replica, id);
    return change != nullptr && change->author.empty();
  });
}

}  // namespace

std::vector<TextPlace> find_text(const Document& document, std::string_view text) {
  if (trim(text).empty()) return {};
  const std::string wanted = fold_for_search(trim(text));
  return Search(ErasureAccess::state(document))
      .places(
          [&](const SetOp& set) {
            const auto* held = std::get_if<std::string>(&set.value);
            const auto* unknown = std::get_if<UnknownValue>(&set.value);
            return (held != nullptr && contains_folded(*held, wanted)) ||
                   (unknown != nullptr && contains_folded(unknown->bytes, wanted));
          },
          wanted);
}

std::vector<TextPlace> values_of_field(const Document& document, RecordId record,
                                       FieldNumber field) {
  return Search(ErasureAccess::state(document))
      .places(
          [&](const SetOp& set) {
            return set.record == record && set.field == field.value && !is_unset(set.value);
          },
          {});
}

EraseOp erasing(std::span<const TextPlace> places) {
  EraseOp what;
  for (const TextPlace& place : places) {
    if (place.kind == Kind::kValue) what.targets.push_back(place.id);
    if (place.kind == Kind::kMessage) what.messages.push_back(place.id);
    if (place.kind == Kind::kAuthor) what.authors.push_back(place.id);
  }
  for (auto* ids : {&what.targets, &what.messages, &what.authors}) sort_ids(*ids);
  return what;
}

Result<std::optional<OpId>> erase(Document& document, EraseOp what, Stamp stamp) {
  State& state = ErasureAccess::state(document);
  assert(!state.transaction_open);
  const Result<> can_write = state.replica.can_write();
  if (!can_write) return can_write.error();
  drop_erased(state.replica, what);
  add_waiting_messages(state.replica, what);
  for (auto* ids : {&what.targets, &what.messages, &what.authors}) sort_ids(*ids);
  if (what.targets.empty() && what.messages.empty() && what.authors.empty()) {
    return std::optional<OpId>();
  }
  state.replica.write(std::move(what));
  const OpId made = state.replica.close(stamp.time_ms, std::move(stamp.author),
                                        std::string(tr(Text::kChangeErase)));
  state.refresh();
  return std::optional(made);
}

std::optional<Erasure> erasure_of(const Document& document, RecordId record, FieldNumber field) {
  const State& state = ErasureAccess::state(document);
  const Replica& replica = state.replica;
  const auto node = record.is_null() ? std::nullopt : state.node_of(record);
  if (!node || !is_erased(document.get(record, field))) return std::nullopt;
  const Change* first = nullptr;
  for (const OpRef ref : state.sets_of(*node, field.value)) {
    for (const OpId eraser : replica.erasures().erasers_of(replica.log().id(ref))) {
      const Change* change = find_anywhere(replica, eraser);
      if (change == nullptr) continue;
      const bool earlier = first == nullptr || std::tuple(change->lamport, change->replica) <
                                                   std::tuple(first->lamport, first->replica);
      if (earlier) first = change;
    }
  }
  if (first == nullptr) return std::nullopt;
  return Erasure{first->author, first->time_ms};
}

std::vector<Change> erasing_changes(const Document& document) {
  std::vector<Change> changes;
  const auto add = [&](const Change* change) {
    const bool erases = std::any_of(
        change->operations.begin(), change->operations.end(),
        [](const Operation& operation) { return std::holds_alternative<EraseOp>(operation); });
    if (erases) changes.push_back(*change);
  };
  for (const Change* change : document.changes()) add(change);
  for (const Change* change : document.waiting()) add(change);
  return changes;
}

}  // namespace atlas
