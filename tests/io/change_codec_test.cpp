#include "io/change_codec.hpp"

#include <doctest/doctest.h>

#include "io/bounded_archive.hpp"
#include "io/sample_history.hpp"

namespace atlas::io {
namespace {

std::string archive_of(const std::vector<Change>& changes) {
  std::vector<std::string> encoded;
  for (const Change& change : changes) encoded.push_back(encode_change(change));
  return frame_changes(encoded);
}

Change with(Operation operation) {
  Change change;
  change.replica = ReplicaId{5};
  change.first_counter = 1;
  change.lamport = 1;
  change.operations = {std::move(operation)};
  return change;
}

bool is_refused(const Change& change) {
  try {
    return decode_changes(archive_of({change})).empty();
  } catch (const Refused&) {
    return true;
  }
}

std::string content(std::uint32_t number, std::uint8_t more) {
  BoundedOutputArchive out;
  out(std::uint64_t{number}, more);
  return out.take();
}

TEST_CASE("changes come back as they were, kinds of a newer version too") {
  const std::vector<Change> changes = testing::one_of_everything();
  CHECK(decode_changes(archive_of(changes)) == changes);
  const std::vector<Change> erased = testing::one_of_everything_erased();
  CHECK(decode_changes(archive_of(erased)) == erased);
  SeededRandom random(1);
  const std::vector<Change> many = testing::random_history(random, 300);
  CHECK(decode_changes(archive_of(many)) == many);
  CHECK(decode_changes(archive_of({})).empty());
}

TEST_CASE("an archive cut anywhere is refused") {
  const std::string whole = archive_of(testing::one_of_everything());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    CHECK_THROWS_AS(static_cast<void>(decode_changes(whole.substr(0, length))), Refused);
  }
  CHECK_THROWS_AS(static_cast<void>(decode_changes(whole + '\0')), Refused);
}

TEST_CASE("one value has one encoding") {
  const RecordId record{ReplicaId{5}, 1};
  const auto value = [&](std::uint32_t kind, std::string bytes) {
    return with(SetOp{record, 16, UnknownValue{kind, std::move(bytes)}, {}});
  };
  // Known kinds, written by way of the unknown one so that their content can be anything.
  CHECK_FALSE(is_refused(value(0, "")));
  CHECK(is_refused(value(0, "x")));  // nothing belongs into "unset"
  CHECK_FALSE(is_refused(value(2, "\x01")));
  CHECK(is_refused(value(2, "\x02")));  // a flag that is neither
  CHECK(is_refused(value(2, "")));
  CHECK_FALSE(is_refused(value(3, "\xC5\xB5")));
  CHECK(is_refused(value(3, "\xC5")));  // not UTF-8
  CHECK(is_refused(value(4, "abc")));   // a date takes four bytes
  CHECK_FALSE(is_refused(value(6, content(15, 9))));
  CHECK(is_refused(value(6, content(15, 10))));  // more digits than a decimal has
  CHECK_FALSE(is_refused(value(9, "")));
  CHECK(is_refused(value(9, "x")));  // nothing belongs into "erased"
  CHECK_FALSE(is_refused(value(4'000'000'000U, "anything")));
}

TEST_CASE("lists of ids rise") {
  const RecordId record{ReplicaId{5}, 1};
  const OpId a{ReplicaId{1}, 1};
  const OpId b{ReplicaId{1}, 2};
  CHECK_FALSE(is_refused(with(SetOp{record, 16, true, {a, b}})));
  CHECK(is_refused(with(SetOp{record, 16, true, {b, a}})));
  CHECK(is_refused(with(SetOp{record, 16, true, {a, a}})));
  CHECK(is_refused(with(RestoreOp{record, {b, a}})));
  Change change = with(DeleteOp{record});
  change.parents = {b, a};
  CHECK(is_refused(change));
}

TEST_CASE("a change has a replica, a counter, operations and room to count on") {
  const Change good = with(DeleteOp{RecordId{ReplicaId{5}, 1}});
  CHECK_FALSE(is_refused(good));
  Change change = good;
  change.replica = {};
  CHECK(is_refused(change));
  change = good;
  change.first_counter = 0;
  CHECK(is_refused(change));
  change.first_counter = ~std::uint64_t{0};
  CHECK(is_refused(change));
  change = good;
  change.lamport = ~std::uint64_t{0} - 5;
  CHECK(is_refused(change));
  change = good;
  change.operations.clear();
  CHECK(is_refused(change));
  change = good;
  change.author = "\xFF";
  CHECK(is_refused(change));
}

TEST_CASE("huge counts are refused at once") {
  const std::string whole = archive_of({with(DeleteOp{RecordId{ReplicaId{5}, 1}})});
  // Offsets of 64-bit counts: changes, parents, author, message, operations.
  for (const std::size_t offset : {1U, 33U, 49U, 57U, 65U}) {
    for (const std::uint64_t count :
         {std::uint64_t{1} << 27U, (std::uint64_t{1} << 32U) + 1, std::uint64_t{1} << 63U}) {
      std::string bytes = whole;
      bytes.replace(offset, 8, reinterpret_cast<const char*>(&count), 8);
      CHECK_THROWS_AS(static_cast<void>(decode_changes(bytes)), Refused);
    }
  }
}

}  // namespace
}  // namespace atlas::io
