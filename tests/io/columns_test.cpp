#include "io/columns.hpp"

#include <doctest/doctest.h>

#include "io/bounded_archive.hpp"
#include "io/change_codec.hpp"
#include "io/compress.hpp"
#include "io/file_tools.hpp"
#include "io/limits.hpp"
#include "io/sample_history.hpp"
#include "io/snapshot.hpp"

namespace atlas::io {
namespace {

std::string columns_of(const std::vector<Change>& changes) {
  return encode_columns(testing::pointers(changes));
}

std::string rows_of(const std::vector<Change>& changes) {
  std::vector<std::string> encoded;
  for (const Change& change : changes) encoded.push_back(encode_change(change));
  return frame_changes(encoded);
}

// Columns as bytes, to be changed one by one.
std::vector<std::string> take_columns(const std::string& plain) {
  BoundedInputArchive in(std::string_view(plain).substr(1));
  std::vector<std::string> columns;
  while (in.left() > 0) columns.emplace_back(in.read_view(in.read_count(1)));
  return columns;
}

std::string put_columns(const std::vector<std::string>& columns) {
  BoundedOutputArchive out;
  out.write(&kColumnMark, 1);
  for (const std::string& column : columns) {
    out(static_cast<std::uint64_t>(column.size()));
    out.write(column.data(), column.size());
  }
  return out.take();
}

bool is_refused(const std::string& plain) {
  try {
    static_cast<void>(decode_columns(plain));
    return false;
  } catch (const Refused&) {
    return true;
  }
}

TEST_CASE("columns give back the changes, kinds of a newer version too") {
  const std::vector<Change> changes = testing::one_of_everything();
  CHECK(decode_columns(columns_of(changes)) == changes);
  CHECK(decode_columns(columns_of({})).empty());
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    const std::vector<Change> many =
        testing::random_history(random, 1 + testing::pick(random, 120));
    CHECK(decode_columns(columns_of(many)) == many);
  }
}

TEST_CASE("a reader that does not know what erases keeps it, byte for byte") {
  // To such a reader both are of an unknown kind: the same columns, in blocks of the same weight.
  const std::vector<Change> known = testing::one_of_everything_erased();
  CHECK(decode_columns(columns_of(known)) == known);
  std::vector<Change> unknown = known;
  int found = 0;
  for (Change& change : unknown) {
    for (Operation& operation : change.operations) {
      if (const auto* erase = std::get_if<EraseOp>(&operation)) {
        ++found;
        operation = UnknownOp{5, encode_erasing(*erase)};
      } else if (auto* set = std::get_if<SetOp>(&operation); set && is_erased(set->value)) {
        ++found;
        set->value = UnknownValue{9, ""};
      }
    }
  }
  CHECK(found == 4);
  CHECK(columns_of(unknown) == columns_of(known));
  CHECK(rows_of(unknown) == rows_of(known));
  for (std::size_t i = 0; i < known.size(); ++i) {
    CHECK(block_weight(unknown[i]) == block_weight(known[i]));
  }
}

TEST_CASE("what erases has one form") {
  Change change = testing::one_of_everything_erased().back();
  const auto with = [&](std::string content) {
    change.operations.back() = UnknownOp{5, std::move(content)};
    return columns_of({change});
  };
  const std::string good = encode_erasing({{{ReplicaId{3}, 1}}, {}, {}});
  CHECK_FALSE(is_refused(with(good)));
  CHECK(is_refused(with(good + '\0')));
  CHECK(is_refused(with(good.substr(0, good.size() - 1))));
  CHECK(is_refused(with("")));
  CHECK(is_refused(with(encode_erasing({}))));
  CHECK(is_refused(with(std::string(8, '\xFF'))));  // claims more ids than there are
  change.operations.back() = SetOp{{ReplicaId{3}, 1}, 16, UnknownValue{9, "x"}, {}};
  CHECK(is_refused(columns_of({change})));
}

TEST_CASE("columns take less than rows, deflated too") {
  SeededRandom random(7);
  const std::vector<Change> changes = testing::random_history(random, 400);
  CHECK(columns_of(changes).size() < rows_of(changes).size() / 2);
  CHECK(pack_block(columns_of(changes)).size() < pack_block(rows_of(changes)).size());
}

TEST_CASE("numbers at the ends of their range come back") {
  Change change;
  change.replica = ReplicaId{~std::uint64_t{0}};
  change.first_counter = (std::uint64_t{1} << 53U) - 9;
  change.lamport = (std::uint64_t{1} << 53U) - 9;
  change.time_ms = INT64_MIN;
  const RecordId record{ReplicaId{~std::uint64_t{0}}, ~std::uint64_t{0}};
  const auto set = [&](Value value) {
    change.operations.push_back(SetOp{record, ~0U, std::move(value), {}});
  };
  set(Money{INT64_MIN});
  set(Money{INT64_MAX});
  set(Decimal{INT64_MIN, 9});
  set(Date{INT32_MIN});
  set(Date{INT32_MAX});
  set(Choice{~0U});
  Change second = change;
  second.replica = ReplicaId{1};
  second.time_ms = INT64_MAX;
  second.first_counter = 1;
  CHECK(decode_columns(columns_of({change, second})) == std::vector<Change>{change, second});
}

TEST_CASE("columns cut anywhere, or with a byte too many, are refused") {
  const std::string whole = columns_of(testing::one_of_everything());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    CHECK(is_refused(whole.substr(0, length)));
  }
  CHECK(is_refused(whole + '\0'));
  std::vector<std::string> columns = take_columns(whole);
  REQUIRE(columns.size() == kColumns);
  for (std::string& column : columns) {
    column += '\0';
    CHECK(is_refused(put_columns(columns)));
    column.pop_back();
  }
  CHECK_FALSE(is_refused(put_columns(columns)));
}

