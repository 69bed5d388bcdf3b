// A small workspace to test on, and short ways to write to it.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "document/document.hpp"
#include "document/transaction.hpp"

namespace atlas::test {

namespace field {
inline constexpr FieldNumber kNote{5};
inline constexpr FieldNumber kName{16};
inline constexpr FieldNumber kBodyKind{18};
inline constexpr FieldNumber kBodyStatutory{23};
inline constexpr FieldNumber kBodyCount{25};
inline constexpr FieldNumber kLineFrom{16};
inline constexpr FieldNumber kLineTo{17};
inline constexpr FieldNumber kLineKind{18};
inline constexpr FieldNumber kOwner{17};
inline constexpr FieldNumber kDue{19};
inline constexpr FieldNumber kStatus{20};
inline constexpr FieldNumber kPercent{23};
inline constexpr FieldNumber kCost{27};
}  // namespace field

inline Document new_document(std::uint64_t replica) {
  return Document({1, 2}, {replica});
}

inline std::vector<Change> changes_of(const Document& document) {
  std::vector<Change> changes;
  for (const Change* change : document.changes()) changes.push_back(*change);
  return changes;
}
inline Document copy_of(const Document& document, std::uint64_t replica) {
  Document copy(document.workspace(), {replica});
  REQUIRE(copy.integrate(changes_of(document)).ok());
  return copy;
}

// One act as one change; it must succeed.
template <typename Act>
OpId commit(Document& document, const std::string& message, const Act& act) {
  Transaction transaction(document, message, {1'000, "Ann"});
  act(transaction);
  const Result<std::optional<OpId>> committed = transaction.commit();
  REQUIRE(committed.ok());
  REQUIRE(committed.value().has_value());
  return *committed.value();
}

inline RecordId add(Document& document, RecordType type, const std::string& name,
                    RecordId parent = kRootRecord, Position position = {}) {
  RecordId made;
  commit(document, "Add " + name, [&](Transaction& transaction) {
    made = transaction.create(type, parent, position);
    REQUIRE(transaction.set(made, field::kName, name).ok());
  });
  return made;
}

inline OpId set(Document& document, RecordId record, FieldNumber number, Value value) {
  return commit(document, "Set", [&](Transaction& transaction) {
    REQUIRE(transaction.set(record, number, std::move(value)).ok());
  });
}

inline OpId move(Document& document, RecordId record, RecordId parent, Position position = {}) {
  return commit(document, "Move", [&](Transaction& transaction) {
    REQUIRE(transaction.move(record, parent, position).ok());
  });
}

inline OpId remove(Document& document, RecordId record) {
  return commit(document, "Remove",
                [&](Transaction& transaction) { REQUIRE(transaction.remove(record).ok()); });
}

// Both take in what the other has.
inline void exchange(Document& a, Document& b) {
  for (int i = 0; i < 2; ++i) {
    const Document& from = i == 0 ? a : b;
    Document& to = i == 0 ? b : a;
    std::vector<Change> lacking;
    for (const Change* change : from.changes_since(to.version())) lacking.push_back(*change);
    REQUIRE(to.integrate(std::move(lacking)).ok());
  }
}

}  // namespace atlas::test
