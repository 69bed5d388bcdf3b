// Operations: the few things that can happen to a workspace. This library knows records by number
// only and no word of partnerships.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.hpp"
#include "replica/value.hpp"

namespace atlas {

// A new record of a type under a parent. `record` equals the operation's own id, except for
// built-in records, whose ids come from their keys. Creating a record twice is creating it once.
struct CreateOp {
  RecordId record;
  std::uint32_t type = 0;
  RecordId parent;
  std::string order;  // order key among the siblings, see base/order_key.hpp
  friend bool operator==(const CreateOp&, const CreateOp&) = default;
};

// Sets one field. `replaces` names the sets whose values the author saw: those go, others stay
// beside this one (a multi-value register).
struct SetOp {
  RecordId record;
  std::uint32_t field = 0;
  Value value;
  std::vector<OpId> replaces;  // sorted
  friend bool operator==(const SetOp&, const SetOp&) = default;
};

// Moves a record under a parent. A move that would close a circle stays in the log without effect.
struct MoveOp {
  RecordId record;
  RecordId parent;
  std::string order;
  friend bool operator==(const MoveOp&, const MoveOp&) = default;
};

// To the bin, and back. Fields and children stay with the record.
struct DeleteOp {
  RecordId record;
  friend bool operator==(DeleteOp, DeleteOp) = default;
};
struct RestoreOp {
  RecordId record;
  std::vector<OpId> undoes;  // the deletes that the author saw; sorted
  friend bool operator==(const RestoreOp&, const RestoreOp&) = default;
};

// Takes text out of the history for good, wherever and whenever it turns up (erasures.hpp): the
// values of sets, and the message or the author of changes. A change is named by its first
// operation. What is named need not be known, need not even exist.
struct EraseOp {
  std::vector<OpId> targets;   // sets; sorted
  std::vector<OpId> messages;  // changes; sorted
  std::vector<OpId> authors;   // changes; sorted
  friend bool operator==(const EraseOp&, const EraseOp&) = default;
};

// Of a kind that only a newer version knows: kept as bytes and passed on.
struct UnknownOp {
  std::uint32_t kind = 0;
  std::string bytes;
  friend bool operator==(const UnknownOp&, const UnknownOp&) = default;
};

// The order of alternatives is the file format's number of the kind: append only, before UnknownOp,
// which is no kind of its own.
using Operation = std::variant<CreateOp, SetOp, MoveOp, DeleteOp, RestoreOp, EraseOp, UnknownOp>;

}  // namespace atlas
