#include "io/sample_history.hpp"

#include <fstream>
#include <iterator>
#include <utility>

namespace atlas::testing {
namespace {

constexpr ReplicaId kAnna{0x00000000000000A1U};
constexpr ReplicaId kBen{0xFFFFFFFFFFFFFFB2U};
constexpr const char* kFirst = "VOkLV";  // order keys
constexpr const char* kSecond = "VOkLW";
constexpr RecordId kBoard{kAnna, 1};
constexpr RecordId kGroup{kAnna, 2};

Change first_change() {
  Change change;
  change.replica = kAnna;
  change.first_counter = 1;
  change.lamport = 1;
  change.time_ms = 1'233'446'400'000;
  change.author = "Zoë";
  change.message = "Add the Board";
  change.operations = {
      CreateOp{kBoard, 3, kRootRecord, kFirst},
      CreateOp{kGroup, 3, kBoard, kFirst},
      SetOp{kBoard, 16, std::string("Board – £20,000, ŵ, \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"), {}},
      SetOp{kBoard, 23, true, {}},
      SetOp{kBoard, 24, false, {}},
      SetOp{kBoard, 22, NotStated{}, {}},
      SetOp{kBoard, 18, Choice{1}, {}},
      SetOp{kBoard, 25, Decimal{-150, 1}, {}},
      SetOp{kBoard, 40, Money{-2'000'000}, {}},
      SetOp{kBoard, 41, Date{14'334}, {}},
      SetOp{kGroup, 23, kBoard, {}},
  };
  return change;
}

Change second_change() {
  Change change;
  change.replica = kBen;
  change.first_counter = 1;
  change.lamport = 12;
  change.parents = {first_change().last_id()};
  change.time_ms = -1;
  change.message = "Set, move, remove";
  change.operations = {
      SetOp{kBoard, 16, std::string("First line\nSecond line"), {{kAnna, 3}}},
      SetOp{kBoard, 22, Unset{}, {{kAnna, 6}}},
      SetOp{kBoard, 99, UnknownValue{4'000'000'000U, std::string("\0\xFF new", 6)}, {}},
      MoveOp{kGroup, kRootRecord, kSecond},
      DeleteOp{kGroup},
      UnknownOp{77, std::string("from a newer version\0", 21)},
      UnknownOp{0xFFFFFFFFU, ""},
  };
  return change;
}

Change third_change() {
  Change change;
  change.replica = kAnna;
  change.first_counter = 12;
  change.lamport = 19;
  change.parents = {first_change().last_id(), second_change().last_id()};
  change.author = "Zoë";
  change.operations = {RestoreOp{kGroup, {{kBen, 5}}}};
  return change;
}

std::string random_text(Random& random) {
  static constexpr const char* kPieces[] = {"board ", "£", "é", "\xF0\x9F\x98\x80", "plan "};
  std::string text;
  for (std::uint64_t i = random.below(12); i > 0; --i) text += kPieces[random.below(5)];
  return text;
}

Value random_value(Random& random) {
  const auto number = static_cast<std::int64_t>(random.next());
  switch (random.below(11)) {
    case 0:
      return Unset{};
    case 1:
      return NotStated{};
    case 2:
      return random.one_in(2);
    case 3:
      return Date{static_cast<std::int32_t>(number % 100'000)};
    case 4:
      return Money{number};
    case 5:
      return Decimal{number, static_cast<std::uint8_t>(random.below(10))};
    case 6:
      return Choice{static_cast<std::uint32_t>(random.below(20))};
    case 7:
      return RecordId{kAnna, random.below(50)};
    case 8:
      return UnknownValue{static_cast<std::uint32_t>(100 + random.below(9)), random_text(random)};
    case 9:
      return Erased{};
    case 10:
      return LeftOut{};
    default:
      return random_text(random);
  }
}

Operation random_operation(Random& random) {
  const RecordId record{random.one_in(2) ? kAnna : kBen, 1 + random.below(40)};
  const RecordId parent{kAnna, 41 + random.below(9)};
  switch (random.below(9)) {
    case 0:
      return CreateOp{record, static_cast<std::uint32_t>(random.below(60)), parent, kFirst};
    case 1:
      return MoveOp{record, parent, kSecond};
    case 2:
      return DeleteOp{record};
    case 3:
      return RestoreOp{record, {{kAnna, 1 + random.below(9)}, {kBen, 1 + random.below(9)}}};
    case 5:
      return EraseOp{{{kAnna, 1 + random.below(9)}, {kBen, 1 + random.below(9)}},
                     {{kBen, 1 + random.below(9)}},
                     {}};
    case 4:
      return UnknownOp{static_cast<std::uint32_t>(50 + random.below(9)), random_text(random)};
    default:
      return SetOp{
          record, static_cast<std::uint32_t>(1 + random.below(40)), random_value(random), {}};
  }
}

std::string id_text(ReplicaId replica, std::uint64_t counter) {
  return std::to_string(replica.value) + ":" + std::to_string(counter);
}

std::string ids_text(const std::vector<OpId>& ids) {
  std::string text = "[";
  for (const OpId& id : ids) text += (text.size() > 1 ? " " : "") + id_text(id.replica, id.counter);
  return text + "]";
}

std::string quoted(const std::string& bytes) {
  std::string text = "\"";
  for (const char letter : bytes) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x20 && byte < 0x7F && letter != '"' && letter != '\\') {
      text += letter;
    } else {
      text += {'\\', "0123456789ABCDEF"[byte >> 4U], "0123456789ABCDEF"[byte & 15U]};
    }
  }
  return text + "\"";
}

struct ValueText {
  std::string operator()(Unset) const { return "unset"; }
  std::string operator()(NotStated) const { return "not stated"; }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(const std::string& text) const { return quoted(text); }
  std::string operator()(Date date) const { return "day " + std::to_string(date.days); }
  std::string operator()(Money money) const { return std::to_string(money.pence) + " pence"; }
  std::string operator()(Decimal number) const {
    return std::to_string(number.mantissa) + " / 10^" + std::to_string(number.scale);
  }
  std::string operator()(Choice choice) const { return "choice " + std::to_string(choice.number); }
  std::string operator()(RecordId id) const { return "record " + id_text(id.replica, id.counter); }
  std::string operator()(Erased) const { return "erased"; }
  std::string operator()(LeftOut) const { return "left out"; }
  std::string operator()(const UnknownValue& value) const {
    return "unknown " + std::to_string(value.kind) + " " + quoted(value.bytes);
  }
};

struct OperationText {
  static std::string id(RecordId record) { return id_text(record.replica, record.counter); }
  std::string operator()(const CreateOp& op) const {
    return "create " + id(op.record) + " type " + std::to_string(op.type) + " under " +
           id(op.parent) + " at " + quoted(op.order);
  }
  std::string operator()(const SetOp& op) const {
    return "set " + id(op.record) + " field " + std::to_string(op.field) + " to " +
           std::visit(ValueText{}, op.value) + " replacing " + ids_text(op.replaces);
  }
  std::string operator()(const MoveOp& op) const {
    return "move " + id(op.record) + " under " + id(op.parent) + " at " + quoted(op.order);
  }
  std::string operator()(DeleteOp op) const { return "delete " + id(op.record); }
  std::string operator()(const RestoreOp& op) const {
    return "restore " + id(op.record) + " undoing " + ids_text(op.undoes);
  }
  std::string operator()(const EraseOp& op) const {
    return "erase " + ids_text(op.targets) + " messages " + ids_text(op.messages) + " authors " +
           ids_text(op.authors);
  }
  std::string operator()(const UnknownOp& op) const {
    return "unknown " + std::to_string(op.kind) + " " + quoted(op.bytes);
  }
};

}  // namespace

std::vector<Change> one_of_everything() {
  return {first_change(), second_change(), third_change()};
}

std::vector<Change> one_of_everything_erased() {
  Change first = first_change();
  first.author.clear();
  first.message.clear();
  std::get<SetOp>(first.operations[2]).value = Erased{};
  Change second = second_change();
  std::get<SetOp>(second.operations[0]).value = Erased{};
  Change third = third_change();
  third.operations.emplace_back(EraseOp{{{kAnna, 3}, {kBen, 1}}, {{kAnna, 1}}, {{kAnna, 1}}});
  third.operations.emplace_back(EraseOp{{}, {}, {{kBen, 1}}});
  return {first, second, third};
}

std::vector<Change> random_history(Random& random, std::size_t count) {
  constexpr ReplicaId kReplicas[] = {kAnna, kBen, {0x77}};
  OpId last[3] = {};
  std::uint64_t next[3] = {1, 1, 1};
  std::uint64_t lamport = 1;
  std::vector<Change> changes;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t who = random.below(3);
    Change change;
    change.replica = kReplicas[who];
    change.first_counter = next[who];
    change.lamport = lamport;
    if (!last[who].is_null()) change.parents = {last[who]};
    change.time_ms = static_cast<std::int64_t>(random.below(1U << 30U));
    change.author = random_text(random);
    change.message = random_text(random);
    for (std::uint64_t n = 1 + random.below(6); n > 0; --n) {
      change.operations.push_back(random_operation(random));
    }
    next[who] += change.operations.size();
    lamport += change.operations.size();
    last[who] = change.last_id();
    changes.push_back(std::move(change));
  }
  return changes;
}

std::vector<const Change*> pointers(const std::vector<Change>& changes) {
  std::vector<const Change*> result;
  for (const Change& change : changes) result.push_back(&change);
  return result;
}

std::string dump(const std::vector<Change>& changes) {
  std::string text;
  for (const Change& change : changes) {
    text += "change " + id_text(change.replica, change.first_counter) + " lamport " +
            std::to_string(change.lamport) + " on " + ids_text(change.parents) + " time " +
            std::to_string(change.time_ms) + " by " + quoted(change.author) + ": " +
            quoted(change.message) + "\n";
    for (const Operation& operation : change.operations) {
      text += "  " + std::visit(OperationText{}, operation) + "\n";
    }
  }
  return text;
}

std::string read_test_file(const std::string& path) {
  std::ifstream stream(std::string(ATLAS_SOURCE_DIR) + "/tests/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace atlas::testing