TEST_CASE("a few bytes cannot ask for much memory") {
  // A word of 64 bytes and a great many changes that copy it; an order key that grows by copying.
  Change change;
  change.replica = ReplicaId{5};
  change.first_counter = 1;
  change.lamport = 1;
  change.message = std::string(kLongestCopy, 'm');
  change.operations = {DeleteOp{RecordId{ReplicaId{5}, 1}}};
  std::vector<std::string> columns = take_columns(columns_of({change}));
  std::string& changes = columns[static_cast<std::size_t>(Column::kChanges)];
  const std::string claims[] = {
      std::string("\xFF\xFF\xFF\xFF\x0F", 5) + changes.substr(1),                      // changes
      changes.substr(0, changes.size() - 2) + std::string("\xFF\xFF\xFF\x01\x00", 5),  // operations
      changes.substr(0, changes.size() - 1) + std::string("\xFF\xFF\xFF\x01", 4),      // parents
  };
  for (const std::string& claim : claims) {
    changes = claim;
    CHECK(is_refused(put_columns(columns)));
  }
}

TEST_CASE("words and order keys beyond the length of a copy are written again") {
  SeededRandom random(3);
  std::vector<Change> changes = testing::random_history(random, 20);
  const std::string shared(200, 'k');
  for (Change& change : changes) {
    change.message = std::string(100, 'w');
    change.author = "Somebody";
    for (Operation& operation : change.operations) {
      if (auto* create = std::get_if<CreateOp>(&operation)) create->order = shared + create->order;
    }
  }
  CHECK(decode_columns(columns_of(changes)) == changes);
}

TEST_CASE("mutated columns inside good blocks") {
  int taken = 0;
  for (std::uint64_t seed = 1; seed <= 6000; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    const std::vector<Change> changes =
        random.one_in(3) ? testing::one_of_everything() : testing::random_history(random, 6);
    std::vector<std::string> columns = take_columns(columns_of(changes));
    for (std::uint64_t n = 1 + random.below(3); n > 0; --n) {
      std::string& column = columns[testing::pick(random, columns.size())];
      if (column.empty()) continue;
      const std::size_t at = testing::pick(random, column.size());
      switch (random.below(4)) {
        case 0:
          column[at] = static_cast<char>(random.next());
          break;
        case 1:
          column[at] = static_cast<char>(column[at] ^ (1 << random.below(8)));
          break;
        case 2:
          column.erase(at, 1);
          break;
        default:
          column.insert(at, 1, column[at]);
      }
    }
    const auto contents = read_snapshot(testing::file_around(put_columns(columns)));
    if (!contents.ok()) continue;
    ++taken;
    // What is taken can be written, and means the same again.
    const auto again = SnapshotWriter().write(contents.value().workspace,
                                              testing::pointers(contents.value().changes));
    REQUIRE(again.ok());
    const auto second = read_snapshot(again.value());
    REQUIRE(second.ok());
    CHECK(second.value().changes == contents.value().changes);
  }
  CHECK(taken > 100);
}

TEST_CASE("files of rows are still read") {
  const std::vector<Change> changes = testing::one_of_everything();
  const auto contents = read_snapshot(testing::file_around(rows_of(changes)));
  REQUIRE(contents.ok());
  CHECK(contents.value().changes == changes);
}

TEST_CASE("where a block ends depends on what came before it only") {
  SeededRandom random(11);
  const std::vector<Change> changes = testing::random_history(random, 12'000);
  std::size_t weight = 0;
  for (const Change& change : changes) weight += block_weight(change);
  CHECK(weight > 3 * limits::kBlockWeight);  // several blocks
  const std::string whole =
      SnapshotWriter().write(testing::kSampleWorkspace, testing::pointers(changes)).value();
  const std::vector<Change> fewer(changes.begin(), changes.end() - 1);
  const std::string shorter =
      SnapshotWriter().write(testing::kSampleWorkspace, testing::pointers(fewer)).value();
  const auto a = testing::take_apart(whole).chunks;
  const auto b = testing::take_apart(shorter).chunks;
  REQUIRE(a.size() > 3);
  for (std::size_t i = 0; i + 1 < std::min(a.size(), b.size()); ++i) CHECK(a[i] == b[i]);
}

}  // namespace
}  // namespace atlas::io
